"""What is said on any screen."""

MESSAGES = {
    "undone": "已撤销：{change}",
    "redone": "已重做：{change}",
    "nothing_to_undo": "没有可以撤销的改动。",
    "nothing_to_redo": "没有可以重做的改动。",
    "how_to_quit": "按 ^q 退出程序，所有改动都已保存。",
    "setting_not_saved": "设置已生效，但没能写入配置文件（{reason}）。",
    "copied_tmux": "已复制 {count} 个字符到 tmux 缓冲区。",
    "copied_program": "已复制 {count} 个字符到系统剪贴板。",
    "copied_terminal": "已请终端复制 {count} 个字符（OSC 52）；如果粘贴不出，说明终端不支持。",
    "crashed": "程序出错，已经退出；书库和批注都已保存。详细记录在 {path}，反馈问题时请附上。",
    "crashed_unlogged": "程序出错（{error}），已经退出；书库和批注都已保存。日志文件没能写入。",
    "command_title": "命令与报告",
    "command_placeholder": "输入操作名称、按键或报告标题",
    "command_report": "打开《{title}》",
    "renewing": "程序更新后正在重新分析报告的结构：{done}/{total}。批注和更正都不受影响。",
    "renewed": "已重新分析 {total} 篇报告的结构。",
}
