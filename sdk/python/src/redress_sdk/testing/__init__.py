"""For unit tests: a host in memory and sample cases."""

from .host import FakeHost, LoggedLine, validate_config
from .sample import NOW_MS, after_sale, instruction, past_order, refund_request, sample_case, sample_desk, sample_event

__all__ = [
    "NOW_MS",
    "FakeHost",
    "LoggedLine",
    "after_sale",
    "instruction",
    "past_order",
    "refund_request",
    "sample_case",
    "sample_desk",
    "sample_event",
    "validate_config",
]
