"""Names of the actions of the reading screen, and one sentence each on what they do."""

MESSAGES: dict[str, str] = {}
