"""`config list`: every setting with its value and what it may be."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.settings.loading import allowed_values

ARGUMENTS = (JSON,)


def run(session: Session, options: Options) -> ExitCode:
    """List the settings and say where the file is."""
    values = session.settings()._asdict()
    if options.flag("--json"):
        session.output.json(values)
        return ExitCode.OK
    session.output.rows(
        [(key, written(value), allowed_values(key)) for key, value in values.items()]
    )
    session.diagnostics.note("cli_library.config_file", path=session.config_path)
    return ExitCode.OK


def written(value: object) -> str:
    """A value as `config set` takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
