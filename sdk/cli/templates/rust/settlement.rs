//! How does money go back?

use redress_sdk::gateway::{HttpRequest, HttpResponse, Instruction, Outcome, Purpose};
use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

/// Name of the key among the gateway's secrets; the host fills it in.
const KEY: &str = "key";

impl Settlement for {{Type}} {
    fn request(call: &Call<Config>, order: &Instruction, _attempt: u32) -> Result<HttpRequest, RuleError> {
        let body = format!("payment={}&minor={}&currency={}", order.payment, order.amount.minor, order.amount.currency);
        Ok(HttpRequest::post(format!("{}/refunds", call.config.base_url), body)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("idempotency-key", &order.id)
            .secret("authorization", "Bearer ", KEY))
    }

    fn query(call: &Call<Config>, order: &Instruction) -> Result<HttpRequest, RuleError> {
        Ok(HttpRequest::get(format!("{}/refunds/{}", call.config.base_url, order.id)).secret("authorization", "Bearer ", KEY))
    }

    fn response(_call: &Call<Config>, order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Result<Outcome, RuleError> {
        Ok(match (answer.status, asked) {
            (200, _) => Outcome::Paid(order.id.clone()),
            (404, Purpose::Query) => Outcome::Absent,
            (400, Purpose::Pay) => Outcome::refused(answer.body.clone()),
            // Whatever is not certain is unknown: the host asks again, and never sends again unasked.
            (status, _) => Outcome::unknown(format!("the gateway answered {status}")),
        })
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{FakeHost, instruction};

    use super::*;
    use crate::config;

    fn means(asked: Purpose, status: u32) -> Outcome {
        let answer = HttpResponse { status, headers: vec![], body: String::new() };
        {{Type}}::response(&FakeHost::new().call(config()), &instruction(), asked, &answer).unwrap()
    }

    #[test]
    fn only_what_is_certain_is_said() {
        assert!(matches!(means(Purpose::Pay, 200), Outcome::Paid(_)));
        assert_eq!(means(Purpose::Query, 404), Outcome::Absent);
        assert!(matches!(means(Purpose::Pay, 404), Outcome::Unknown(_)));
        assert!(matches!(means(Purpose::Pay, 500), Outcome::Unknown(_)));
    }

    #[test]
    fn every_attempt_is_the_same_request() {
        let call = FakeHost::new().call(config());
        let [first, second] = [1, 2].map(|attempt| {{Type}}::request(&call, &instruction(), attempt).unwrap());
        assert_eq!(first, second);
    }
}
