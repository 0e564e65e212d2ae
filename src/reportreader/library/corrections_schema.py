"""The second step of the schema: corrections that hold on to their passages, and figures.

Corrections do as annotations do: one that is taken back keeps its row, and where it stands is written
down for each version. Figures were not stored before this step.
"""

CORRECTIONS_AND_FIGURES = (
    "ALTER TABLE correction ADD COLUMN field TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE correction ADD COLUMN deleted TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE correction_place (
  correction_id INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  start_offset INTEGER,
  end_offset INTEGER,
  state TEXT NOT NULL,
  PRIMARY KEY (correction_id, version_id)
) WITHOUT ROWID""",
    "CREATE INDEX correction_place_version ON correction_place (version_id)",
    "ALTER TABLE report_version ADD COLUMN figures_version INTEGER NOT NULL DEFAULT 0",
    "DROP TABLE figure",
    # `value` is JSON: a number, a string, null, or a list of these.
    """CREATE TABLE figure (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  dimension TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  is_range INTEGER NOT NULL,
  counts TEXT NOT NULL,
  clause_start INTEGER NOT NULL,
  clause_end INTEGER NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
)
"""SQL, statement by statement; see `schema`."""
