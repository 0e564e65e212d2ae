"""reportreader: a terminal reader for Chinese reports."""

__version__ = "0.1.0"
