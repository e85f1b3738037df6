//! The dialogue with the server, and what its answers mean.

use std::error::Error as _;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use super::{Inner, MAX_ANSWER, MailError, Rejected};
use crate::config::Security;

/// The service closes its channel: not an answer about a recipient (RFC 5321, section 3.8).
const CLOSING: u16 = 421;

/// Connects, begins TLS when it must, and logs in. A server that says no here says it to us and not to a mail, so the mail waits.
pub(super) async fn open(inner: &Inner) -> Result<AsyncSmtpConnection, MailError> {
    let hello = ClientId::Domain(inner.from.domain().to_owned());
    let from_start = inner.tls.clone().filter(|_| inner.security == Security::Tls);
    let place = (inner.host.as_str(), inner.port);
    let connected = AsyncSmtpConnection::connect_tokio1(place, Some(inner.timeout), &hello, from_start, None).await;
    let mut connection = connected.map_err(|error| to_us(&error))?;
    if inner.security == Security::StartTls
        && let Some(tls) = inner.tls.clone()
    {
        if !connection.can_starttls() {
            return Err(MailError::Broken("it offers no STARTTLS, and nothing is sent without TLS".to_owned()));
        }
        connection.starttls(tls, &hello).await.map_err(|error| to_us(&error))?;
    }
    if let Some(credentials) = &inner.credentials {
        connection.auth(DEFAULT_MECHANISMS, credentials).await.map_err(|error| to_us(&error))?;
    }
    Ok(connection)
}

/// Everything up to the mail itself. Those whom the server does not take while it takes others are answered beside.
pub(super) async fn envelope(inner: &Inner, to: &[Address]) -> Result<(AsyncSmtpConnection, Vec<Rejected>), MailError> {
    let mut connection = open(inner).await?;
    connection.command(Mail::new(Some(inner.from.clone()), Vec::new())).await.map_err(|error| to_mail(&error))?;
    let mut rejected = Vec::new();
    for address in to {
        match connection.command(Rcpt::new(address.clone(), Vec::new())).await {
            Ok(_) => {}
            Err(error) if error.status().is_some_and(|code| u16::from(code) != CLOSING) => {
                rejected.push(Rejected { address: address.clone(), why: to_mail(&error) });
            }
            Err(error) => return Err(to_mail(&error)),
        }
    }
    if rejected.len() == to.len() {
        // While one of them may be taken later, the mail waits for that one.
        let waits = rejected.iter().position(|one| !one.why.is_final()).unwrap_or_default();
        connection.abort().await;
        let nobody = || MailError::Nobody("the message names no recipient".to_owned());
        return Err(rejected.into_iter().nth(waits).map_or_else(nobody, |one| one.why));
    }
    connection.command(Data).await.map_err(|error| to_mail(&error))?;
    Ok((connection, rejected))
}

/// What an answer to the mail itself means. Without a code nobody knows whether it was taken.
pub(super) fn after_mail(error: &Error) -> MailError {
    if error.status().is_some() { to_mail(error) } else { MailError::Unanswered(words(error)) }
}

fn to_mail(error: &Error) -> MailError {
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() => MailError::Refused { code, words: words(error) },
        Some(code) => MailError::Deferred { code, words: words(error) },
        None => MailError::Broken(words(error)),
    }
}

fn to_us(error: &Error) -> MailError {
    match error.status().map(u16::from) {
        Some(code) => MailError::Deferred { code, words: words(error) },
        None => MailError::Broken(words(error)),
    }
}

/// What the server or the connection said, outermost first.
fn words(error: &Error) -> String {
    let mut text = String::new();
    let mut source = error.source();
    while let Some(inner) = source {
        let separator = if text.is_empty() { "" } else { ": " };
        text = format!("{text}{separator}{inner}");
        source = inner.source();
    }
    if text.is_empty() {
        text = error.to_string();
    }
    // PostgreSQL keeps no U+0000 in text.
    text.replace('\0', "\u{fffd}").chars().take(MAX_ANSWER).collect()
}
