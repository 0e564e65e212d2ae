"""Chinese messages, one module a topic."""
