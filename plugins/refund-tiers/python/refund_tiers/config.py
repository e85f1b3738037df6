"""What a merchant may set. `{}` is a valid configuration: it carries the numbers of the sources (D3, Z11, Z22, U9, Z6)."""

from typing import Literal

from redress_sdk import TicketKind, setting, settings

_NO_REASON = ["unwanted", "no_reason", "seven_day_no_reason", "七天无理由", "7天无理由"]
"""Reason codes that mean 七天无理由退货 (D9), in the words of the API and of the channels."""

_RETURNS = ["return_refund"]
_KINDS = "Kinds of ticket it is for; empty for all."
_QUORUM = 'How many holders of the role must agree: "any", "all" (会签) or {"at_least": 2}.'
_REPORT = "Attach the purchase-behaviour report (用户历史购买行为分析报告)."
_U32 = 2**32 - 1


@settings
class AtLeast:
    at_least: int = setting("So many holders, at least 1.", minimum=0, maximum=_U32)


Votes = Literal["any", "all"] | AtLeast


@settings
class Tier:
    up_to: int | None = setting(
        'Largest amount of this tier in minor units (fen, cents), itself included; null for "no end", which the last tier has.',
        default=None,
    )
    role: str | None = setting("Role that must agree; null approves automatically.", default=None)
    quorum: Votes = setting(_QUORUM, default="any")
    with_report: bool = setting(_REPORT, default=False)


@settings
class Need:
    role: str = setting("Role that must agree.")
    quorum: Votes = setting(_QUORUM, default="any")
    with_report: bool = setting(_REPORT, default=False)


@settings
class Inspection:
    kinds: list[TicketKind] = setting(_KINDS, default=_RETURNS)
    categories: list[str] = setting(
        "Product categories the rule is for (every line must be in one of them); empty for all.", default=[]
    )
    below: dict[str, int] = setting(
        "Threshold in minor units by currency: below it the goods are inspected and nobody is asked before.",
        default={"CNY": 50_000},
    )
    role: str = setting("Role that must agree first at and above the threshold.", default="supervisor")
    quorum: Votes = setting(_QUORUM, default="any")
    tag: str = setting("Tag for tickets that wait for the inspection; empty for none.", default="待仓库质检")


@settings
class AutoApprove:
    kinds: list[TicketKind] = setting(_KINDS, default=_RETURNS)
    reasons: list[str] = setting(
        "Reason codes that qualify; every line of the ticket must have one of them.", default=_NO_REASON
    )
    within_days: int = setting(
        "Days after delivery within which the request must come.", default=7, minimum=0, maximum=_U32
    )
    field: str = setting("Form field that must be true; empty for none.", default="package_intact")
    max_amount: dict[str, int] = setting(
        "Largest amount in minor units by currency; no entry means no limit.", default={}
    )


@settings
class Window:
    kinds: list[TicketKind] = setting(_KINDS, default=_RETURNS)
    reasons: list[str] = setting("Reason codes the window is for (any line); empty for all.", default=_NO_REASON)
    days: int = setting(
        "Days after delivery. An unknown delivery time is never late.", default=7, minimum=0, maximum=_U32
    )
    late: Literal["approval", "reject"] = setting("What happens to a late request.", default="approval")
    role: str = setting('Role that must agree to a late request when `late` is "approval".', default="supervisor")
    message: str | None = setting(
        'Words for the customer when `late` is "reject"; null for the built-in ones.', default=None
    )


@settings
class RiskLevel:
    score: int = setting("Lowest score of the level, 1–100.", name="from", minimum=0, maximum=_U32)
    role: str = setting("Role that must agree.")
    with_report: bool = setting(_REPORT, default=False)


@settings
class RiskLimits:
    levels: list[RiskLevel] = setting(
        "Score from which people must agree whatever the amount; the highest reached level counts.",
        default=[{"from": 60, "role": "director", "with_report": True}],
    )
    unknown_role: str = setting(
        "Role that must agree to what would be automatic when no fraud rule could answer.", default="supervisor"
    )


@settings
class RequiredFields:
    kinds: list[TicketKind] = setting(_KINDS, default=[])
    problems: list[str] = setting("Problem labels or reason codes the rule is for; empty for all.", default=[])
    when_field: str = setting("Only when this form field …; empty for always.", default="")
    when_value: str = setting("… has this value.", default="")
    fields: list[str] = setting(
        'Names of the fields that must be filled; "description" is the ticket\'s own text.', default=[]
    )


@settings
class Config:
    tiers: dict[str, list[Tier]] = setting(
        "Amount tiers by ISO 4217 currency code, each list in ascending order. The first tier whose `up_to` is not exceeded by "
        "the highest of requested and net amount decides.",
        default={
            "CNY": [
                {"up_to": 5_000},
                {"up_to": 50_000, "role": "supervisor"},
                {"up_to": None, "role": "director", "with_report": True},
            ]
        },
    )
    other_currencies: Need = setting(
        "Who must agree when the currency has no tiers.", default={"role": "director", "with_report": True}
    )
    role_order: list[str] = setting(
        "Roles from lowest to highest. Every role named elsewhere must be in this list.",
        default=["supervisor", "director"],
    )
    include_refunded_before: bool = setting("Add what was already refunded on the order to the amount.", default=False)
    inspection: list[Inspection] = setting(
        "Small amounts are inspected in the warehouse, for large ones people are asked first (Z11). The first that fits replaces "
        "the tiers.",
        default=[],
    )
    auto_approve: list[AutoApprove] = setting(
        "Rules that approve whatever the amount (Z22). The first that fits replaces inspection rules and tiers.",
        default=[{}],
    )
    windows: list[Window] = setting(
        "How long after delivery a request is in time. All that fit are checked.", default=[{}]
    )
    days_count_from: Literal["delivery", "next_midnight"] = setting(
        "From when a day count runs: from the moment of delivery (签收), or from the next midnight.", default="delivery"
    )
    utc_offset_minutes: int = setting(
        "Offset of the shop's clock from UTC in minutes, for `next_midnight`; 480 is China.", default=480
    )
    risk: RiskLimits = setting("What a fraud score does.", default={})
    required_fields: list[RequiredFields] = setting(
        "Evidence without which nobody decides (U9, Z6); what is missing is asked of the customer.",
        default=[
            {"problems": ["damaged", "商品破损"], "fields": ["photo", "damage_position"]},
            {"problems": ["quality", "商品质量问题"], "fields": ["description", "photo"]},
            {"when_field": "refund_method", "when_value": "bank_card", "fields": ["bank_card_number"]},
        ],
    )
