"""What a rule may know about the call it answers."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from . import types
from .money import decimal_minor
from .rng import Rng

C = TypeVar("C")

_DAY_MS = 86_400_000
_MAX_ROWS = 200


class Host(Protocol):
    """The host's side: the imports in a sandbox, a fake host in unit tests. Look-ups raise `HistoryError`, secrets `CryptoError`."""

    def add_line(self, level: types.Level, message: str, fields: list[tuple[str, str]]) -> None: ...
    def orders(self, query: types.Query) -> list[types.OrderSummary]: ...
    def after_sales(self, query: types.Query) -> list[types.AfterSaleSummary]: ...
    def totals(self) -> types.Totals: ...
    def parameter(self, code: str) -> types.ParameterValue | None: ...
    def hmac_sha256(self, secret: str, message: bytes) -> bytes: ...
    def rsa_sha256_sign(self, secret: str, message: bytes) -> bytes: ...
    def rsa_sha256_verify(self, secret: str, message: bytes, signature: bytes) -> bool: ...
    def aes_gcm_open(self, secret: str, nonce: bytes, associated: bytes, sealed: bytes) -> bytes: ...


class Log:
    """Adds lines to the decision's log."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def debug(self, message: str, **fields: object) -> None:
        """Something for the author."""
        self._add(types.Level.DEBUG, message, fields)

    def info(self, message: str, **fields: object) -> None:
        """Something worth knowing."""
        self._add(types.Level.INFO, message, fields)

    def warn(self, message: str, **fields: object) -> None:
        """Something odd that was handled."""
        self._add(types.Level.WARN, message, fields)

    def error(self, message: str, **fields: object) -> None:
        """Something wrong."""
        self._add(types.Level.ERROR, message, fields)

    def _add(self, level: types.Level, message: str, fields: dict[str, object]) -> None:
        self._host.add_line(level, message, [(name, str(value)) for name, value in fields.items()])


class History:
    """The customer's past, newest first. Look-ups raise `HistoryError` when the tenant has not granted them or nobody bought."""

    def __init__(self, host: Host, now_ms: int) -> None:
        self._host = host
        self._now_ms = now_ms

    def orders(self, *, since_ms: int | None = None, limit: int = _MAX_ROWS) -> list[types.OrderSummary]:
        """Past orders; the host gives no more than 200."""
        return self._host.orders(types.Query(since_ms, limit))

    def after_sales(self, *, since_ms: int | None = None, limit: int = _MAX_ROWS) -> list[types.AfterSaleSummary]:
        """Past after-sales tickets, this one not among them; the host gives no more than 200."""
        return self._host.after_sales(types.Query(since_ms, limit))

    def totals(self) -> types.Totals:
        """Sums over the whole past, never capped."""
        return self._host.totals()

    def orders_within_days(self, days: int) -> list[types.OrderSummary]:
        """Orders of the last `days` days."""
        return self.orders(since_ms=self._now_ms - days * _DAY_MS)

    def after_sales_within_days(self, days: int) -> list[types.AfterSaleSummary]:
        """After-sales tickets of the last `days` days."""
        return self.after_sales(since_ms=self._now_ms - days * _DAY_MS)


class Crypto:
    """The gateway's secrets, by name. They stay with the host; what is made with them is recorded. Only `settlement` has any.

    Raises `CryptoError` when the gateway has no such secret, or it is of another kind.
    """

    def __init__(self, host: Host) -> None:
        self._host = host

    def hmac_sha256(self, secret: str, message: bytes) -> bytes:
        """HMAC-SHA256 with the secret as the key."""
        return self._host.hmac_sha256(secret, message)

    def rsa_sha256_sign(self, secret: str, message: bytes) -> bytes:
        """RSASSA-PKCS1-v1_5 with SHA-256; the secret is a private key in PEM."""
        return self._host.rsa_sha256_sign(secret, message)

    def rsa_sha256_verify(self, secret: str, message: bytes, signature: bytes) -> bool:
        """True when such a signature fits; the secret is a public key or a certificate in PEM."""
        return self._host.rsa_sha256_verify(secret, message, signature)

    def aes_gcm_open(self, secret: str, nonce: bytes, associated: bytes, sealed: bytes) -> bytes:
        """Opens what AES-GCM sealed, with the 16-byte tag at the end; the secret is the key."""
        return self._host.aes_gcm_open(secret, nonce, associated, sealed)


class Parameter:
    """An external parameter (外部参数); each method answers None when the parameter has another type."""

    def __init__(self, value: types.ParameterValue) -> None:
        self.value = value

    def as_bool(self) -> bool | None:
        """A 布尔."""
        return self.value.value if isinstance(self.value, types.ParameterValueBoolean) else None

    def as_int(self) -> int | None:
        """A whole 数值: `12`, or `12.00`; None for fractions."""
        return self.as_minor(0)

    def as_minor(self, digits: int) -> int | None:
        """A 数值 times 10^`digits`, exactly: `12.50` with 2 digits is 1250."""
        return decimal_minor(self.value.value, digits) if isinstance(self.value, types.ParameterValueNumber) else None

    def as_text(self) -> str | None:
        """The text of a 字符串, 部门, 人员 or 角色."""
        texts = (types.ParameterValueText, types.ParameterValueDepartment, types.ParameterValuePerson, types.ParameterValueRole)
        return self.value.value if isinstance(self.value, texts) else None

    def as_set(self) -> list[str] | None:
        """The members of a 集合."""
        return self.value.value if isinstance(self.value, types.ParameterValueSet) else None


class Call(Generic[C]):
    """One call of a rule: the binding's configuration, the moment, randomness, and what the host can be asked.

    There is no other clock and no other randomness: both are recorded with the decision, so that it can be run again.
    """

    def __init__(self, config: C, context: types.Context, host: Host) -> None:
        self.config = config
        """The binding's configuration."""
        self.now_ms = context.now_ms
        """"Now" in milliseconds since 1970-01-01T00:00:00Z."""
        self.seed = context.seed
        """Two words of randomness, the same whenever the decision is run again."""
        self.locale = context.locale
        """BCP 47 tag of the tenant's language, for example `zh-CN`."""
        self.decision_id = context.decision_id
        """Identifier of the decision, for messages."""
        self.tenant = context.tenant
        """Slug of the tenant."""
        self.history = History(host, context.now_ms)
        """The customer's past, read-only."""
        self.log = Log(host)
        """Lines for the author, kept with the decision."""
        self.crypto = Crypto(host)
        """What the host does with a gateway's secrets; only `settlement` has any."""
        self._host = host

    def rng(self) -> Rng:
        """A small generator that starts from the seed. Every call of this method starts the same sequence."""
        return Rng(self.seed)

    def parameter(self, code: str) -> Parameter | None:
        """The tenant's external parameter with this code, if there is one."""
        value = self._host.parameter(code)
        return None if value is None else Parameter(value)
