//! Changes of a drawing before it is published.

use redress_domain::Timestamp;
use redress_domain::definition::Drawing;
use redress_domain::ticket::TicketKind;
use redress_store::{TenantTx, definition};

use super::Drawn;
use crate::problem::Problem;
use crate::problem::check::key as checked_key;

/// What of a drawing can be set besides what is drawn; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Kinds of tickets that it is for.
    pub kinds: Option<Vec<TicketKind>>,
    /// Among several for one kind the lowest goes first.
    pub position: Option<i32>,
    /// New tickets get it.
    pub enabled: Option<bool>,
}

/// Adds a drawing with a first draft.
///
/// # Errors
/// 422 `invalid` for a key that cannot be one, 409 `already_exists`.
pub async fn create<D: Drawn>(
    tx: &mut TenantTx,
    drawn: D,
    key: Option<String>,
    settings: Settings,
    now: Timestamp,
) -> Result<Drawing, Problem> {
    let key = checked_key("/key", key.unwrap_or_else(|| drawn.key().to_owned()))?;
    let drawing = Drawing {
        noun: D::NOUN,
        version: 1,
        kinds: settings.kinds.unwrap_or_else(|| drawn.kinds()),
        position: settings.position.unwrap_or(0),
        enabled: settings.enabled.unwrap_or(true),
        draft: Some(content(drawn.named(&key, 1, false))?),
        published: None,
        updated_at: now,
        key,
    };
    definition::insert(tx, &drawing).await?;
    Ok(drawing)
}

/// Replaces the draft. One with errors is kept as well: drawing takes more than one sitting.
///
/// # Errors
/// 404 `not_found`, 412 `stale_version`.
pub async fn draft<D: Drawn>(tx: &mut TenantTx, key: &str, expected: Option<i64>, drawn: D, now: Timestamp) -> Result<Drawing, Problem> {
    change::<D>(tx, key, expected, now, |drawing| {
        let next = drawing.published.map_or(1, |edition| edition + 1);
        drawing.draft = Some(content(drawn.named(key, next, false))?);
        Ok(())
    })
    .await
}

/// Changes what of a drawing is not drawn.
///
/// # Errors
/// 404 `not_found`, 412 `stale_version`.
pub async fn settings<D: Drawn>(
    tx: &mut TenantTx,
    key: &str,
    expected: Option<i64>,
    settings: Settings,
    now: Timestamp,
) -> Result<Drawing, Problem> {
    change::<D>(tx, key, expected, now, |drawing| {
        drawing.kinds = settings.kinds.unwrap_or(std::mem::take(&mut drawing.kinds));
        drawing.position = settings.position.unwrap_or(drawing.position);
        drawing.enabled = settings.enabled.unwrap_or(drawing.enabled);
        Ok(())
    })
    .await
}

/// Removes a drawing with its editions.
///
/// # Errors
/// 404 `not_found`, 412 `stale_version`, 409 `in_use` when tickets have gone through it.
pub async fn delete<D: Drawn>(tx: &mut TenantTx, key: &str, expected: Option<i64>) -> Result<(), Problem> {
    let found = find::<D>(tx, key, expected).await?;
    Ok(definition::delete(tx, D::NOUN, key, found.version).await?)
}

pub(super) async fn find<D: Drawn>(tx: &mut TenantTx, key: &str, expected: Option<i64>) -> Result<Drawing, Problem> {
    let noun = D::NOUN.as_str();
    let found = definition::find(tx, D::NOUN, key).await?.ok_or_else(|| Problem::not_found(noun, key))?;
    match expected {
        Some(expected) if expected != found.version => Err(Problem::stale(noun, key, expected, found.version)),
        _ => Ok(found),
    }
}

async fn change<D: Drawn>(
    tx: &mut TenantTx,
    key: &str,
    expected: Option<i64>,
    now: Timestamp,
    apply: impl FnOnce(&mut Drawing) -> Result<(), Problem>,
) -> Result<Drawing, Problem> {
    let mut drawing = find::<D>(tx, key, expected).await?;
    let before = drawing.version;
    apply(&mut drawing)?;
    drawing.version += 1;
    drawing.updated_at = now;
    definition::update(tx, &drawing, before).await?;
    Ok(drawing)
}

pub(super) fn content<D: Drawn>(drawn: D) -> Result<serde_json::Value, Problem> {
    serde_json::to_value(drawn).map_err(|error| Problem::internal(&error))
}
