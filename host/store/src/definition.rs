//! What merchants draw and publish: forms and workflows.

use redress_domain::definition::{Drawing, Edition, Noun};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct DrawingRow {
    noun: String,
    key: String,
    version: i64,
    kinds: String,
    position: i64,
    enabled: bool,
    draft: Option<String>,
    published: Option<i64>,
    updated_at: Stamp,
}

impl DrawingRow {
    fn into_drawing(self) -> Result<Drawing> {
        const TABLE: &str = "definition";
        let key = &self.key;
        Ok(Drawing {
            noun: self.noun.parse().map_err(|_| Error::corrupt(TABLE, "noun", key))?,
            version: self.version,
            kinds: json(&self.kinds, TABLE, "kinds", key)?,
            position: count(self.position, TABLE, "position", key)?,
            enabled: self.enabled,
            draft: self.draft.as_deref().map(|draft| json(draft, TABLE, "draft", key)).transpose()?,
            published: self.published.map(|edition| count(edition, TABLE, "published", key)).transpose()?,
            updated_at: self.updated_at.0,
            key: self.key,
        })
    }
}

#[derive(sqlx::FromRow)]
struct EditionRow {
    edition: i64,
    content: String,
    published_by: String,
    published_at: Stamp,
}

impl EditionRow {
    fn into_edition(self, key: &str) -> Result<Edition> {
        const TABLE: &str = "definition_edition";
        Ok(Edition {
            number: count(self.edition, TABLE, "edition", key)?,
            content: json(&self.content, TABLE, "content", key)?,
            published_by: json(&self.published_by, TABLE, "published_by", key)?,
            published_at: self.published_at.0,
        })
    }
}

/// Adds a drawing.
///
/// # Errors
/// [`Error::NotUnique`] `definition_key`.
pub async fn insert(tx: &mut TenantTx, drawing: &Drawing) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "definition (tenant_id, noun, key, version, kinds, position, enabled, draft, published, updated_at)",
        [drawing],
        |values, d| {
            values.bind(tenant).bind(d.noun.as_str()).bind(&d.key).bind(d.version).bind(to_json(&d.kinds)).bind(i64::from(d.position));
            values.bind(d.enabled).bind(d.draft.as_ref().map(to_json)).bind(d.published.map(i64::from)).bind(Stamp(d.updated_at));
        }
    );
    tx.flush().await
}

/// Replaces a drawing that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, drawing: &Drawing, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE definition SET version = $5, kinds = $6, position = $7, enabled = $8, draft = $9, published = $10, updated_at = $11 \
         WHERE tenant_id = $1 AND noun = $2 AND key = $3 AND version = $4",
        tx.tenant,
        drawing.noun.as_str(),
        &drawing.key,
        expected,
        drawing.version,
        to_json(&drawing.kinds),
        i64::from(drawing.position),
        drawing.enabled,
        drawing.draft.as_ref().map(to_json),
        drawing.published.map(i64::from),
        Stamp(drawing.updated_at),
    )?;
    match touched {
        0 => Err(Error::Stale { what: drawing.noun.as_str(), id: drawing.key.clone(), expected }),
        _ => Ok(()),
    }
}

/// The drawing of a key.
pub async fn find(tx: &mut TenantTx, noun: Noun, key: &str) -> Result<Option<Drawing>> {
    let sql = "SELECT * FROM definition WHERE tenant_id = $1 AND noun = $2 AND key = $3";
    fetch_optional!(tx, DrawingRow, sql, tx.tenant, noun.as_str(), key)?.map(DrawingRow::into_drawing).transpose()
}

/// All drawings of a noun, in the order in which they are tried.
pub async fn list(tx: &mut TenantTx, noun: Noun) -> Result<Vec<Drawing>> {
    let sql = "SELECT * FROM definition WHERE tenant_id = $1 AND noun = $2 ORDER BY position, key";
    fetch_all!(tx, DrawingRow, sql, tx.tenant, noun.as_str())?.into_iter().map(DrawingRow::into_drawing).collect()
}

/// Those of them that new tickets get, without their drafts: what the main path needs.
pub async fn at_work(tx: &mut TenantTx) -> Result<Vec<Drawing>> {
    let sql = "SELECT noun, key, version, kinds, position, enabled, NULL AS draft, published, updated_at FROM definition \
               WHERE tenant_id = $1 AND enabled AND published IS NOT NULL ORDER BY noun, position, key";
    fetch_all!(tx, DrawingRow, sql, tx.tenant)?.into_iter().map(DrawingRow::into_drawing).collect()
}

/// Removes a drawing that is at version `expected`, with its editions.
///
/// # Errors
/// [`Error::InUse`] while tickets have run or run through it; [`Error::Stale`] when it is at another version or does not exist.
pub async fn delete(tx: &mut TenantTx, noun: Noun, key: &str, expected: i64) -> Result<()> {
    let sql = "SELECT ticket_id FROM flow_run WHERE tenant_id = $1 AND definition = $2 LIMIT 1";
    if noun == Noun::Workflow && fetch_optional!(tx, (Uuid,), sql, tx.tenant, key)?.is_some() {
        return Err(Error::InUse { what: noun.as_str(), id: key.to_owned() });
    }
    let sql = "DELETE FROM definition WHERE tenant_id = $1 AND noun = $2 AND key = $3 AND version = $4";
    if execute!(tx, sql, tx.tenant, noun.as_str(), key, expected)? == 0 {
        return Err(Error::Stale { what: noun.as_str(), id: key.to_owned(), expected });
    }
    let sql = "DELETE FROM definition_edition WHERE tenant_id = $1 AND noun = $2 AND key = $3";
    execute!(tx, sql, tx.tenant, noun.as_str(), key).map(drop)
}

/// Adds an edition.
///
/// # Errors
/// [`Error::NotUnique`] `definition_edition` when somebody published at the same moment.
pub async fn publish(tx: &mut TenantTx, noun: Noun, key: &str, edition: &Edition) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "definition_edition (tenant_id, noun, key, edition, content, published_by, published_at)", [edition], |values, e| {
        values.bind(tenant).bind(noun.as_str()).bind(key).bind(i64::from(e.number)).bind(to_json(&e.content));
        values.bind(to_json(&e.published_by)).bind(Stamp(e.published_at));
    });
    tx.flush().await
}

/// One edition.
pub async fn edition(tx: &mut TenantTx, noun: Noun, key: &str, number: u32) -> Result<Option<Edition>> {
    let sql = "SELECT edition, content, published_by, published_at FROM definition_edition \
               WHERE tenant_id = $1 AND noun = $2 AND key = $3 AND edition = $4";
    let row = fetch_optional!(tx, EditionRow, sql, tx.tenant, noun.as_str(), key, i64::from(number))?;
    row.map(|row| row.into_edition(key)).transpose()
}

/// All editions of a drawing, newest first.
pub async fn editions(tx: &mut TenantTx, noun: Noun, key: &str) -> Result<Vec<Edition>> {
    let sql = "SELECT edition, content, published_by, published_at FROM definition_edition \
               WHERE tenant_id = $1 AND noun = $2 AND key = $3 ORDER BY edition DESC";
    fetch_all!(tx, EditionRow, sql, tx.tenant, noun.as_str(), key)?.into_iter().map(|row| row.into_edition(key)).collect()
}
