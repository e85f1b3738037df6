//! Stock plugin `notify-templates`: who is told what?
//!
//! Every event has built-in sends and texts in Chinese and English (Z19, Z23, D5); a merchant may replace the sends of an
//! event, the text of a template in a language, and the channels of an audience.

mod builtin;
mod check;
mod config;
mod scope;
mod template;
mod words;

#[cfg(test)]
mod tests;

use redress_sdk::prelude::*;
use redress_sdk::serde_json::Value;

pub use config::{Channels, Config, Send, Text, To};
use scope::Scope;
use words::{Words, primary};

/// The plugin.
pub struct NotifyTemplates;

impl Plugin for NotifyTemplates {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        check::check(config)
    }
}

impl Notification for NotifyTemplates {
    fn compose(call: &Call<Config>, case: &CaseFile, event: &Event) -> Result<Vec<Message>, RuleError> {
        let config = &call.config;
        let locale = config.locale.as_deref().unwrap_or_else(|| call.locale());
        let own = config.events.get(&event.name);
        let built_in = if own.is_none() { builtin::sends(&event.name) } else { Vec::new() };
        let mut messages = Vec::new();
        for send in own.unwrap_or(&built_in) {
            let Some(recipient) = recipient(send, case, event) else { continue };
            let Some(text) = find_text(config, &send.template, locale) else {
                return Err(RuleError::config("/events", format!("there is no template '{}'", send.template)));
            };
            let scope = Scope { config, case, event, words: Words::of(text.locale) };
            let (subject, body) = (scope.fill_line(text.subject), scope.fill(text.body));
            for channel in channels(config, send) {
                let message = Message::new(channel.as_str(), recipient.clone(), text.locale, subject.as_str(), body.as_str());
                messages.push(message.with_template(send.template.as_str()));
            }
        }
        Ok(messages)
    }
}

redress_sdk::export!(NotifyTemplates: Notification);

/// Who gets it; `None` when nobody does: a condition does not hold, the detail names nobody, there is no customer, or the
/// event is internal and the recipient is the customer.
fn recipient(send: &Send, case: &CaseFile, event: &Event) -> Option<Recipient> {
    let text = |name: &str| event.detail(name).and_then(|value| value.as_str().map(str::to_owned));
    let holds = |(name, wanted): (&String, &String)| {
        let value = event.detail(name).filter(|value| !value.is_null() && value != "");
        match (wanted.as_str(), value) {
            ("", value) => value.is_none(),
            ("*", value) => value.is_some(),
            (wanted, Some(Value::String(text))) => text == wanted,
            (wanted, Some(value)) => {
                let text = value.to_string();
                text == wanted
            }
            (_, None) => false,
        }
    };
    if !send.when.iter().all(holds) {
        return None;
    }
    let is_internal = event.detail("internal").is_some_and(|value| value == true);
    match &send.recipient {
        To::Customer => (case.customer.is_some() && !is_internal).then_some(Recipient::Customer),
        To::System => Some(Recipient::System),
        To::Role(role) => Some(Recipient::Role(role.clone())),
        To::User(user) => Some(Recipient::User(user.clone())),
        To::RoleIn(detail) => text(detail).map(Recipient::Role),
        To::UserIn(detail) => text(detail).map(Recipient::User),
    }
}

fn channels<'a>(config: &'a Config, send: &'a Send) -> &'a [String] {
    match (&send.channel, &send.recipient) {
        (Some(channel), _) => std::slice::from_ref(channel),
        (None, To::Customer) => &config.channels.customer,
        (None, To::System) => &config.channels.system,
        (None, _) => &config.channels.staff,
    }
}

/// A text and the language it is in.
struct Found<'a> {
    locale: &'a str,
    subject: &'a str,
    body: &'a str,
}

/// The merchant's text in the language itself, in the same language of another region, the built-in one, and last the
/// merchant's in any language.
fn find_text<'a>(config: &'a Config, name: &str, locale: &str) -> Option<Found<'a>> {
    let own = config.templates.get(name);
    let in_language = own.and_then(|texts| {
        let exact = texts.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(locale));
        exact.or_else(|| texts.iter().find(|(tag, _)| primary(tag).eq_ignore_ascii_case(primary(locale))))
    });
    let found = |(tag, text): (&'a String, &'a Text)| Found { locale: tag, subject: &text.subject, body: &text.body };
    if let Some(text) = in_language {
        return Some(found(text));
    }
    let chinese = Words::of(locale).is_chinese();
    match builtin::text(name, chinese) {
        Some((subject, body)) => Some(Found { locale: if chinese { "zh-CN" } else { "en" }, subject, body }),
        None => own?.iter().next().map(found),
    }
}
