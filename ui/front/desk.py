"""Where the front door's forms are handed out and taken back: language, cookies, tokens, refusals."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.shared.outcomes import DomainError
from ui.front.forms import Form, form_page, preferred_language
from ui.front.headers import FORM_POLICY
from words import LANGUAGES, Language, say

FORM_COOKIE, LANGUAGE_COOKIE = "kefu_form", "kefu_language"
FORM_AGE_S = 12 * 3600
_NONCE_BYTES = 16
_NONCE = re.compile(r"[A-Za-z0-9_-]{22}")  # 16 bytes as token_urlsafe writes them
_YEAR_S = 365 * 24 * 3600
# The longest honest form is a few hundred bytes.
_MOST_FORM_BYTES = 16 * 1024
_STATUS = {"front.form_expired": 403, "accounts.too_many_attempts": 429}


def language_of(request: Request) -> Language:
    """Chosen on the form, else remembered, else what the browser prefers."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        for language in LANGUAGES:
            if chosen == language:
                return language
    return preferred_language(request.headers.get("accept-language", ""))


def address_of(request: Request) -> str:
    """Where the browser is; behind a proxy on this machine, what the proxy says."""
    return request.client.host if request.client else "unknown"


def _same(nonce: str, cookie: str) -> bool:
    """As bytes: a cookie may hold any character, and the comparison of texts takes ASCII alone."""
    return secrets.compare_digest(nonce.encode(), cookie.encode(errors="surrogatepass"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Hands out forms and takes them back.

    A form carries a signed copy of a value that also lies in a cookie only our own pages can send, so
    another site can neither read nor forge it.

    Attributes:
        sign: signs a form's value.
        read_signed: reads it back, None when forged or old.
        secure_cookies: gives ``on``, ``off`` or ``auto`` (as the request came).
        least_password: shortest password, for the hints.
    """

    sign: Callable[[str], str]
    read_signed: Callable[[str], str | None]
    secure_cookies: Callable[[], Literal["auto", "on", "off"]]
    least_password: int

    def set_cookie(
        self, request: Request, response: Response, name: str, value: str, *, age_s: int, strict: bool = False
    ) -> None:
        """A cookie no script can read, over https only where the portal is reached by https."""
        mode = self.secure_cookies()
        secure = request.url.scheme == "https" if mode == "auto" else mode == "on"
        samesite: Literal["strict", "lax"] = "strict" if strict else "lax"
        response.set_cookie(
            name, value, max_age=age_s, path="/", httponly=True, samesite=samesite, secure=secure
        )

    def show(
        self,
        request: Request,
        form: Form,
        values: Mapping[str, str],
        *,
        refusal: DomainError | None = None,
        status: int = 200,
    ) -> Response:
        """A form, after a refusal with its sentence.

        Args:
            request: decides language and cookies.
            form: which one.
            values: what its template names; after a refusal, what was typed.
            refusal: why the form comes back.
            status: of the answer; a refusal brings its own.
        """
        language = language_of(request)
        kept = request.cookies.get(FORM_COOKIE, "")
        # Only what we gave out is signed again, not whatever a browser sends.
        nonce = kept if _NONCE.fullmatch(kept) else secrets.token_urlsafe(_NONCE_BYTES)
        query = f"{urlencode({'next': values['next']})}&" if values.get("next", "/") != "/" else ""
        page = form_page(
            form,
            language,
            refusal=say(language, refusal.code, **refusal.values) if refusal else "",
            token=self.sign(nonce),
            language_query=query,
            least=self.least_password,
            **values,
        )
        headers = {"content-security-policy": FORM_POLICY, "cache-control": "no-store"}
        response = HTMLResponse(page, _STATUS.get(refusal.code, 400) if refusal else status, headers)
        self.set_cookie(request, response, FORM_COOKIE, nonce, age_s=FORM_AGE_S, strict=True)
        if request.query_params.get("lang") in LANGUAGES:
            self.set_cookie(request, response, LANGUAGE_COOKIE, language, age_s=_YEAR_S)
        return response

    async def typed(self, request: Request) -> dict[str, str]:
        """The fields of a posted form that came from our own page.

        Raises:
            DomainError: ``front.form_expired``: foreign origin, missing or old token, too long for a form.
        """
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            raise DomainError("front.form_expired")
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST_FORM_BYTES:
                raise DomainError("front.form_expired")
        typed = dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True))
        nonce = self.read_signed(typed.get("token", ""))
        if nonce is None or not _same(nonce, request.cookies.get(FORM_COOKIE, "")):
            raise DomainError("front.form_expired")
        return typed
