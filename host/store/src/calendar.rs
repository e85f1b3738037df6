//! Business hours.

use redress_domain::calendar::BusinessHours;
use redress_domain::id::CalendarId;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct CalendarRow {
    id: Uuid,
    version: i64,
    content: String,
}

impl CalendarRow {
    fn into_hours(self) -> Result<BusinessHours> {
        let id = CalendarId::from_uuid(self.id);
        Ok(BusinessHours { id, version: self.version, calendar: json(&self.content, "calendar", "content", id)? })
    }
}

/// Adds a calendar.
///
/// # Errors
/// [`Error::NotUnique`] `calendar_name`.
pub async fn insert(tx: &mut TenantTx, hours: &BusinessHours) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "calendar (tenant_id, id, version, name, content)", [hours], |values, h| {
        values.bind(tenant).bind(h.id.as_uuid()).bind(h.version).bind(&h.calendar.name).bind(to_json(&h.calendar));
    });
    tx.flush().await
}

/// Replaces a calendar that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `calendar_name`.
pub async fn update(tx: &mut TenantTx, hours: &BusinessHours, expected: i64) -> Result<()> {
    let sql = "UPDATE calendar SET version = $4, name = $5, content = $6 WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (id, content) = (hours.id.as_uuid(), to_json(&hours.calendar));
    match execute!(tx, sql, tx.tenant, id, expected, hours.version, &hours.calendar.name, content)? {
        0 => Err(Error::Stale { what: "calendar", id: hours.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// Removes a calendar that no policy names.
///
/// # Errors
/// [`Error::InUse`] while a policy names it, [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: CalendarId) -> Result<()> {
    let sql = "SELECT id FROM sla_policy WHERE tenant_id = $1 AND calendar_id = $2 LIMIT 1";
    if fetch_optional!(tx, (Uuid,), sql, tx.tenant, id.as_uuid())?.is_some() {
        return Err(Error::InUse { what: "calendar", id: id.to_string() });
    }
    match execute!(tx, "DELETE FROM calendar WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "calendar", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The calendar with this id.
pub async fn find(tx: &mut TenantTx, id: CalendarId) -> Result<Option<BusinessHours>> {
    let sql = "SELECT id, version, content FROM calendar WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, CalendarRow, sql, tx.tenant, id.as_uuid())?.map(CalendarRow::into_hours).transpose()
}

/// All calendars by name.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<BusinessHours>> {
    let sql = "SELECT id, version, content FROM calendar WHERE tenant_id = $1 ORDER BY name";
    fetch_all!(tx, CalendarRow, sql, tx.tenant)?.into_iter().map(CalendarRow::into_hours).collect()
}
