"""The front door: hands every page to ui/frame.py."""
