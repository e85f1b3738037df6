//! Finds out who gets a mail, hands it over, and keeps what became of recipients whom the server did not take.

use std::borrow::Cow;

use redress_domain::Timestamp;
use redress_domain::id::{OutboxId, TenantId};
use redress_domain::order::Customer;
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::rule::Recipient;
use redress_flow::{Directory as _, Party};
use redress_store::{customer, ticket};
use serde_json::{Value, json};

use crate::app::App;
use crate::notify::deliver::DeliveryError;
use crate::notify::link;
use crate::notify::mail::{self, Addressee, MailError, Mailer, Rejected};
use crate::rules::{RulesError, Snapshot};

/// A mail that the server took.
pub(super) struct Sent {
    /// Its reply code.
    pub(super) code: u16,
    /// Messages about those whom it did not take it for.
    pub(super) left: Vec<OutboxMessage>,
}

/// Sends one message as one mail. `again` says how long recipients wait whom the server does not take now.
pub(super) async fn deliver(
    app: &App,
    mailer: &Mailer,
    tenant: TenantId,
    message: &OutboxMessage,
    again: chrono::Duration,
) -> Result<Sent, DeliveryError> {
    let snapshot = app.rules.get(tenant).await.map_err(unread)?;
    let to = addressees(app, &snapshot, message).await?;
    let payload = if message.event == link::SURVEY_SENT {
        Cow::Owned(
            serde_json::from_str(&link::filled(&app.vault, tenant, message)).map_err(|error| MailError::Unwritten(error.to_string()))?,
        )
    } else {
        Cow::Borrowed(&message.payload)
    };
    let bytes = mail::compose(mailer.from(), &snapshot.tenant.name, &to, message, &payload)?;
    let addresses: Vec<_> = to.into_iter().map(|one| one.address).collect();
    match mailer.send(&addresses, &bytes).await {
        Ok(taken) => Ok(Sent { code: taken.code, left: left(app, message, taken.rejected, again) }),
        // Servers repeat the address; a customer's is not for everybody who reads the outbox (Z36).
        Err(error) if message.recipient == Recipient::Customer => Err(veiled(error, &addresses).into()),
        Err(error) => Err(error.into()),
    }
}

fn unread(error: RulesError) -> DeliveryError {
    match error {
        RulesError::Store(error) => error.into(),
        gone @ RulesError::NoTenant(_) => MailError::Nobody(gone.to_string()).into(),
    }
}

async fn addressees(app: &App, snapshot: &Snapshot, message: &OutboxMessage) -> Result<Vec<Addressee>, DeliveryError> {
    let nobody = |why: String| DeliveryError::from(MailError::Nobody(why));
    if let Some(named) = message.payload.pointer("/data/mail/to").and_then(Value::as_array) {
        let found: Vec<Addressee> = named.iter().filter_map(|address| Addressee::new(None, address.as_str()?)).collect();
        return if found.is_empty() { Err(nobody("the message names no usable mail address".to_owned())) } else { Ok(found) };
    }
    let group = match &message.recipient {
        Recipient::Customer => {
            return buyer(app, snapshot, message)
                .await?
                .map(|one| vec![one])
                .ok_or_else(|| nobody("the customer has no usable mail address".to_owned()));
        }
        Recipient::System => return Err(nobody("the message is for the merchant's systems".to_owned())),
        Recipient::User(id) => format!("person:{id}").parse::<Party>(),
        // Workflows name departments and queues so.
        Recipient::Role(name) => name.parse::<Party>().or_else(|_| format!("role:{name}").parse()),
    };
    let group = group.map_err(|error| nobody(error.to_string()))?;
    let people = snapshot.people.members(&group).into_iter().filter_map(|id| snapshot.people.get(id));
    let found: Vec<Addressee> = people.filter_map(|user| Addressee::new(Some(&user.name), &user.email)).collect();
    if found.is_empty() { Err(nobody(format!("{group} is nobody with a usable mail address"))) } else { Ok(found) }
}

/// The customer of the message's ticket, as they are known now.
async fn buyer(app: &App, snapshot: &Snapshot, message: &OutboxMessage) -> Result<Option<Addressee>, redress_store::Error> {
    let Some(id) = message.ticket else { return Ok(None) };
    let store = app.store.tenant(snapshot.tenant.id);
    let found = store.read(move |tx| {
        Box::pin(async move {
            let Some(ticket) = ticket::find(tx, id).await? else { return Ok(None) };
            match ticket.customer {
                Some(customer) => customer::find(tx, customer).await,
                None => Ok(None),
            }
        })
    });
    let found: Option<Customer> = found.await?;
    Ok(found.and_then(|customer| Addressee::new(customer.name.as_deref(), customer.email.as_deref()?)))
}

/// Recipients whom the server did not take while it took others go on as messages of their own, so that nobody gets a mail twice
/// and nobody is forgotten: those it refused for good are dead letters with its words, the others are tried again.
fn left(app: &App, message: &OutboxMessage, rejected: Vec<Rejected>, again: chrono::Duration) -> Vec<OutboxMessage> {
    let (dead, waits): (Vec<_>, Vec<_>) = rejected.into_iter().partition(|one| one.why.is_final());
    let now = app.clock.now();
    let mut left: Vec<OutboxMessage> = dead.into_iter().map(|one| split(app, message, &[one], OutboxState::Dead, now)).collect();
    if !waits.is_empty() {
        left.push(split(app, message, &waits, OutboxState::Pending, now.plus(again)));
    }
    left
}

fn split(app: &App, message: &OutboxMessage, to: &[Rejected], state: OutboxState, at: Timestamp) -> OutboxMessage {
    let addresses: Vec<&str> = to.iter().map(|one| one.address.as_ref()).collect();
    let why: Vec<String> = to.iter().map(|one| format!("{}: {}", one.address, one.why)).collect();
    let mut payload = message.payload.clone();
    // The token of a link is filled in again when it leaves; a customer is alone and never split off.
    if payload.pointer("/data/mail").is_some() {
        payload["data"]["mail"]["to"] = json!(addresses);
    } else {
        payload["data"]["mail"] = json!({"to": addresses});
    }
    OutboxMessage {
        id: app.new_id(OutboxId::generate),
        payload,
        state,
        attempts: message.attempts + 1,
        next_attempt_at: at,
        last_error: Some(why.join("; ")),
        ..message.clone()
    }
}

fn veiled(error: MailError, addresses: &[lettre::Address]) -> MailError {
    let hide = |words: String| addresses.iter().fold(words, |words, address| without(&words, address.as_ref()));
    match error {
        MailError::Refused { code, words } => MailError::Refused { code, words: hide(words) },
        MailError::Deferred { code, words } => MailError::Deferred { code, words: hide(words) },
        other => other,
    }
}

/// The words without an address, however it is spelled: domains are compared without case (RFC 5321 §2.4), and many servers do the same
/// with names.
fn without(words: &str, address: &str) -> String {
    let (low, wanted) = (words.to_ascii_lowercase(), address.to_ascii_lowercase());
    let (mut out, mut from) = (String::with_capacity(words.len()), 0);
    for (at, found) in low.match_indices(&wanted) {
        out.push_str(&words[from..at]);
        out.push_str("the customer");
        from = at + found.len();
    }
    out.push_str(&words[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn an_address_is_hidden_however_it_is_spelled() {
        assert_eq!(without("<li@SHOP.example>: no Li@shop.Example here", "Li@shop.example"), "<the customer>: no the customer here");
        assert_eq!(without("邮箱满了", "li@shop.example"), "邮箱满了");
    }
}
