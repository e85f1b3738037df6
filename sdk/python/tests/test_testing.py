import pytest
from redress_sdk import AccessErrorDenied, HistoryError, Level, ParameterValueNumber, RouteDecision
from redress_sdk.testing import FakeHost, LoggedLine, after_sale, past_order, sample_case, sample_desk, sample_event


def test_the_fake_host_is_newest_first_capped_and_logs() -> None:
    host = FakeHost(
        orders=[past_order("old", 40, 100), past_order("new", 2, 200)],
        after_sales=[after_sale("T-1", 10)],
        parameters={"limit": ParameterValueNumber("12.50")},
    )
    call = host.call(None)
    assert call.history.orders(limit=1)[0].external_id == "new"
    assert len(call.history.orders_within_days(7)) == 1
    assert len(call.history.after_sales_within_days(5)) == 0
    assert call.history.totals().paid.minor == 300
    limit = call.parameter("limit")
    assert limit is not None and (limit.as_minor(2), limit.as_int(), limit.as_text()) == (1250, None, None)
    assert call.parameter("nothing") is None
    call.log.warn("odd", why="test", n=1)
    assert host.lines == [LoggedLine(Level.WARN, "odd", {"why": "test", "n": "1"})]


def test_refusals_are_raised() -> None:
    with pytest.raises(HistoryError, match="the host refused the look-up: history"):
        FakeHost(refuse_history=AccessErrorDenied("history")).call(None).history.totals()


def test_a_case_answers_common_questions() -> None:
    case = sample_case(tags=["vip"], fields={"photo": ["a.jpg"]})
    assert case.days_since_delivery(FakeHost().call(None).now_ms) == 3
    assert (case.currency, case.categories, case.member_level, case.has_tag("vip")) == ("CNY", ["pet_device"], "vip", True)
    assert (case.ticket.field("photo"), case.ticket.field("nothing")) == (["a.jpg"], None)
    assert case.ticket.kind.api_name == "return_refund"
    assert sample_event("ticket.created", amount=1).detail("amount") == 1
    nobody = sample_case(with_customer=False, with_order=False)
    assert (nobody.member_level, nobody.days_since_delivery(0)) == (None, None)


def test_agents_without_room_are_left_out() -> None:
    desk = sample_desk()
    assert [agent.name for agent in desk.free_agents("after_sales")] == ["小李"]
    desk.agents[0].capacity = 3
    assert desk.free_agents("after_sales") == []
    assert RouteDecision.to_queue("finance", "why").skills == []
