//! Settings of controls.

use std::collections::BTreeSet;
use std::fmt::Display;

use redress_domain::money::MAX_MINOR;

use super::{Caps, Checker};
use crate::answer::day;
use crate::definition::{Choice, Control, Files};
use crate::schema::options;

/// 2^53 − 1, which every JSON reader holds exactly.
const MOST: f64 = 9_007_199_254_740_991.0;

impl Checker<'_> {
    pub(super) fn control(&mut self, path: &str, control: &Control) {
        match control {
            Control::Text { min_length, max_length, pattern } => {
                self.lengths(path, *min_length, *max_length);
                if let Some(pattern) = pattern {
                    self.pattern(path, pattern);
                }
            }
            Control::LongText { min_length, max_length } => self.lengths(path, *min_length, *max_length),
            Control::Number { decimals, min, max } => {
                if *decimals > 6 {
                    self.error(format!("{path}/decimals"), "a number has at most 6 decimal places");
                }
                self.bounds(path, min.as_ref(), max.as_ref());
                for (name, bound) in [("min", min), ("max", max)] {
                    let Some(bound) = bound else { continue };
                    if bound.abs() > MOST || (*decimals == 0 && bound.fract() != 0.0) {
                        self.error(
                            format!("{path}/{name}"),
                            format!("{bound} cannot be a limit here: give a whole number within ±2^53, or allow decimals"),
                        );
                    }
                }
            }
            Control::Money { min, max } => {
                self.bounds(path, Some(min), max.as_ref());
                if [Some(*min), *max].into_iter().flatten().any(|bound| !(-MAX_MINOR..=MAX_MINOR).contains(&bound)) {
                    self.error(path, format!("amounts lie within ±{MAX_MINOR} minor units: change the limits"));
                }
            }
            Control::Phone { digits } if !(3..=20).contains(digits) => {
                self.error(format!("{path}/digits"), "a telephone number has 3 to 20 digits");
            }
            Control::Select { options } => self.options(path, options),
            Control::MultiSelect { options, min, max } => {
                self.options(path, options);
                self.bounds(path, min.as_ref(), max.as_ref());
                let most = u32::try_from(options.len()).unwrap_or(u32::MAX);
                if min.is_some_and(|min| min > most) || *max == Some(0) {
                    self.error(path, format!("nobody can choose as many of {most} options: change min or max"));
                }
            }
            Control::Date { min, max } => {
                for (name, bound) in [("min", min), ("max", max)] {
                    if let Some(bound) = bound.as_deref().filter(|bound| day(bound).is_none()) {
                        self.error(format!("{path}/{name}"), format!("'{bound}' is no date: write one such as 2026-10-07"));
                    }
                }
                self.bounds(path, min.as_ref(), max.as_ref());
            }
            Control::Image(files) | Control::Video(files) | Control::Attachment(files) => self.files(path, files),
            Control::Phone { .. }
            | Control::Checkbox {}
            | Control::DateTime { .. }
            | Control::Person { .. }
            | Control::Related { .. }
            | Control::OrderLines { .. } => {}
        }
    }

    fn lengths(&mut self, path: &str, min: u32, max: u32) {
        if max == 0 || max > Caps::ANSWER {
            self.error(format!("{path}/max_length"), format!("a text has 1 to {} characters: change the limit", Caps::ANSWER));
        }
        if min > max {
            self.error(path, format!("no text has at least {min} and at most {max} characters: swap them"));
        }
    }

    fn bounds<T: PartialOrd + Display>(&mut self, path: &str, min: Option<&T>, max: Option<&T>) {
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            self.error(path, format!("nothing is at least {min} and at most {max}: swap them"));
        }
    }

    fn pattern(&mut self, path: &str, pattern: &str) {
        if pattern.chars().count() > Caps::PATTERN {
            return self.error(format!("{path}/pattern"), format!("a pattern has at most {} characters: shorten it", Caps::PATTERN));
        }
        let schema = serde_json::json!({ "type": "string", "pattern": pattern });
        if let Err(error) = options().build(&schema) {
            let message = format!("the pattern cannot be used: {error}; look-around and back references are not allowed");
            self.error(format!("{path}/pattern"), message);
        }
    }

    fn options(&mut self, path: &str, options: &[Choice]) {
        if options.is_empty() {
            self.error(format!("{path}/options"), "there is nothing to choose from: add options");
        }
        self.at_most(&format!("{path}/options"), "options", options.len(), Caps::OPTIONS);
        let mut seen = BTreeSet::new();
        for (at, option) in options.iter().enumerate().take(Caps::OPTIONS) {
            let path = format!("{path}/options/{at}");
            self.label(&format!("{path}/label"), &option.label, Caps::LABEL);
            let length = option.value.chars().count();
            if option.value.trim().is_empty() || length > Caps::LABEL {
                self.error(format!("{path}/value"), format!("an option's value has 1 to {} characters", Caps::LABEL));
            } else if !seen.insert(&option.value) {
                self.error(format!("{path}/value"), format!("the option '{}' stands twice: remove one", option.value));
            }
        }
    }

    fn files(&mut self, path: &str, files: &Files) {
        if !(1..=Caps::FILES).contains(&files.max_count) {
            self.error(format!("{path}/max_count"), format!("a field takes 1 to {} files", Caps::FILES));
        }
        if !(1..=Caps::BYTES).contains(&files.max_bytes) {
            self.error(format!("{path}/max_bytes"), format!("a file has 1 to {} bytes", Caps::BYTES));
        }
        for (at, media_type) in files.media_types.iter().enumerate() {
            if !is_media_type(media_type) {
                let message = format!("'{media_type}' is no media type: write one such as image/png or image/*, in lower case");
                self.error(format!("{path}/media_types/{at}"), message);
            }
        }
    }
}

/// True for a media type or a whole kind of them (RFC 6838 §4.2, in lower case).
fn is_media_type(text: &str) -> bool {
    let name = |part: &str| {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$&^_.+-".contains(&byte);
        !part.is_empty() && part.len() <= 127 && part.bytes().all(known)
    };
    text.split_once('/').is_some_and(|(kind, rest)| name(kind) && (rest == "*" || name(rest)))
}
