import pytest
from redress_sdk import Call
from redress_sdk.testing import FakeHost, sample_case, sample_event

from rule.config import Config
from rule.notification import notification


@pytest.mark.parametrize(("locale", "words"), [("zh-CN", "我们已收到"), ("en", "We have received")])
def test_customers_are_told_in_their_language(call: Call[Config], locale: str, words: str) -> None:
    told = FakeHost(locale=locale).call(call.config)
    assert notification(told, sample_case(), sample_event("ticket.created"))[0].body.startswith(words)


def test_other_events_are_silent(call: Call[Config]) -> None:
    assert notification(call, sample_case(), sample_event("ticket.closed")) == []
