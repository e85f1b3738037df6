//! Writes a message of the outbox down as a mail (RFC 5322, MIME).

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use redress_domain::outbox::OutboxMessage;
use serde_json::Value;

use super::MailError;

/// Longest subject, in characters.
const SUBJECT: usize = 200;

/// Who gets a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Their name, when it is known.
    pub name: Option<String>,
    /// Their address.
    pub address: Address,
}

impl Addressee {
    /// From texts as they are stored; `None` when the address is none that a mail server takes without the extension for others
    /// (RFC 6531), or one that was made up because there is none (RFC 2606).
    pub fn new(name: Option<&str>, address: &str) -> Option<Self> {
        let known = address.is_ascii() && !address.to_ascii_lowercase().ends_with(".invalid");
        let address = address.parse().ok().filter(|_| known)?;
        Some(Self { name: name.map(line).filter(|name| !name.is_empty()), address })
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::new(self.name.clone(), self.address.clone())
    }
}

/// The mail of a message, the same bytes whenever it is asked for. `sender` is the tenant's name, `payload` the message's own with
/// its links filled in.
///
/// # Errors
/// [`MailError::Unwritten`] when an attachment cannot be read.
pub fn compose(from: &Address, sender: &str, to: &[Addressee], message: &OutboxMessage, payload: &Value) -> Result<Vec<u8>, MailError> {
    let unwritten = |error: &dyn std::fmt::Display| MailError::Unwritten(error.to_string());
    let text = |places: [&str; 2]| {
        let found = places.iter().filter_map(|place| payload.pointer(place).and_then(Value::as_str)).find(|text| !text.trim().is_empty());
        found.map(str::to_owned)
    };
    let body = text(["/data/mail/text", "/data/message/body"]);
    let subject = text(["/data/mail/subject", "/data/message/subject"]);
    let subject = subject.as_deref().or_else(|| body.as_deref().and_then(|body| body.lines().find(|line| !line.trim().is_empty())));
    let subject = line(subject.unwrap_or(&message.event));
    let body = body.unwrap_or_else(|| subject.clone());

    let written_at = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(message.created_at.as_millis()).unwrap_or_default());
    let sender = Some(line(sender)).filter(|name| !name.is_empty());
    let mut builder = Message::builder()
        .from(Mailbox::new(sender, from.clone()))
        .subject(subject)
        .date(written_at)
        .message_id(Some(format!("<{}@{}>", message.id, from.domain())))
        // Nobody's absence notice answers it (RFC 3834).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()));
    for addressee in to {
        builder = builder.to(addressee.mailbox());
    }
    let attached = payload.pointer("/data/mail/attachment").filter(|attached| !attached.is_null());
    let mail = match attached {
        None => builder.singlepart(SinglePart::plain(body)),
        Some(attached) => {
            let of = |name: &str| attached[name].as_str().unwrap_or_default();
            let bytes = STANDARD.decode(of("base64")).map_err(|error| unwritten(&error))?;
            let kind = ContentType::parse(of("content_type")).map_err(|error| unwritten(&error))?;
            let file = Attachment::new(line(of("name"))).body(bytes, kind);
            builder.multipart(MultiPart::mixed().boundary(format!("=_{}", message.id)).singlepart(SinglePart::plain(body)).singlepart(file))
        }
    };
    Ok(mail.map_err(|error| unwritten(&error))?.formatted())
}

/// A text on one line: a line break could begin a header of its own.
fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim().chars().take(SUBJECT).collect()
}

#[cfg(test)]
mod tests {
    use redress_domain::Timestamp;
    use redress_domain::id::OutboxId;
    use redress_domain::outbox::OutboxState;
    use redress_domain::rule::Recipient;
    use serde_json::json;

    use super::*;

    fn message() -> OutboxMessage {
        let at: Timestamp = "2026-10-05T08:00:00Z".parse().unwrap();
        OutboxMessage {
            id: OutboxId::from_uuid("0199b3a0-0000-7000-8000-000000000001".parse().unwrap()),
            ticket: None,
            event: "report.due".to_owned(),
            channel: "email".to_owned(),
            recipient: Recipient::System,
            webhook: None,
            payload: json!({}),
            state: OutboxState::Pending,
            attempts: 0,
            next_attempt_at: at,
            last_error: None,
            created_at: at,
            delivered_at: None,
        }
    }

    fn written(sender: &str, name: &str, payload: &Value) -> String {
        let from = "no-reply@shop.example".parse().unwrap();
        let to = [Addressee::new(Some(name), "boss@shop.example").unwrap()];
        String::from_utf8(compose(&from, sender, &to, &message(), payload).unwrap()).unwrap()
    }

    #[test]
    fn a_repeat_is_the_same_to_the_byte_and_no_absence_notice_answers_it() {
        let file =
            json!({"name": "渠道.csv", "content_type": "text/csv; charset=utf-8", "base64": STANDARD.encode("\u{feff}渠道,单数\r\n")});
        let payload = json!({"data": {"mail": {"subject": "各渠道来源分布", "text": "见附件", "attachment": file}}});
        let mail = written("毛球宠物", "Boss", &payload);
        assert_eq!(mail, written("毛球宠物", "Boss", &payload));
        assert!(mail.is_ascii(), "nothing that needs an extension of the server: {mail}");
        for header in [
            format!("Message-ID: <{}@shop.example>\r\n", message().id),
            "Date: Mon, 05 Oct 2026 08:00:00 +0000\r\n".to_owned(),
            "Auto-Submitted: auto-generated\r\n".to_owned(),
        ] {
            assert!(mail.contains(&header), "{header} {mail}");
        }
    }

    #[test]
    fn nothing_that_comes_from_outside_begins_a_header() {
        let payload = json!({"data": {"message": {"subject": "x\r\nBcc: all@shop.example", "body": "y"}}});
        let mail = written("shop\r\nBcc: all@shop.example", "z\nBcc: all@shop.example", &payload);
        let head = mail.split("\r\n\r\n").next().unwrap();
        assert!(!head.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{head}");
    }

    #[test]
    fn a_mail_without_subject_has_the_first_line_and_one_without_text_has_its_event() {
        let bare = json!({"data": {"message": {"subject": " ", "body": "\nready\nmore"}}});
        assert!(written("s", "", &bare).contains("Subject: ready\r\n"));
        assert!(written("s", "", &json!({})).contains("Subject: report.due\r\n"));
    }

    #[test]
    fn addresses_that_reach_nobody_are_none() {
        for nobody in ["owner@shop.invalid", "无@shop.example", "shop.example", "a b@shop.example", "a@b>\r\nRCPT TO:<c@d"] {
            assert_eq!(Addressee::new(None, nobody), None, "{nobody}");
        }
    }
}
