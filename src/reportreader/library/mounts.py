"""Tells whether a file lies on a network file system, where locks and syncs may be promised only.

SQLite's own advice (sqlite.org/useovernet.html, sqlite.org/lockingv3.html) is not to trust the locks
of such systems; one program on one machine at a time is safe, two are not.
"""

import sys
from pathlib import Path

MOUNTS_FILE = Path("/proc/self/mountinfo")
"""Linux: one mount a line, the type behind ` - ` (man 5 proc_pid_mountinfo)."""

NETWORK_TYPES = frozenset(
    (
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.sshfs",
        "fuse.s3fs",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "prl_fs",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
    )
)


def is_on_network(path: Path) -> bool:
    """Whether a file or folder that exists is known to lie on another machine."""
    if sys.platform == "win32":
        return str(path.absolute()).startswith("\\\\")
    try:
        mounts = MOUNTS_FILE.read_text(encoding="utf-8", errors="surrogateescape")
        resolved = path.resolve()
    except OSError:
        return False
    return file_system_type(resolved, mounts) in NETWORK_TYPES


def file_system_type(path: Path, mounts: str) -> str:
    """The type of the file system that an absolute path is on; empty where no mount holds it.

    `mounts` is the text of `MOUNTS_FILE`; a later mount hides an earlier one at the same place.
    """
    found, deepest = "", -1
    for line in mounts.splitlines():
        before, _, behind = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not behind:
            continue
        place = Path(_unescaped(fields[4]))
        depth = len(place.parts)
        if depth >= deepest and path.is_relative_to(place):
            found, deepest = behind.split(" ")[0], depth
    return found


def _unescaped(field: str) -> str:
    r"""Blanks, tabs, line ends and backslashes stand as `\040` and the like."""
    for sign in " \t\n":
        field = field.replace(f"\\{ord(sign):03o}", sign)
    return field.replace("\\134", "\\")
