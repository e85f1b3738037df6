//! Forms and workflows on their way from a draft to an edition that tickets pin (Z7, Z18): one way for both.

mod change;
mod form;
mod publish;
mod workflow;

use redress_domain::Timestamp;
use redress_domain::definition::{Drawing, Edition, Noun};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

pub use change::{Settings, create, delete, draft, settings};
pub use publish::publish;

use crate::problem::{Fault, Problem};
use crate::rules::Snapshot;

/// What can be drawn and published.
pub trait Drawn: Clone + Serialize + DeserializeOwned + ToSchema + Send + Sync + 'static {
    /// What it is called.
    const NOUN: Noun;
    /// What is told about it.
    type Finding: Serialize + ToSchema + Send;

    /// Those that come with the house.
    fn shipped() -> Vec<Self>;
    /// Its own name.
    fn key(&self) -> &str;
    /// Kinds of tickets that it says it is for; empty when it says nothing.
    fn kinds(&self) -> Vec<TicketKind>;
    /// Under its key in this tenant, as this edition.
    #[must_use]
    fn named(self, key: &str, edition: u32, published: bool) -> Self;
    /// Everything that is to be told about it, against the tenant's words.
    fn check(&self, snapshot: &Snapshot) -> Vec<Self::Finding>;
    /// What keeps it from being published.
    fn fault(finding: &Self::Finding) -> Option<Fault>;
}

/// One drawing as it is answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct DrawingView<D: Drawn> {
    /// Name within the tenant.
    pub key: String,
    /// Counts changes; the `ETag`.
    pub version: i64,
    /// Kinds of tickets that it is for.
    pub kinds: Vec<TicketKind>,
    /// Among several for one kind the lowest goes first.
    pub position: i32,
    /// New tickets get it, once it is published. What runs goes on either way.
    pub enabled: bool,
    /// The edition in use.
    pub published: Option<u32>,
    /// What is being drawn; null when nothing was changed since it was published.
    pub draft: Option<D>,
    /// What is to be told about the draft; errors keep it from being published.
    pub findings: Vec<D::Finding>,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl<D: Drawn> DrawingView<D> {
    /// A drawing, its draft checked.
    ///
    /// # Errors
    /// A draft that an earlier version of the server wrote and this one cannot read.
    pub fn of(drawing: Drawing, snapshot: &Snapshot) -> Result<Self, Problem> {
        let draft: Option<D> = drawing.draft.map(serde_json::from_value).transpose().map_err(|error| Problem::internal(&error))?;
        let findings = draft.as_ref().map(|draft| draft.check(snapshot)).unwrap_or_default();
        Ok(Self {
            key: drawing.key,
            version: drawing.version,
            kinds: drawing.kinds,
            position: drawing.position,
            enabled: drawing.enabled,
            published: drawing.published,
            draft,
            findings,
            updated_at: drawing.updated_at,
        })
    }
}

/// One edition as it is answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionView<D: Drawn> {
    /// Counts editions, from 1.
    pub edition: u32,
    /// What was drawn.
    pub definition: D,
    /// Who published it.
    pub published_by: Actor,
    /// When.
    pub published_at: Timestamp,
}

impl<D: Drawn> EditionView<D> {
    /// An edition.
    ///
    /// # Errors
    /// One that an earlier version of the server wrote and this one cannot read.
    pub fn of(edition: Edition) -> Result<Self, Problem> {
        Ok(Self {
            edition: edition.number,
            definition: serde_json::from_value(edition.content).map_err(|error| Problem::internal(&error))?,
            published_by: edition.published_by,
            published_at: edition.published_at,
        })
    }
}

/// The errors among findings, as faults of a request.
fn faults<D: Drawn>(findings: &[D::Finding]) -> Vec<Fault> {
    findings.iter().filter_map(D::fault).collect()
}
