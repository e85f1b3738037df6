"""The one answer of several needs: the highest role, the strictest quorum for it, and the report if anybody wants it."""

from redress_sdk import ApprovalNeed, Quorum, QuorumAll, QuorumAny, QuorumAtLeast, Verdict, VerdictApprove, VerdictNeedsApproval

from .config import AtLeast, Votes


class Ladder:
    """Collects who must agree; `order` lists the roles from lowest to highest."""

    def __init__(self, order: list[str]) -> None:
        self._order = order
        self._top: tuple[int, str, Votes] | None = None
        self._with_report = False

    def is_empty(self) -> bool:
        """True while nobody is needed."""
        return self._top is None

    def need(self, role: str, votes: Votes, with_report: bool) -> None:
        """Somebody must agree. A role missing from the order ranks highest, which the check of the configuration prevents."""
        rank = self._order.index(role) if role in self._order else len(self._order)
        self._with_report |= with_report
        top = self._top
        if top is None or (rank, _strictness(votes)) > (top[0], _strictness(top[2])):
            self._top = (rank, role, votes)

    def verdict(self) -> Verdict:
        """The verdict of all needs together."""
        if self._top is None:
            return VerdictApprove()
        _, role, votes = self._top
        quorum: Quorum = QuorumAtLeast(votes.at_least) if isinstance(votes, AtLeast) else QuorumAny() if votes == "any" else QuorumAll()
        return VerdictNeedsApproval(ApprovalNeed(role, quorum, self._with_report))


def _strictness(votes: Votes) -> int:
    """All is stricter than any number, a number stricter than a smaller one."""
    if isinstance(votes, AtLeast):
        return votes.at_least
    return 1 if votes == "any" else 2**32
