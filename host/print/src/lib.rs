//! The only room that speaks Typst: a template and its data become a paper, PDF with Chinese fonts.
//!
//! A template is text that a merchant may edit, so it is not trusted: it sees its data, the words of its language and the
//! helpers of `redress.typ`, and neither files nor network nor clock ([`typeset`]). It runs in a process of its own with
//! limits on memory and processor time, which can be killed ([`Printer`]), as compiling a plugin does.
//!
//! ```no_run
//! # async fn example(printer: redress_print::Printer) -> Result<(), redress_print::PrintError> {
//! use redress_domain::paper::PaperKind;
//! use redress_print::{Job, Locale, shipped};
//!
//! let (kind, locale) = (PaperKind::PickList, Locale::ZhCn);
//! let printed = printer.print(&Job::new(shipped::source(kind), shipped::sample(kind, locale), locale)).await?;
//! assert!(printed.pdf.starts_with(b"%PDF"));
//! # Ok(())
//! # }
//! ```

mod codes;
mod fonts;
mod job;
mod process;
mod typeset;
mod world;

pub mod shipped;

pub use fonts::{Face, FontError, Fonts, load};
pub use job::{Finding, Job, Locale, Printed, Severity};
pub use process::{Limits, PrintError, Printer, print_child};
pub use typeset::{layout, typeset};
