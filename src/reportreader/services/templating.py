"""Fills a reader's template in a process with limits: a template may come from anywhere."""

import json
import subprocess
import sys
from collections.abc import Sequence

from reportreader.errors import InputError
from reportreader.notes.exported import ExportedReport, Words
from reportreader.notes.markers import stamp_pieces
from reportreader.notes.template_values import template_values

_MODULE = "reportreader.services.template_child"
WALL_SECONDS = 20


def fill_template(template: str, reports: Sequence[ExportedReport], words: Words) -> str:
    """What a template makes of reports; where it marks notes, a later export can merge them.

    Raises InputError for a template that is wrong, fails, or takes too much time or memory.
    """
    request = json.dumps({"template": template, "values": template_values(reports, words)})
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no words of others
            [sys.executable, "-P", "-m", _MODULE],
            input=request.encode(),
            capture_output=True,
            timeout=WALL_SECONDS,
            check=True,
        )
        answer = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise InputError("template_stopped") from error
    if "text" not in answer:
        raise InputError(answer["message_id"], **answer["values"])
    return stamp_pieces(str(answer["text"]))
