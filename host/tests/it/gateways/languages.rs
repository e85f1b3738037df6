//! Gateways in TypeScript and Python, as `redress-plugin new` makes them: built, uploaded, and at work.

use redress_tests::component;
use redress_tests::gateway::{Fault, Faults, Says};

use super::till::Till;

#[tokio::test]
async fn gateways_in_typescript_and_python_pay_and_report() {
    let mut till = Till::open(Faults::none()).await;
    for (tender, lang) in [("bankts", "ts"), ("bankpy", "python")] {
        till.add_bank(tender, component::made(tender, lang, "settlement").unwrap()).await;
        let ticket = till.allow(till.claim(tender, &[(tender, &format!("pay_{tender}"), 3_000)])).await;
        // Some refunds are pending for a look or two.
        for _ in 0..4 {
            till.work().await;
            till.wait(60);
        }
        let paid = till.shop.instructions(&ticket).await.remove(0);
        assert_eq!(paid["state"], "paid", "{lang}: {paid}");
        assert_eq!(till.gateway.refunds()[paid["id"].as_str().unwrap()].minor, 3_000);
        assert_eq!(till.shop.ticket(&ticket).await["money"], "refunded");

        till.gateway.then([Fault::DropAfter]);
        let lost = till.allow(till.claim(&format!("{tender}-lost"), &[(tender, &format!("pay_{tender}_lost"), 3_000)])).await;
        till.work().await;
        let id = till.shop.instructions(&lost).await[0]["id"].as_str().unwrap().to_owned();
        let mut forged = till.message(tender, &id, Says::Paid);
        forged.body = forged.body.replace("paid", "Paid");
        assert_eq!(forged.send(till.hook(tender)).await.unwrap(), 401, "{lang}");
        till.says(tender, &id, Says::Paid).await;
        till.work().await;
        let found = till.shop.instructions(&lost).await.remove(0);
        assert!(["paid", "sent", "unknown"].contains(&found["state"].as_str().unwrap()), "{lang}: {found}");
        for _ in 0..4 {
            till.wait(60);
            till.work().await;
        }
        assert_eq!(till.shop.instructions(&lost).await[0]["state"], "paid", "{lang}");
    }
}
