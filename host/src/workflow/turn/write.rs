//! Writes a turn: the only part of it that touches the database, in one transaction.

use redress_domain::gateway::{RefundWork, is_ours};
use redress_domain::id::TicketId;
use redress_domain::settlement::RefundInstruction;
use redress_domain::timeline::{Entry, Head};
use redress_domain::{Digest, Timestamp};
use redress_store::{
    TenantTx, attachment, blob, credit, customer, decision, fact, flow_run, gateway, order, outbox, portal_link, refund, service_level,
    settlement, survey, task, ticket, timeline, timer,
};

use super::flow::Walk;
use super::{Change, Turn};
use crate::workflow::Error;
use crate::workflow::look::Taken;

impl Turn {
    /// Writes everything. The ticket is compared and set on the version that was read.
    ///
    /// # Errors
    /// [`Error::Raced`] or a stale version when somebody else was faster; what the database says. The transaction must be
    /// rolled back then.
    pub async fn write(self, tx: &mut TenantTx) -> Result<(), Error> {
        let Self {
            facts,
            entries,
            order: bought,
            records,
            packed,
            timers,
            stopped,
            outbox: messages,
            tasks,
            kept,
            settled,
            issued,
            changed,
            attached,
            survey,
            credits,
            replacements,
            walk,
            record,
            fact: counted,
            ..
        } = self;
        let case = &facts.case;
        let id = case.ticket.id;
        match (&case.customer, facts.customer) {
            (Some(person), Change::New) => customer::insert(tx, person).await?,
            (Some(person), Change::Told) => customer::complete(tx, person).await?,
            _ => {}
        }
        match (&bought, facts.order) {
            (Some(bought), Change::New) => order::insert(tx, bought).await?,
            (Some(bought), Change::Told) => order::replace(tx, bought).await?,
            _ => {}
        }
        if let (Some(seen), Some(bought)) = (&facts.seen, &case.order)
            && (facts.stored.is_none() || !settled.is_empty() || !issued.is_empty())
        {
            // Tickets of one order wait for each other here, so that together they never take more than was bought or paid.
            order::lock(tx, bought.id).await?;
            if Taken::read(tx, bought, facts.stored.map(|_| id)).await? != *seen {
                return Err(Error::Raced { what: "another ticket of the order" });
            }
        }
        let mut head = match facts.stored {
            None => {
                ticket::insert(tx, &case.ticket).await?;
                Head::empty()
            }
            Some(version) => {
                ticket::update(tx, &case.ticket, version).await?;
                timeline::head(tx, id).await?
            }
        };
        let entries: Vec<Entry> = entries.into_iter().map(|entry| head.append(id, entry)).collect();
        timeline::append(tx, id, &entries).await?;
        if facts.stored.is_some() {
            let kinds: Vec<&str> = stopped.iter().map(|kind| kind.as_str()).collect();
            timer::cancel_for_ticket(tx, id, &kinds).await?;
        }
        service_level::put_many(tx, record.as_slice()).await?;
        blob::put_many(tx, &packed).await?;
        decision::insert_many(tx, &records).await?;
        timer::insert_many(tx, &timers).await?;
        settlement::append(tx, &settled).await?;
        refund::insert_many(tx, &issued).await?;
        for (instruction, version) in &changed {
            refund::update(tx, instruction, *version).await?;
        }
        for keep in kept {
            keep.write(tx).await?;
        }
        replacements.write(tx).await?;
        let way = |issued: &RefundInstruction| RefundWork::new(issued.id, id, facts.now);
        let work: Vec<RefundWork> = issued.iter().filter(|issued| issued.payment.is_some() && !is_ours(&issued.tender)).map(way).collect();
        gateway::begin(tx, &work).await?;
        credit::append(tx, &credits).await?;
        outbox::insert_many(tx, &messages).await?;
        task::insert_many(tx, &tasks).await?;
        match &counted {
            Some(counted) => fact::put(tx, counted, facts.counted.as_ref()).await?,
            None => fact::postpone(tx, &[id]).await?,
        }
        if let Some((survey, link)) = &survey {
            survey::insert(tx, survey).await?;
            portal_link::insert(tx, link).await?;
        }
        for (file, internal) in attached {
            attachment::use_for(tx, id, &[file], internal).await?;
        }
        attachment::use_named(tx, id, &named_files(&case.ticket.fields)).await?;
        write_walk(tx, id, facts.now, walk).await
    }
}

/// Digests of the files that answers of a form name (`{"name", "media_type", "bytes", "digest"}`).
fn named_files(fields: &serde_json::Map<String, serde_json::Value>) -> Vec<Digest> {
    let files = fields.values().filter_map(serde_json::Value::as_array).flatten();
    files.filter_map(|file| file.get("digest")?.as_str()?.parse().ok()).collect()
}

/// Writes where the ticket stands in its workflow, and what that changes of tasks and timers of earlier turns.
async fn write_walk(tx: &mut TenantTx, ticket: TicketId, now: Timestamp, walk: Walk) -> Result<(), Error> {
    let Walk { running, moved, over, handed, finished, dropped, .. } = walk;
    for run in over.iter().chain(running.iter().filter(|_| moved)) {
        let row = run.row(ticket, now);
        if run.stored { flow_run::update(tx, &row).await? } else { flow_run::insert(tx, &row).await? }
    }
    for task in &handed {
        task::hand(tx, task).await?;
    }
    for (task, by, at) in finished {
        task::done(tx, task, by, at).await?;
    }
    for timer in dropped {
        timer::done(tx, timer).await?;
    }
    Ok(())
}
