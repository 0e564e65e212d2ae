"""The fourth step of the schema: what exchange with files and other libraries has to remember.

What exports wrote is kept for the next one (`written_exports`), and when a field of an annotation was
changed, for joining libraries (`annotation_times`). Of changes made before this step only the last time
of all is known.
"""

EXCHANGE = (
    """CREATE TABLE written_export (
  hash TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  written TEXT NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE annotation_time (
  annotation_number INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  field TEXT NOT NULL,
  changed TEXT NOT NULL,
  PRIMARY KEY (annotation_number, field)
) WITHOUT ROWID""",
    *(
        f"""INSERT INTO annotation_time SELECT annotation_number, '{name}', changed
  FROM annotation WHERE changed <> created"""
        for name in ("body", "colour", "deleted")
    ),
    """INSERT INTO annotation_time SELECT annotation_number, '#' || name, changed
  FROM annotation JOIN annotation_tag USING (annotation_number) JOIN tag USING (tag_id)
  WHERE changed <> created""",
)
"""SQL, statement by statement; see `schema`."""
