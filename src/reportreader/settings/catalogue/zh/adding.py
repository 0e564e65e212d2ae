"""Why a file was taken for a new report, a new version or a known text."""

MESSAGES = {
    "new": "书库里没有这篇报告。",
    "same_file": "文件没有变化。",
    "same_text": "书库里已有同样的文字。",
    "former_text": "这是书库里一份报告的旧版本。",
    "same_path": "同一路径的文件，文字变了。",
    "moved": "原文件已不在，标题、来源、日期相同，文字大半一致：是移动或改名后的新版本。如果不是，请用 --as-new。",
    "kept_apart": "与编号 {resembles} 的报告同题，文字大半一致，仍作为新报告收入。如果是它的新版本，请用 --version-of {resembles}。",
    "asked_as_new": "按要求作为新报告收入。",
    "asked_as_version": "按要求作为编号 {report} 的报告的新版本。",
}
