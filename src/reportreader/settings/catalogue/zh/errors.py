"""What went wrong and what to do."""

MESSAGES = {
    "config_unreadable": "配置文件 {path} 读不了({reason})。请检查权限和编码(应为 UTF-8)。",
    "config_not_toml": "配置文件 {path} 不是有效的 TOML({reason})。请改正这一行,或删除该文件恢复默认设置。",
    "setting_unknown": "{path}:没有名为“{key}”的设置。可用的设置:{known}。",
    "setting_invalid": "{path}:设置“{key}”不能是“{value}”。可用的值:{allowed}。",
}
