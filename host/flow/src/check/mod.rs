//! Everything that is wrong with a definition, said when it is saved.

mod finding;

use redress_expression::Environment;

pub use finding::{Finding, Severity};

use crate::definition::Definition;

/// Everything that is wrong with a definition, errors first. `environment` has the names of the caller's facts;
/// `form` and `outcome` are added from the definition.
pub fn check(definition: &Definition, environment: &Environment) -> Vec<Finding> {
    let _ = (definition, environment);
    Vec::new()
}
