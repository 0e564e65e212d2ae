"""The config file as frozen values, paths, and the message catalogues. Knows nothing of the rest."""
