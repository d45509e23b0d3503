"""What a typed name is kept as."""


def on_one_line(given: str) -> str:
    """A name on one line, without what cannot be seen: a database may refuse it, a file name must."""
    return "".join(sign for sign in " ".join(given.split()) if sign.isprintable()).strip()
