"""What went wrong and what to do."""

MESSAGES = {
    "config_unreadable": "The config file {path} cannot be read ({reason}). Check its permissions and encoding (UTF-8).",
    "config_not_toml": "The config file {path} is not valid TOML ({reason}). Mend that line, or delete the file to return to the defaults.",
    "setting_unknown": "{path}: there is no setting “{key}”. Settings: {known}.",
    "setting_invalid": "{path}: the setting “{key}” cannot be “{value}”. Allowed: {allowed}.",
}
