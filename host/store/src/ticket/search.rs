//! Finding tickets by what people type (L2): a number, an order, a customer, or words of the subject.

use redress_domain::ticket::Ticket;
use uuid::Uuid;

use super::list::Filter;
use super::row::{TicketRow, with_lines};
use super::word::{is_dense, words};
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::prefix::end;
use crate::sql::{TenantTx, fetch_built};

/// Words that are looked for.
const WORDS: usize = 8;

/// What a text is looked for in, beside numbers of tickets, of orders and of customers: whoever may not see one of these must not find out
/// by searching either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of its own, and any of them may be closed")]
pub struct Ways {
    /// The channel's number.
    pub external_ref: bool,
    /// The customer's telephone number.
    pub phone: bool,
    /// The customer's name.
    pub name: bool,
    /// Words of the subject.
    pub subject: bool,
}

impl Ways {
    /// Every way.
    pub const ALL: Self = Self { external_ref: true, phone: true, name: true, subject: true };
}

/// How far a search goes on one way before it takes another. What is found is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Rows that a text finds from which on the newest tickets are walked instead of sorting all that it finds.
    pub many: i64,
    /// How many of the newest are walked. Numbers grow with time: what begins with an old one is not among them.
    pub newest: i64,
}

impl Effort {
    /// Sorting ten thousand ids, like looking up twenty thousand, takes some tens of milliseconds.
    pub const USUAL: Self = Self { many: 10_000, newest: 20_000 };
}

/// A page of tickets with their lines, newest first, that a text finds and that meet the filter: those whose number or channel's number,
/// whose order's number, or whose customer's name, telephone number or own number begins with it, and those whose subject has all its
/// words.
pub async fn search(
    tx: &mut TenantTx,
    text: &str,
    ways: Ways,
    filter: &Filter,
    page: &Page,
    effort: Effort,
) -> Result<(Vec<Ticket>, Option<Cursor>)> {
    let text = text.trim();
    // The newest of every way hold the newest of all.
    let mut found = by_names(tx, text, ways, filter, page, effort).await?;
    if ways.subject {
        found.extend(by_words(tx, text, filter, page).await?);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    found.truncate(usize::try_from(page.fetch()).unwrap_or(usize::MAX));
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
        query.push(") ORDER BY id DESC");
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((with_lines(tx, rows).await?, next))
}

/// One way to the tickets that begin with a text.
enum Branch {
    /// By their own number.
    Number { few: bool },
    /// By the channel's number, which is given whole.
    Reference,
    /// By a column of what they belong to.
    Of { column: &'static str, table: &'static str, name: &'static str, few: bool },
}

impl Branch {
    const fn is_few(&self) -> bool {
        matches!(self, Self::Reference | Self::Number { few: true } | Self::Of { few: true, .. })
    }

    const fn sorted(self) -> Self {
        match self {
            Self::Number { .. } => Self::Number { few: true },
            Self::Reference => Self::Reference,
            Self::Of { column, table, name, .. } => Self::Of { column, table, name, few: true },
        }
    }
}

/// Whether few rows of a table begin with the text in a column; `None` when none does.
async fn few(tx: &mut TenantTx, table: &str, column: &str, text: &str, many: i64) -> Result<Option<bool>> {
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM {table} WHERE tenant_id = $1 AND {column} IS NOT NULL AND {column} >= $2 \
         AND {column} <= $3 LIMIT $4) w"
    );
    let (count,) = crate::sql::fetch_one!(tx, (i64,), sqlx::AssertSqlSafe(sql.as_str()), tx.tenant, text, end(text), many)?;
    Ok((count > 0).then_some(count < many))
}

async fn by_names(tx: &mut TenantTx, text: &str, ways: Ways, filter: &Filter, page: &Page, effort: Effort) -> Result<Vec<Uuid>> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    // Numbers of tickets are written in capitals.
    let upper = text.to_uppercase();
    let mut branches: Vec<Branch> = Vec::with_capacity(6);
    if let Some(few) = few(tx, "ticket", "number", &upper, effort.many).await? {
        branches.push(Branch::Number { few });
    }
    if ways.external_ref {
        branches.push(Branch::Reference);
    }
    let places = [
        (true, "order_id", "shop_order", "external_id"),
        (true, "customer_id", "customer", "external_id"),
        (ways.phone, "customer_id", "customer", "phone"),
        (ways.name, "customer_id", "customer", "name"),
    ];
    for (_, column, table, name) in places.into_iter().filter(|(open, ..)| *open) {
        if let Some(few) = few(tx, table, name, text, effort.many).await? {
            branches.push(Branch::Of { column, table, name, few });
        }
    }
    if branches.is_empty() {
        return Ok(Vec::new());
    }
    if branches.iter().any(|branch| !branch.is_few()) {
        let floor = floor(tx, page, effort.newest).await?;
        let found = by_branches(tx, (text, &upper), &branches, filter, page, floor).await?;
        // A page of what was walked is the newest of all; anything else may stand behind something older that was not looked at.
        let walked = found.iter().filter(|id| floor.is_none_or(|floor| **id >= floor)).count();
        if floor.is_none() || walked >= usize::try_from(page.fetch()).unwrap_or(usize::MAX) {
            return Ok(found);
        }
    }
    let sorted: Vec<Branch> = branches.into_iter().map(Branch::sorted).collect();
    by_branches(tx, (text, &upper), &sorted, filter, page, None).await
}

/// The oldest of so many newest tickets that a page may have; `None` when there are not so many.
async fn floor(tx: &mut TenantTx, page: &Page, newest: i64) -> Result<Option<Uuid>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid,), "SELECT id FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(after) = page.after {
            query.push(" AND id < ").push_bind(after.0);
        }
        query.push(" ORDER BY id DESC LIMIT 1 OFFSET ").push_bind(newest);
    })?;
    Ok(rows.into_iter().next().map(|(id,)| id))
}

/// What the ways find together; those that find many look at no ticket older than `floor`.
async fn by_branches(
    tx: &mut TenantTx,
    (text, upper): (&str, &str),
    branches: &[Branch],
    filter: &Filter,
    page: &Page,
    floor: Option<Uuid>,
) -> Result<Vec<Uuid>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid,), "SELECT id FROM (", |query| {
        for (place, branch) in branches.iter().enumerate() {
            query.push(if place == 0 { "" } else { " UNION SELECT id FROM (" });
            match branch {
                Branch::Of { column, table, name, few: true } => {
                    // From the few that the text finds to their tickets: SQLite joins in the order in which it is written.
                    query
                        .push("SELECT id FROM (SELECT ticket.* FROM ")
                        .push(*table)
                        .push(" o CROSS JOIN ticket WHERE o.tenant_id = ")
                        .push_bind(tenant);
                    query.push(" AND o.").push(*name).push(" IS NOT NULL AND o.").push(*name).push(" >= ").push_bind(text.to_owned());
                    query.push(" AND o.").push(*name).push(" <= ").push_bind(end(text));
                    query
                        .push(" AND ticket.tenant_id = ")
                        .push_bind(tenant)
                        .push(" AND ticket.")
                        .push(*column)
                        .push(" = o.id) t WHERE TRUE");
                }
                Branch::Of { column, table, name, few: false } => {
                    // The newest tickets are walked until the page is full, and each is looked up: sorting or listing all that the text
                    // finds would take longer.
                    query.push("SELECT id FROM ticket WHERE tenant_id = ").push_bind(tenant);
                    query.push(" AND EXISTS (SELECT 1 FROM ").push(*table).push(" o WHERE o.tenant_id = ").push_bind(tenant);
                    query.push(" AND o.id = ticket.").push(*column).push(" AND o.").push(*name).push(" >= ").push_bind(text.to_owned());
                    query.push(" AND o.").push(*name).push(" <= ").push_bind(end(text)).push(")");
                }
                Branch::Number { few } => {
                    // Many: they are met soon when the newest are walked, and the index of numbers would have to be sorted.
                    let number = if *few { "number" } else { "number || ''" };
                    query.push("SELECT id FROM ticket WHERE tenant_id = ").push_bind(tenant).push(" AND ").push(number).push(" >= ");
                    query.push_bind(upper.to_owned()).push(" AND ").push(number).push(" <= ").push_bind(end(upper));
                }
                Branch::Reference => {
                    query.push("SELECT id FROM ticket WHERE tenant_id = ").push_bind(tenant);
                    query.push(" AND external_ref IS NOT NULL AND external_ref = ").push_bind(text.to_owned());
                }
            }
            if let Some(floor) = floor.filter(|_| !branch.is_few()) {
                query.push(" AND id >= ").push_bind(floor);
            }
            super::list::push_filter!(query, filter, tenant);
            push_page!(query, page);
            query.push(") w").push(place);
        }
    })?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Tickets whose subject has all words of the text. The last word may be unfinished. The rarest word leads: its tickets are walked newest first, and
/// the others only looked up.
async fn by_words(tx: &mut TenantTx, text: &str, filter: &Filter, page: &Page) -> Result<Vec<Uuid>> {
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
    let rows = fetch_built!(tx, (Uuid,), "SELECT DISTINCT w.ticket_id FROM ticket_word w WHERE w.tenant_id = ", |query| {
        query.push_bind(tenant);
        if word == last {
            query.push(" AND w.word = ").push_bind(word);
        } else {
            query.push(" AND w.word >= ").push_bind(word).push(" AND w.word <= ").push_bind(last);
        }
        for (_, word, last) in rest {
            query.push(" AND EXISTS (SELECT 1 FROM ticket_word x WHERE x.tenant_id = ").push_bind(tenant);
            query.push(" AND x.ticket_id = w.ticket_id AND ");
            if word == last {
                query.push("x.word = ").push_bind(word);
            } else {
                query.push("x.word >= ").push_bind(word).push(" AND x.word <= ").push_bind(last);
            }
            // The offset keeps PostgreSQL from joining all tickets of both words before it looks for the newest.
            query.push(" LIMIT 1 OFFSET 0)");
        }
        if *filter != Filter::default() {
            query.push(" AND EXISTS (SELECT 1 FROM ticket WHERE tenant_id = ").push_bind(tenant).push(" AND id = w.ticket_id");
            super::list::push_filter!(query, filter, tenant);
            query.push(")");
        }
        if let Some(after) = page.after {
            query.push(" AND w.ticket_id < ").push_bind(after.0);
        }
        // One word: in the order of the key, so that nothing is sorted.
        query.push(" ORDER BY w.ticket_id DESC LIMIT ").push_bind(page.fetch());
    })?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
