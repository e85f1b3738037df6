"""What the schema cannot say of a configuration: ascending tiers, known roles, sensible numbers."""

from redress_sdk import MAX_MINOR, Violation

from .config import AtLeast, Config, Tier, Votes


def check(config: Config) -> list[Violation]:
    """Everything wrong with a configuration, each with a JSON Pointer."""
    found = _Findings(config)
    for currency, tiers in config.tiers.items():
        found.tiers(currency, tiers)
    found.role("/other_currencies/role", config.other_currencies.role)
    found.votes("/other_currencies/quorum", config.other_currencies.quorum)
    for i, rule in enumerate(config.inspection):
        found.role(f"/inspection/{i}/role", rule.role)
        found.votes(f"/inspection/{i}/quorum", rule.quorum)
        found.amounts(f"/inspection/{i}/below", rule.below)
        if not rule.below:
            advice = 'give a threshold for a currency, for example {"CNY": 50000}'
            found.add(f"/inspection/{i}/below", f"the rule would never apply: {advice}")
    for i, automatic in enumerate(config.auto_approve):
        found.amounts(f"/auto_approve/{i}/max_amount", automatic.max_amount)
        if not automatic.reasons:
            found.add(f"/auto_approve/{i}/reasons", "name at least one reason: without any, the rule would never apply")
    for i, window in enumerate(config.windows):
        found.role(f"/windows/{i}/role", window.role)
    found.role("/risk/unknown_role", config.risk.unknown_role)
    for i, level in enumerate(config.risk.levels):
        found.role(f"/risk/levels/{i}/role", level.role)
        if not 1 <= level.score <= 100:
            found.add(f"/risk/levels/{i}/from", "give a score from 1 to 100")
    for i, required in enumerate(config.required_fields):
        if not required.fields:
            found.add(f"/required_fields/{i}/fields", "name at least one field, or remove the rule")
        if required.when_value and not required.when_field:
            found.add(f"/required_fields/{i}/when_field", "name the field that must have the value of when_value")
    if abs(config.utc_offset_minutes) > 14 * 60:
        found.add("/utc_offset_minutes", "give an offset from UTC between -840 and 840 minutes, for example 480 for China")
    return found.list


class _Findings:
    def __init__(self, config: Config) -> None:
        self._config = config
        self.list: list[Violation] = []

    def add(self, path: str, message: str) -> None:
        self.list.append(Violation(path, message))

    def role(self, path: str, role: str) -> None:
        if role not in self._config.role_order:
            self.add(path, f"role '{role}' is not in role_order: add it there, at its place from lowest to highest")

    def votes(self, path: str, votes: Votes) -> None:
        if isinstance(votes, AtLeast) and votes.at_least == 0:
            self.add(f"{path}/at_least", "at least 1 person must agree: give 1 or more")

    def currency(self, path: str, currency: str) -> None:
        if not (len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()):
            self.add(path, f"'{currency}' is not a currency code: use three upper-case letters such as CNY")

    def amounts(self, path: str, amounts: dict[str, int]) -> None:
        for currency, minor in amounts.items():
            self.currency(f"{path}/{currency}", currency)
            if minor < 0:
                self.add(f"{path}/{currency}", f"give an amount in minor units from 0 to {MAX_MINOR}")

    def tiers(self, currency: str, tiers: "list[Tier]") -> None:
        base = f"/tiers/{currency}"
        self.currency(base, currency)
        if not tiers or tiers[-1].up_to is not None:
            self.add(base, "the last tier must have up_to null, so that every amount has a tier")
        before = -1
        for i, tier in enumerate(tiers):
            path = f"{base}/{i}"
            if tier.up_to is None:
                if i + 1 < len(tiers):
                    self.add(f"{path}/up_to", "only the last tier may have up_to null")
            elif tier.up_to <= before:
                self.add(f"{path}/up_to", f"tiers must rise: give more than {before} and at most {MAX_MINOR}")
            else:
                before = tier.up_to
            self.votes(f"{path}/quorum", tier.quorum)
            if tier.role is not None:
                self.role(f"{path}/role", tier.role)
            elif tier.with_report or tier.quorum != "any":
                self.add(f"{path}/role", "a report or a quorum needs people: name the role, or remove both")
