"""Commands: arguments in, text or JSON out, exit codes. Only the command that starts the screen knows Textual."""
