"""The SQLite file: connection, migrations, reports, annotations, reading places, index, backup. Knows nothing of screens or jieba."""
