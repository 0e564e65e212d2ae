"""Characters of an RTF file: bytes in a code page, and UTF-16 units with a stand-in for the old."""


class RtfText:
    """Text since the last control word."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._codec = "cp1252"
        self._units: list[int] = []
        self._pieces: list[str] = []
        self._passed_over = 0

    def put_bytes(self, data: bytes, codec: str) -> None:
        """Bytes in `codec`, but for those that stand in for the unit before."""
        dropped = min(self._passed_over, len(data))
        self._passed_over -= dropped
        data = data[dropped:]
        if data:
            self._take_units()
            self._codec = codec
            self._bytes += data

    def put_unit(self, unit: int, fallback_bytes: int) -> None:
        """A UTF-16 unit, for which `fallback_bytes` of the text that follows stand in."""
        self._take_bytes()
        self._units.append(unit)
        self._passed_over = fallback_bytes

    def take(self, *, keeps_units: bool) -> str:
        """The text so far; `keeps_units` where the other half of a character may follow."""
        self._passed_over = 0
        self._take_bytes()
        if not keeps_units:
            self._take_units()
        text = "".join(self._pieces)
        self._pieces.clear()
        return text

    def _take_bytes(self) -> None:
        if self._bytes:
            self._pieces.append(bytes(self._bytes).decode(self._codec, "replace"))
            self._bytes.clear()

    def _take_units(self) -> None:
        if self._units:
            raw = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._pieces.append(raw.decode("utf-16-le", "replace"))
            self._units.clear()
