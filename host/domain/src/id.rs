//! Typed identifiers: a UUIDv7 behind a prefix that says what it names, so that a session id never passes for a ticket's.

use crate::clock::Clock;
use uuid::Uuid;

/// Where randomness comes from: the server hands in the operating system's, tests a seeded one.
pub trait Entropy: Send {
    /// Sixty-four random bits.
    fn next_u64(&mut self) -> u64;
}

/// A UUIDv7 (RFC 9562 §5.7) of the clock's millisecond and 74 random bits: sorts by time of creation.
pub fn uuid_v7(clock: &dyn Clock, entropy: &mut dyn Entropy) -> Uuid {
    let millis = u64::try_from(clock.now().as_millis()).unwrap_or(0);
    let mut random = [0; 10];
    random[..8].copy_from_slice(&entropy.next_u64().to_be_bytes());
    random[8..].copy_from_slice(&entropy.next_u64().to_be_bytes()[..2]);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// The text is not an identifier of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' does not name a {kind}: it reads {prefix}_ and 32 hexadecimal digits{}", found_by(.kind))]
pub struct IdError {
    text: String,
    kind: &'static str,
    prefix: &'static str,
}

/// How the number is looked up that people use instead.
fn found_by(kind: &str) -> &'static str {
    if kind == "ticket" { "; GET /api/v1/tickets?number= finds a ticket by its number" } else { "" }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal, $kind:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// What the text form begins with, before the underscore.
            pub const PREFIX: &str = $prefix;

            /// A new identifier from a clock and randomness.
            pub fn generate(clock: &dyn Clock, entropy: &mut dyn Entropy) -> Self {
                Self(uuid_v7(clock, entropy))
            }

            /// Takes a stored identifier back.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The identifier as the database keeps it.
            pub const fn as_uuid(&self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix(concat!($prefix, "_"))
                    .filter(|digits| digits.len() == 32)
                    .and_then(|digits| Uuid::try_parse(digits).ok())
                    .map(Self)
                    .ok_or_else(|| IdError { text: text.to_owned(), kind: $kind, prefix: $prefix })
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    )+};
}

ids! {
    /// A merchant.
    TenantId = "ten", "tenant";
    /// A person or program that acts for a tenant.
    UserId = "usr", "user";
    /// A bearer key of a user.
    ApiKeyId = "key", "API key";
    /// A queue of tickets.
    QueueId = "que", "queue";
    /// A person who bought.
    CustomerId = "cus", "customer";
    /// An order as the shop reported it.
    OrderId = "ord", "order";
    /// A ticket.
    TicketId = "tkt", "ticket";
    /// One line of a ticket.
    TicketLineId = "tln", "ticket line";
    /// Goods that leave for the customer: other goods, missing goods again, or mended ones.
    ReplacementId = "rplc", "replacement";
    /// One rule call.
    DecisionId = "dec", "decision";
    /// An uploaded plugin version.
    PluginId = "plg", "plugin";
    /// A plugin at work for a hook with a configuration.
    BindingId = "bnd", "binding";
    /// Something that happens at a time.
    TimerId = "tmr", "timer";
    /// A message that must leave.
    OutboxId = "out", "outbox message";
    /// A place outgoing webhooks go to.
    WebhookId = "whk", "webhook endpoint";
    /// One entry of the settlement ledger.
    SettlementId = "stl", "settlement entry";
    /// A long-running examination of past decisions.
    JobId = "job", "job";
    /// Something a person shall do.
    TaskId = "tsk", "task";
    /// A key that signs plugins.
    SigningKeyId = "sgk", "signing key";
    /// One entry of a customer's credit.
    CreditId = "crd", "credit entry";
    /// A plugin that pays money back over one tender.
    GatewayId = "gwy", "gateway";
    /// A message of a gateway.
    GatewayNoticeId = "gwn", "gateway notice";
    /// One order to pay money back.
    RefundInstructionId = "rfi", "refund instruction";
    /// Business hours.
    CalendarId = "cal", "calendar";
    /// A service level policy.
    SlaPolicyId = "slp", "service level policy";
    /// Work that comes back by a timetable.
    RecurringId = "rec", "recurring job";
    /// A parcel that the warehouse waits for.
    ParcelId = "pcl", "parcel";
    /// A part of the merchant's house.
    DepartmentId = "dep", "department";
    /// One row of the operation log.
    AuditId = "aud", "audit entry";
    /// One reading of a label.
    ScanId = "scn", "scan";
    /// What the warehouse found at one look.
    InspectionId = "isp", "inspection";
    /// What a customer may choose from.
    OfferId = "ofr", "offer";
    /// A report that a merchant defined.
    ReportId = "rep", "report";
    /// A file that somebody uploaded.
    AttachmentId = "att", "attachment";
    /// A signed link by which a customer reaches a ticket.
    PortalLinkId = "pln", "portal link";
    /// The questions that a customer is asked after the end.
    SurveyId = "svy", "survey";
    /// A text that agents insert, with what it does.
    MacroId = "mac", "macro";
    /// One walk through a standard operating procedure.
    SopRunId = "sop", "SOP run";
}
