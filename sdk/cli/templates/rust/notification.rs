//! Who is told what?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl Notification for {{Type}} {
    fn compose(call: &Call<Config>, case: &CaseFile, event: &Event) -> Result<Vec<Message>, RuleError> {
        if event.name != "ticket.created" {
            return Ok(vec![]);
        }
        let number = &case.ticket.number;
        let body = if call.locale().starts_with("zh") {
            format!("我们已收到您的售后申请，编号 {number}。")
        } else {
            format!("We have received your request {number}.")
        };
        let message = Message::new(&call.config.channel, Recipient::Customer, call.locale(), "", body);
        Ok(vec![message.with_template("ticket.created")])
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{FakeHost, case, event};

    use super::*;
    use crate::config;

    #[test]
    fn customers_are_told_in_their_language() {
        for (locale, words) in [("zh-CN", "我们已收到"), ("en", "We have received")] {
            let call = FakeHost::new().locale(locale).call(config());
            let messages = {{Type}}::compose(&call, &case(), &event("ticket.created")).unwrap();
            assert!(messages[0].body.starts_with(words), "{}", messages[0].body);
        }
    }

    #[test]
    fn other_events_are_silent() {
        let call = FakeHost::new().call(config());
        assert_eq!({{Type}}::compose(&call, &case(), &event("ticket.closed")).unwrap(), []);
    }
}
