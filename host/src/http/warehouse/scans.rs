//! `POST /scans`, `GET /scans`

use axum::Json;
use axum::extract::State;
use redress_domain::id::TicketId;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::KeptScan;
use redress_domain::warehouse::scan::Source;
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_store::scan::{self, Filter};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{note, photos};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::page::{list, page};
use crate::http::{Answer, Can, Code, Command, List, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::problem::check::{reference, text_between};
use crate::workflow::warehouse::Reading;

/// Longest reading, in characters: a two-dimensional code may hold a whole page.
const LONGEST: usize = 4_000;

/// One reading of a label.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewScan {
    /// What was read, as the scanner sent it.
    #[schema(examples("]C1SF1029384756013"))]
    raw: String,
    /// How; a wedge when left out.
    source: Option<Source>,
    /// Name of the gate or table.
    station: Option<String>,
    /// The device's own name for this reading, for example its name and a counter; the `Idempotency-Key` when left out. The same
    /// reading again answers what the first answered.
    key: Option<String>,
    /// Names of attachments that show label and contents; kept when nobody is known for the parcel.
    #[serde(default)]
    photos: Vec<String>,
    /// What the warehouse saw.
    #[serde(default)]
    note: String,
}

/// Which scans: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ScanQuery {
    /// Of this ticket.
    ticket: Option<TicketId>,
    /// Of this tracking number.
    number: Option<String>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Scan a label.
///
/// A parcel that is awaited is received; its ticket moves at once. Any other waits among the unidentified parcels: no reading is
/// lost, and `outcome` and `note` say what to do with the parcel.
#[utoipa::path(post, path = "/scans", tag = "warehouse", request_body = NewScan, params(IdempotencyHeader),
    responses((status = 201, body = KeptScan), WriteProblems))]
pub async fn scan_label(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    command: Command<NewScan>,
) -> Result<Answer<KeptScan>, Problem> {
    let key = command.idempotency.key().map(str::to_owned);
    let NewScan { raw, source, station, key: own, photos: shown, note: seen } = command.body;
    let reading = Reading {
        key: own.map(|key| reference("/key", key)).transpose()?.or(key),
        raw: text_between("/raw", raw, 0, LONGEST)?,
        source: source.unwrap_or(Source::Wedge),
        station: station.map(|text| text_between("/station", text, 1, 100)).transpose()?,
        photos: photos("/photos", shown)?,
        note: note("/note", seen)?,
    };
    Ok(Answer::created(app.workflow.scan(caller.tenant.id, Actor::User(caller.user.id), reading).await?))
}

/// List scans, newest first.
#[utoipa::path(get, path = "/scans", tag = "warehouse", params(ScanQuery), responses((status = 200, body = List<KeptScan>), ReadProblems))]
pub async fn list_scans(caller: Can<permit::TicketRead>, Query(query): Query<ScanQuery>) -> Result<Json<List<KeptScan>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let number = query.number.as_deref().map(TrackingNumber::read).transpose();
    let number = number.map_err(|error| Problem::new(Code::InvalidQuery, error.to_string()))?;
    let filter = Filter { ticket: query.ticket, number };
    Ok(list(caller.store.read(move |tx| Box::pin(async move { scan::list(tx, &filter, &page).await })).await?))
}
