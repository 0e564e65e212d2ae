"""Why a file was taken for a new report, a new version or a known text."""

MESSAGES = {
    "new": "The library has no such report.",
    "same_file": "The file has not changed.",
    "same_text": "The library has this very text.",
    "former_text": "This is an earlier version of a report in the library.",
    "same_path": "The file at the same path, with another text.",
    "moved": "The former file is gone; title, issuer, date and most of the text are the same: a new version, moved or renamed. If it is not, use --as-new.",
    "kept_apart": "Report {resembles} has the same title and most of the text; this one was added as a new report all the same. If it is a new version, use --version-of {resembles}.",
    "asked_as_new": "Added as a new report, as asked.",
    "asked_as_version": "Made a new version of report {report}, as asked.",
}
