"""App, screens, widgets, styles and keys. The only room that imports Textual; knows nothing of SQL, jieba or files."""
