"""`refund-tiers` in Python: may this money be paid back, and who must agree?

Looked at in this order; the strictest finding wins (reject, ask the customer, ask people, approve):
1. requests that come too late (windows);
2. evidence that is missing (U9, Z6);
3. one of: automatic approval (Z22), inspection rule (Z11), amount tiers (D3);
4. the risk: unknown is never automatic, a high score goes up the ladder.
"""

from redress_sdk import Call, CaseFile, Decision, Plugin, RefundRequest, Risk

from .check import check
from .config import Config
from .facts import Facts
from .ladder import Ladder
from .words import Words


def refund_approval(call: Call[Config], case: CaseFile, request: RefundRequest) -> Decision:
    facts = Facts.read(call.config, call.now_ms, case, request)
    return decide(facts, request.risk, Words(call.locale))


def decide(facts: Facts, risk: Risk | None, words: Words) -> Decision:
    config = facts.config
    late = [window for window in config.windows if facts.is_late(window)]
    refused = next((window for window in late if window.late == "reject"), None)
    if refused is not None:
        message = words.late_message(refused.days) if refused.message is None else refused.message
        return Decision.reject(message, words.join([words.refused_late(refused.days)]))
    missing = facts.missing_fields()
    if missing:
        return Decision.need_information(missing, words.join([words.missing(missing)]))

    people = Ladder(config.role_order)
    reasons: list[str] = []
    for window in late:
        people.need(window.role, "any", False)
        reasons.append(words.late(window.days, window.role))
    tags = by_amount(facts, words, people, reasons)
    by_risk(config, risk, words, people, reasons)
    return Decision.of(people.verdict(), words.join(reasons), tags=tags)


def by_amount(facts: Facts, words: Words, people: Ladder, reasons: list[str]) -> list[str]:
    """Automatic approval, else an inspection rule, else the tiers. Answers tags."""
    config, amount, currency = facts.config, facts.amount, facts.currency
    automatic = next((rule for rule in config.auto_approve if facts.is_auto_approved(rule)), None)
    if automatic is not None:
        reasons.append(words.auto_approved(automatic.within_days))
        return []
    for rule in config.inspection:
        below = facts.inspected_below(rule)
        if below is None:
            continue
        if amount < below:
            reasons.append(words.inspected(amount, below, currency))
        else:
            people.need(rule.role, rule.quorum, False)
            reasons.append(words.asked_before_inspection(amount, below, currency, rule.role))
        return [rule.tag] if rule.tag else []
    above = None
    for tier in config.tiers.get(currency, []):
        if tier.up_to is None or amount <= tier.up_to:
            if tier.role is not None:
                people.need(tier.role, tier.quorum, tier.with_report)
            reasons.append(words.tier(amount, currency, above, tier))
            return []
        above = tier.up_to
    need = config.other_currencies
    people.need(need.role, need.quorum, need.with_report)
    reasons.append(words.no_tiers(currency, need.role))
    return []


def by_risk(config: Config, risk: Risk | None, words: Words, people: Ladder, reasons: list[str]) -> None:
    """A known score may send it up the ladder; an unknown one keeps it from being automatic."""
    limits = config.risk
    if risk is None:
        if people.is_empty():
            people.need(limits.unknown_role, "any", False)
            reasons.append(words.risk_unknown(limits.unknown_role))
        return
    reached = [level for level in limits.levels if risk.score >= level.score]
    if reached:
        # Among equals the last one, as `max_by_key` in Rust has it.
        level = max(reversed(reached), key=lambda level: level.score)
        people.need(level.role, "any", level.with_report)
        reasons.append(words.risky(risk.score, level.score, level.role))


plugin = Plugin(Config, check=check, refund_approval=refund_approval)
