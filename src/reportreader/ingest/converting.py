"""Has LibreOffice turn documents older than we read into Word documents, where it is installed.

It runs in a session of its own with a profile of its own in a folder that is deleted afterwards,
and is ended with all its children after a time.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from reportreader.errors import InputError

DEADLINE_SECONDS = 60.0
_PROGRAMS = ("soffice", "libreoffice")
_FILTER = "docx:MS Word 2007 XML"
_RESULT_LIMIT_BYTES = 256 << 20


def convert_to_docx(data: bytes, *, name: str, deadline_seconds: float = DEADLINE_SECONDS) -> bytes:
    """The document in `data` as a Word document.

    Raises InputError: `file_needs_conversion` where LibreOffice is not on PATH, `file_too_slow`, or
    `file_damaged` where it makes nothing of the file.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise InputError("file_needs_conversion", path=name)
    with TemporaryDirectory(prefix="reportreader-") as place:
        folder = Path(place)
        source = folder / "source.doc"
        source.write_bytes(data)
        words = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--norestore", "--convert-to", _FILTER, "--outdir", str(folder / "result"), str(source),
        ]  # fmt: skip
        _run(words, folder, name, deadline_seconds)
        try:
            result = folder / "result" / "source.docx"
            if result.stat().st_size <= _RESULT_LIMIT_BYTES:
                return result.read_bytes()
        except OSError as error:
            raise InputError("file_damaged", path=name) from error
    raise InputError("file_bomb", path=name)


def _run(words: list[str], home: Path, name: str, deadline_seconds: float) -> None:
    with subprocess.Popen(  # noqa: S603 - the program is found on PATH, the words are ours
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(home)},
        start_new_session=True,
    ) as process:
        try:
            process.wait(deadline_seconds)
        except subprocess.TimeoutExpired as error:
            raise InputError("file_too_slow", path=name) from error
        finally:
            _end_group(process.pid)


def _end_group(group: int) -> None:
    """End what is left of a session, its leader and all it started."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
