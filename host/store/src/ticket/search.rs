//! Finding tickets by what people type (L2): a number, an order, a customer, or words of the subject.

use redress_domain::ticket::Ticket;
use uuid::Uuid;

use super::list::Filter;
use super::row::{TicketRow, with_lines};
use super::word::{is_dense, words};
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::{TenantTx, fetch_all, fetch_built};

/// Most tickets that one way of finding gives, newest first: who types less than a name sees the newest.
const MOST: i64 = 500;
/// Words that are looked for.
const WORDS: usize = 8;

/// A page of tickets with their lines, newest first, that a text finds: those whose number or channel's number, whose order's number, or whose customer's
/// name, telephone number or own number begins with it, and those whose subject has all its words. Every way gives at most its newest
/// 500.
pub async fn search(tx: &mut TenantTx, text: &str, filter: &Filter, page: &Page) -> Result<(Vec<Ticket>, Option<Cursor>)> {
    let text = text.trim();
    let mut found = by_names(tx, text).await?;
    found.extend(by_words(tx, text).await?);
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    if let Some(after) = page.after {
        found.retain(|id| *id < after.0);
    }
    if found.is_empty() {
        return Ok((Vec::new(), None));
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, TicketRow, "SELECT * FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND id IN (");
        let mut ids = query.separated(", ");
        for id in &found {
            ids.push_bind(*id);
        }
        query.push(")");
        super::list::push_filter!(query, filter, tenant);
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((with_lines(tx, rows).await?, next))
}

/// Everything that begins with the text lies between it and this.
fn end(text: &str) -> String {
    format!("{text}\u{10ffff}")
}

async fn by_names(tx: &mut TenantTx, text: &str) -> Result<Vec<Uuid>> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    // Numbers of tickets are written in capitals.
    let (upper, last) = (text.to_uppercase(), end(text));
    let upper_last = end(&upper);
    let sql = "SELECT id FROM (SELECT id FROM ticket WHERE tenant_id = $1 AND number >= $4 AND number <= $5 ORDER BY number DESC LIMIT $6) n \
               UNION SELECT id FROM (SELECT id FROM ticket WHERE tenant_id = $1 AND external_ref = $2 LIMIT $6) e \
               UNION SELECT id FROM (SELECT t.id FROM shop_order o JOIN ticket t ON t.tenant_id = o.tenant_id AND t.order_id = o.id \
                 WHERE o.tenant_id = $1 AND o.external_id >= $2 AND o.external_id <= $3 LIMIT $6) o \
               UNION SELECT id FROM (SELECT t.id FROM customer c JOIN ticket t ON t.tenant_id = c.tenant_id AND t.customer_id = c.id \
                 WHERE c.tenant_id = $1 AND c.external_id >= $2 AND c.external_id <= $3 LIMIT $6) x \
               UNION SELECT id FROM (SELECT t.id FROM customer c JOIN ticket t ON t.tenant_id = c.tenant_id AND t.customer_id = c.id \
                 WHERE c.tenant_id = $1 AND c.phone IS NOT NULL AND c.phone >= $2 AND c.phone <= $3 LIMIT $6) p \
               UNION SELECT id FROM (SELECT t.id FROM customer c JOIN ticket t ON t.tenant_id = c.tenant_id AND t.customer_id = c.id \
                 WHERE c.tenant_id = $1 AND c.name IS NOT NULL AND c.name >= $2 AND c.name <= $3 LIMIT $6) m";
    let rows = fetch_all!(tx, (Uuid,), sql, tx.tenant, text, last, upper, upper_last, MOST)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Tickets whose subject has all words of the text. The last word may be unfinished. The rarest word leads: its tickets are walked newest first, and
/// the others only looked up.
async fn by_words(tx: &mut TenantTx, text: &str) -> Result<Vec<Uuid>> {
    let mut wanted: Vec<String> = words(text).into_iter().collect();
    // Inside a text the single last letter of a run finds nothing that its pairs do not.
    let single = |word: &String| word.chars().count() == 1 && word.chars().all(is_dense);
    if wanted.iter().any(|word| !single(word)) {
        wanted.retain(|word| !single(word));
    }
    wanted.truncate(WORDS);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let unfinished =
        text.chars().last().filter(|c| c.is_alphanumeric()).and(text.rsplit(|c: char| !c.is_alphanumeric()).next()).map(str::to_lowercase);
    let mut weighed = Vec::with_capacity(wanted.len());
    for word in wanted {
        let open = single(&word) || (unfinished.as_deref() == Some(word.as_str()) && !word.chars().any(is_dense));
        let last = if open { end(&word) } else { word.clone() };
        let sql = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM ticket_word WHERE tenant_id = $1 AND word >= $2 AND word <= $3 LIMIT 1000) w";
        let (count,) = crate::sql::fetch_one!(tx, (i64,), sql, tx.tenant, &word, &last)?;
        weighed.push((count, word, last));
    }
    weighed.sort_unstable();
    let mut rest = weighed.into_iter();
    let Some((_, word, last)) = rest.next() else { return Ok(Vec::new()) };
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid,), "SELECT ticket_id FROM ticket_word w WHERE w.tenant_id = ", |query| {
        query.push_bind(tenant);
        let exact = word == last;
        if exact {
            query.push(" AND w.word = ").push_bind(word);
        } else {
            query.push(" AND w.word >= ").push_bind(word).push(" AND w.word <= ").push_bind(last);
        }
        for (_, word, last) in rest {
            query.push(" AND EXISTS (SELECT 1 FROM ticket_word x WHERE x.tenant_id = ").push_bind(tenant);
            query.push(" AND x.ticket_id = w.ticket_id AND ");
            if word == last {
                query.push("x.word = ").push_bind(word).push(")");
            } else {
                query.push("x.word >= ").push_bind(word).push(" AND x.word <= ").push_bind(last).push(")");
            }
        }
        // In the order of the key, so that nothing is sorted.
        query
            .push(if exact { " ORDER BY w.ticket_id DESC LIMIT " } else { " ORDER BY w.word DESC, w.ticket_id DESC LIMIT " })
            .push_bind(MOST);
    })?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
