//! What follows from an inspection: the money is released at once (D4), waits (D5), or more parcels are awaited.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::check::{InspectionError, paired};
use super::{Disposition, ExpectedLine, ExpectedReturn, Grade, InspectedLine, Inspection};
use crate::event::Event;
use crate::id::TicketLineId;
use crate::rule::NewTask;
use crate::status::names;

/// Role that is told of goods on hold (风控专员, D5).
pub const RISK_ROLE: &str = "risk";

names! {
    /// What is wrong with goods.
    ProblemKind {
        /// A part of the checklist is missing (配件缺失).
        MissingPart = "missing_part",
        /// Fewer units than announced.
        QuantityShort = "quantity_short",
        /// Nothing of what was announced.
        EmptyBox = "empty_box",
        /// Damaged, although nobody said so.
        Damaged = "damaged",
        /// Something else.
        WrongItem = "wrong_item",
        /// A serial number that was not sold.
        SerialMismatch = "serial_mismatch",
        /// More units than announced: whose are they?
        QuantityOver = "quantity_over",
    }
}

/// One problem of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = InspectionProblem))]
pub struct Problem {
    /// The line.
    pub line: TicketLineId,
    /// What is wrong.
    pub kind: ProblemKind,
    /// How many units or parts.
    pub quantity: u32,
    /// The part's code or the serial number, when the problem is about one.
    pub detail: Option<String>,
}

/// Units that go somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StockMove {
    /// The line.
    pub line: TicketLineId,
    /// Stock keeping unit that was expected; of a wrong item only its place is known.
    pub sku: String,
    /// How many.
    pub quantity: u32,
    /// How good.
    pub grade: Grade,
    /// Where to.
    pub disposition: Disposition,
}

/// Goods on hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// What is wrong, at least one.
    pub problems: Vec<Problem>,
    /// What happens to the ticket.
    pub event: Event,
    /// Who is told (D5).
    pub alert: NewTask,
    /// Every unit that is here, set aside: it may yet go back to the customer.
    pub moves: Vec<StockMove>,
}

/// What follows from an inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conclusion {
    /// Everything is as it should be: the event releases the refund at once (D4).
    Ok {
        /// What happens to the ticket.
        event: Event,
        /// Where the units go.
        moves: Vec<StockMove>,
    },
    /// Money waits (D5).
    Hold(Hold),
    /// What is here is as it should be, and the rest is on its way: nothing happens to the ticket.
    Waiting {
        /// Units and parts that are still to come.
        missing: Vec<Problem>,
    },
}

/// Judges an inspection.
///
/// # Errors
/// An [`InspectionError`] when it is not written down completely.
pub fn conclude(inspection: &Inspection, expected: &ExpectedReturn) -> Result<Conclusion, InspectionError> {
    let pairs = paired(inspection, expected)?;
    let mut problems: Vec<Problem> = pairs.iter().flat_map(|(found, wanted)| problems(found, wanted)).collect();
    let moves = moves(&pairs);
    let late = |problem: &Problem| matches!(problem.kind, ProblemKind::MissingPart | ProblemKind::QuantityShort);
    if !expected.all_here && problems.iter().all(late) {
        return Ok(Conclusion::Waiting { missing: problems });
    }
    if problems.is_empty() {
        return Ok(Conclusion::Ok { event: Event::GoodsInspected { ok: true, note: None }, moves });
    }
    if expected.all_here && moves.is_empty() {
        for problem in problems.iter_mut().filter(|p| p.kind == ProblemKind::QuantityShort) {
            problem.kind = ProblemKind::EmptyBox;
        }
    }
    let note = summary(&problems, &pairs);
    let title = format!("Goods on hold, money waits: {note}");
    let moves = moves.into_iter().map(|m| StockMove { disposition: Disposition::Quarantine, ..m }).collect();
    let alert = NewTask { title, role: RISK_ROLE.to_owned(), within_seconds: None };
    Ok(Conclusion::Hold(Hold { problems, event: Event::GoodsInspected { ok: false, note: Some(note) }, alert, moves }))
}

/// Where the units go when a hold ends in the merchant's favour: the customer agreed to a deduction, or the part came.
///
/// # Errors
/// An [`InspectionError`] when the inspection is not written down completely.
pub fn stock_moves(inspection: &Inspection, expected: &ExpectedReturn) -> Result<Vec<StockMove>, InspectionError> {
    Ok(moves(&paired(inspection, expected)?))
}

/// What goes back to the customer when there is no agreement: every unit that is here.
///
/// # Errors
/// An [`InspectionError`] when the inspection is not written down completely.
pub fn send_back(inspection: &Inspection, expected: &ExpectedReturn) -> Result<Vec<StockMove>, InspectionError> {
    let back = |m: StockMove| StockMove { disposition: Disposition::ReturnToCustomer, ..m };
    Ok(stock_moves(inspection, expected)?.into_iter().map(back).collect())
}

fn moves(pairs: &[(&InspectedLine, &ExpectedLine)]) -> Vec<StockMove> {
    let mut moves = Vec::new();
    for (found, wanted) in pairs {
        for place in found.placements.iter().filter(|place| place.quantity > 0) {
            let (line, sku) = (found.line, wanted.sku.clone());
            moves.push(StockMove { line, sku, quantity: place.quantity, grade: place.grade, disposition: place.disposition });
        }
    }
    moves
}

fn problems(found: &InspectedLine, wanted: &ExpectedLine) -> Vec<Problem> {
    let line = found.line;
    let problem = |kind, quantity, detail| Problem { line, kind, quantity, detail };
    let surprise = if wanted.damage_claimed { 0 } else { found.damaged };
    let counted = [
        (ProblemKind::QuantityShort, found.missing),
        (ProblemKind::Damaged, surprise),
        (ProblemKind::WrongItem, found.wrong),
        (ProblemKind::QuantityOver, found.extra),
    ];
    let parts = found.missing_parts.iter().map(|part| problem(ProblemKind::MissingPart, part.quantity, Some(part.code.clone())));
    let counted = counted.into_iter().filter(|(_, quantity)| *quantity > 0).map(|(kind, quantity)| problem(kind, quantity, None));
    let strange = found.serials.iter().filter(|serial| !wanted.serials.is_empty() && !same_serial(&wanted.serials, serial));
    let strange = strange.map(|serial| problem(ProblemKind::SerialMismatch, 1, Some(serial.clone())));
    parts.chain(counted).chain(strange).collect()
}

/// Serial numbers are compared without case and blanks: inspectors type them.
fn same_serial(sold: &[String], read: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect::<String>();
    sold.iter().any(|one| plain(one) == plain(read))
}

/// The problems in one line of text, for the timeline and the task.
fn summary(problems: &[Problem], pairs: &[(&InspectedLine, &ExpectedLine)]) -> String {
    let mut text = String::new();
    for problem in problems {
        let wanted = pairs.iter().map(|(_, wanted)| wanted).find(|wanted| wanted.line == problem.line);
        let sku = wanted.map_or("", |wanted| wanted.sku.as_str());
        let part = wanted.and_then(|wanted| wanted.parts.iter().find(|part| Some(&part.code) == problem.detail.as_ref()));
        let detail = part.map(|part| part.name.as_str()).or(problem.detail.as_deref());
        let gap = if text.is_empty() { "" } else { "; " };
        // Writing to a String cannot fail.
        let _ = write!(text, "{gap}{} ×{} {sku}", problem.kind, problem.quantity);
        if let Some(detail) = detail {
            let _ = write!(text, " ({detail})");
        }
    }
    text
}
