//! From a job to a paper. Pure, and as slow and as hungry as the template likes: see [`crate::Printer`] for the limits.

use typst::diag::{Severity as Weight, SourceDiagnostic};
use typst::foundations::Smart;
use typst::text::Font;
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::job::{Finding, Job, Printed, Severity};
use crate::world::Desk;

/// Most findings that anybody reads.
const MOST: usize = 50;

/// Typesets a job with these fonts; `family` is the one that text has unless the template says otherwise.
///
/// # Errors
/// What is wrong with the template, at least one finding of which is an error.
pub fn typeset(job: &Job, fonts: Vec<Font>, family: &str) -> Result<Printed, Vec<Finding>> {
    let desk = Desk::new(job, fonts, family);
    let (document, warnings) = pages(&desk)?;
    // Not tagged: tags double a slip that is printed and thrown away.
    let options = PdfOptions { creator: Smart::Custom(Some("Redress".to_owned())), tagged: false, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| findings(&desk, &errors))?;
    Ok(Printed { pdf, pages: document.pages().len(), warnings })
}

/// The pages alone, for those who look at them in another way than as PDF.
///
/// # Errors
/// As [`typeset`].
pub fn layout(job: &Job, fonts: Vec<Font>, family: &str) -> Result<PagedDocument, Vec<Finding>> {
    pages(&Desk::new(job, fonts, family)).map(|(document, _)| document)
}

fn pages(desk: &Desk) -> Result<(PagedDocument, Vec<Finding>), Vec<Finding>> {
    let done = typst::compile::<PagedDocument>(desk);
    match done.output {
        Ok(document) => Ok((document, findings(desk, &done.warnings))),
        Err(errors) => Err(findings(desk, &errors)),
    }
}

fn findings(desk: &Desk, diagnostics: &[SourceDiagnostic]) -> Vec<Finding> {
    diagnostics.iter().take(MOST).map(|one| finding(desk, one)).collect()
}

fn finding(desk: &Desk, diagnostic: &SourceDiagnostic) -> Finding {
    let mut message = diagnostic.message.to_string();
    // Hints about the command line of Typst lead nowhere here.
    for hint in diagnostic.hints.iter().filter(|hint| !hint.v.contains("`--")) {
        message.push_str("; ");
        message.push_str(&hint.v);
    }
    // What goes wrong within a helper is shown where the template calls it.
    let own = |id| id == Some(desk.main());
    let place = if own(diagnostic.span.id()) {
        desk.range(diagnostic.span)
    } else {
        diagnostic.trace.iter().find(|step| own(step.span.id())).and_then(|step| desk.range(step.span))
    };
    let source = desk.source(desk.main()).ok();
    let at = place.zip(source).and_then(|(range, source)| source.lines().byte_to_line_column(range.start));
    let severity = match diagnostic.severity {
        Weight::Error => Severity::Error,
        Weight::Warning => Severity::Warning,
    };
    Finding { severity, message, line: at.map(|(line, _)| line + 1), column: at.map(|(_, column)| column + 1) }
}
