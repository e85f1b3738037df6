//! Bodies of drawings.

use axum::response::{IntoResponse as _, Response};
use redress_domain::definition::Drawing;
use redress_domain::ticket::TicketKind;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::drawing::{DrawingView, Drawn, Settings};
use crate::http::auth::Caller;
use crate::http::{Answer, Problem};

/// A drawing to add: with a definition of its own, or from one that comes with the house.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "D: serde::de::DeserializeOwned"))]
pub struct NewDrawing<D: Drawn> {
    /// What is drawn; left out when `from` is given.
    definition: Option<D>,
    /// Key of one that comes with the house.
    from: Option<String>,
    /// Name within the tenant; the definition's own when left out.
    key: Option<String>,
    /// Kinds of tickets that it is for. A form says it itself; a workflow is for none until it is told.
    kinds: Option<Vec<TicketKind>>,
    /// Among several for one kind the lowest goes first.
    position: Option<i32>,
    /// New tickets get it, once it is published.
    enabled: Option<bool>,
}

impl<D: Drawn> NewDrawing<D> {
    /// What is drawn, its key and its settings.
    ///
    /// # Errors
    /// 422 `invalid` when there is no definition, two, or none of that name comes with the house.
    pub fn take(self) -> Result<(D, Option<String>, Settings), Problem> {
        let settings = Settings { kinds: self.kinds, position: self.position, enabled: self.enabled };
        let drawn = match (self.definition, self.from) {
            (Some(drawn), None) => drawn,
            (None, Some(name)) => {
                let mut shipped = D::shipped();
                let names = shipped.iter().map(D::key).collect::<Vec<_>>().join(", ");
                let place = shipped.iter().position(|drawn| drawn.key() == name);
                let place = place
                    .ok_or_else(|| Problem::invalid("/from", format!("no {} '{name}' comes with the house; there are {names}", D::NOUN)))?;
                shipped.swap_remove(place)
            }
            _ => return Err(Problem::invalid("", "send either definition, or from with the name of one that comes with the house")),
        };
        Ok((drawn, self.key, settings))
    }
}

/// What of a drawing can be changed besides what is drawn; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawingChange {
    /// Kinds of tickets that it is for.
    kinds: Option<Vec<TicketKind>>,
    /// Among several for one kind the lowest goes first.
    position: Option<i32>,
    /// New tickets get it, once it is published.
    enabled: Option<bool>,
}

impl From<DrawingChange> for Settings {
    fn from(change: DrawingChange) -> Self {
        Self { kinds: change.kinds, position: change.position, enabled: change.enabled }
    }
}

/// A drawing that has changed: from now on tickets see it.
///
/// # Errors
/// When the tenant's words cannot be read.
pub async fn noted<D: Drawn>(app: &App, caller: &Caller, changed: Drawing) -> Result<Response, Problem> {
    app.rules.invalidate(caller.tenant.id);
    let (snapshot, version) = (app.rules.get(caller.tenant.id).await?, changed.version);
    Ok(Answer::ok(DrawingView::<D>::of(changed, &snapshot)?).version(version).into_response())
}
