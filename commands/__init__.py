"""Groups of the `kefu` command; `cli.py` puts them together."""
