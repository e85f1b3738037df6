from redress_sdk import Assessment, Call
from redress_sdk.testing import FakeHost, after_sale, sample_case

from rule.config import Config
from rule.fraud_scoring import fraud_scoring


def test_a_customer_without_a_past_is_clean(call: Call[Config]) -> None:
    assert fraud_scoring(call, sample_case()) == Assessment.clean()


def test_too_many_claims_are_a_signal(call: Call[Config]) -> None:
    past = [after_sale(f"T-{day}", day) for day in range(1, 5)]
    assessment = fraud_scoring(FakeHost(after_sales=past).call(call.config), sample_case())
    assert (assessment.score, assessment.signals[0].code) == (60, "repeat_claims")
