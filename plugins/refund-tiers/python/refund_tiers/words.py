"""Every sentence the rule says, in Chinese and English."""

from redress_sdk import Money

from .config import Tier

_ROLES = {"agent": "客服", "supervisor": "客服组长", "director": "运营总监", "finance": "财务", "risk": "风控专员", "admin": "管理员"}
_FIELDS_ZH = {
    "photo": "照片",
    "damage_position": "破损位置",
    "description": "问题描述",
    "bank_card_number": "银行卡号",
    "refund_method": "退款方式",
}
_FIELDS_EN = {"damage_position": "damage position", "bank_card_number": "bank card number", "refund_method": "refund method"}


class Words:
    """The language of a call: Chinese for `zh-*`, else English."""

    def __init__(self, locale: str) -> None:
        self._chinese = locale.replace("_", "-").split("-")[0].lower() == "zh"

    def _pick(self, chinese: str, english: str) -> str:
        return chinese if self._chinese else english

    def join(self, reasons: list[str]) -> str:
        """Reasons joined to one explanation."""
        return self._pick("；".join(reasons) + "。", "; ".join(reasons) + ".")

    def tier(self, minor: int, currency: str, above: int | None, tier: Tier) -> str:
        bounds, amount = self._bounds(currency, above, tier.up_to), self._money(minor, currency)
        if tier.role is None:
            return self._pick(f"金额{amount}，{bounds}按金额可自动通过", f"{amount}{bounds}: automatic by amount")
        who = self._role(tier.role)
        if tier.with_report:
            return self._pick(
                f"金额{amount}，{bounds}需{who}审批，附用户历史购买行为分析报告",
                f"{amount}{bounds}: {who} must agree, with the purchase-behaviour report attached",
            )
        return self._pick(f"金额{amount}，{bounds}需{who}审批", f"{amount}{bounds}: {who} must agree")

    def _bounds(self, currency: str, above: int | None, up_to: int | None) -> str:
        start = None if above is None else self._money(above, currency)
        end = None if up_to is None else self._money(up_to, currency)
        if start and end:
            return self._pick(f"超过{start}、不超过{end}，", f" is above {start} and at most {end}")
        if start:
            return self._pick(f"超过{start}，", f" is above {start}")
        return self._pick(f"不超过{end}，", f" is at most {end}") if end else ""

    def no_tiers(self, currency: str, role: str) -> str:
        who = self._role(role)
        return self._pick(f"币种{currency}没有设置金额分层，需{who}审批", f"there are no tiers for {currency}: {who} must agree")

    def auto_approved(self, days: int) -> str:
        return self._pick(
            f"七天无理由退货，签收{days}天内申请且包装完好，自动通过",
            f"return without reason within {days} days of delivery, package intact: automatic",
        )

    def inspected(self, minor: int, below_minor: int, currency: str) -> str:
        amount, below = self._money(minor, currency), self._money(below_minor, currency)
        return self._pick(
            f"金额{amount}，低于{below}，仓库质检通过后退款", f"{amount} is below {below}: refunded after the warehouse inspection"
        )

    def asked_before_inspection(self, minor: int, below_minor: int, currency: str, role: str) -> str:
        amount, below, who = self._money(minor, currency), self._money(below_minor, currency), self._role(role)
        return self._pick(
            f"金额{amount}，达到{below}，先由{who}审批，再由仓库质检",
            f"{amount} reaches {below}: {who} must agree before the warehouse inspection",
        )

    def late(self, days: int, role: str) -> str:
        who = self._role(role)
        return self._pick(f"已超过签收后{days}天的申请期限，需{who}审批", f"later than {days} days after delivery: {who} must agree")

    def refused_late(self, days: int) -> str:
        return self._pick(f"已超过签收后{days}天的申请期限，拒绝退款", f"later than {days} days after delivery: refused")

    def late_message(self, days: int) -> str:
        """To the customer."""
        return self._pick(
            f"很抱歉，您的申请已超过签收后{days}天的期限，无法退款。如有疑问请联系客服。",
            f"We are sorry: your request came later than {days} days after delivery, so it cannot be refunded. "
            "Please contact us if you have questions.",
        )

    def missing(self, fields: list[str]) -> str:
        known = _FIELDS_ZH if self._chinese else _FIELDS_EN
        names = [known.get(name, name) for name in fields]
        return self._pick("请客户补充：" + "、".join(names), "the customer must add: " + ", ".join(names))

    def risk_unknown(self, role: str) -> str:
        who = self._role(role)
        return self._pick(f"风险未知，不自动退款，需{who}审批", f"the risk is unknown, so nothing is automatic: {who} must agree")

    def risky(self, score: int, start: int, role: str) -> str:
        who = self._role(role)
        return self._pick(f"风险分{score}，达到{start}，需{who}审批", f"risk score {score} reaches {start}: {who} must agree")

    def _role(self, role: str) -> str:
        return _ROLES.get(role, role) if self._chinese else role

    def _money(self, minor: int, currency: str) -> str:
        money = Money(minor, currency)
        return f"{money.decimal()}元" if self._chinese and currency == "CNY" else str(money)
