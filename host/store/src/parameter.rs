//! External parameters (外部参数).

use redress_domain::parameter::Parameter;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct ParameterRow {
    code: String,
    name: String,
    description: String,
    value: String,
}

impl ParameterRow {
    fn into_parameter(self) -> Result<Parameter> {
        let value = json(&self.value, "parameter", "value", &self.code)?;
        Ok(Parameter { code: self.code, name: self.name, description: self.description, value })
    }
}

/// Adds a parameter or replaces the one with the same code.
pub async fn upsert(tx: &mut TenantTx, parameter: &Parameter) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "parameter (tenant_id, code, name, description, value)",
        [parameter],
        |values, p| {
            values.bind(tenant).bind(&p.code).bind(&p.name).bind(&p.description).bind(to_json(&p.value));
        },
        " ON CONFLICT (tenant_id, code) DO UPDATE SET name = excluded.name, description = excluded.description, value = excluded.value"
    );
    tx.flush().await
}

/// The parameter with this code.
pub async fn find(tx: &mut TenantTx, code: &str) -> Result<Option<Parameter>> {
    let sql = "SELECT * FROM parameter WHERE tenant_id = $1 AND code = $2";
    fetch_optional!(tx, ParameterRow, sql, tx.tenant, code)?.map(ParameterRow::into_parameter).transpose()
}

/// All parameters by code.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Parameter>> {
    let sql = "SELECT * FROM parameter WHERE tenant_id = $1 ORDER BY code";
    fetch_all!(tx, ParameterRow, sql, tx.tenant)?.into_iter().map(ParameterRow::into_parameter).collect()
}

/// Removes a parameter.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, code: &str) -> Result<()> {
    match execute!(tx, "DELETE FROM parameter WHERE tenant_id = $1 AND code = $2", tx.tenant, code)? {
        0 => Err(Error::NotFound { what: "parameter", id: code.to_owned() }),
        _ => Ok(()),
    }
}
