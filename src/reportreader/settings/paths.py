"""Where the library, the config file and exports live; nothing is created here."""

from collections.abc import Mapping
from pathlib import Path

APP_NAME = "reportreader"
LIBRARY_VARIABLE = "REPORTREADER_LIBRARY"
CONFIG_VARIABLE = "REPORTREADER_CONFIG"
LIBRARY_FILE = "library.sqlite"


def library_path(environment: Mapping[str, str], chosen: str | None = None) -> Path:
    """The library file: the `--library` argument, else the variable, else the user data folder."""
    named = chosen or environment.get(LIBRARY_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False) / LIBRARY_FILE


def config_path(environment: Mapping[str, str]) -> Path:
    """The config file: the variable, else `config.toml` in the user config folder."""
    named = environment.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APP_NAME, appauthor=False) / "config.toml"


def log_path() -> Path:
    """The file that a traceback goes to."""
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False) / "reportreader.log"
