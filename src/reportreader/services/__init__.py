"""Use cases shared by both front ends: a library in, values out. Knows nothing of Textual, arguments or printing."""
