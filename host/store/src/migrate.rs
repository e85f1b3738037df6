//! Bringing the schema up to date. Every step exists twice under one name; a test compares the tables that both make.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{ConnectOptions as _, SqlSafeStr as _};

use crate::engine::Engine;
use crate::error::Result;
use crate::statistics;

/// One step: its number, its name, and its text for either database.
struct Step {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($version:literal $name:literal),+ $(,)?) => {
        &[$(Step {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),+]
    };
}

/// All steps in order. A released step never changes.
const STEPS: &[Step] = steps![
    1 "0001_foundation", 2 "0002_rollout", 3 "0003_service_levels", 4 "0004_warehouse", 5 "0005_gateways", 6 "0006_reports", 7 "0007_portal",
    8 "0008_print",
    9 "0009_workflows",
    10 "0010_access",
    11 "0011_exchange",
    12 "0012_notices",
    14 "0014_recount",
    16 "0016_sops",
    17 "0017_recommend",
    18 "0018_claims",
    19 "0019_search",
    20 "0020_scans",
    21 "0021_changes",
    22 "0022_sessions",
];

fn migrator(text: impl Fn(&Step) -> &'static str) -> Migrator {
    let migrations = STEPS
        .iter()
        .map(|step| Migration::new(step.version, Cow::Borrowed(step.name), MigrationType::Simple, text(step).into_sql_str(), false));
    Migrator::with_migrations(migrations.collect())
}

/// Applies what is missing.
pub(crate) async fn run(engine: &Engine) -> Result<()> {
    match engine {
        Engine::Sqlite(db) => {
            let mut conn = db.options.connect().await?;
            migrator(|step| step.sqlite).run_direct(None, &mut conn, false).await?;
            statistics::tell(&mut conn).await
        }
        Engine::Postgres(db) => {
            let mut conn = db.pool.acquire().await?;
            Ok(migrator(|step| step.postgres).run_direct(None, &mut *conn, false).await?)
        }
    }
}
