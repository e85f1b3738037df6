//! `[mail]`: the server that takes mail.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use lettre::Address;
use serde::{Deserialize, Serialize};

use super::Secret;

/// `[mail]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Address of the server; empty for none.
    pub url: String,
    /// Password of the user in `url`.
    pub password: Secret,
    /// File that holds `password`; empty for none.
    pub password_file: PathBuf,
    /// Address that mail comes from, and that bounces go to.
    pub from: String,
    /// Speaks without TLS, to a server on this machine.
    pub plain: bool,
    /// File with the certificates that the server's own is checked against, beside those of the system; empty for none.
    pub ca_file: PathBuf,
    /// Seconds for the whole dialogue up to the mail itself.
    pub timeout_s: u64,
    /// Seconds that the server has to take the mail once it has all of it.
    pub answer_timeout_s: u64,
    /// Connections at once.
    pub connections: usize,
}

/// What `[mail]` says, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// Name or address of the server.
    pub host: String,
    /// Its TCP port.
    pub port: u16,
    /// Who logs in.
    pub user: Option<String>,
    /// How the connection is kept secret.
    pub security: Security,
    /// Whom mail comes from.
    pub from: Address,
}

/// How a connection is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Not at all.
    Plain,
    /// TLS after `STARTTLS`, or nothing is sent (RFC 3207).
    StartTls,
    /// TLS from the first byte (RFC 8314).
    Tls,
}

/// Why `[mail]` cannot be used. No text of it holds a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailFault {
    /// No scheme of ours.
    #[error("mail.url begins with neither smtp:// (TLS by STARTTLS) nor smtps:// (TLS from the start)")]
    Scheme,
    /// A password stands in the address, which is printed.
    #[error("mail.url holds a password: put it into mail.password, or into a file that mail.password_file names")]
    Password,
    /// No server.
    #[error("mail.url names no server: write smtp://USER@HOST:PORT; USER@ and :PORT may be left out")]
    Host,
    /// Secrets would cross a network.
    #[error("mail.plain is for a server on this machine (localhost), and mail.url names {0}: remove mail.plain, so that STARTTLS is used")]
    Plain(String),
    /// Two settings contradict each other.
    #[error("mail.plain contradicts smtps:// in mail.url: write smtp://, or remove mail.plain")]
    PlainTls,
    /// Nobody sends.
    #[error("mail.from is '{0}', which is no mail address: write one such as no-reply@shop.example")]
    From(String),
    /// Half a login.
    #[error("mail.url names the user {0}, and mail.password is empty")]
    NoPassword(String),
    /// The other half.
    #[error("mail.password is set, and mail.url names no user: write smtp://USER@HOST:PORT")]
    NoUser,
    /// Nothing would ever be sent.
    #[error("mail.{0} is 0: nothing could be sent")]
    Zero(&'static str),
}

impl Mail {
    /// True when there is a server.
    pub const fn is_set(&self) -> bool {
        !self.url.is_empty()
    }

    /// The longest time between a message's claim and what became of it.
    pub const fn longest(&self) -> Duration {
        Duration::from_secs(self.timeout_s.saturating_add(self.answer_timeout_s))
    }

    /// The server; `None` when none is set.
    ///
    /// # Errors
    /// What does not fit.
    pub fn relay(&self) -> Result<Option<Relay>, MailFault> {
        if !self.is_set() {
            return Ok(None);
        }
        let (tls, rest) = match (self.url.strip_prefix("smtp://"), self.url.strip_prefix("smtps://")) {
            (Some(rest), _) => (false, rest),
            (_, Some(rest)) => (true, rest),
            _ => return Err(MailFault::Scheme),
        };
        // Users are often mail addresses themselves, so the last '@' ends the name.
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user.to_owned()), place));
        if user.as_ref().is_some_and(|user| user.contains(':')) {
            return Err(MailFault::Password);
        }
        let user = user.filter(|user| !user.is_empty());
        let (host, port) = place_of(place).ok_or(MailFault::Host)?;
        let security = match (tls, self.plain) {
            (true, true) => return Err(MailFault::PlainTls),
            (true, false) => Security::Tls,
            (false, false) => Security::StartTls,
            (false, true) if is_here(&host) => Security::Plain,
            (false, true) => return Err(MailFault::Plain(host)),
        };
        match (&user, self.password.is_empty()) {
            (Some(user), true) => return Err(MailFault::NoPassword(user.clone())),
            (None, false) => return Err(MailFault::NoUser),
            _ => {}
        }
        let from = self.from.parse::<Address>().ok().filter(|_| self.from.is_ascii()).ok_or_else(|| MailFault::From(self.from.clone()))?;
        let zero =
            [("timeout_s", self.timeout_s == 0), ("answer_timeout_s", self.answer_timeout_s == 0), ("connections", self.connections == 0)];
        if let Some((name, _)) = zero.into_iter().find(|(_, zero)| *zero) {
            return Err(MailFault::Zero(name));
        }
        // Submission by STARTTLS, or with TLS from the start; a neighbour without TLS is a relay (RFC 6409, RFC 8314).
        let port = port.unwrap_or(match security {
            Security::StartTls => 587,
            Security::Tls => 465,
            Security::Plain => 25,
        });
        Ok(Some(Relay { host, port, user, security, from }))
    }
}

/// `HOST`, `HOST:PORT`, `[::1]:PORT`; a slash may follow.
fn place_of(place: &str) -> Option<(String, Option<u16>)> {
    let url = reqwest::Url::parse(&format!("smtp://{place}")).ok()?;
    let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
    let alone = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    (alone && !host.is_empty()).then(|| (host, url.port()))
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(url: &str) -> Mail {
        Mail {
            url: url.to_owned(),
            password: Secret::default(),
            password_file: PathBuf::new(),
            from: "no-reply@shop.example".to_owned(),
            plain: false,
            ca_file: PathBuf::new(),
            timeout_s: 30,
            answer_timeout_s: 120,
            connections: 4,
        }
    }

    #[test]
    fn addresses_of_servers_are_read() {
        let place = |mail: &Mail| mail.relay().unwrap().map(|relay| (relay.host, relay.port, relay.security));
        assert_eq!(place(&mail("")), None);
        assert_eq!(place(&mail("smtp://mx.example")), Some(("mx.example".to_owned(), 587, Security::StartTls)));
        assert_eq!(place(&mail("smtps://mx.example/")), Some(("mx.example".to_owned(), 465, Security::Tls)));
        assert_eq!(place(&mail("smtp://mx.example:2525")), Some(("mx.example".to_owned(), 2525, Security::StartTls)));
        let here = Mail { plain: true, ..mail("smtp://[::1]") };
        assert_eq!(place(&here), Some(("::1".to_owned(), 25, Security::Plain)));
        let known = Mail { password: Secret::from("s3cret".to_owned()), ..mail("smtp://reports@shop.example@mx.example") };
        let relay = known.relay().unwrap().unwrap();
        assert_eq!((relay.user.as_deref(), relay.host.as_str()), (Some("reports@shop.example"), "mx.example"));
    }

    #[test]
    fn what_does_not_fit_is_said_without_the_password() {
        let secret = || Secret::from("s3cret".to_owned());
        let faults = [
            (mail("mx.example:25"), MailFault::Scheme),
            (mail("smtp://reports:s3cret@mx.example"), MailFault::Password),
            (mail("smtp://"), MailFault::Host),
            (mail("smtp://mx.example:99999"), MailFault::Host),
            (mail("smtp://mx.example/inbox"), MailFault::Host),
            (Mail { plain: true, ..mail("smtp://10.0.0.5:25") }, MailFault::Plain("10.0.0.5".to_owned())),
            (Mail { plain: true, ..mail("smtps://localhost") }, MailFault::PlainTls),
            (Mail { from: "shop".to_owned(), ..mail("smtp://mx.example") }, MailFault::From("shop".to_owned())),
            (mail("smtp://reports@mx.example"), MailFault::NoPassword("reports".to_owned())),
            (Mail { password: secret(), ..mail("smtp://mx.example") }, MailFault::NoUser),
            (Mail { connections: 0, ..mail("smtp://mx.example") }, MailFault::Zero("connections")),
        ];
        for (mail, fault) in faults {
            let found = mail.relay().unwrap_err();
            assert_eq!(found, fault);
            assert!(!format!("{found} {found:?} {:?}", Mail { url: String::new(), ..mail }).contains("s3cret"));
        }
    }
}
