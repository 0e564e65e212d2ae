"""Screens: they mediate between widgets and services."""
