"""The message catalogues: one package a language, one module a topic."""
