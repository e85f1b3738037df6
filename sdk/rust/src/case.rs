//! Reading a case.

use crate::{CaseFile, Money, Order, OrderLine, Ticket, TicketKind, TicketLine};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

impl CaseFile {
    /// The shop's level of the customer, when known.
    pub fn member_level(&self) -> Option<&str> {
        self.customer.as_ref()?.member_level.as_deref()
    }

    /// The order's currency, or that of the first ticket line.
    pub fn currency(&self) -> Option<&str> {
        let of_order = self.order.as_ref().map(|order| order.paid.currency.as_str());
        of_order.or_else(|| self.ticket.lines.first().map(|line| line.requested.currency.as_str()))
    }

    /// Whole days between delivery (签收) and `now_ms`; `None` when the order was not delivered or is unknown.
    pub fn days_since_delivery(&self, now_ms: i64) -> Option<i64> {
        let delivered = self.order.as_ref()?.delivered_at_ms?;
        Some((now_ms - delivered).div_euclid(DAY_MS))
    }

    /// The order line a ticket line is about.
    pub fn order_line(&self, line: &TicketLine) -> Option<&OrderLine> {
        let name = line.order_line.as_deref()?;
        self.order.as_ref()?.line(name)
    }

    /// Product categories of the goods in question, without repeats.
    pub fn categories(&self) -> Vec<&str> {
        let mut categories: Vec<&str> = Vec::new();
        for line in &self.ticket.lines {
            let category = line.category.as_deref().or_else(|| self.order_line(line)?.category.as_deref());
            if let Some(category) = category.filter(|category| !categories.contains(category)) {
                categories.push(category);
            }
        }
        categories
    }

    /// True when the ticket or the customer has the tag.
    pub fn has_tag(&self, tag: &str) -> bool {
        let customers = self.customer.iter().flat_map(|customer| &customer.tags);
        self.ticket.tags.iter().chain(customers).any(|own| own == tag)
    }
}

impl Order {
    /// The line with this name.
    pub fn line(&self, external_id: &str) -> Option<&OrderLine> {
        self.lines.iter().find(|line| line.external_id == external_id)
    }

    /// An attribute the shop sent.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Ticket {
    /// A form field as JSON; `None` when it is absent or not JSON.
    pub fn field(&self, name: &str) -> Option<serde_json::Value> {
        self.fields.iter().find(|field| field.name == name).and_then(|field| serde_json::from_str(&field.value).ok())
    }

    /// A form field that is a text.
    pub fn text_field(&self, name: &str) -> Option<String> {
        match self.field(name)? {
            serde_json::Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// What all lines ask together.
    ///
    /// # Errors
    /// Lines in several currencies, or a sum out of range.
    pub fn requested(&self, currency: &str) -> Result<Money, crate::MoneyError> {
        Money::sum(currency, self.lines.iter().map(|line| &line.requested))
    }

    /// True when a line has the reason.
    pub fn has_reason(&self, reason: &str) -> bool {
        self.lines.iter().any(|line| line.reason == reason)
    }
}

impl TicketKind {
    /// The name used in the API and in configurations, for example `return_refund`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReturnRefund => "return_refund",
            Self::RefundOnly => "refund_only",
            Self::Exchange => "exchange",
            Self::Resend => "resend",
            Self::Repair => "repair",
            Self::PriceProtect => "price_protect",
            Self::FreightClaim => "freight_claim",
            Self::Complaint => "complaint",
            Self::Inquiry => "inquiry",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOW_MS, case};

    #[test]
    fn a_case_answers_common_questions() {
        let case = case();
        assert_eq!(case.days_since_delivery(NOW_MS), Some(3));
        assert_eq!(case.currency(), Some("CNY"));
        assert_eq!(case.categories(), ["pet_device"]);
        assert_eq!(case.member_level(), Some("vip"));
        assert!(case.ticket.has_reason("unwanted"));
        assert_eq!(case.ticket.requested("CNY").unwrap().minor, 28_800);
        assert_eq!(case.ticket.field("nothing"), None);
        assert!(!case.has_tag("x"));
    }

    #[test]
    fn kinds_are_named_alike_in_configurations() {
        let kind = case().ticket.kind;
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
}
