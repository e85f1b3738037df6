//! Typesetting in a process of its own, which has hard limits and can be killed: a template made to keep a typesetter busy
//! must not keep the server busy.

mod child;
mod parent;

use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::job::{Finding, Job};

pub use child::print_child;
pub use parent::{Limits, PrintError, Printer};

/// Exit code of a typesetter that found fault with the template and says so on its standard output.
const REFUSED: u8 = 3;

/// What the server sends to the typesetter.
#[derive(Serialize, Deserialize)]
struct Order {
    job: Job,
    faces: Vec<Face>,
    family: String,
}

/// What comes before the bytes of the paper, on a line of its own.
#[derive(Serialize, Deserialize)]
struct Note {
    pages: usize,
    warnings: Vec<Finding>,
}
