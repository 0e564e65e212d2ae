"""Which file system a library lies on, from the system's own list of mounts."""

from pathlib import Path

import pytest

from reportreader.library.mounts import NETWORK_TYPES, file_system_type, is_on_network

MOUNTS = r"""22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /home rw,relatime - nfs4 server:/home rw,vers=4.2
31 30 0:41 / /home/li/local rw - xfs /dev/vdb rw
32 22 0:42 / /mnt/共享\040文件 rw - cifs //server/share rw
33 22 0:43 / /mnt/twice rw - cifs //server/share rw
34 22 0:44 / /mnt/twice rw - tmpfs tmpfs rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/var/lib/library.sqlite", "ext4"),
        ("/home/li/library.sqlite", "nfs4"),
        ("/home/li/local/library.sqlite", "xfs"),
        ("/homework/library.sqlite", "ext4"),
        ("/mnt/共享 文件/library.sqlite", "cifs"),
        ("/mnt/twice/library.sqlite", "tmpfs"),
    ],
)
def test_the_deepest_and_latest_mount_counts(path: str, expected: str) -> None:
    assert file_system_type(Path(path), MOUNTS) == expected


def test_nothing_is_known_without_mounts() -> None:
    assert file_system_type(Path("/home"), "") == ""


def test_a_temporary_folder_is_on_this_machine(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)


def test_shares_of_every_kind_are_network_file_systems() -> None:
    assert {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"} <= NETWORK_TYPES
    assert not NETWORK_TYPES & {"ext4", "xfs", "btrfs", "tmpfs", "apfs", "overlay"}
