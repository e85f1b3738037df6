//! Work that comes back by a timetable: digests, sweeps, reports by mail.

use serde::{Deserialize, Serialize};

use crate::calendar::{Cron, Zone};
use crate::clock::Timestamp;
use crate::id::RecurringId;
use crate::sla::Channel;
use crate::status::names;

names! {
    /// What may come back.
    RecurringKind {
        /// A digest of what is late; its spec is an [`OverdueDigest`].
        OverdueDigest = "overdue_digest",
    }
}

/// Who gets the digest of what is late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OverdueDigest {
    /// Everybody with this role.
    pub role: String,
    /// How; mail when left out.
    #[serde(default = "mail")]
    pub by: Channel,
}

const fn mail() -> Channel {
    Channel::Mail
}

/// One piece of work that comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recurring {
    /// Redress id.
    pub id: RecurringId,
    /// Counts changes that people make.
    pub version: i64,
    /// A [`RecurringKind`] by name.
    pub kind: String,
    /// Name within the tenant.
    pub name: String,
    /// When, as a crontab says it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub cron: Cron,
    /// Whose clock on the wall the crontab is about.
    pub zone: Zone,
    /// What is to be done, as its kind reads it.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub spec: serde_json::Value,
    /// Work that is switched off does not come back.
    pub enabled: bool,
    /// The next occurrence; `None` when there is none.
    pub due_at: Option<Timestamp>,
    /// The occurrence before.
    pub previous_at: Option<Timestamp>,
    /// Occurrences in a row that failed.
    pub failures: u32,
    /// Why the last one failed.
    pub last_error: Option<String>,
}

impl Recurring {
    /// The occurrence after the one that is due. Occurrences that were missed while nobody worked are not made up for one by
    /// one: the one that is due stands for all of them, and the next one lies after "now".
    pub fn next(&self, now: Timestamp) -> Option<Timestamp> {
        let after = self.due_at.map_or(now, |due| due.max(now));
        self.cron.next(self.zone, after).filter(|_| self.enabled)
    }
}
