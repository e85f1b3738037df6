//! What the customer has of an order: what was bought, and what came in exchange. From the moment that it arrives, a replacement
//! counts as bought in place of what went back for it, and is worth what that cost and what was paid on top; so it can be returned
//! and exchanged like anything else.

use std::collections::BTreeMap;

use super::replacement::{Replacement, ReplacementKind};
use super::state::ReplacementState;
use crate::id::TicketLineId;
use crate::money::{Money, MoneyError};
use crate::order::{Order, OrderLine};
use crate::ticket::TicketLine;

/// Pieces that tickets take of an order: by line of the order and article.
pub type Pieces = BTreeMap<(String, String), u32>;

static NOTHING: Pieces = BTreeMap::new();

/// Goods that came in exchange for those of an order line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The line of the order.
    pub order_line: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many.
    pub quantity: u32,
    /// What the customer paid for them in all: in goods, and in money on top.
    pub amount: Money,
    /// They left first, and nothing has come for them yet: the customer has both, and owes one.
    pub owed: bool,
}

impl Received {
    /// The goods of an exchange, once the customer has them. `order_line` says on which line of the order a line of its ticket is, and
    /// `came_for` whether what they are for is here, or its price, or was let go.
    pub fn of(replacement: &Replacement, came_for: bool, order_line: impl Fn(TicketLineId) -> Option<String>) -> Vec<Self> {
        if replacement.kind != ReplacementKind::Exchange || replacement.state != ReplacementState::Delivered {
            return Vec::new();
        }
        let line = |sent: &super::ReplacementLine| {
            let order_line = order_line(sent.replaces)?;
            let owed = replacement.ship_first && !came_for;
            Some(Self { order_line, sku: sent.sku.clone(), quantity: sent.quantity, amount: sent.amount, owed })
        };
        replacement.lines.iter().filter_map(line).collect()
    }
}

/// Why pieces cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoldingError {
    /// More than there are.
    #[error("{}", too_many(.line, *.total, *.before, *.asked))]
    TooMany {
        /// The line of the order.
        line: String,
        /// How many there ever were, bought or in exchange.
        total: u32,
        /// How many other tickets take.
        before: u32,
        /// How many are asked for.
        asked: u32,
    },
    /// Sums out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

fn too_many(line: &str, total: u32, before: u32, asked: u32) -> String {
    let elsewhere = if before > 0 { format!(" ({before} of {total} are in other tickets of the order)") } else { String::new() };
    match total.saturating_sub(before) {
        0 => format!("nothing is left of line '{line}'{elsewhere}: a question or a complaint can still be about it"),
        left if left < asked => format!("line '{line}' has {left} left{elsewhere}, and {asked} are asked for: ask for at most {left}"),
        _ => format!(
            "what is named of line '{line}' is not there, or not yet paid for with what it came in exchange for: name another article"
        ),
    }
}

/// An order, and what became of its goods.
#[derive(Debug, Clone, Copy)]
pub struct Goods<'a> {
    /// The order.
    pub order: &'a Order,
    /// What tickets take of it.
    pub taken: &'a Pieces,
    /// What came in exchange.
    pub received: &'a [Received],
    /// What the customer ever had is meant, be it owed.
    pub ever: bool,
}

impl<'a> Goods<'a> {
    /// An order of which nothing was taken.
    pub fn untouched(order: &'a Order) -> Self {
        Self { order, taken: &NOTHING, received: &[], ever: false }
    }

    /// All that the customer ever had of it.
    #[must_use]
    pub fn as_if_nothing_were_taken(self) -> Self {
        Self { taken: &NOTHING, ever: true, ..self }
    }

    /// What the customer has of a line of the order; `None` when it has no such line.
    pub fn holding(&self, line: &str) -> Option<Holding<'a>> {
        let bought = self.order.lines.iter().find(|bought| bought.external_id == line)?;
        let mut holding = Holding::all(self.order, bought, self.received, self.ever);
        for ((_, sku), quantity) in self.taken.iter().filter(|((name, _), _)| name == line) {
            holding.give_away(sku, *quantity);
        }
        Some(holding)
    }

    /// Pieces of a line of a ticket; `None` where the ticket's line is on none of the order's.
    ///
    /// # Errors
    /// Sums out of range.
    pub fn pieces(&self, line: &TicketLine, quantity: u32) -> Result<Option<Held>, MoneyError> {
        let Some(mut holding) = line.order_line.as_deref().and_then(|name| self.holding(name)) else { return Ok(None) };
        match holding.take(Some(&line.sku), quantity) {
            Ok(held) => Ok(Some(held)),
            Err(HoldingError::Money(error)) => Err(error),
            // Others have taken them since, which is checked where it matters: they are worth what they were.
            Err(HoldingError::TooMany { .. }) => {
                let price = holding.bought.unit_price.checked_mul(quantity)?;
                Ok(Some(Held { sku: line.sku.clone(), worth: self.order.paid_for(holding.bought, quantity)?, price }))
            }
        }
    }
}

/// Pieces that are at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Stock keeping unit.
    pub sku: String,
    /// What was paid for them.
    pub worth: Money,
    /// What they cost before what the order was reduced by: the most that may be asked for them.
    pub price: Money,
}

/// What the customer has of one line of an order.
#[derive(Debug, Clone)]
pub struct Holding<'a> {
    order: &'a Order,
    bought: &'a OrderLine,
    /// What was bought first, then what came in exchange, in the order in which it was proposed.
    piles: Vec<Pile<'a>>,
    before: u32,
    asked: u32,
}

#[derive(Debug, Clone)]
struct Pile<'a> {
    sku: &'a str,
    quantity: u32,
    gone: u32,
    /// `None` for what was bought.
    received: Option<&'a Received>,
}

impl Pile<'_> {
    const fn left(&self) -> u32 {
        self.quantity.saturating_sub(self.gone)
    }
}

impl<'a> Holding<'a> {
    fn all(order: &'a Order, bought: &'a OrderLine, received: &'a [Received], ever: bool) -> Self {
        let first = Pile { sku: &bought.sku, quantity: bought.quantity, gone: 0, received: None };
        let came = received.iter().filter(|came| came.order_line == bought.external_id);
        // What is owed has a name here and cannot be taken: whoever means it does not get something else.
        let count = |came: &Received| if came.owed && !ever { 0 } else { came.quantity };
        let came = came.map(|came| Pile { sku: &came.sku, quantity: count(came), gone: 0, received: Some(came) });
        Self { order, bought, piles: std::iter::once(first).chain(came).collect(), before: 0, asked: 0 }
    }

    /// Other tickets have so many, of this article as far as there are any.
    fn give_away(&mut self, sku: &str, quantity: u32) {
        self.before = self.before.saturating_add(quantity);
        let mut rest = quantity;
        for of_sku in [true, false] {
            for pile in self.piles.iter_mut().filter(|pile| (pile.sku == sku) == of_sku) {
                let part = pile.left().min(rest);
                pile.gone += part;
                rest -= part;
            }
        }
    }

    /// Takes pieces of an article; of any when none is named that is there, what was bought first.
    ///
    /// # Errors
    /// When there are not so many; sums out of range.
    pub fn take(&mut self, sku: Option<&str>, quantity: u32) -> Result<Held, HoldingError> {
        self.asked = self.asked.saturating_add(quantity);
        let named = sku.filter(|sku| self.piles.iter().any(|pile| pile.sku == *sku));
        let fits = |pile: &&mut Pile<'_>| named.is_none_or(|sku| pile.sku == sku) && pile.left() > 0;
        let zero = Money::zero(self.order.paid.currency());
        let (mut held, mut rest) = (Held { sku: String::new(), worth: zero, price: zero }, quantity);
        for pile in self.piles.iter_mut().filter(fits) {
            let part = pile.left().min(rest);
            if part == 0 {
                break;
            }
            if held.sku.is_empty() {
                pile.sku.clone_into(&mut held.sku);
            }
            let (worth, price) = match pile.received {
                Some(came) => (share(came, pile.gone, part)?, share(came, pile.gone, part)?),
                None => (self.order.paid_for(self.bought, part)?, self.bought.unit_price.checked_mul(part)?),
            };
            (held.worth, held.price) = (held.worth.checked_add(worth)?, held.price.checked_add(price)?);
            pile.gone += part;
            rest -= part;
        }
        if rest > 0 {
            let total = self.piles.iter().map(|pile| pile.quantity).fold(0, u32::saturating_add);
            let (line, before, asked) = (self.bought.external_id.clone(), self.before, self.asked);
            return Err(HoldingError::TooMany { line, total, before, asked });
        }
        Ok(held)
    }
}

/// The part of an amount that falls on some pieces after so many others: all parts together are the amount.
fn share(came: &Received, before: u32, pieces: u32) -> Result<Money, MoneyError> {
    let upto = |count: u32| i128::from(came.amount.minor()) * i128::from(count) / i128::from(came.quantity.max(1));
    let minor = upto(before + pieces) - upto(before);
    Money::new(i64::try_from(minor).map_err(|_| MoneyError::Range(minor))?, came.amount.currency())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn cny(minor: i64) -> Money {
        Money::new(minor, Currency::CNY).unwrap()
    }

    fn order(quantity: u32, price: i64) -> Order {
        let line = OrderLine {
            external_id: "1".to_owned(),
            sku: "A".to_owned(),
            title: String::new(),
            category: None,
            quantity,
            unit_price: cny(price),
        };
        Order {
            id: crate::id::OrderId::from_uuid(uuid::Uuid::from_u128(1)),
            external_id: "o".to_owned(),
            customer: None,
            placed_at: None,
            delivered_at: None,
            paid: cny(price * i64::from(quantity)),
            lines: vec![line],
            payments: Vec::new(),
            attributes: BTreeMap::new(),
        }
    }

    fn came(sku: &str, quantity: u32, amount: i64) -> Received {
        Received { order_line: "1".to_owned(), sku: sku.to_owned(), quantity, amount: cny(amount), owed: false }
    }

    fn pieces(of: &[(&str, u32)]) -> Pieces {
        of.iter().map(|(sku, quantity)| (("1".to_owned(), (*sku).to_owned()), *quantity)).collect()
    }

    fn goods<'a>(order: &'a Order, taken: &'a Pieces, received: &'a [Received]) -> Goods<'a> {
        Goods { order, taken, received, ever: false }
    }

    fn take(goods: &Goods<'_>, sku: Option<&str>, quantity: u32) -> Result<(String, i64), HoldingError> {
        goods.holding("1").unwrap().take(sku, quantity).map(|held| (held.sku, held.worth.minor()))
    }

    #[test]
    fn what_came_in_exchange_counts_as_bought_and_is_worth_what_was_paid_for_it() {
        let (order, received, taken) = (order(1, 10_000), [came("B", 1, 15_000)], pieces(&[("A", 1)]));
        let goods = goods(&order, &taken, &received);
        assert_eq!(take(&goods, None, 1).unwrap(), ("B".to_owned(), 15_000));
        assert_eq!(take(&goods, Some("B"), 1).unwrap(), ("B".to_owned(), 15_000));
        assert!(matches!(take(&goods, Some("A"), 1), Err(HoldingError::TooMany { total: 2, before: 1, asked: 1, .. })), "it went back");
        assert!(take(&goods, None, 2).is_err());
        let taken = pieces(&[("A", 1), ("B", 1)]);
        assert!(take(&Goods { taken: &taken, ..goods }, None, 1).is_err(), "it is returned once");
        let taken = pieces(&[]);
        assert!(take(&Goods { taken: &taken, received: &[], ..goods }, None, 2).is_err());
    }

    #[test]
    fn what_was_bought_and_what_came_are_told_apart() {
        let (order, received, taken) = (order(2, 10_000), [came("B", 1, 15_000)], pieces(&[("A", 1), ("B", 1)]));
        let goods = goods(&order, &taken, &received);
        assert_eq!(take(&goods, None, 1).unwrap(), ("A".to_owned(), 10_000), "the other one is still there");
        let taken = pieces(&[("A", 1)]);
        let goods = Goods { taken: &taken, ..goods };
        assert_eq!(take(&goods, None, 2).unwrap(), ("A".to_owned(), 25_000));
        assert_eq!(take(&goods, Some("unknown"), 1).unwrap().0, "A", "an article that is not there names nothing");
    }

    #[test]
    fn what_left_first_is_not_there_until_something_came_for_it() {
        let (order, taken) = (order(2, 10_000), pieces(&[("A", 1)]));
        let received = [Received { owed: true, ..came("B", 1, 10_000) }];
        let goods = goods(&order, &taken, &received);
        assert!(take(&goods, Some("B"), 1).is_err(), "it is owed, and the other A is not meant");
        assert_eq!(take(&goods, None, 1).unwrap().0, "A");
        assert!(take(&goods, None, 2).is_err());
        assert_eq!(take(&goods.as_if_nothing_were_taken(), Some("B"), 1).unwrap().0, "B", "it can be asked about");
    }

    #[test]
    fn pieces_of_a_pile_add_up_to_it() {
        let (order, received, taken) = (order(3, 10_000), [came("B", 3, 10_000)], pieces(&[("A", 3)]));
        let mut holding = goods(&order, &taken, &received).holding("1").unwrap();
        let parts: Vec<i64> = (0..3).map(|_| holding.take(None, 1).unwrap().worth.minor()).collect();
        assert_eq!((parts.iter().sum::<i64>(), parts), (10_000, vec![3_333, 3_333, 3_334]));
        assert!(holding.take(None, 1).is_err());
    }
}
