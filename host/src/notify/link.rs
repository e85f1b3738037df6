//! Puts the token of a survey's link into a message when it leaves, so that it is in no row, no recorded question and no log.

use redress_domain::id::{PortalLinkId, TenantId};
use redress_domain::outbox::OutboxMessage;

use crate::gateways::Vault;

/// The event whose messages carry a link.
pub const SURVEY_SENT: &str = "survey.sent";

/// What stands for the token until then.
pub fn place(link: PortalLinkId) -> String {
    format!("{{link:{link}}}")
}

/// The body of a message as its receiver gets it. Only the link that the message itself is about is filled in.
pub fn filled(vault: &Vault, tenant: TenantId, message: &OutboxMessage) -> String {
    let body = message.payload.to_string();
    let link = message.payload["data"]["details"]["link"].as_str().and_then(|link| link.parse::<PortalLinkId>().ok());
    match link.filter(|_| message.event == SURVEY_SENT) {
        Some(link) => body.replace(&place(link), &vault.link_token(tenant, link)),
        None => body,
    }
}

#[cfg(test)]
mod tests {
    use redress_domain::id::{Entropy, OutboxId, uuid_v7};
    use redress_domain::outbox::OutboxState;
    use redress_domain::rule::Recipient;
    use redress_domain::{Digest, Timestamp};
    use serde_json::json;

    use super::*;

    struct Counter(u64);

    impl Entropy for Counter {
        fn next_u64(&mut self) -> u64 {
            self.0 += 1;
            self.0
        }
    }

    /// U15: the receiver gets the token that opens the link, and nothing that waits or is recorded has it.
    #[test]
    fn u15_only_the_message_that_leaves_has_the_token() {
        let vault = Vault::new(&[7; 32]).expect("a key");
        let id = |n| uuid_v7(&crate::clock::SystemClock, &mut Counter(n));
        let (tenant, other) = (TenantId::from_uuid(id(1)), TenantId::from_uuid(id(9)));
        let (link, strange) = (PortalLinkId::from_uuid(id(17)), PortalLinkId::from_uuid(id(25)));
        let at: Timestamp = "2026-10-05T08:00:00Z".parse().expect("a moment");
        let text = format!("https://shop.example/#{} {}", place(link), place(strange));
        let message = |event: &str| OutboxMessage {
            id: OutboxId::from_uuid(id(33)),
            ticket: None,
            event: event.to_owned(),
            channel: "webhook".to_owned(),
            recipient: Recipient::System,
            webhook: None,
            payload: json!({"data": {"details": {"link": link, "url": text}}}),
            state: OutboxState::Pending,
            attempts: 0,
            next_attempt_at: at,
            last_error: None,
            created_at: at,
            delivered_at: None,
        };
        let token = vault.link_token(tenant, link);
        let body = filled(&vault, tenant, &message(SURVEY_SENT));
        assert!(body.contains(&format!("https://shop.example/#{token}")), "{body}");
        assert!(body.contains(&place(strange)), "another link's token is not made: {body}");
        assert_eq!(filled(&vault, tenant, &message("ticket.created")), message("x").payload.to_string());
        assert_ne!(Digest::of(token.as_bytes()), Digest::of(vault.link_token(other, link).as_bytes()));
        assert_ne!(token, Vault::new(&[8; 32]).expect("a key").link_token(tenant, link));
    }
}
