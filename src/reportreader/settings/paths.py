"""Where the library, the config file and exports live; nothing is created here."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

APP_NAME = "reportreader"
LIBRARY_VARIABLE = "REPORTREADER_LIBRARY"
CONFIG_VARIABLE = "REPORTREADER_CONFIG"
LIBRARY_FILE = "library.sqlite"
CONFIG_FILE = "config.toml"


def library_path(environment: Mapping[str, str], chosen: str | None = None) -> Path:
    """The library file: the `--library` argument, else the variable, else the user data folder."""
    named = chosen or environment.get(LIBRARY_VARIABLE)
    if named:
        return Path(named).expanduser()
    return _user_folder("XDG_DATA_HOME", ".local/share", "user_data_path") / LIBRARY_FILE


def config_path(environment: Mapping[str, str]) -> Path:
    """The config file: the variable, else `config.toml` in the user config folder."""
    named = environment.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser()
    return _user_folder("XDG_CONFIG_HOME", ".config", "user_config_path") / CONFIG_FILE


def cache_folder() -> Path:
    """The folder for what can be computed again."""
    return _user_folder("XDG_CACHE_HOME", ".cache", "user_cache_path")


def log_path() -> Path:
    """The file that a traceback goes to."""
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False) / "reportreader.log"


def _user_folder(variable: str, default: str, function: str) -> Path:
    """Our folder of one kind, where the platform wants it.

    On Linux the rule is the variable or a folder below the home, so that the commonest start does
    not wait for platformdirs; elsewhere platformdirs knows.
    """
    if sys.platform != "linux":
        import platformdirs

        folder: Path = getattr(platformdirs, function)(APP_NAME, appauthor=False)
        return folder
    named = os.environ.get(variable, "").strip()
    return (Path(named) if named else Path.home() / default) / APP_NAME
