//! What a tenant promises, ready to be measured.

use std::collections::HashMap;
use std::sync::Arc;

use redress_domain::calendar::{BusinessHours, Calendar};
use redress_domain::id::CalendarId;
use redress_domain::sla::{Selection, SlaPolicy, Subject};

/// A policy with the hours by which it is measured.
#[derive(Debug, Clone)]
pub struct Level {
    /// The policy.
    pub policy: SlaPolicy,
    /// Its calendar.
    pub calendar: Arc<Calendar>,
}

/// The tenant's switched-on policies in the order in which they are asked.
#[derive(Debug, Clone, Default)]
pub struct Levels(Vec<Arc<Level>>);

impl Levels {
    /// Puts policies and calendars together. A policy whose calendar is gone counts for nothing: the store refuses to remove one
    /// that is used.
    pub fn new(policies: Vec<SlaPolicy>, calendars: Vec<BusinessHours>) -> Self {
        let calendars: HashMap<CalendarId, Arc<Calendar>> =
            calendars.into_iter().map(|hours| (hours.id, Arc::new(hours.calendar))).collect();
        let level = |policy: SlaPolicy| {
            let calendar = Arc::clone(calendars.get(&policy.calendar)?);
            Some(Arc::new(Level { policy, calendar }))
        };
        Self(policies.into_iter().filter(|policy| policy.enabled).filter_map(level).collect())
    }

    /// When people work where nothing more special is said: the hours of the first policy that is for every ticket.
    pub fn calendar(&self) -> Option<Arc<Calendar>> {
        let common = self.0.iter().find(|level| level.policy.applies_to == Selection::default());
        common.map(|level| Arc::clone(&level.calendar))
    }

    /// What is promised to a ticket: the first policy whose conditions it meets.
    pub fn select(&self, subject: &Subject<'_>) -> Option<&Arc<Level>> {
        self.0.iter().find(|level| level.policy.applies_to.admits(subject))
    }
}
