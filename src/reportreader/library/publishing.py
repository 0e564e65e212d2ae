"""How much was published when, as far as the reports say."""

from reportreader.library.library import Library
from reportreader.library.listing import make_condition
from reportreader.library.summary import ReportFilter

_MONTH_LENGTH = len("2021-07")


def lengths_by_month(library: Library, wanted: ReportFilter) -> tuple[tuple[str, int, int], ...]:
    """(beginning of the date, number of reports, their code points), by that beginning.

    The beginning is `2021-07`, `2021`, or empty or without a year where less is known.
    """
    where, values = make_condition(wanted)
    rows = library.rows(
        f"""SELECT substr(date, 1, {_MONTH_LENGTH}) AS month, count(*), sum(length)
          FROM report WHERE {where} GROUP BY month ORDER BY month""",
        values,
    )
    return tuple((row[0], row[1], row[2]) for row in rows)
