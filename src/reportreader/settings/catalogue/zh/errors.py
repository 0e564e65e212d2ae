"""What went wrong and what to do."""

MESSAGES = {
    "config_unreadable": "配置文件 {path} 读不了({reason})。请检查权限和编码(应为 UTF-8)。",
    "config_not_toml": "配置文件 {path} 不是有效的 TOML({reason})。请改正这一行,或删除该文件恢复默认设置。",
    "setting_unknown": "{path}:没有名为“{key}”的设置。可用的设置:{known}。",
    "setting_invalid": "{path}:设置“{key}”不能是“{value}”。可用的值:{allowed}。",
    "file_missing": "找不到文件 {path}。请检查路径。",
    "file_no_permission": "没有权限读取 {path}。请检查该文件及其所在文件夹的权限。",
    "file_unreadable": "{path} 读取失败（{reason}）。请检查磁盘或换一份副本。",
    "file_is_folder": "{path} 是文件夹，不是报告文件。要收入整个文件夹，请用 reportreader add。",
    "file_not_regular": "{path} 是管道、设备或套接字，不是普通文件，未读取。请先存成文件，或用 - 从标准输入读取。",
    "file_link_loop": "{path} 是首尾相连的链接，未读取。请改用文件的真实路径。",
    "file_empty": "{path} 里没有文字。",
    "file_binary": "{path} 不是文本文件。请换成文本或 Markdown 文件。",
    "file_too_large": "{path} 有 {size} MB，超过上限 {limit} MB。请先拆成几个文件。",
    "file_unsupported": "还不能读取 {path} 的格式（{format}）。请另存为文本（.txt）或 Markdown（.md）后再试。",
    "file_undecodable": "{path} 的文字编码辨认不出来（试过 {encoding}）。请用 --encoding 指明，例如 --encoding gb18030。",
    "encoding_unknown": "没有名为“{encoding}”的文字编码。常用的有 utf-8、gb18030、big5、utf-16。",
}
