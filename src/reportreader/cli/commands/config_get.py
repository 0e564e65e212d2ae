"""`config get`: the value of one setting."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.commands.config_list import written
from reportreader.cli.session import Session
from reportreader.errors import ExitCode, InputError
from reportreader.settings.loading import setting_names

ARGUMENTS = (Argument(name="KEY", help="cli_library.config_word_key", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Print the value."""
    key = options.text("KEY")
    names = setting_names()
    if key not in names:
        raise InputError(
            "setting_unknown", key=key, path=session.config_path, known=", ".join(names)
        )
    session.output.line(written(getattr(session.settings(), key)))
    return ExitCode.OK
