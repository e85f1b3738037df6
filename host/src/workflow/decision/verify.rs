//! Recomputes the seals of a ticket's decisions from what is stored.

use redress_domain::Digest;
use redress_domain::decision::Decision;
use redress_domain::id::{DecisionId, TenantId, TicketId};
use redress_store::{Error as StoreError, TenantTx, blob, decision, ticket};

use crate::workflow::{Error, Workflow};

/// What the chain of a ticket's decisions shows.
#[derive(Debug)]
pub struct Chain {
    /// Decisions that are sealed.
    pub sealed: u64,
    /// Decisions from before there were seals; nothing can be said of them.
    pub unsealed: u64,
    /// The first place where record and seal do not fit; `None` when all do.
    pub broken: Option<Break>,
}

/// A place where the chain does not hold. Later ones are not looked at: each seal rests on the one before.
#[derive(Debug)]
pub struct Break {
    /// The decision.
    pub decision: DecisionId,
    /// Its place in the chain.
    pub place: i64,
    /// What does not fit.
    pub message: String,
}

impl Workflow {
    /// Reads every record of a ticket and what it refers to, and computes every seal again.
    ///
    /// # Errors
    /// When there is no such ticket, or the database fails. A record that cannot be read is a break, not an error.
    pub async fn verify_chain(&self, tenant: TenantId, id: TicketId) -> Result<Chain, Error> {
        self.tenant(tenant).read(move |tx| Box::pin(chain(tx, id))).await
    }
}

async fn chain(tx: &mut TenantTx, id: TicketId) -> Result<Chain, Error> {
    ticket::find(tx, id).await?.ok_or_else(|| Error::not_found("ticket", id))?;
    let seals = decision::seals(tx, id).await?;
    let all = decision::count_by_ticket(tx, id).await?;
    let sealed = seals.len() as u64;
    let mut chain = Chain { sealed, unsealed: all.saturating_sub(sealed), broken: None };
    let mut before: Option<Digest> = None;
    for (expected, (decision, seal)) in (1..).zip(seals) {
        let broken = |message| Some(Break { decision, place: seal.place, message });
        if seal.place != expected {
            chain.broken = broken(format!("it has place {}, but {expected} comes next: a decision before it is gone", seal.place));
            break;
        }
        let found = match decision::find(tx, decision).await {
            Ok(Some(found)) => found,
            Ok(None) => return Err(Error::not_found("decision", decision)),
            Err(StoreError::Corrupt { table, column, .. }) => {
                chain.broken = broken(format!("{table}.{column} cannot be read: it was changed after it was written"));
                break;
            }
            Err(error) => return Err(error.into()),
        };
        let recomputed = found.seal(before.as_ref());
        if recomputed != seal.digest {
            let message =
                format!("its record gives the seal {recomputed}, but {} was set when it was made: record or seal was changed", seal.digest);
            chain.broken = broken(message);
            break;
        }
        if let Some(what) = altered(tx, &found).await? {
            chain.broken = broken(format!("its {what} is gone or no longer has the digest that was sealed"));
            break;
        }
        before = Some(seal.digest);
    }
    Ok(chain)
}

/// The first of a decision's inputs that is not what its digest says.
async fn altered(tx: &mut TenantTx, decision: &Decision) -> Result<Option<&'static str>, Error> {
    for (what, name) in
        [("case file", decision.case_digest), ("question", decision.question_digest), ("configuration", decision.config_digest)]
    {
        let intact = match blob::get(tx, name).await {
            Ok(bytes) => bytes.is_some_and(|bytes| Digest::of(&bytes) == name),
            Err(StoreError::Corrupt { .. }) => false,
            Err(error) => return Err(error.into()),
        };
        if !intact {
            return Ok(Some(what));
        }
    }
    Ok(None)
}
