"""Where a report stands in a list, without reading the list."""

from typing import TYPE_CHECKING

from reportreader.library.library import Library
from reportreader.library.listing import make_condition, order_column
from reportreader.library.summary import ReportFilter, ReportOrder

if TYPE_CHECKING:
    from reportreader.notes.annotation import ReportId


def find_place(
    library: Library,
    report_id: "ReportId",
    wanted: ReportFilter,
    order: ReportOrder,
    *,
    descending: bool,
) -> int | None:
    """How many reports stand before one in the list of `select_summaries`; None if not in it.

    Some 20 ms in the middle of 100,000.
    """
    where, values = make_condition(wanted)
    column = order_column(wanted, order)
    row = library.row(
        f"SELECT {column} FROM report WHERE report_id = ? AND {where}", (report_id, *values)
    )
    if row is None:
        return None
    comes_before = ">" if descending else "<"
    count = library.value(
        f"""SELECT count(*) FROM report
          WHERE {where} AND ({column}, report_id) {comes_before} (?, ?)""",
        (*values, row[0], report_id),
    )
    return int(count)
