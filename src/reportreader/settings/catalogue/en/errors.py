"""What went wrong and what to do."""

MESSAGES = {
    "config_unreadable": "The config file {path} cannot be read ({reason}). Check its permissions and encoding (UTF-8).",
    "config_not_toml": "The config file {path} is not valid TOML ({reason}). Mend that line, or delete the file to return to the defaults.",
    "setting_unknown": "{path}: there is no setting “{key}”. Settings: {known}.",
    "setting_invalid": "{path}: the setting “{key}” cannot be “{value}”. Allowed: {allowed}.",
    "file_missing": "There is no file {path}. Check the path.",
    "file_no_permission": "{path} may not be read. Check the permissions of the file and of its folder.",
    "file_unreadable": "{path} cannot be read ({reason}). Check the disk, or try another copy.",
    "file_is_folder": "{path} is a folder, not a report. To take in a whole folder use reportreader add.",
    "file_not_regular": "{path} is a pipe, device or socket, not a regular file, and was not read. Save it to a file first, or use - for standard input.",
    "file_link_loop": "{path} is a loop of links and was not read. Use the real path of the file.",
    "file_empty": "There is no text in {path}.",
    "file_binary": "{path} is not a text file. Use a text or Markdown file.",
    "file_too_large": "{path} has {size} MB, more than the limit of {limit} MB. Split it into several files first.",
    "file_unsupported": "The format of {path} ({format}) cannot be read yet. Save it as text (.txt) or Markdown (.md) and try again.",
    "file_undecodable": "The encoding of {path} cannot be made out (tried {encoding}). Name it with --encoding, for example --encoding gb18030.",
    "encoding_unknown": "There is no text encoding called “{encoding}”. Common ones are utf-8, gb18030, big5 and utf-16.",
}
