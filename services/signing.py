"""Signed values for the forms of the front door: what we gave out is what comes back, and not too late."""

from itsdangerous import BadData, URLSafeTimedSerializer

from services.settings import settings


def sign(purpose: str, value: str) -> str:
    """A value that only this installation could have given out for this purpose."""
    return URLSafeTimedSerializer(settings().secret_key(), salt=purpose).dumps(value)


def read_signed(purpose: str, signed: str, *, max_age_s: int) -> str | None:
    """The value, or None when it was forged, made for another purpose, or is older than `max_age_s`."""
    try:
        value = URLSafeTimedSerializer(settings().secret_key(), salt=purpose).loads(signed, max_age=max_age_s)
    except BadData:
        return None
    return value if isinstance(value, str) else None
