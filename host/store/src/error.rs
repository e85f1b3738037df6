//! What can go wrong between Redress and its database.

use std::sync::Arc;

use sqlx::error::ErrorKind;

/// Why the store could not do what it was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database or the way to it failed; nothing was written. Worth a retry when the cause passes.
    #[error("the database failed, and nothing was written: {0}")]
    Driver(Arc<sqlx::Error>),
    /// The database went away, perhaps while it was writing.
    #[error("the database does not answer, and whether the change was kept is not known: send the same again, with its Idempotency-Key")]
    Away(Arc<sqlx::Error>),
    /// Another row of the tenant already has this value.
    #[error("{what} is taken: choose another one")]
    NotUnique {
        /// What was not unique, in `snake_case`, for example `queue_key`.
        what: &'static str,
    },
    /// Somebody else changed the thing first.
    #[error("{what} {id} is no longer at version {expected}: read it again and repeat the change")]
    Stale {
        /// Kind of thing, for example `ticket`.
        what: &'static str,
        /// Which one.
        id: String,
        /// Version the caller expected.
        expected: i64,
    },
    /// A thing that had to exist does not.
    #[error("there is no {what} {id}")]
    NotFound {
        /// Kind of thing.
        what: &'static str,
        /// Which one.
        id: String,
    },
    /// The thing cannot go while others refer to it.
    #[error("{what} {id} is in use: remove what refers to it first")]
    InUse {
        /// Kind of thing.
        what: &'static str,
        /// Which one.
        id: String,
    },
    /// A stored value cannot be read: another program wrote it, or a disk failed.
    #[error("the value in {table}.{column} of {id} cannot be read: restore it from a backup")]
    Corrupt {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Row.
        id: String,
    },
    /// A value does not fit into its column, for example a count above 2^63.
    #[error("{what} does not fit into the database")]
    TooLarge {
        /// What was too large.
        what: &'static str,
    },
    /// Another transaction was in the way (deadlock, serialization failure), or no connection came free in time; nothing was
    /// written, and the same again may succeed.
    #[error("the database is busy or does not answer, and nothing was written: {0}")]
    Contended(Arc<sqlx::Error>),
    /// The schema could not be brought up to date.
    #[error("the schema cannot be brought up to date: {0}")]
    Migration(Arc<sqlx::migrate::MigrateError>),
    /// The address names no database that Redress knows.
    #[error("'{0}' is no database address: use sqlite:PATH or postgres://USER@HOST/DATABASE")]
    Url(String),
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
}

/// What the store's functions answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A stored value that cannot be read.
    pub(crate) fn corrupt(table: &'static str, column: &'static str, id: impl std::fmt::Display) -> Self {
        Self::Corrupt { table, column, id: id.to_string() }
    }
}

/// Table, last column of the unique key, and what callers call it. PostgreSQL names its constraint `table_column`; SQLite
/// tells the columns in its message.
const UNIQUE: &[(&str, &str, &str)] = &[
    ("tenant", "slug", "tenant_slug"),
    ("account", "email", "user_email"),
    ("api_key", "secret_digest", "api_key_secret"),
    ("queue", "key", "queue_key"),
    ("queue", "tenant_id", "default_queue"),
    ("customer", "external_id", "customer_external_id"),
    ("shop_order", "external_id", "order_external_id"),
    ("ticket", "number", "ticket_number"),
    ("ticket", "external_ref", "ticket_external_ref"),
    ("timeline", "seq", "timeline_place"),
    ("plugin", "version", "plugin_version"),
    ("idempotency", "key", "idempotency_key"),
    ("binding", "key", "binding_key"),
    ("signing_key", "public_key", "signing_key"),
    ("calendar", "name", "calendar_name"),
    ("sla_policy", "name", "sla_policy_name"),
    ("recurring", "name", "recurring_name"),
    ("golden", "decision_id", "golden_decision"),
    ("department", "name", "department_name"),
    ("audit_seal", "seq", "audit_seal"),
    ("expected_parcel", "number", "parcel_number"),
    ("unidentified_parcel", "number", "unidentified_number"),
    ("scan", "key", "scan_key"),
    ("part_offer", "ticket_id", "open_offer"),
    ("checklist", "sku", "checklist_sku"),
    ("picked", "ticket_id", "picked"),
    ("gateway", "tender", "gateway_tender"),
    ("gateway_notice", "digest", "gateway_notice"),
    ("print_template", "key", "print_template_key"),
    ("portal_link", "token_digest", "portal_token"),
    ("survey", "ticket_id", "survey_ticket"),
    ("macro", "key", "macro_key"),
    ("sop", "key", "sop_key"),
    ("definition", "key", "definition_key"),
    ("definition_edition", "edition", "definition_edition"),
];

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if let Some(db) = error.as_database_error().filter(|db| db.kind() == ErrorKind::UniqueViolation) {
            let message = db.message();
            let what = UNIQUE.iter().find(|(table, column, _)| match db.constraint() {
                Some(name) => name.strip_prefix(table).and_then(|rest| rest.strip_prefix('_')) == Some(column),
                None => message.rsplit([' ', ',']).next().and_then(|last| last.split_once('.')) == Some((table, column)),
            });
            return Self::NotUnique { what: what.map_or("id", |found| found.2) };
        }
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        // PostgreSQL: serialization_failure, deadlock_detected, too_many_connections.
        if matches!(code.as_deref(), Some("40001" | "40P01" | "53300")) || matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Contended(Arc::new(error));
        }
        if is_away(&error) {
            return Self::Away(Arc::new(error));
        }
        Self::Driver(Arc::new(error))
    }
}

/// True when the connection broke, or the server says that it ends or begins: PostgreSQL's class 08, `admin_shutdown`,
/// `crash_shutdown` and `cannot_connect_now`.
pub(crate) fn is_away(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    let told = code.as_deref().is_some_and(|code| code.starts_with("08") || matches!(code, "57P01" | "57P02" | "57P03"));
    told || matches!(error, sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed)
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Migration(Arc::new(error))
    }
}
