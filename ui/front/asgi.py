"""The few ASGI names the front door's middleware needs, without a framework."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


async def answer(send: Send, status: int, headers: Iterable[Header] = ()) -> None:
    """An answer without a body."""
    fixed = [(b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *fixed]})
    await send({"type": "http.response.body", "body": b""})
