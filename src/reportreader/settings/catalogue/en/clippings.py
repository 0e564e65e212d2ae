"""What is said of clippings that have no one place in their report."""

MESSAGES = {
    "kept_several": "(Clipping from {source}, {where}: the passage stands in several places.)",
    "kept_nowhere": "(Clipping from {source}, {where}: the passage was not found in this report.)",
}
