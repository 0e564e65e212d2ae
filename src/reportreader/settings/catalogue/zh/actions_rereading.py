"""Names of the actions that read the file of a report again, and one sentence each."""

MESSAGES = {
    "read_again": "重新读取",
    "read_again_help": "换一种文字编码，或按整页，重新读取这份报告的文件；批注随之移到新版本。",
    "whole_page": "整页",
    "whole_page_help": "显示整个网页，再按只看正文。",
}
