"""Says of a file of pages that only some of them were read: to who adds it, and in the text."""

from reportreader.document.block import BlockKind
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.ingested_file import Notice


def tell_unread_pages(builder: DocumentBuilder, *, read: int, total: int) -> tuple[Notice, ...]:
    """What to tell of a file of `total` pages; a line at the end of the text says it later too."""
    if read >= total:
        return ()
    builder.put(f"［共 {total} 页，读入 {read} 页］")
    builder.end_block(BlockKind.FURNITURE)
    return (Notice(message_id="ingest.partial", values={"read": read, "total": total}),)
