"""Bytes to document: sniffing, decoding, one module per format, hard limits, sanitising. Knows nothing of SQL or screens."""
