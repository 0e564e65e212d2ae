"""English messages, one module a topic."""
