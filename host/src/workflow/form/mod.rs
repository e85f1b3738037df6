//! Published forms: filled in with what is known, judged, and answered (Z1–Z7, L3, L4).

mod admit;
mod known;
mod reference;

use std::sync::Arc;

use redress_domain::definition::Noun;
use redress_domain::id::{TenantId, UserId};
use redress_domain::ticket::TicketKind;
use redress_forms::{Audience, Form};
use serde_json::{Map, Value};

pub use admit::Asked;
pub(in crate::workflow) use admit::place;
pub use known::About;

use super::violation::Violations;
use super::{Error, Workflow};
use crate::rules::Snapshot;

/// Answers that a published form has accepted.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Key of the form.
    pub key: String,
    /// Its edition.
    pub edition: u32,
    /// Answers by field.
    pub answers: Map<String, Value>,
}

impl Workflow {
    /// What a form begins with: facts of the order, the customer and their past.
    ///
    /// # Errors
    /// No such form, an order or customer that is not known, or the database.
    pub async fn fill_form(&self, tenant: TenantId, key: &str, person: Option<UserId>, about: About) -> Result<Map<String, Value>, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let form = self.published(&snapshot, key).await?;
        let known = self.known(tenant, about, snapshot.tenant.currency).await?;
        Ok(form.fill(&known.facts(person), self.now(), audience(person)))
    }

    /// Judges answers without keeping them.
    ///
    /// # Errors
    /// No such form, everything that is wrong with the answers, or the database.
    pub async fn judge_form(
        &self,
        tenant: TenantId,
        key: &str,
        person: Option<UserId>,
        mut about: About,
        answers: &Value,
    ) -> Result<Judged, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let form = self.published(&snapshot, key).await?;
        about.order = about.order.or_else(|| form.order_number(answers).map(ToOwned::to_owned));
        let known = self.known(tenant, about, snapshot.tenant.currency).await?;
        let mut found = Violations::default();
        match form.submit(answers, &known.facts(person), self.now(), audience(person)) {
            Ok(answers) => {
                self.check_references(&snapshot, &form, answers.as_map(), "/answers", &mut found).await?;
                found.finish().map_err(Error::Invalid)?;
                Ok(Judged { key: key.to_owned(), edition: form.definition().version, answers: answers.into_map() })
            }
            Err(violations) => {
                found.answers("/answers", violations);
                found.finish().map_err(Error::Invalid)?;
                Err(Error::invalid("invalid", "/answers", "the answers were refused"))
            }
        }
    }

    /// The published form of a key, or the one for a kind of ticket.
    pub(super) async fn form_for(&self, snapshot: &Snapshot, key: Option<&str>, kind: TicketKind) -> Result<(Arc<Form>, String), Error> {
        let key = match (key, snapshot.drawing(Noun::Form, kind)) {
            (Some(key), _) => key.to_owned(),
            (None, Some(drawing)) => drawing.key.clone(),
            (None, None) => {
                let message = format!("no form is published for tickets of the kind {kind}: name one, publish one, or send fields");
                return Err(Error::invalid("unknown_reference", "/form", message));
            }
        };
        let form = self.published(snapshot, &key).await.map_err(|error| match error {
            Error::NotFound { .. } => Error::invalid("unknown_reference", "/form/key", error.to_string()),
            other => other,
        })?;
        Ok((form, key))
    }

    /// The form that is published for a kind of ticket, if one is.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn form_for_kind(&self, snapshot: &Snapshot, kind: TicketKind) -> Result<Option<Arc<Form>>, Error> {
        match snapshot.drawing(Noun::Form, kind) {
            Some(drawing) if drawing.published.is_some() => self.published(snapshot, &drawing.key).await.map(Some),
            _ => Ok(None),
        }
    }

    /// The edition in use of a form that is switched on.
    pub async fn published(&self, snapshot: &Snapshot, key: &str) -> Result<Arc<Form>, Error> {
        let drawing = snapshot.drawings.iter().find(|drawing| drawing.noun == Noun::Form && drawing.key == key);
        let edition = drawing.and_then(|drawing| drawing.published).ok_or_else(|| Error::not_found("published form", key))?;
        Ok(self.rules.form(snapshot.tenant.id, key, edition).await?)
    }
}

/// People of the merchant see fields that are theirs alone.
const fn audience(person: Option<UserId>) -> Audience {
    if person.is_some() { Audience::Agent } else { Audience::Customer }
}

/// The form as somebody answers it who cannot send files yet; `None` when it must have none.
pub(in crate::workflow) fn without_files(form: &Form) -> Option<Form> {
    let mut definition = form.definition().clone();
    let mut changed = false;
    for field in definition.sections.iter_mut().flat_map(|section| &mut section.fields) {
        if field.control.files().is_some() && (field.required || field.require_when.is_some()) {
            (field.required, field.require_when, changed) = (false, None, true);
        }
    }
    if changed { Form::prepare(definition).ok() } else { None }
}
