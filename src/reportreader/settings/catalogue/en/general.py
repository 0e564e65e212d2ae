"""What is said on any screen."""

MESSAGES = {
    "undone": "Undone: {change}",
    "redone": "Redone: {change}",
    "nothing_to_undo": "There is nothing to undo.",
    "nothing_to_redo": "There is nothing to redo.",
    "how_to_quit": "Press ^q to leave the program; every change has been saved.",
    "setting_not_saved": "The setting is in force but could not be written to the config file ({reason}).",
    "copied_tmux": "Copied {count} characters to the tmux buffer.",
    "copied_program": "Copied {count} characters to the system clipboard.",
    "copied_terminal": "Asked the terminal to copy {count} characters (OSC 52); if nothing can be pasted, it does not support this.",
    "crashed": "The program failed and has been closed; library and notes are saved. Details are in {path}: please add them when you report this.",
    "crashed_unlogged": "The program failed ({error}) and has been closed; library and notes are saved. The log file could not be written.",
    "command_title": "Commands and reports",
    "command_placeholder": "Name of an action, a key, or the title of a report",
    "command_report": "Open “{title}”",
    "renewing": "Reading the structure of reports anew after an update: {done}/{total}. Notes and corrections stay.",
    "renewed": "The structure of {total} reports has been read anew.",
}
