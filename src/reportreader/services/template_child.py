"""The child process that fills a template: `python -m reportreader.services.template_child`.

It reads one request from standard input (`{"template": …, "values": …}`) and writes one answer
(`{"text": …}` or `{"message_id": …, "values": …}`). Limits on memory, processor time and written
files hold for all it does, so that the worst a template can do is end this process.
"""

import json
import resource
import sys

from reportreader.errors import InputError
from reportreader.notes.templating import render_template

MEMORY_BYTES = 1 << 29
PROCESSOR_SECONDS = 5


def main() -> int:
    """Answer the one request."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    request = json.load(sys.stdin)
    answer: dict[str, object]
    try:
        answer = {"text": render_template(request["template"], request["values"])}
    except InputError as error:
        values = {name: str(value) for name, value in error.values.items()}
        answer = {"message_id": error.message_id, "values": values}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
