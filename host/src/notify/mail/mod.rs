//! Mail: one message of the outbox is one mail, handed to the operator's server over SMTP (RFC 5321).
//!
//! The server's last answer says that it took the mail; from then on it is delivered here. When that answer is lost on the way the
//! mail is sent again, because a mail too many is better than one that is lost. The repeat has the same bytes and the same
//! `Message-ID`, by which mailboxes tell it.

mod letter;
mod session;

use std::sync::Arc;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};

use crate::config::{self, MailFault, Security};

pub use letter::{Addressee, compose};

/// Most bytes of an answer that are kept with a failed attempt.
const MAX_ANSWER: usize = 500;
/// How long a server that took the mail may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(1);

/// Why there is no mailer.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// The settings.
    #[error(transparent)]
    Settings(#[from] MailFault),
    /// The certificates cannot be read.
    #[error("mail.ca_file {path} cannot be read: {source}")]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The certificates cannot be used, or the system's cannot be found.
    #[error("TLS to the mail server cannot be set up: {0}; mail.ca_file holds certificates in PEM")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// Why a mail did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Nobody would get it.
    #[error("nobody to write to: {0}; send this again when there is")]
    Nobody(String),
    /// It cannot be written down.
    #[error("the mail cannot be written: {0}")]
    Unwritten(String),
    /// All connections were taken for too long.
    #[error("all connections to the mail server were taken for {0} s")]
    Busy(u64),
    /// The server said no to this mail for good (5xx).
    #[error("the mail server refused it: {code} {words}")]
    Refused {
        /// Its reply code.
        code: u16,
        /// Its words.
        words: String,
    },
    /// The server said no for now (4xx), or to us and not to this mail.
    #[error("the mail server answered {code} {words}")]
    Deferred {
        /// Its reply code.
        code: u16,
        /// Its words.
        words: String,
    },
    /// The dialogue broke before the server had the mail.
    #[error("the mail server was not reached or broke off: {0}")]
    Broken(String),
    /// It had the mail and did not say what became of it.
    #[error("the mail server had the whole mail and did not say whether it took it: {0}; the repeat has the same Message-ID")]
    Unanswered(String),
}

impl MailError {
    /// True when trying again cannot help.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Nobody(_) | Self::Unwritten(_) | Self::Refused { .. })
    }

    /// SMTP reply code, when there was one.
    pub const fn code(&self) -> Option<u16> {
        match self {
            Self::Refused { code, .. } | Self::Deferred { code, .. } => Some(*code),
            _ => None,
        }
    }
}

/// A recipient whom the server did not take while it took others.
#[derive(Debug)]
pub struct Rejected {
    /// Who.
    pub address: Address,
    /// What the server said.
    pub why: MailError,
}

/// What the server took.
#[derive(Debug)]
pub struct Taken {
    /// Its reply code.
    pub code: u16,
    /// Recipients for whom it did not take it.
    pub rejected: Vec<Rejected>,
}

/// Hands mail to the operator's server. Cheap to clone.
#[derive(Clone)]
pub struct Mailer(Arc<Inner>);

struct Inner {
    host: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    from: Address,
    timeout: Duration,
    answer: Duration,
    places: Semaphore,
}

impl Mailer {
    /// The mailer that the settings ask for; `None` when they name no server. It connects only when there is mail.
    ///
    /// # Errors
    /// When the settings do not fit, or the certificates cannot be read.
    pub fn open(mail: &config::Mail) -> Result<Option<Self>, MailerError> {
        let Some(relay) = mail.relay()? else { return Ok(None) };
        let tls = if relay.security == Security::Plain { None } else { Some(tls(&relay.host, &mail.ca_file)?) };
        Ok(Some(Self(Arc::new(Inner {
            credentials: relay.user.map(|user| Credentials::new(user, mail.password.expose().to_owned())),
            host: relay.host,
            port: relay.port,
            security: relay.security,
            tls,
            from: relay.from,
            timeout: Duration::from_secs(mail.timeout_s),
            answer: Duration::from_secs(mail.answer_timeout_s),
            places: Semaphore::new(mail.connections.min(Semaphore::MAX_PERMITS)),
        }))))
    }

    /// Whom mail comes from.
    pub fn from(&self) -> &Address {
        &self.0.from
    }

    /// Hands over a mail to at least one recipient. Each mail has its own connection: servers close idle ones, and a mail that meets
    /// a closed one would look lost.
    ///
    /// # Errors
    /// When the server took it for nobody, or nobody knows.
    pub async fn send(&self, to: &[Address], mail: &[u8]) -> Result<Taken, MailError> {
        let inner = &*self.0;
        let deadline = Instant::now() + inner.timeout;
        let seconds = inner.timeout.as_secs();
        let Ok(Ok(_place)) = timeout_at(deadline, inner.places.acquire()).await else { return Err(MailError::Busy(seconds)) };
        let (mut connection, rejected) = timeout_at(deadline, session::envelope(inner, to))
            .await
            .map_err(|_| MailError::Broken(format!("it did not answer within {seconds} s")))??;
        let answer = timeout(inner.answer, connection.message(mail)).await;
        let answer = answer.map_err(|_| MailError::Unanswered(format!("no answer within {} s", inner.answer.as_secs())))?;
        let code = answer.map(|response| u16::from(response.code())).map_err(|error| session::after_mail(&error))?;
        // It is delivered, whatever comes now.
        let _ = timeout(GOODBYE, connection.quit()).await;
        Ok(Taken { code, rejected })
    }

    /// Connects, logs in and says goodbye.
    ///
    /// # Errors
    /// When no mail could be sent now.
    pub async fn greet(&self) -> Result<(), MailError> {
        let inner = &*self.0;
        let seconds = inner.timeout.as_secs();
        let mut connection = timeout(inner.timeout, session::open(inner))
            .await
            .map_err(|_| MailError::Broken(format!("it did not answer within {seconds} s")))??;
        let _ = timeout(GOODBYE, connection.quit()).await;
        Ok(())
    }
}

/// The system's roots, and the operator's own.
fn tls(host: &str, ca_file: &std::path::Path) -> Result<TlsParameters, MailerError> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if !ca_file.as_os_str().is_empty() {
        let pem = std::fs::read(ca_file).map_err(|source| MailerError::File { path: ca_file.to_owned(), source })?;
        parameters = parameters.add_root_certificate(Certificate::from_pem(&pem)?);
    }
    Ok(parameters.build()?)
}
