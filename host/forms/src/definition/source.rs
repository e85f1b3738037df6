//! What fields begin with.

use serde::{Deserialize, Serialize};

use super::Control;

/// A fact that a field begins with (L3, L4, U6–U8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormSource))]
pub enum Source {
    /// The order's number.
    #[serde(rename = "order.number")]
    OrderNumber,
    /// What was paid for the order (支付金额, U6).
    #[serde(rename = "order.amount")]
    OrderAmount,
    /// Where the order went: its attribute `address`.
    #[serde(rename = "order.address")]
    OrderAddress,
    /// All goods of the order (Z4).
    #[serde(rename = "order.lines")]
    OrderLines,
    /// Pieces over all lines of the order (原购买数量).
    #[serde(rename = "order.quantity")]
    OrderQuantity,
    /// When it was placed.
    #[serde(rename = "order.placed_at")]
    OrderPlacedAt,
    /// The customer's name.
    #[serde(rename = "customer.name")]
    CustomerName,
    /// The customer's telephone number.
    #[serde(rename = "customer.phone")]
    CustomerPhone,
    /// The customer's level (会员等级, U8).
    #[serde(rename = "customer.member_level")]
    CustomerMemberLevel,
    /// How many after-sales tickets there were before.
    #[serde(rename = "history.claims")]
    HistoryClaims,
    /// The latest ones in a line each: date, what was asked, problem, reasons, goods (U7).
    #[serde(rename = "history.latest")]
    HistoryLatest,
    /// What was asked, when the ticket is there already.
    #[serde(rename = "ticket.description")]
    TicketDescription,
    /// Who fills in the form.
    #[serde(rename = "person.id")]
    Person,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 13] = [
        Self::OrderNumber,
        Self::OrderAmount,
        Self::OrderAddress,
        Self::OrderLines,
        Self::OrderQuantity,
        Self::OrderPlacedAt,
        Self::CustomerName,
        Self::CustomerPhone,
        Self::CustomerMemberLevel,
        Self::HistoryClaims,
        Self::HistoryLatest,
        Self::TicketDescription,
        Self::Person,
    ];

    /// The name in a definition, such as `order.amount`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderNumber => "order.number",
            Self::OrderAmount => "order.amount",
            Self::OrderAddress => "order.address",
            Self::OrderLines => "order.lines",
            Self::OrderQuantity => "order.quantity",
            Self::OrderPlacedAt => "order.placed_at",
            Self::CustomerName => "customer.name",
            Self::CustomerPhone => "customer.phone",
            Self::CustomerMemberLevel => "customer.member_level",
            Self::HistoryClaims => "history.claims",
            Self::HistoryLatest => "history.latest",
            Self::TicketDescription => "ticket.description",
            Self::Person => "person.id",
        }
    }

    /// True when what it gives can be an answer of the control.
    pub const fn fits(self, control: &Control) -> bool {
        match self {
            Self::OrderNumber => matches!(control, Control::Text { .. } | Control::Related { .. }),
            Self::OrderAmount => matches!(control, Control::Money { .. }),
            Self::OrderLines => matches!(control, Control::OrderLines { .. }),
            Self::OrderQuantity | Self::HistoryClaims => matches!(control, Control::Number { .. }),
            Self::OrderPlacedAt => matches!(control, Control::DateTime { .. }),
            Self::CustomerPhone => matches!(control, Control::Phone { .. } | Control::Text { .. }),
            Self::CustomerMemberLevel => matches!(control, Control::Text { .. } | Control::Select { .. }),
            Self::HistoryLatest => matches!(control, Control::LongText { .. }),
            Self::Person => matches!(control, Control::Person { .. }),
            Self::OrderAddress | Self::CustomerName | Self::TicketDescription => {
                matches!(control, Control::Text { .. } | Control::LongText { .. })
            }
        }
    }
}
