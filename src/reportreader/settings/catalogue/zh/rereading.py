"""What a reader is told about a report whose file is read again."""

MESSAGES = {
    "title": "重新读取",
    "detect": "自动辨认编码",
    "whole_page": "整页",
    "unchanged": "这样读出的文字与现在的相同。",
    "done": "已重新读取，成为新版本。",
    "done_carried": "已重新读取，{count} 条批注移到了新版本。",
    "done_review": "已重新读取，{count} 条批注移到了新版本，其中 {unsettled} 条需要核对（按 C）。",
}
