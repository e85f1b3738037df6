"""Who is told what?"""

from redress_sdk import Call, CaseFile, Event, Message, RecipientCustomer

from .config import Config


def notification(call: Call[Config], case: CaseFile, event: Event) -> list[Message]:
    if event.name != "ticket.created":
        return []
    number = case.ticket.number
    chinese = call.locale.startswith("zh")
    body = f"我们已收到您的售后申请，编号 {number}。" if chinese else f"We have received your request {number}."
    return [Message(call.config.channel, RecipientCustomer(), "ticket.created", call.locale, "", body)]
