"""Saying why a rule could not answer."""

from __future__ import annotations

from . import types


class RuleError(Exception):
    """Raised when the rule cannot answer. The ticket is kept and a person looks at it.

    Any other exception counts as a defect of the rule and is told with its message, file and line.
    """

    def __init__(self, answer: types.RuleError) -> None:
        self.answer = answer
        if isinstance(answer.value, str):
            text = answer.value
        else:
            text = "; ".join(f"{violation.path} {violation.message}".strip() for violation in answer.value)
        super().__init__(text)

    @staticmethod
    def invalid_input(path: str, message: str) -> RuleError:
        """The case lacks something or holds something that the rule cannot work with; `path` is a JSON Pointer."""
        return RuleError(types.RuleErrorInvalidInput([types.Violation(path, message)]))

    @staticmethod
    def invalid(violations: list[types.Violation]) -> RuleError:
        """Several things are wrong with the case."""
        return RuleError(types.RuleErrorInvalidInput(violations))

    @staticmethod
    def config(path: str, message: str) -> RuleError:
        """The configuration does not fit."""
        return RuleError(types.RuleErrorConfig([types.Violation(path, message)]))

    @staticmethod
    def unavailable(message: str) -> RuleError:
        """Something the rule relies on is missing for now."""
        return RuleError(types.RuleErrorUnavailable(message))

    @staticmethod
    def internal(message: str) -> RuleError:
        """A defect in the rule."""
        return RuleError(types.RuleErrorInternal(message))


class CryptoError(RuleError):
    """Raised when nothing can be made with a secret. When nobody catches it, it becomes the error of the rule."""

    def __init__(self, reason: types.CryptoError) -> None:
        self.reason = reason
        if isinstance(reason, types.CryptoErrorNoSecret):
            missing = types.Violation("", f"the gateway has no secret '{reason.value}'")
            answer: types.RuleError = types.RuleErrorConfig([missing])
        else:
            answer = types.RuleErrorUnavailable(reason.value)
        super().__init__(answer)


class HistoryError(RuleError):
    """Raised by look-ups that have no answer. When nobody catches it, it becomes the error of the rule."""

    def __init__(self, reason: types.AccessError) -> None:
        self.reason = reason
        if isinstance(reason, types.AccessErrorDenied):
            answer: types.RuleError = types.RuleErrorUnavailable(f"the host refused the look-up: {reason.value}")
        else:
            missing = types.Violation("/customer", "the case has no customer, so there is no history")
            answer = types.RuleErrorInvalidInput([missing])
        super().__init__(answer)
