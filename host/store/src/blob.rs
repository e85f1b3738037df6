//! Bytes that several decisions share, stored once per tenant under their SHA-256 and compressed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use redress_domain::Digest;

use crate::error::{Error, Result};
use crate::sql::column::digest;
use crate::sql::pack::{Packed, unpack};
use crate::sql::{TenantTx, fetch_built, fetch_optional, insert};

/// Stores bytes; what is there already stays as it is. Pack them before the transaction begins.
pub async fn put_many(tx: &mut TenantTx, blobs: &[Packed]) -> Result<()> {
    let tenant = tx.tenant;
    // Each once, and in one order for everybody, so that two transactions cannot wait for each other's rows.
    let unique: BTreeMap<Digest, &Packed> = blobs.iter().map(|blob| (blob.digest(), blob)).collect();
    insert!(
        tx,
        "blob (tenant_id, digest, packed)",
        unique,
        |values, (digest, blob)| {
            values.bind(tenant).bind(&digest.as_bytes()[..]).bind(blob.bytes());
        },
        " ON CONFLICT (tenant_id, digest) DO NOTHING"
    );
    Ok(())
}

/// The bytes with this digest.
pub async fn get(tx: &mut TenantTx, name: Digest) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT packed FROM blob WHERE tenant_id = $1 AND digest = $2";
    let row = fetch_optional!(tx, (Vec<u8>,), sql, tx.tenant, &name.as_bytes()[..])?;
    row.map(|(packed,)| unpack(&packed).ok_or_else(|| Error::corrupt("blob", "packed", name))).transpose()
}

/// The bytes of all these digests that exist.
pub async fn get_many(tx: &mut TenantTx, names: &BTreeSet<Digest>) -> Result<HashMap<Digest, Vec<u8>>> {
    let mut found = HashMap::with_capacity(names.len());
    let names: Vec<&Digest> = names.iter().collect();
    for chunk in names.chunks(1000) {
        let tenant = tx.tenant;
        let rows = fetch_built!(tx, (Vec<u8>, Vec<u8>), "SELECT digest, packed FROM blob WHERE tenant_id = ", |query| {
            query.push_bind(tenant).push(" AND digest IN (");
            let mut list = query.separated(", ");
            for name in chunk {
                list.push_bind(name.as_bytes().to_vec());
            }
            query.push(")");
        })?;
        for (name, packed) in rows {
            let name = digest(&name, "blob", "digest", "a row")?;
            found.insert(name, unpack(&packed).ok_or_else(|| Error::corrupt("blob", "packed", name))?);
        }
    }
    Ok(found)
}
