"""What a reader is told about a file that could be read, but not without a loss."""

MESSAGES = {
    "bad_bytes": "按 {encoding} 读取，有 {count} 处字节读不出来，以 � 显示。如果整篇都不对，请换一种编码：阅读时按 R，或用 versions reread --encoding。",
    "lines_cut": "这份文本行数太多，只读入了前 {lines} 行，其余没有读。",
    "markdown_too_complex": "这份 Markdown 的标记太复杂，在限定时间内没有读完，按纯文本收入，标记照原样显示。",
    "markdown_too_long": "这份 Markdown 有 {size} MB，按纯文本读取，没有处理其中的标记。",
    "structure_partial": "这份文本很长，只在前 {length} 字里找了标题和章节，其余按原来的段落显示。",
    "partial": "{total} 页中只读出了 {read} 页，其余的已损坏或超出时限。",
}
