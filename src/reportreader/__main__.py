"""Starts the command line; `python -m reportreader` and the console script meet here."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    from reportreader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
