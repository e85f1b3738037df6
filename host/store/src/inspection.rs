//! What the warehouse found.

use redress_domain::id::{InspectionId, TicketId};
use redress_domain::warehouse::inspection::Inspection;
use redress_domain::warehouse::kept::KeptInspection;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct InspectionRow {
    ticket_id: Uuid,
    id: Uuid,
    inspected_by: String,
    at: Stamp,
    lines: String,
    expected: String,
    finding: String,
    problems: String,
}

impl InspectionRow {
    fn into_inspection(self) -> Result<KeptInspection> {
        let id = InspectionId::from_uuid(self.id);
        let inspection = Inspection {
            lines: json(&self.lines, "inspection", "lines", id)?,
            by: actor(&self.inspected_by).ok_or_else(|| Error::corrupt("inspection", "inspected_by", id))?,
            at: self.at.0,
        };
        Ok(KeptInspection {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            inspection,
            expected: json(&self.expected, "inspection", "expected", id)?,
            finding: parse(&self.finding, "inspection", "finding", id)?,
            problems: json(&self.problems, "inspection", "problems", id)?,
        })
    }
}

/// Keeps an inspection. Gathered.
pub async fn insert(tx: &mut TenantTx, inspection: &KeptInspection) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "inspection (tenant_id, ticket_id, id, inspected_by, at, lines, expected, finding, problems)",
        [inspection],
        |values, i| {
            values.bind(tenant).bind(i.ticket.as_uuid()).bind(i.id.as_uuid()).bind(i.inspection.by.to_string());
            values.bind(Stamp(i.inspection.at)).bind(to_json(&i.inspection.lines)).bind(to_json(&i.expected));
            values.bind(i.finding.as_str()).bind(to_json(&i.problems));
        }
    );
    Ok(())
}

/// All inspections of a ticket, oldest first.
pub async fn by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<KeptInspection>> {
    let sql = "SELECT * FROM inspection WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id";
    fetch_all!(tx, InspectionRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(InspectionRow::into_inspection).collect()
}

/// The last inspection of a ticket: the one that counts.
pub async fn last(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<KeptInspection>> {
    let sql = "SELECT * FROM inspection WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id DESC LIMIT 1";
    fetch_optional!(tx, InspectionRow, sql, tx.tenant, ticket.as_uuid())?.map(InspectionRow::into_inspection).transpose()
}
