//! What receipts are made of: decisions with their place in the chain of their ticket and the texts behind their digests.

use redress_domain::Digest;
use redress_domain::decision::Decision;
use redress_domain::id::{DecisionId, TenantId, TicketId};
use redress_domain::receipt::{Link, Material};
use redress_store::decision::Seal;
use redress_store::{TenantTx, blob, decision, ticket};

use crate::workflow::{Error, Workflow};

/// A decision whose record fits its seal.
#[derive(Debug)]
pub struct Sealed {
    /// The record.
    pub decision: Decision,
    /// Its place in the chain.
    pub link: Link,
    /// The texts behind its digests, when they were wanted.
    pub material: Option<Material>,
}

impl Workflow {
    /// One decision, ready to be stated.
    ///
    /// # Errors
    /// When there is no such decision, it has no seal, its record no longer fits its seal, or the database fails.
    pub async fn sealed(&self, tenant: TenantId, id: DecisionId, material: bool) -> Result<Sealed, Error> {
        let store = self.tenant(tenant);
        let read = store.read(move |tx| {
            Box::pin(async move {
                let found = decision::find(tx, id).await?.ok_or_else(|| Error::not_found("decision", id))?;
                let links = links(&decision::seals(tx, found.ticket).await?);
                let link = links.into_iter().find(|(other, _)| *other == id).map(|(_, link)| link);
                sealed(tx, found, link, material).await
            })
        });
        read.await
    }

    /// The sealed decisions of a ticket behind a place, in their order, and whether there are more.
    ///
    /// # Errors
    /// As [`Self::sealed`]; when there is no such ticket.
    pub async fn sealed_of(
        &self,
        tenant: TenantId,
        id: TicketId,
        after: i64,
        limit: usize,
        material: bool,
    ) -> Result<(Vec<Sealed>, bool), Error> {
        let store = self.tenant(tenant);
        let read = store.read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Error::not_found("ticket", id))?;
                let mut links = links(&decision::seals(tx, id).await?);
                links.retain(|(_, link)| link.place > after);
                let more = links.len() > limit;
                let mut all = Vec::with_capacity(links.len().min(limit));
                for (id, link) in links.into_iter().take(limit) {
                    let found = decision::find(tx, id).await?.ok_or_else(|| Error::not_found("decision", id))?;
                    all.push(sealed(tx, found, Some(link), material).await?);
                }
                Ok::<_, Error>((all, more))
            })
        });
        read.await
    }
}

/// Every seal with the one before it.
fn links(seals: &[(DecisionId, Seal)]) -> Vec<(DecisionId, Link)> {
    let before = std::iter::once(None).chain(seals.iter().map(|(_, seal)| Some(seal.digest)));
    seals.iter().zip(before).map(|((id, seal), before)| (*id, Link { place: seal.place, before, seal: seal.digest })).collect()
}

async fn sealed(tx: &mut TenantTx, decision: Decision, link: Option<Link>, material: bool) -> Result<Sealed, Error> {
    let refused = |state: &str, why| Error::NotNow { what: "decision", id: decision.id.to_string(), state: state.to_owned(), why };
    let link =
        link.ok_or_else(|| refused("without a seal", "it was made before decisions were sealed, so that there is nothing to state"))?;
    // Whoever changed a record must not get a signature under it.
    if decision.seal(link.before.as_ref()) != link.seal {
        let why = "its record was changed after it was sealed; GET /api/v1/tickets/{id}/decisions/verify says which";
        return Err(refused("not what was sealed", why));
    }
    let material = if material { Some(texts(tx, &decision).await?) } else { None };
    Ok(Sealed { decision, link, material })
}

async fn texts(tx: &mut TenantTx, decision: &Decision) -> Result<Material, Error> {
    Ok(Material {
        case: text(tx, decision.case_digest).await?,
        question: text(tx, decision.question_digest).await?,
        config: text(tx, decision.config_digest).await?,
        record: String::from_utf8(decision.record()).map_err(|_| Error::not_found("readable record of", decision.id))?,
    })
}

async fn text(tx: &mut TenantTx, name: Digest) -> Result<String, Error> {
    let bytes = blob::get(tx, name).await?.ok_or_else(|| Error::not_found("recorded input", name))?;
    let corrupt = || Error::Store(redress_store::Error::Corrupt { table: "blob", column: "packed", id: name.to_string() });
    if Digest::of(&bytes) == name { String::from_utf8(bytes).map_err(|_| corrupt()) } else { Err(corrupt()) }
}
