"""Annotations, bookmarks and tags; anchors and their re-finding; citations; exports as text. Knows nothing of SQL or screens."""
