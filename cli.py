"""The `kefu` command: the same services without a browser."""
