//! A proposal becomes a replacement, or is refused with all that it needs to be right.

use serde::{Deserialize, Serialize};

use super::difference::difference;
use super::holding::Goods;
use super::replacement::{Made, Replacement, ReplacementKind, ReplacementLine, ReturnedLine, Stock, StockBy};
use super::state::ReplacementState;
use crate::id::TicketLineId;
use crate::money::{Currency, Money, MoneyError};
use crate::ticket::{Ticket, TicketKind, TicketLine};

/// Most units of one line.
const MOST_UNITS: u32 = 10_000;

/// Goods that are to leave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposedLine {
    /// Stock keeping unit: another variant or another article; left out, the one of the line that it is for.
    #[serde(default)]
    pub sku: Option<String>,
    /// What the shop calls it.
    #[serde(default)]
    pub title: Option<String>,
    /// How many; left out, as many as the line that it is for.
    #[serde(default)]
    pub quantity: Option<u32>,
    /// Price of one, of the goods or of the repair. Left out, an exchange is even and a repair costs nothing.
    #[serde(default)]
    pub unit_price: Option<Money>,
    /// The line of the ticket that it is for; may be left out where there is only one, or one of the same article.
    #[serde(default)]
    pub replaces: Option<TicketLineId>,
    /// Why this and no other.
    #[serde(default)]
    pub reason: String,
}

/// Goods that the customer gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReturnedGoods {
    /// The line of the ticket.
    pub line: TicketLineId,
    /// How many; left out, all of it.
    #[serde(default)]
    pub quantity: Option<u32>,
}

/// What is proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// What leaves. Left out, a resend sends and a repair mends all lines of the ticket.
    #[serde(default)]
    pub lines: Vec<ProposedLine>,
    /// What the customer gives in an exchange; left out, the lines that are replaced. A line that is named here and replaced by
    /// nothing is paid back: refund A, exchange B.
    #[serde(default)]
    pub returned: Vec<ReturnedGoods>,
    /// Send it before the goods have come back (exchange only). What the customer gives is fetched back in money when it does
    /// not come in time.
    #[serde(default)]
    pub ship_first: bool,
    /// Why, in words for an agent.
    #[serde(default)]
    pub reason: String,
}

/// Why it cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProposalError {
    /// The ticket asks for something else.
    #[error("a ticket of kind {0} sends no goods to the customer: open one of kind exchange, resend or repair")]
    Kind(TicketKind),
    /// Nothing leaves.
    #[error("say what leaves for the customer")]
    Nothing,
    /// The ticket has no such line.
    #[error("the ticket has no line {line}: name one that it has")]
    UnknownLine {
        /// Which.
        line: TicketLineId,
        /// Where it was named.
        pointer: String,
    },
    /// It is not clear what it is for.
    #[error("the ticket has several lines: say which one this is for")]
    WhichLine {
        /// Where.
        pointer: String,
    },
    /// More than the ticket is about.
    #[error("line {line} has {free} left that no other replacement is for, and {asked} are named")]
    TooMany {
        /// Which line.
        line: TicketLineId,
        /// How many are left.
        free: u32,
        /// How many were named.
        asked: u32,
        /// Where.
        pointer: String,
    },
    /// None, or too many at once.
    #[error("a line has 1 to {MOST_UNITS} pieces, this one has {0}")]
    Quantity(u32, String),
    /// A price that is none.
    #[error("{0}")]
    Price(&'static str, String),
    /// A price in another currency.
    #[error("the order is in {0}: convert this price")]
    Currency(Currency, String),
    /// Goods that are not exchanged.
    #[error("only an exchange takes goods back and ships first")]
    NotExchanged,
    /// Some ship first and some do not.
    #[error("the ticket's replacements ship first or wait for the goods, all of them: cancel the other ones, or do as they do")]
    Mixed,
    /// Nothing is paid back before the goods are here.
    #[error("{0} would go back to the customer: what ships first must be worth what comes back, or more; leave ship_first out")]
    ShipFirstOwed(Money),
    /// Sums out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl ProposalError {
    /// Where in the proposal.
    pub fn pointer(&self) -> &str {
        match self {
            Self::Kind(_) | Self::Money(_) => "",
            Self::Nothing => "/lines",
            Self::NotExchanged | Self::Mixed | Self::ShipFirstOwed(_) => "/ship_first",
            Self::UnknownLine { pointer, .. }
            | Self::WhichLine { pointer }
            | Self::TooMany { pointer, .. }
            | Self::Quantity(_, pointer)
            | Self::Price(_, pointer)
            | Self::Currency(_, pointer) => pointer,
        }
    }

    /// Its stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownLine { .. } => "unknown_reference",
            Self::TooMany { .. } => "quantity_over_bought",
            Self::Currency(..) => "foreign_currency",
            _ => "invalid",
        }
    }
}

/// Makes a replacement of a proposal. `goods` are those of the ticket's order, `others` the replacements that the ticket has already.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn propose(
    proposal: &Proposal,
    ticket: &Ticket,
    goods: Option<Goods<'_>>,
    others: &[Replacement],
    made: Made,
) -> Result<Replacement, ProposalError> {
    let kind = ReplacementKind::of(ticket.kind).ok_or(ProposalError::Kind(ticket.kind))?;
    let first = ticket.lines.first().ok_or(ProposalError::Nothing)?;
    let currency = goods.map_or(first.requested.currency(), |goods| goods.order.paid.currency());
    let desk = Desk { ticket, goods, others, kind, currency };
    if kind != ReplacementKind::Exchange && (proposal.ship_first || !proposal.returned.is_empty()) {
        return Err(ProposalError::NotExchanged);
    }
    let live = |other: &&Replacement| other.state != ReplacementState::Cancelled;
    if others.iter().filter(live).any(|other| other.ship_first != proposal.ship_first) {
        return Err(ProposalError::Mixed);
    }
    let returned = desk.returned(proposal)?;
    let lines = desk.lines(proposal, &returned)?;
    let difference = difference(currency, &lines, &returned)?;
    if proposal.ship_first && difference.is_negative() {
        return Err(ProposalError::ShipFirstOwed(Money::zero(currency).checked_sub(difference)?));
    }
    let repaired = kind == ReplacementKind::Repair;
    Ok(Replacement {
        id: made.id,
        version: 1,
        ticket: ticket.id,
        kind,
        state: if repaired { ReplacementState::InRepair } else { ReplacementState::Reserving },
        lines,
        returned,
        difference,
        ship_first: proposal.ship_first,
        reason: proposal.reason.clone(),
        stock: Stock {
            by: if made.connected && !repaired { StockBy::Connector } else { StockBy::Person },
            attempt: 1,
            reference: None,
            missing: Vec::new(),
            confirmed_by: None,
        },
        paid: None,
        consent: None,
        shipment: None,
        return_by: None,
        note: None,
        created_by: made.by,
        created_at: made.at,
        updated_at: made.at,
    })
}

/// What a proposal is read against.
struct Desk<'a> {
    ticket: &'a Ticket,
    goods: Option<Goods<'a>>,
    others: &'a [Replacement],
    kind: ReplacementKind,
    currency: Currency,
}

impl Desk<'_> {
    fn line(&self, id: TicketLineId, pointer: &str) -> Result<&TicketLine, ProposalError> {
        let found = self.ticket.lines.iter().find(|line| line.id == id);
        found.ok_or_else(|| ProposalError::UnknownLine { line: id, pointer: pointer.to_owned() })
    }

    /// How many of a line no other replacement is for.
    fn free(&self, line: &TicketLine) -> u32 {
        let live = self.others.iter().filter(|other| other.state != ReplacementState::Cancelled);
        let used = |other: &Replacement| -> u32 {
            let given = other.returned.iter().filter(|returned| returned.line == line.id).map(|returned| returned.quantity);
            let sent = other.lines.iter().filter(|sent| sent.replaces == line.id).map(|sent| sent.quantity);
            if other.kind == ReplacementKind::Exchange { given.sum() } else { sent.sum() }
        };
        line.quantity.saturating_sub(live.map(used).fold(0, u32::saturating_add))
    }

    fn returned(&self, proposal: &Proposal) -> Result<Vec<ReturnedLine>, ProposalError> {
        if self.kind != ReplacementKind::Exchange {
            return Ok(Vec::new());
        }
        let named: Vec<ReturnedGoods> = if proposal.returned.is_empty() {
            let replaced = |line: &TicketLine| proposal.lines.iter().any(|new| new.replaces == Some(line.id));
            let all = proposal.lines.iter().any(|new| new.replaces.is_none());
            let wanted = self.ticket.lines.iter().filter(|line| (all && self.free(line) > 0) || replaced(line));
            wanted.map(|line| ReturnedGoods { line: line.id, quantity: None }).collect()
        } else {
            proposal.returned.clone()
        };
        let mut found: Vec<ReturnedLine> = Vec::new();
        for (at, goods) in named.iter().enumerate() {
            let pointer = format!("/returned/{at}");
            let line = self.line(goods.line, &format!("{pointer}/line"))?;
            let before: u32 = found.iter().filter(|other| other.line == line.id).map(|other| other.quantity).sum();
            let free = self.free(line).saturating_sub(before);
            let asked = goods.quantity.unwrap_or(free);
            if asked == 0 || asked > free {
                return Err(ProposalError::TooMany { line: line.id, free, asked, pointer });
            }
            found.push(ReturnedLine { line: line.id, quantity: asked, credit: self.worth(line, asked)? });
        }
        Ok(found)
    }

    /// What was paid for so many of a line; nothing where the order is not known.
    fn worth(&self, line: &TicketLine, quantity: u32) -> Result<Money, MoneyError> {
        let held = self.goods.map_or(Ok(None), |goods| goods.pieces(line, quantity))?;
        Ok(held.map_or(Money::zero(self.currency), |held| held.worth))
    }

    fn lines(&self, proposal: &Proposal, returned: &[ReturnedLine]) -> Result<Vec<ReplacementLine>, ProposalError> {
        let everything;
        let named = if proposal.lines.is_empty() && self.kind != ReplacementKind::Exchange {
            let free = self.ticket.lines.iter().filter(|line| self.free(line) > 0);
            everything = free.map(|line| ProposedLine { replaces: Some(line.id), ..ProposedLine::default() }).collect();
            &everything
        } else {
            &proposal.lines
        };
        if named.is_empty() {
            return Err(ProposalError::Nothing);
        }
        let mut found: Vec<ReplacementLine> = Vec::new();
        for (at, new) in named.iter().enumerate() {
            let line = self.one(new, &format!("/lines/{at}"), returned, &found)?;
            found.push(line);
        }
        Ok(found)
    }

    fn one(
        &self,
        new: &ProposedLine,
        pointer: &str,
        returned: &[ReturnedLine],
        before: &[ReplacementLine],
    ) -> Result<ReplacementLine, ProposalError> {
        let line = self.line(self.meant(new, pointer, returned)?, &format!("{pointer}/replaces"))?;
        let exchanged = self.kind == ReplacementKind::Exchange;
        let given = returned.iter().find(|given| given.line == line.id);
        let taken: u32 = before.iter().filter(|other| other.replaces == line.id).map(|other| other.quantity).sum();
        let free = self.free(line).saturating_sub(taken);
        let quantity = new.quantity.unwrap_or_else(|| given.map_or(free, |given| given.quantity));
        if !(1..=MOST_UNITS).contains(&quantity) {
            return Err(ProposalError::Quantity(quantity, format!("{pointer}/quantity")));
        }
        if exchanged && given.is_none() {
            return Err(ProposalError::UnknownLine { line: line.id, pointer: format!("{pointer}/replaces") });
        }
        if !exchanged && quantity > free {
            return Err(ProposalError::TooMany { line: line.id, free, asked: quantity, pointer: format!("{pointer}/quantity") });
        }
        let (unit_price, amount) = self.price(new, pointer, line, given, quantity)?;
        let sku = new.sku.clone().unwrap_or_else(|| line.sku.clone());
        let (title, reason) = (new.title.clone().unwrap_or_default(), new.reason.clone());
        Ok(ReplacementLine { sku, title, quantity, unit_price, amount, replaces: line.id, reason })
    }

    /// The line of the ticket that goods are for.
    fn meant(&self, new: &ProposedLine, pointer: &str, returned: &[ReturnedLine]) -> Result<TicketLineId, ProposalError> {
        if let Some(named) = new.replaces {
            return Ok(named);
        }
        let candidates: Vec<&TicketLine> =
            self.ticket.lines.iter().filter(|line| returned.is_empty() || returned.iter().any(|given| given.line == line.id)).collect();
        let same = || candidates.iter().find(|line| new.sku.as_ref() == Some(&line.sku));
        match candidates.as_slice() {
            [only] => Ok(only.id),
            _ => same().map(|line| line.id).ok_or_else(|| ProposalError::WhichLine { pointer: format!("{pointer}/replaces") }),
        }
    }

    /// Price of one, and what the line costs.
    fn price(
        &self,
        new: &ProposedLine,
        pointer: &str,
        line: &TicketLine,
        given: Option<&ReturnedLine>,
        quantity: u32,
    ) -> Result<(Money, Money), ProposalError> {
        let pointer = format!("{pointer}/unit_price");
        match (new.unit_price, given) {
            (Some(price), _) if price.currency() != self.currency => Err(ProposalError::Currency(self.currency, pointer)),
            (Some(price), _) if price.is_negative() => Err(ProposalError::Price("a price is not negative", pointer)),
            (Some(price), _) if self.kind == ReplacementKind::Resend && !price.is_zero() => {
                Err(ProposalError::Price("what is sent again costs nothing: leave the price out", pointer))
            }
            (Some(price), _) => Ok((price, price.checked_mul(quantity)?)),
            // Even: the goods cost what those they replace have cost.
            (None, Some(given)) => {
                let one = self.worth(line, 1)?;
                Ok((one, if quantity == given.quantity { given.credit } else { one.checked_mul(quantity)? }))
            }
            (None, None) => Ok((Money::zero(self.currency), Money::zero(self.currency))),
        }
    }
}
