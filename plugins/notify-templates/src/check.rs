//! What the schema cannot say of a configuration: unknown variables, templates that do not exist, empty names.

use redress_sdk::prelude::*;

use crate::builtin;
use crate::config::{Config, To};
use crate::template::{Problem, VARIABLES, problems};

/// Everything wrong with a configuration, each with a JSON Pointer.
pub(crate) fn check(config: &Config) -> Vec<Violation> {
    let mut found = Vec::new();
    check_templates(config, &mut found);
    check_sends(config, &mut found);
    for (audience, channels) in
        [("customer", &config.channels.customer), ("staff", &config.channels.staff), ("system", &config.channels.system)]
    {
        for (i, _) in channels.iter().enumerate().filter(|(_, channel)| is_blank(channel)) {
            found.push(Violation::new(format!("/channels/{audience}/{i}"), "name a channel, for example \"sms\""));
        }
    }
    if config.locale.as_deref().is_some_and(|tag| !is_language_tag(tag)) {
        found.push(Violation::new("/locale", "give a language tag such as \"zh-CN\" or \"en\", or null"));
    }
    if !(-14 * 60..=14 * 60).contains(&config.utc_offset_minutes) {
        found
            .push(Violation::new("/utc_offset_minutes", "give an offset from UTC between -840 and 840 minutes, for example 480 for China"));
    }
    found
}

fn check_templates(config: &Config, found: &mut Vec<Violation>) {
    for (name, texts) in &config.templates {
        let base = format!("/templates/{}", escape(name));
        if texts.is_empty() {
            found.push(Violation::new(&*base, "give the text in at least one language, or remove the template"));
        }
        for (tag, text) in texts {
            let path = format!("{base}/{}", escape(tag));
            if !is_language_tag(tag) {
                found.push(Violation::new(&*path, format!("'{tag}' is not a language tag: use for example \"zh-CN\" or \"en\"")));
            }
            if is_blank(&text.body) {
                found.push(Violation::new(format!("{path}/body"), "write a text; to send nothing, give the event an empty list of sends"));
            }
            for (part, template) in [("subject", &text.subject), ("body", &text.body)] {
                let at = format!("{path}/{part}");
                found.extend(problems(template).into_iter().map(|problem| Violation::new(&*at, explain(&problem))));
            }
        }
    }
}

fn check_sends(config: &Config, found: &mut Vec<Violation>) {
    for (event, sends) in &config.events {
        for (i, send) in sends.iter().enumerate() {
            let path = format!("/events/{}/{i}", escape(event));
            if !config.templates.contains_key(&send.template) && builtin::text(&send.template, true).is_none() {
                found.push(Violation::new(
                    format!("{path}/template"),
                    format!("there is no template '{}': add it to templates, or use a built-in one", send.template),
                ));
            }
            if send.channel.as_deref().is_some_and(is_blank) {
                found.push(Violation::new(format!("{path}/channel"), "name a channel, or give null for the channels of the audience"));
            }
            let named = match &send.recipient {
                To::Role(name) | To::User(name) | To::RoleIn(name) | To::UserIn(name) => Some(name),
                To::Customer | To::System => None,
            };
            if named.is_some_and(|name| is_blank(name)) {
                found.push(Violation::new(format!("{path}/recipient"), "name the role, user or detail"));
            }
        }
    }
}

fn explain(problem: &Problem) -> String {
    match problem {
        Problem::Unclosed => "a variable that begins with {{ must end with }}".to_owned(),
        Problem::Unknown(name) => {
            format!("there is no variable '{name}': use event.<detail>, field.<name> or one of {}", VARIABLES.join(", "))
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Letters first, then parts of letters and digits, as in BCP 47.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|language| (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Escapes a name for a JSON Pointer (RFC 6901).
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
