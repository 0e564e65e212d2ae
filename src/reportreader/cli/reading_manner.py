"""The options that say how files are to be read, for every command that reads some."""

from reportreader.cli.arguments import Argument, Options
from reportreader.ingest.manner import Manner

MANNER = (
    Argument(name="--encoding", metavar="NAME", help="cli.option_encoding"),
    Argument(name="--whole-page", help="cli.option_whole_page"),
)


def asked_manner(options: Options) -> Manner:
    """What the options say; raises InputError for an encoding that there is not."""
    encoding = options.text("--encoding")
    if encoding:
        from reportreader.ingest.decoding import check_encoding

        check_encoding(encoding)
    return Manner(encoding=encoding, whole_page=options.flag("--whole-page"))
