//! One row of the table.

use super::guard::Guard;
use super::step::Step;
use crate::event::EventKind;
use crate::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};

/// One row: from a case, on an event, under guards, to new axes, with steps. An axis that is `None` stays as it is.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Cases it starts from.
    pub from: &'static [CaseStatus],
    /// Event it answers.
    pub event: EventKind,
    /// What must hold; all of them.
    pub when: &'static [Guard],
    /// New case.
    pub case: Option<CaseStatus>,
    /// New place of the goods.
    pub goods: Option<GoodsStatus>,
    /// New state of the money.
    pub money: Option<MoneyStatus>,
    /// New state of the dispute.
    pub dispute: Option<DisputeStatus>,
    /// What follows, in order.
    pub then: &'static [Step],
}

impl Row {
    /// A row under which nothing moves.
    pub(super) const fn on(event: EventKind, from: &'static [CaseStatus]) -> Self {
        Self { from, event, when: &[], case: None, goods: None, money: None, dispute: None, then: &[] }
    }

    pub(super) const fn when(mut self, guards: &'static [Guard]) -> Self {
        self.when = guards;
        self
    }

    pub(super) const fn case(mut self, to: CaseStatus) -> Self {
        self.case = Some(to);
        self
    }

    pub(super) const fn goods(mut self, to: GoodsStatus) -> Self {
        self.goods = Some(to);
        self
    }

    pub(super) const fn money(mut self, to: MoneyStatus) -> Self {
        self.money = Some(to);
        self
    }

    pub(super) const fn dispute(mut self, to: DisputeStatus) -> Self {
        self.dispute = Some(to);
        self
    }

    pub(super) const fn then(mut self, steps: &'static [Step]) -> Self {
        self.then = steps;
        self
    }

    /// Where the axes are after this row.
    pub fn target(&self, from: Axes) -> Axes {
        Axes {
            case: self.case.unwrap_or(from.case),
            goods: self.goods.unwrap_or(from.goods),
            money: self.money.unwrap_or(from.money),
            dispute: self.dispute.unwrap_or(from.dispute),
        }
    }
}
