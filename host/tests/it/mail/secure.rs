//! TLS and the login.

use redress::config::{Config, Secret};
use redress_tests::relay::Relay;
use tempfile::TempDir;

use super::{SOON, outbox, report, until};
use crate::shop::Shop;
use crate::support::Server;

const USER: &str = "reports@redress.example";

async fn shop_with(relay: &Relay, change: impl FnOnce(&mut Config)) -> Shop {
    let url = format!("smtp://{USER}@127.0.0.1:{}", relay.port);
    let server = Server::start_with(|config| {
        config.mail.url = url;
        config.mail.password = Secret::from("s3cret".to_owned());
        "no-reply@redress.example".clone_into(&mut config.mail.from);
        config.mail.timeout_s = 5;
        config.worker.max_attempts = 2;
        change(config);
    });
    Shop::of(server.await).await
}

/// Z35: the mail and the password travel over TLS, to a server that shows a certificate of the operator's own authority.
#[tokio::test]
async fn z35_mail_goes_over_tls_after_a_login() {
    let relay = Relay::start_secure(USER, "s3cret").await.unwrap();
    let folder = TempDir::new().unwrap();
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, relay.certificate.as_ref().unwrap()).unwrap();
    let shop = shop_with(&relay, |config| config.mail.ca_file = ca).await;
    report(&shop, &["boss@shop.example"], "csv").await;
    let letter = &relay.wait(1, SOON).await.unwrap()[0];
    assert_eq!((letter.tls, letter.user.as_deref()), (true, Some(USER)));
    until(&shop, "delivered", 1).await;
    shop.server.app.stop.cancel();
}

/// Z35: without TLS, or with a certificate of nobody known, nothing is sent, the password least of all; a wrong password is said
/// without it.
#[tokio::test]
async fn z35_nothing_is_sent_to_a_server_that_nobody_vouches_for() {
    let (plain, stranger) = (Relay::start().await.unwrap(), Relay::start_secure(USER, "s3cret").await.unwrap());
    let careful = Relay::start_secure(USER, "another").await.unwrap();
    let folder = TempDir::new().unwrap();
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, careful.certificate.as_ref().unwrap()).unwrap();
    for (relay, ca, words) in [(&plain, None, "offers no STARTTLS"), (&stranger, None, "certificate"), (&careful, Some(ca), "535 5.7.8")] {
        let shop = shop_with(relay, |config| config.mail.ca_file = ca.unwrap_or_default()).await;
        report(&shop, &["boss@shop.example"], "csv").await;
        let dead = until(&shop, "dead", 1).await.remove(0);
        assert!(dead["last_error"].as_str().unwrap().to_lowercase().contains(&words.to_lowercase()), "{dead}");
        assert_eq!(dead["attempts"], 2, "the mail is not at fault, so it was tried again");
        assert!(!format!("{dead:?} {:?}", outbox(&shop, "dead").await).contains("s3cret"));
        assert!(relay.letters().is_empty());
        shop.server.app.stop.cancel();
    }
}
