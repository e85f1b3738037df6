"""Does it look like abuse?"""

from redress_sdk import Assessment, Call, CaseFile, Signal

from .config import Config


def fraud_scoring(call: Call[Config], case: CaseFile) -> Assessment:
    days = call.config.window_days
    claims = len(call.history.after_sales_within_days(days))
    if claims <= call.config.most_claims:
        return Assessment.clean()
    signal = Signal("repeat_claims", 60, f"{claims} claims in {days} days")
    return Assessment.from_signals([signal], tags=["repeat_claims"])
