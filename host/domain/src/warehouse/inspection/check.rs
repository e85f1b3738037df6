//! No unit is lost or counted twice.

use std::collections::BTreeSet;

use super::{Disposition, ExpectedLine, ExpectedReturn, InspectedLine, Inspection, ProblemKind};
use crate::id::TicketLineId;

/// What is wrong with an inspection as it was written down. Nothing follows from it until it is corrected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InspectionError {
    /// A line that nobody expects.
    #[error("line {0} does not belong to this return: count what does not belong to it as wrong or extra")]
    UnknownLine(TicketLineId),
    /// A line that was written down twice.
    #[error("line {0} is written down twice: give one count")]
    Repeated(TicketLineId),
    /// A line that was not looked at.
    #[error("line {0} was not inspected: count it, as missing when it is not here")]
    NotInspected(TicketLineId),
    /// The counts do not sum to what was expected.
    #[error("line {line} counts {counted} units of {expected}: good, damaged, missing and wrong must sum to it; more is extra")]
    Unaccounted {
        /// The line.
        line: TicketLineId,
        /// What was counted.
        counted: u64,
        /// What was expected.
        expected: u32,
    },
    /// Units without a place, or places without units.
    #[error("line {line} places {placed} units, but {present} are here: give every one a place")]
    Placed {
        /// The line.
        line: TicketLineId,
        /// How many have a place.
        placed: u64,
        /// How many are here.
        present: u64,
    },
    /// Damaged or wrong units would be sold again.
    #[error("line {line} restocks {restocked} units, but only {good} are good: quarantine or refurbish the others")]
    Restocked {
        /// The line.
        line: TicketLineId,
        /// How many would be sold again.
        restocked: u64,
        /// How many may be.
        good: u64,
    },
    /// A part that is not on the checklist, is named twice, or of which more is missing than belongs to the line.
    #[error("line {line}: part '{code}' must be on the checklist, be named once, and miss between 1 and its quantity")]
    Part {
        /// The line.
        line: TicketLineId,
        /// The part.
        code: String,
    },
    /// Evidence is missing.
    #[error("line {line} has {kind} without a photo: take one, a dispute will ask for it")]
    NoPhoto {
        /// The line.
        line: TicketLineId,
        /// What the photo must show.
        kind: ProblemKind,
    },
}

/// Checks an inspection and pairs its lines with what was expected, in the order of what was expected.
pub(super) fn paired<'a>(
    inspection: &'a Inspection,
    expected: &'a ExpectedReturn,
) -> Result<Vec<(&'a InspectedLine, &'a ExpectedLine)>, InspectionError> {
    let mut seen = BTreeSet::new();
    for line in &inspection.lines {
        if !expected.lines.iter().any(|e| e.line == line.line) {
            return Err(InspectionError::UnknownLine(line.line));
        }
        if !seen.insert(line.line) {
            return Err(InspectionError::Repeated(line.line));
        }
    }
    let pair = |wanted: &'a ExpectedLine| {
        let found = inspection.lines.iter().find(|l| l.line == wanted.line).ok_or(InspectionError::NotInspected(wanted.line))?;
        counts(found, wanted)?;
        parts(found, wanted)?;
        photos(found, expected.photo_required)?;
        Ok((found, wanted))
    };
    expected.lines.iter().map(pair).collect()
}

fn counts(found: &InspectedLine, wanted: &ExpectedLine) -> Result<(), InspectionError> {
    let line = found.line;
    let counted: u64 = [found.good, found.damaged, found.missing, found.wrong].into_iter().map(u64::from).sum();
    if counted != u64::from(wanted.quantity) {
        return Err(InspectionError::Unaccounted { line, counted, expected: wanted.quantity });
    }
    let placed: u64 = found.placements.iter().map(|p| u64::from(p.quantity)).sum();
    if placed != found.present() {
        return Err(InspectionError::Placed { line, placed, present: found.present() });
    }
    let again = found.placements.iter().filter(|p| p.disposition == Disposition::Restock);
    let restocked: u64 = again.map(|p| u64::from(p.quantity)).sum();
    let good = u64::from(found.good) + u64::from(found.extra);
    if restocked > good {
        return Err(InspectionError::Restocked { line, restocked, good });
    }
    Ok(())
}

fn parts(found: &InspectedLine, wanted: &ExpectedLine) -> Result<(), InspectionError> {
    let mut seen = BTreeSet::new();
    for missing in &found.missing_parts {
        let listed = wanted.parts.iter().find(|part| part.code == missing.code);
        if !seen.insert(&missing.code) || !listed.is_some_and(|part| (1..=part.quantity).contains(&missing.quantity)) {
            return Err(InspectionError::Part { line: found.line, code: missing.code.clone() });
        }
    }
    Ok(())
}

fn photos(found: &InspectedLine, required: bool) -> Result<(), InspectionError> {
    let shown = [(found.damaged, ProblemKind::Damaged), (found.wrong, ProblemKind::WrongItem)];
    match shown.into_iter().find(|(quantity, _)| *quantity > 0) {
        Some((_, kind)) if required && found.photos.is_empty() => Err(InspectionError::NoPhoto { line: found.line, kind }),
        _ => Ok(()),
    }
}
