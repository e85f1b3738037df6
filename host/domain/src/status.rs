//! The four status axes of a ticket. They move independently: a refund can fail while the parcel is still on its way.

use serde::{Deserialize, Serialize};

/// A closed set of names that reads and prints as `snake_case` text. `as` names it in the OpenAPI document, where another type has its name.
macro_rules! names {
    ($(#[doc = $doc:expr])* $name:ident { $($body:tt)* }) => {
        crate::status::names! { $(#[doc = $doc])* $name as $name { $($body)* } }
    };
    ($(#[doc = $doc:expr])* $name:ident as $schema:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+ }

        // By hand, because the derive does not see names that a macro hands over.
        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .description(Some([$($doc),*].concat().trim()))
                    .enum_values(Some([$($text,)+]))
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($schema))
            }
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name used in the API, in the database and by rules.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::status::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(crate::status::UnknownName { text: text.to_owned(), allowed: &[$($text,)+] }),
                }
            }
        }
    };
}
pub(crate) use names;

/// The text is not one of the allowed names.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not one of {}", allowed.join(", "))]
pub struct UnknownName {
    /// What was given.
    pub text: String,
    /// What may be given.
    pub allowed: &'static [&'static str],
}

names! {
    /// Where the case stands (`domain.md` §2).
    CaseStatus {
        /// Received, nothing decided.
        Submitted = "submitted",
        /// Another open ticket asks for the same; that one goes on.
        Merged = "merged",
        /// Waits for the customer's answer; the clock of the service level stands still.
        AwaitingCustomer = "awaiting_customer",
        /// The customer did not answer in time.
        ClosedExpired = "closed_expired",
        /// A person looks at it first; also where a failed rule sends it (the manual lane).
        FirstReview = "first_review",
        /// Waits for the people whom a rule named.
        Approval = "approval",
        /// Allowed; what follows depends on the kind.
        Approved = "approved",
        /// Refused; the customer may amend or ask the platform.
        RefusedOnce = "refused_once",
        /// Refused again.
        RefusedFinal = "refused_final",
        /// Goods must come back.
        AwaitingReturn = "awaiting_return",
        /// Goods are on their way back.
        InTransit = "in_transit",
        /// Something is wrong with the parcel on its way: lost, or a wrong tracking number.
        Exception = "exception",
        /// Some parcels are here.
        PartiallyReceived = "partially_received",
        /// All parcels are here.
        Received = "received",
        /// Goods are as they should be.
        InspectedOk = "inspected_ok",
        /// Goods are not as they should be; money waits.
        InspectionHold = "inspection_hold",
        /// Goods go back to the customer.
        SendBack = "send_back",
        /// A replacement, part or repair is on its way to the customer.
        Fulfilling = "fulfilling",
        /// Amounts are being agreed.
        Settling = "settling",
        /// Finished as asked.
        Completed = "completed",
        /// The customer withdrew.
        Cancelled = "cancelled",
        /// Archived.
        Closed = "closed",
    }
}

names! {
    /// Where the goods are.
    GoodsStatus {
        /// Not shipped, or the ticket is not about goods.
        NotShipped = "not_shipped",
        /// The customer has them.
        WithCustomer = "with_customer",
        /// On their way to the warehouse.
        Returning = "returning",
        /// Some are in the warehouse.
        PartiallyReceived = "partially_received",
        /// In the warehouse.
        Received = "received",
        /// Inspected.
        Inspected = "inspected",
        /// On their way back to the customer, refused.
        SentBack = "sent_back",
        /// A replacement is on its way.
        ReplacementShipped = "replacement_shipped",
        /// The customer has the replacement.
        ReplacementDelivered = "replacement_delivered",
        /// Lost on the way.
        Lost = "lost",
    }
}

names! {
    /// Where the money is.
    MoneyStatus {
        /// Nothing to pay.
        None = "none",
        /// An amount is agreed and waits to be paid.
        RefundPending = "refund_pending",
        /// An instruction is under way.
        Refunding = "refunding",
        /// Paid back.
        Refunded = "refunded",
        /// The gateway said no.
        RefundFailed = "refund_failed",
        /// Nobody knows; ask, never send again.
        RefundUnknown = "refund_unknown",
        /// Paid back outside Redress.
        RefundedExternally = "refunded_externally",
        /// Being fetched back from the customer.
        Clawback = "clawback",
    }
}

names! {
    /// Where a dispute stands.
    DisputeStatus {
        /// There is none.
        None = "none",
        /// Evidence is being gathered.
        Evidence = "evidence",
        /// Both sides talk.
        Negotiating = "negotiating",
        /// The platform ruled for the buyer.
        RuledBuyer = "ruled_buyer",
        /// The platform ruled for the seller.
        RuledSeller = "ruled_seller",
        /// Withdrawn.
        Withdrawn = "withdrawn",
    }
}

impl GoodsStatus {
    /// True once a replacement has left.
    pub const fn is_replaced(self) -> bool {
        matches!(self, Self::ReplacementShipped | Self::ReplacementDelivered)
    }
}

impl DisputeStatus {
    /// True while money must stand still.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Evidence | Self::Negotiating)
    }
}

/// The four axes of one ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Axes {
    /// The case.
    pub case: CaseStatus,
    /// The goods.
    pub goods: GoodsStatus,
    /// The money.
    pub money: MoneyStatus,
    /// The dispute.
    pub dispute: DisputeStatus,
}
