"""`config set`: change one setting in the config file."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode, OutputError
from reportreader.settings.loading import parse_setting, save_setting

ARGUMENTS = (
    Argument(name="KEY", help="cli_library.config_word_key", is_required=True),
    Argument(name="VALUE", help="cli_library.config_set_word_value", is_required=True),
)


def run(session: Session, options: Options) -> ExitCode:
    """Check the value and write it."""
    key = options.text("KEY")
    value = parse_setting(key, options.text("VALUE"), where=str(session.config_path))
    try:
        save_setting(session.config_path, key, value)
    except OSError as error:
        raise OutputError(
            "config_unwritable",
            path=session.config_path,
            reason=error.strerror or str(error),
        ) from error
    session.diagnostics.note("cli_library.config_set_done", key=key, path=session.config_path)
    return ExitCode.OK
