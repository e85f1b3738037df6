//! The hooks a plugin may answer, one trait each.

use crate::gateway::{HttpRequest, HttpResponse, Instruction, Notice, Outcome, Purpose};
use crate::{Assessment, Call, CaseFile, Decision, Desk, Event, Intent, Message, Plugin, RefundRequest, RouteDecision, RuleError, Tick};

/// Who handles the ticket. Asked when a ticket is created, reopened, escalated or handed back; the first answer in the
/// order of the bindings wins, and `Ok(None)` leaves it to the next one.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Vip;
/// # impl Plugin for Vip {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "vip";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "VIPs first.";
/// # }
///
/// impl Routing for Vip {
///     fn route(_call: &Call<NoConfig>, case: &CaseFile, desk: &Desk) -> Result<Option<RouteDecision>, RuleError> {
///         if case.member_level() != Some("vip") || desk.queue("vip").is_none() {
///             return Ok(None);
///         }
///         Ok(Some(RouteDecision::to_queue("vip", "VIP customers have their own queue").with_priority(Priority::High)))
///     }
/// }
/// ```
pub trait Routing: Plugin {
    /// Picks a queue or a person.
    ///
    /// # Errors
    /// A [`RuleError`] sends the ticket to the default queue and is shown on it.
    fn route(call: &Call<Self::Config>, case: &CaseFile, desk: &Desk) -> Result<Option<RouteDecision>, RuleError>;
}

/// Does it look like abuse. Asked when a ticket is created or inspected and when a refund is asked; the highest score
/// counts, all signals are kept.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Repeat;
/// # impl Plugin for Repeat {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "repeat";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "Counts claims.";
/// # }
///
/// impl FraudScoring for Repeat {
///     fn score(call: &Call<NoConfig>, _case: &CaseFile) -> Result<Assessment, RuleError> {
///         let claims = call.history().after_sales_within_days(90)?.len();
///         if claims < 3 {
///             return Ok(Assessment::clean());
///         }
///         Ok(Assessment::from_signals(vec![Signal::new("repeat_claims", 60, format!("{claims} claims in 90 days"))]))
///     }
/// }
/// ```
pub trait FraudScoring: Plugin {
    /// Scores the case from 0 (nothing odd) to 100 (certain).
    ///
    /// # Errors
    /// A [`RuleError`] leaves the risk unknown, so that nothing is approved automatically.
    fn score(call: &Call<Self::Config>, case: &CaseFile) -> Result<Assessment, RuleError>;
}

/// May the money be paid back. Asked when a refund is asked and again when its amount rises; the strictest answer wins.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Window;
/// # impl Plugin for Window {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "window";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "Seven days.";
/// # }
///
/// impl RefundApproval for Window {
///     fn evaluate(call: &Call<NoConfig>, case: &CaseFile, _request: &RefundRequest) -> Result<Decision, RuleError> {
///         Ok(match case.days_since_delivery(call.now_ms()) {
///             Some(days) if days <= 7 => Decision::approve("within seven days"),
///             Some(days) => Decision::needs_approval("supervisor", format!("{days} days after delivery")),
///             None => Decision::need_information(["delivered_at"], "the day of delivery is unknown"),
///         })
///     }
/// }
/// ```
pub trait RefundApproval: Plugin {
    /// Decides.
    ///
    /// # Errors
    /// A [`RuleError`] sends the refund to a person of the highest tier.
    fn evaluate(call: &Call<Self::Config>, case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError>;
}

/// Who is told what. Asked on every event; all answers are sent.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Receipt;
/// # impl Plugin for Receipt {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "receipt";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "Confirms tickets.";
/// # }
///
/// impl Notification for Receipt {
///     fn compose(call: &Call<NoConfig>, case: &CaseFile, event: &Event) -> Result<Vec<Message>, RuleError> {
///         if event.name != "ticket.created" {
///             return Ok(vec![]);
///         }
///         Ok(vec![Message::new("sms", Recipient::Customer, call.locale(), "", format!("We have received {}.", case.ticket.number))])
///     }
/// }
/// ```
pub trait Notification: Plugin {
    /// Composes messages; an empty list says nothing to anybody.
    ///
    /// # Errors
    /// A [`RuleError`] is shown on the ticket; no message of this rule is sent.
    fn compose(call: &Call<Self::Config>, case: &CaseFile, event: &Event) -> Result<Vec<Message>, RuleError>;
}

/// What else follows from an event. Asked on every event of a ticket, in the order of the bindings; the host does what is
/// allowed and notes the rest on the ticket.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Loud;
/// # impl Plugin for Loud {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "loud";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "VIP complaints first.";
/// # }
///
/// impl Automation for Loud {
///     fn react(_call: &Call<NoConfig>, case: &CaseFile, event: &Event) -> Result<Vec<Intent>, RuleError> {
///         if event.name != "ticket.created" || case.member_level() != Some("vip") {
///             return Ok(vec![]);
///         }
///         Ok(vec![Intent::SetPriority(Priority::High), Intent::AddTag("vip".into())])
///     }
/// }
/// ```
pub trait Automation: Plugin {
    /// Says what should be done; an empty list asks for nothing.
    ///
    /// # Errors
    /// A [`RuleError`] is shown on the ticket; nothing of this rule is done.
    fn react(call: &Call<Self::Config>, case: &CaseFile, event: &Event) -> Result<Vec<Intent>, RuleError>;
}

/// What is done at certain times. Asked at every tick of the binding's timetable, once for each ticket that matches the
/// binding's filter.
///
/// ```
/// use redress_sdk::prelude::*;
/// # struct Stale;
/// # impl Plugin for Stale {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "stale";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "Raises what waits.";
/// # }
///
/// impl Schedule for Stale {
///     fn due(call: &Call<NoConfig>, case: &CaseFile, _tick: &Tick) -> Result<Vec<Intent>, RuleError> {
///         let waited_ms = call.now_ms() - case.ticket.created_at_ms;
///         Ok(if waited_ms > 30 * 60_000 { vec![Intent::SetPriority(Priority::High)] } else { vec![] })
///     }
/// }
/// ```
pub trait Schedule: Plugin {
    /// Says what should be done with the ticket; an empty list asks for nothing.
    ///
    /// # Errors
    /// A [`RuleError`] is shown on the ticket; nothing of this rule is done.
    fn due(call: &Call<Self::Config>, case: &CaseFile, tick: &Tick) -> Result<Vec<Intent>, RuleError>;
}

/// How money goes back over a gateway. The rule writes requests and reads answers, the host sends them; secrets stay with the
/// host, which fills them in or signs with them ([`Call::crypto`]).
///
/// ```
/// use redress_sdk::gateway::*;
/// use redress_sdk::prelude::*;
/// # struct Bank;
/// # impl Plugin for Bank {
/// #     type Config = NoConfig;
/// #     const NAME: &'static str = "bank";
/// #     const VERSION: &'static str = "1.0.0";
/// #     const DESCRIPTION: &'static str = "Pays back.";
/// # }
///
/// impl Settlement for Bank {
///     fn request(_call: &Call<NoConfig>, order: &Instruction, _attempt: u32) -> Result<HttpRequest, RuleError> {
///         let body = format!("{{\"payment\":\"{}\",\"minor\":{}}}", order.payment, order.amount.minor);
///         Ok(HttpRequest::post("https://bank.example/refunds", body).secret("authorization", "Bearer ", "key").header("idempotency-key", &order.id))
///     }
///     fn query(_call: &Call<NoConfig>, order: &Instruction) -> Result<HttpRequest, RuleError> {
///         Ok(HttpRequest::get(format!("https://bank.example/refunds/{}", order.id)).secret("authorization", "Bearer ", "key"))
///     }
///     fn response(_call: &Call<NoConfig>, order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Result<Outcome, RuleError> {
///         Ok(match (answer.status, asked) {
///             (200, _) => Outcome::Paid(order.id.clone()),
///             (404, Purpose::Query) => Outcome::Absent,
///             (status, _) => Outcome::Unknown(format!("the bank answered {status}")),
///         })
///     }
/// }
/// redress_sdk::export!(Bank: Settlement);
/// ```
pub trait Settlement: Plugin {
    /// The request that pays; `attempt` counts from 1, and the instruction's id is the idempotency key of all attempts.
    ///
    /// # Errors
    /// A [`RuleError`] sends nothing; the instruction waits, and finance is told.
    fn request(call: &Call<Self::Config>, order: &Instruction, attempt: u32) -> Result<HttpRequest, RuleError>;

    /// The request that asks what became of it.
    ///
    /// # Errors
    /// A [`RuleError`] leaves it unknown; it is asked again later, and finance is told.
    fn query(call: &Call<Self::Config>, order: &Instruction) -> Result<HttpRequest, RuleError>;

    /// What an answer means. [`Outcome::Absent`] may only answer a query.
    ///
    /// # Errors
    /// A [`RuleError`] counts as [`Outcome::Unknown`].
    fn response(call: &Call<Self::Config>, order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Result<Outcome, RuleError>;

    /// What a message from the gateway means, once its signature is checked; `None` when it is not about a refund of ours.
    ///
    /// # Errors
    /// A [`RuleError`] refuses the message: [`RuleError::invalid_input`] at `/headers` says that the signature does not fit, at any other
    /// path that it cannot be read; upon every other error the gateway is told to send it again later.
    fn notification(_call: &Call<Self::Config>, _headers: &[(String, String)], _body: &str) -> Result<Option<Notice>, RuleError> {
        Ok(None)
    }
}
