//! From draft to published, and to the next draft (Z7).

use crate::check::{Finding, Severity, check};
use crate::definition::{Definition, State};

impl Definition {
    /// The draft as it goes into use.
    ///
    /// # Errors
    /// What keeps it from being used; warnings do not.
    pub fn publish(mut self) -> Result<Self, Vec<Finding>> {
        let errors: Vec<_> = check(&self).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        self.state = State::Published;
        Ok(self)
    }

    /// A draft to change: the next version of a published form, or the draft itself.
    #[must_use]
    pub fn revise(&self) -> Self {
        let version = match self.state {
            State::Published => self.version.saturating_add(1),
            State::Draft => self.version,
        };
        Self { version, state: State::Draft, ..self.clone() }
    }
}
