//! Puts a draft into use.

use redress_domain::Timestamp;
use redress_domain::definition::{Drawing, Edition};
use redress_domain::timeline::Actor;
use redress_store::{TenantTx, definition};

use super::change::{content, find};
use super::{Drawn, faults};
use crate::problem::{Code, Problem};
use crate::rules::Snapshot;

/// Publishes the draft as the next edition. Tickets that run keep theirs.
///
/// # Errors
/// 404 `not_found`, 412 `stale_version`, 409 `not_allowed_now` without a draft, 422 `invalid` with everything that is wrong.
pub async fn publish<D: Drawn>(
    tx: &mut TenantTx,
    key: &str,
    expected: Option<i64>,
    snapshot: &Snapshot,
    by: Actor,
    now: Timestamp,
) -> Result<Drawing, Problem> {
    let mut drawing = find::<D>(tx, key, expected).await?;
    let Some(draft) = drawing.draft.take() else {
        let detail =
            format!("{} {key} has no draft: nothing was changed since edition {} was published", D::NOUN, drawing.published.unwrap_or(0));
        return Err(Problem::new(Code::NotAllowedNow, detail));
    };
    let number = drawing.published.map_or(1, |edition| edition + 1);
    let drawn: D = serde_json::from_value(draft).map_err(|error| Problem::internal(&error))?;
    let drawn = drawn.named(key, number, true);
    let wrong = faults::<D>(&drawn.check(snapshot));
    if !wrong.is_empty() {
        return Err(Problem::invalid_all(wrong));
    }
    let edition = Edition { number, content: content(drawn)?, published_by: by, published_at: now };
    definition::publish(tx, D::NOUN, key, &edition).await?;
    let before = drawing.version;
    (drawing.published, drawing.version, drawing.updated_at) = (Some(number), before + 1, now);
    definition::update(tx, &drawing, before).await?;
    Ok(drawing)
}
