//! What each hook adds to a new plugin, whatever its language.

use redress_domain::rule::Hook;

/// What one hook adds to a plugin.
pub(super) struct Part {
    /// Name of its module or file, with hyphens.
    pub(super) slug: &'static str,
    pub(super) purpose: &'static str,
    pub(super) fixture: &'static str,
    pub(super) settings: &'static [Setting],
    pub(super) rust: &'static str,
    /// Source and test.
    pub(super) typescript: [&'static str; 2],
    /// Source and test.
    pub(super) python: [&'static str; 2],
}

/// One setting of the sample configuration.
pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// What merchants read.
    pub(super) text: &'static str,
    /// A sensible value, as JSON.
    pub(super) sample: &'static str,
    /// Advice when the setting is empty, zero or negative; none where any value will do.
    pub(super) advice: Option<&'static str>,
}

/// The type of a setting.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Count,
    Money,
}

macro_rules! templates {
    ($file:literal, $rust:literal) => {
        Part {
            slug: $file,
            purpose: "",
            settings: &[],
            fixture: include_str!(concat!("../../templates/fixtures/", $file, ".json")),
            rust: include_str!(concat!("../../templates/rust/", $rust, ".rs")),
            typescript: [
                include_str!(concat!("../../templates/ts/", $file, ".ts")),
                include_str!(concat!("../../templates/ts/", $file, ".test.ts")),
            ],
            python: [
                include_str!(concat!("../../templates/python/", $rust, ".py")),
                include_str!(concat!("../../templates/python/test_", $rust, ".py")),
            ],
        }
    };
}

const fn setting(name: &'static str, kind: Kind, text: &'static str, sample: &'static str, advice: Option<&'static str>) -> Setting {
    Setting { name, kind, text, sample, advice }
}

/// What this hook adds.
pub(super) const fn part(hook: Hook) -> Part {
    match hook {
        Hook::Routing => Part {
            purpose: "sends tickets to a queue and to whoever has fewest.",
            settings: const {
                &[setting(
                    "queue",
                    Kind::Text,
                    "Key of the queue that gets the tickets.",
                    "\"after_sales\"",
                    Some("name the key of a queue"),
                )]
            },
            ..templates!("routing", "routing")
        },
        Hook::FraudScoring => Part {
            purpose: "notices customers who claim often.",
            settings: const {
                &[
                    setting("window_days", Kind::Count, "How many days back claims are counted.", "90", Some("count at least one day")),
                    setting("most_claims", Kind::Count, "Claims in the window that are still fine.", "3", None),
                ]
            },
            ..templates!("fraud-scoring", "fraud_scoring")
        },
        Hook::RefundApproval => Part {
            purpose: "pays small refunds at once and asks a supervisor for the rest.",
            settings: const {
                &[
                    setting(
                        "approve_up_to",
                        Kind::Money,
                        "Refunds up to this amount need nobody's consent.",
                        r#"{ "minor": 10000, "currency": "CNY" }"#,
                        Some("use 0 to approve nothing"),
                    ),
                    setting("return_days", Kind::Count, "Days after delivery within which that holds.", "7", None),
                ]
            },
            ..templates!("refund-approval", "refund_approval")
        },
        Hook::Notification => Part {
            purpose: "tells customers that their request came.",
            settings: const {
                &[setting(
                    "channel",
                    Kind::Text,
                    "Channel the message goes out on, for example sms or log.",
                    "\"sms\"",
                    Some("name a channel, for example sms"),
                )]
            },
            ..templates!("notification", "notification")
        },
        Hook::Automation => Part {
            purpose: "puts tickets about one kind of problem first.",
            settings: const {
                &[setting(
                    "problem_type",
                    Kind::Text,
                    "Problem label that comes first.",
                    "\"malfunction\"",
                    Some("name a problem label, for example malfunction"),
                )]
            },
            ..templates!("automation", "automation")
        },
        Hook::Schedule => Part {
            purpose: "raises tickets that wait too long.",
            settings: const {
                &[setting(
                    "most_minutes",
                    Kind::Count,
                    "Minutes a ticket may wait before its priority rises.",
                    "30",
                    Some("wait at least one minute"),
                )]
            },
            ..templates!("schedule", "schedule")
        },
        Hook::Settlement => Part {
            purpose: "pays back over a gateway.",
            settings: const {
                &[setting(
                    "base_url",
                    Kind::Text,
                    "Address of the gateway, without a slash at the end.",
                    "\"https://bank.example\"",
                    Some("write an address such as https://bank.example"),
                )]
            },
            ..templates!("settlement", "settlement")
        },
    }
}
