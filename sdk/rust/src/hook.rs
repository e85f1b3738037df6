//! The hooks a plugin may answer, one trait each.

use crate::{Assessment, Call, CaseFile, Decision, Desk, Event, Message, Plugin, RefundRequest, RouteDecision, RuleError};

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
