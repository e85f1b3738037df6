//! The short way for a desk without scanner and scales: everything of a ticket is taken in and judged as a whole, through the
//! same scans and the same inspection as the long one.

use redress_domain::Event;
use redress_domain::id::{ScanId, TenantId, TicketId};
use redress_domain::status::GoodsStatus;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::checklist::expected;
use redress_domain::warehouse::house::HouseRules;
use redress_domain::warehouse::inspection::{Disposition, ExpectedReturn, Grade, InspectedLine, Placement};
use redress_domain::warehouse::kept::{KeptScan, ScanOutcome};
use redress_domain::warehouse::scan::{ScanEvent, Source};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Goods;
use super::inspect::inspected;
use crate::workflow::act::check_version;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

/// What the warehouse found, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The goods are as they should be.
    Ok,
    /// Something is missing, broken or wrong; money waits.
    Problem,
}

impl Workflow {
    /// Takes everything of a ticket in and judges it as a whole: awaited parcels are read by hand, and every unit is good, or set
    /// aside as damaged until an inspection says more. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, a case in which nothing is received, no free sandbox, the database.
    pub async fn receive(
        &self,
        tenant: TenantId,
        by: Actor,
        id: TicketId,
        seen: Option<i64>,
        condition: Condition,
        note: Option<String>,
    ) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, by).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            take_in(turn, &goods, note.clone())?;
            let (rules, _) = HouseRules::read(&turn.case().parameters);
            let mut wanted = expected(turn.ticket(), turn.case().order.as_ref(), &goods.checklists, &rules, true);
            if condition == Condition::Problem {
                // The problem is one that the customer has not told of.
                wanted.lines.iter_mut().for_each(|line| line.damage_claimed = false);
            }
            let lines = as_a_whole(&wanted, condition, note.unwrap_or_default());
            inspected(turn, lines, wanted, &goods, &rules)
        })
        .await
    }
}

/// Reads the awaited parcels by hand.
fn take_in(turn: &mut Turn, goods: &Goods, note: Option<String>) -> Result<(), Error> {
    if !matches!(turn.ticket().axes.goods, GoodsStatus::Received | GoodsStatus::Inspected) {
        turn.apply(Event::GoodsReceived { complete: true, note })?;
    }
    let (by, at) = (turn.actor().clone(), turn.now());
    for known in goods.parcels.iter().filter(|parcel| parcel.is_awaited()) {
        let id = turn.id(ScanId::generate);
        let (key, raw) = (id.to_string(), known.parcel.number.to_string());
        let scan = ScanEvent { id, key, raw, source: Source::Manual, station: None, by: by.clone(), at };
        turn.keep_goods(Keep::Arrived(known.parcel.id, Some(id), at));
        turn.keep_goods(Keep::Scan(KeptScan {
            scan,
            number: Some(known.parcel.number.clone()),
            outcome: ScanOutcome::Matched,
            parcel: Some(known.parcel.id),
            ticket: Some(known.parcel.ticket),
            complete: true,
            unidentified: None,
            note: String::new(),
        }));
    }
    Ok(())
}

fn as_a_whole(wanted: &ExpectedReturn, condition: Condition, note: String) -> Vec<InspectedLine> {
    let (grade, disposition) = match condition {
        Condition::Ok => (Grade::B, Disposition::Restock),
        Condition::Problem => (Grade::D, Disposition::Quarantine),
    };
    let line = |line: &redress_domain::warehouse::inspection::ExpectedLine| {
        let quantity = line.quantity;
        let (good, damaged) = if condition == Condition::Ok { (quantity, 0) } else { (0, quantity) };
        InspectedLine {
            line: line.line,
            good,
            damaged,
            missing: 0,
            wrong: 0,
            extra: 0,
            placements: vec![Placement { quantity, grade, disposition }],
            missing_parts: Vec::new(),
            serials: Vec::new(),
            photos: Vec::new(),
            note: note.clone(),
        }
    };
    wanted.lines.iter().map(line).collect()
}
