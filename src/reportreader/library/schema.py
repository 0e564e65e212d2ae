"""The tables of a library, as numbered steps; a step that was released is never changed.

Nothing here needs more than SQLite 3.34. Offsets count code points of a version's text, times are
ISO 8601 in UTC. An empty `deleted` means that the row is not in the trash. Contentless indexes
are used, because the texts stand in tables of their own.
"""

from collections.abc import Callable

from reportreader.analysis.bigrams import FTS5_TOKENIZE
from reportreader.library.compacting import index_reports, pack_digests, pack_parts
from reportreader.library.corrections_schema import CORRECTIONS_AND_FIGURES
from reportreader.library.exchange_schema import EXCHANGE
from reportreader.library.index_merging import join_less_often
from reportreader.library.library import Library

Statement = str | Callable[[Library], None]
"""What a step is made of: SQL, or a function that runs it where SQL alone cannot say it."""


_COUNTED = "kind IN ('highlight', 'report-note')"

_FIRST = (
    """CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID""",
    "CREATE TABLE commit_count (number INTEGER NOT NULL)",
    "INSERT INTO commit_count VALUES (0)",
    # Small rows: a list of reports never touches a text.
    """CREATE TABLE report (
  report_id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER REFERENCES report_version,
  title TEXT NOT NULL,
  title_key BLOB NOT NULL,
  search_key TEXT NOT NULL,
  initials TEXT NOT NULL,
  issuer TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '',
  document_number TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  length INTEGER NOT NULL,
  added TEXT NOT NULL,
  opened TEXT NOT NULL DEFAULT '',
  deleted TEXT NOT NULL DEFAULT '',
  progress REAL NOT NULL DEFAULT 0,
  note_count INTEGER NOT NULL DEFAULT 0,
  bookmark_count INTEGER NOT NULL DEFAULT 0,
  version_count INTEGER NOT NULL DEFAULT 1
)""",
    *(
        f"CREATE INDEX report_by_{column} ON report ({column}, report_id) WHERE deleted = ''"
        for column in (
            "added",
            "opened",
            "title_key",
            "date",
            "length",
            "progress",
            "note_count",
            "issuer",
        )
    ),
    "CREATE INDEX report_in_trash ON report (deleted, report_id) WHERE deleted <> ''",
    # Files that a report was read from; the path is a hint, never the identity.
    """CREATE TABLE report_source (
  path TEXT NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  size_bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) WITHOUT ROWID""",
    "CREATE INDEX report_source_report ON report_source (report_id)",
    """CREATE TABLE report_version (
  version_id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  length INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  extractor_version INTEGER NOT NULL,
  structure_version INTEGER NOT NULL,
  keyphrase_version INTEGER NOT NULL DEFAULT 0,
  imported TEXT NOT NULL,
  CONSTRAINT one_number_a_version UNIQUE (report_id, number)
)""",
    "CREATE INDEX report_version_text ON report_version (text_sha256)",
    # Long texts in pieces, so that the first page of a huge one is read at once.
    """CREATE TABLE version_text (
  version_text_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT one_text_a_piece UNIQUE (version_id, start_offset)
)""",
    # What the numbers in `block_pack.kinds` mean, one row for each set of kinds ever written.
    """CREATE TABLE block_legend (
  block_legend_id INTEGER PRIMARY KEY,
  kind_names TEXT NOT NULL CONSTRAINT one_legend_a_set UNIQUE
)""",
    # The blocks and joins that begin in a piece of text, as columns (library/packing.py).
    """CREATE TABLE block_pack (
  block_pack_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  block_legend_id INTEGER NOT NULL REFERENCES block_legend,
  starts BLOB NOT NULL,
  ends BLOB NOT NULL,
  kinds BLOB NOT NULL,
  levels BLOB NOT NULL,
  extras TEXT NOT NULL,
  joins BLOB NOT NULL,
  CONSTRAINT one_pack_a_piece UNIQUE (version_id, start_offset)
)""",
    """CREATE TABLE section (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  level INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  content_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE article (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  headline TEXT NOT NULL,
  column_name TEXT NOT NULL,
  byline TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE span (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE metadata_item (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE keyphrase (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  phrase TEXT NOT NULL,
  score REAL NOT NULL,
  count INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE figure (
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  counted TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) WITHOUT ROWID""",
    """CREATE TABLE annotation (
  annotation_number INTEGER PRIMARY KEY AUTOINCREMENT,
  annotation_id TEXT NOT NULL CONSTRAINT one_annotation_an_id UNIQUE,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  colour TEXT NOT NULL,
  body TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  digest TEXT NOT NULL
)""",
    "CREATE INDEX annotation_report ON annotation (report_id, start_offset)",
    # Appended for every version, never changed: where an annotation stands in that version.
    """CREATE TABLE placement (
  placement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  annotation_number INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  start_offset INTEGER,
  end_offset INTEGER,
  state TEXT NOT NULL,
  confidence REAL NOT NULL,
  placed_by TEXT NOT NULL,
  placed TEXT NOT NULL
)""",
    "CREATE INDEX placement_annotation ON placement (annotation_number, version_id)",
    """CREATE TABLE tag (
  tag_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CONSTRAINT one_tag_a_name UNIQUE,
  colour TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT ''
)""",
    """CREATE TABLE annotation_tag (
  annotation_number INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  PRIMARY KEY (annotation_number, tag_id)
) WITHOUT ROWID""",
    "CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id)",
    """CREATE TABLE report_tag (
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  PRIMARY KEY (report_id, tag_id)
) WITHOUT ROWID""",
    "CREATE INDEX report_tag_tag ON report_tag (tag_id)",
    """CREATE TABLE reading_place (
  report_id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version,
  place_offset INTEGER NOT NULL,
  furthest_offset INTEGER NOT NULL,
  seconds REAL NOT NULL,
  jumps TEXT NOT NULL DEFAULT '[]',
  changed TEXT NOT NULL
)""",
    """CREATE TABLE term_group (
  term_group_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CONSTRAINT one_group_a_name UNIQUE,
  colour TEXT NOT NULL,
  scope TEXT NOT NULL,
  scope_value TEXT NOT NULL DEFAULT '',
  is_on INTEGER NOT NULL DEFAULT 1
)""",
    """CREATE TABLE term (
  term_id INTEGER PRIMARY KEY AUTOINCREMENT,
  term_group_id INTEGER NOT NULL REFERENCES term_group ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]',
  is_pattern INTEGER NOT NULL DEFAULT 0
)""",
    "CREATE INDEX term_group_terms ON term (term_group_id, number)",
    # What the reader said about the structure of a report; data, so it survives every new pass.
    """CREATE TABLE correction (
  correction_id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  value TEXT NOT NULL,
  made TEXT NOT NULL
)""",
    "CREATE INDEX correction_report ON correction (report_id)",
    # The undo journal: the rows of each change as they were and as they became.
    """CREATE TABLE change (
  change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  summary_id TEXT NOT NULL,
  summary_values TEXT NOT NULL,
  edits TEXT NOT NULL,
  made TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0
)""",
    f"""CREATE TRIGGER annotation_added AFTER INSERT ON annotation WHEN new.deleted = '' BEGIN
  UPDATE report SET note_count = note_count + (new.{_COUNTED}),
    bookmark_count = bookmark_count + (new.kind = 'bookmark') WHERE report_id = new.report_id;
END""",
    f"""CREATE TRIGGER annotation_deleted AFTER DELETE ON annotation WHEN old.deleted = '' BEGIN
  UPDATE report SET note_count = note_count - (old.{_COUNTED}),
    bookmark_count = bookmark_count - (old.kind = 'bookmark') WHERE report_id = old.report_id;
END""",
    f"""CREATE TRIGGER annotation_moved AFTER UPDATE OF deleted ON annotation
WHEN (new.deleted = '') <> (old.deleted = '') BEGIN
  UPDATE report SET
    note_count = note_count + (new.{_COUNTED}) * ((new.deleted = '') - (old.deleted = '')),
    bookmark_count =
      bookmark_count + (new.kind = 'bookmark') * ((new.deleted = '') - (old.deleted = ''))
  WHERE report_id = new.report_id;
END""",
    f"""CREATE VIRTUAL TABLE report_fts USING fts5(
  title, body, content='', tokenize='{FTS5_TOKENIZE}'
)""",
    f"""CREATE VIRTUAL TABLE note_fts USING fts5(
  quote, body, content='', tokenize='{FTS5_TOKENIZE}'
)""",
)

# What was found in a text goes along with its blocks, and digests are stored as bytes, which takes
# a third of a text's size less. In the index the body comes first: positions in a first column are
# stored in two bytes less.
_COMPACT: tuple[Statement, ...] = (
    *(
        f"ALTER TABLE block_pack ADD COLUMN {name} TEXT NOT NULL DEFAULT '[]'"
        for name in ("sections", "articles", "spans", "metadata")
    ),
    """CREATE TABLE keyphrase_pack (
  version_id INTEGER PRIMARY KEY REFERENCES report_version ON DELETE CASCADE,
  keyphrases TEXT NOT NULL
)""",
    """CREATE TABLE figure_pack (
  version_id INTEGER PRIMARY KEY REFERENCES report_version ON DELETE CASCADE,
  figures TEXT NOT NULL
)""",
    pack_parts,
    *(
        f"DROP TABLE {name}"
        for name in ("section", "article", "span", "metadata_item", "keyphrase", "figure")
    ),
    """CREATE TABLE report_version_compact (
  version_id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text_sha256 BLOB NOT NULL,
  source_sha256 BLOB NOT NULL,
  byte_length INTEGER NOT NULL,
  length INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  extractor_version INTEGER NOT NULL,
  structure_version INTEGER NOT NULL,
  keyphrase_version INTEGER NOT NULL DEFAULT 0,
  imported TEXT NOT NULL,
  figures_version INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT one_number_a_version UNIQUE (report_id, number)
)""",
    """CREATE TABLE report_source_compact (
  path TEXT NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES report_version ON DELETE CASCADE,
  size_bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  sha256 BLOB NOT NULL
) WITHOUT ROWID""",
    pack_digests,
    "DROP TABLE report_version",
    "ALTER TABLE report_version_compact RENAME TO report_version",
    "CREATE INDEX report_version_text ON report_version (text_sha256)",
    "DROP TABLE report_source",
    "ALTER TABLE report_source_compact RENAME TO report_source",
    "CREATE INDEX report_source_report ON report_source (report_id)",
    "DROP TABLE report_fts",
    f"""CREATE VIRTUAL TABLE report_fts USING fts5(
  body, title, content='', tokenize='{FTS5_TOKENIZE}'
)""",
    join_less_often,
    index_reports,
)

MIGRATIONS: tuple[tuple[Statement, ...], ...] = (
    _FIRST,
    CORRECTIONS_AND_FIGURES,
    _COMPACT,
    EXCHANGE,
)
"""Step `n` makes a file of version `n` one of version `n + 1`; see `migrating` for how it is run."""
