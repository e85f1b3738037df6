//! How money goes back over a gateway: what the rule for it is asked and what it may answer (design §3). The rule does no I/O.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::money::Money;
use crate::status::names;

/// One order to pay, as a gateway's rule sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentOrder {
    /// Id of the instruction, as text: the idempotency key of every attempt.
    pub id: String,
    /// How much, positive.
    pub amount: Money,
    /// The gateway's own id of the payment that came in.
    pub payment: String,
    /// How much came in with it.
    pub paid: Money,
    /// The gateway's own id of the refund, once it has said one.
    #[serde(default)]
    pub reference: Option<String>,
    /// Number of the ticket.
    pub ticket: String,
    /// The shop's own order number.
    #[serde(default)]
    pub order: Option<String>,
    /// Why, in words for the customer.
    #[serde(default)]
    pub reason: String,
    /// When it was decided.
    pub created_at: Timestamp,
}

names! {
    /// What a request to a gateway is for.
    Purpose as GatewayPurpose {
        /// To pay.
        Pay = "pay",
        /// To learn what became of it.
        Query = "query",
    }
}

names! {
    /// HTTP methods that gateways need.
    HttpMethod {
        /// Reads.
        Get = "get",
        /// Does.
        Post = "post",
    }
}

/// What a header says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HeaderValue {
    /// This.
    Text(String),
    /// `before`, then the secret of this name, which the host fills in and no record holds.
    Secret {
        /// For example `Bearer `.
        before: String,
        /// Name of the secret.
        secret: String,
    },
}

/// One header of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HttpHeader {
    /// Its name.
    pub name: String,
    /// What it says.
    pub value: HeaderValue,
}

/// A request for the host to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HttpRequest {
    /// What to do.
    pub method: HttpMethod,
    /// Where.
    pub url: String,
    /// Headers.
    #[serde(default)]
    pub headers: Vec<HttpHeader>,
    /// The body; empty for none.
    #[serde(default)]
    pub body: String,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HttpResponse {
    /// Status.
    pub status: u16,
    /// Headers, names in lower case.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(default)]
    pub body: String,
}

/// What a gateway's rule is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum GatewayQuestion {
    /// For the request that pays.
    Request {
        /// What to pay.
        order: PaymentOrder,
        /// Counts from 1.
        attempt: u32,
    },
    /// For the request that asks what became of it.
    Query {
        /// What was to be paid.
        order: PaymentOrder,
    },
    /// What an answer means.
    Response {
        /// What was to be paid.
        order: PaymentOrder,
        /// What was asked.
        asked: Purpose,
        /// What came back.
        answer: HttpResponse,
    },
    /// What a message of the gateway means.
    Notification {
        /// Its headers, names in lower case.
        headers: Vec<(String, String)>,
        /// Its body.
        body: String,
    },
}

/// What became of an instruction, by a gateway's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum GatewayOutcome {
    /// The money is on its way.
    Paid {
        /// The gateway's own id of the refund.
        reference: String,
    },
    /// The gateway works on it.
    Pending {
        /// The gateway's own id of the refund, when it says one.
        reference: Option<String>,
    },
    /// The gateway refused it.
    Failed {
        /// Why, in its words.
        reason: String,
        /// The same request may succeed later.
        retryable: bool,
    },
    /// The gateway does not know it; only a query may say so.
    Absent,
    /// Nothing certain.
    Unknown {
        /// Why not.
        why: String,
    },
}

impl GatewayOutcome {
    /// Its name, for statistics.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Paid { .. } => "paid",
            Self::Pending { .. } => "pending",
            Self::Failed { .. } => "failed",
            Self::Absent => "absent",
            Self::Unknown { .. } => "unknown",
        }
    }
}

/// What a gateway reported by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Id of the instruction, as text.
    pub instruction: String,
    /// What became of it.
    pub outcome: GatewayOutcome,
}

/// What a gateway's rule answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GatewayAnswer {
    /// A request to send.
    Request(HttpRequest),
    /// What an answer means.
    Outcome(GatewayOutcome),
    /// What a message means; `None` when it is not about a refund.
    Notice(Option<Notice>),
}
