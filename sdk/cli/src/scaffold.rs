//! A new plugin: what goes into which file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use redress_domain::rule::Hook;

/// A plugin to be made.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Folder it goes into.
    pub(crate) dir: PathBuf,
    name: String,
    hooks: Vec<Hook>,
    sdk: Sdk,
}

/// Where the SDK comes from.
#[derive(Debug)]
struct Sdk {
    /// Folder of the crate; `None` for the registry.
    path: Option<PathBuf>,
    /// True when the plugin will be a member of the SDK's own workspace.
    same_workspace: bool,
}

/// What one hook adds to a plugin.
struct Part {
    /// Name of its trait.
    hook: &'static str,
    /// Name of its module.
    module: &'static str,
    purpose: &'static str,
    source: &'static str,
    fixture: &'static str,
    /// Settings: name, type, description, sample value as JSON.
    settings: &'static [(&'static str, &'static str, &'static str, &'static str)],
    /// Lines of `Plugin::check`.
    check: &'static str,
}

const fn part(hook: Hook) -> Part {
    match hook {
        Hook::Routing => Part {
            hook: "Routing",
            module: "routing",
            purpose: "sends tickets to a queue and to whoever has the fewest.",
            source: include_str!("../templates/routing.rs"),
            fixture: include_str!("../templates/fixtures/routing.json"),
            settings: &[("queue", "String", "Key of the queue that gets the tickets.", "\"after_sales\"")],
            check: "        if config.queue.is_empty() {\n            violations.push(Violation::new(\"/queue\", \"name the key of a queue\"));\n        }",
        },
        Hook::FraudScoring => Part {
            hook: "FraudScoring",
            module: "fraud_scoring",
            purpose: "notices customers who claim often.",
            source: include_str!("../templates/fraud_scoring.rs"),
            fixture: include_str!("../templates/fixtures/fraud-scoring.json"),
            settings: &[
                ("window_days", "u32", "How many days back claims are counted.", "90"),
                ("most_claims", "u32", "Claims in the window that are still fine.", "3"),
            ],
            check: "        if config.window_days == 0 {\n            violations.push(Violation::new(\"/window_days\", \"count at least one day\"));\n        }",
        },
        Hook::RefundApproval => Part {
            hook: "RefundApproval",
            module: "refund_approval",
            purpose: "pays small refunds back at once and asks a supervisor for the rest.",
            source: include_str!("../templates/refund_approval.rs"),
            fixture: include_str!("../templates/fixtures/refund-approval.json"),
            settings: &[
                ("approve_up_to", "Money", "Refunds up to this amount need nobody's consent.", r#"{ "minor": 10000, "currency": "CNY" }"#),
                ("return_days", "u32", "Days after delivery within which that holds.", "7"),
            ],
            check: "        if config.approve_up_to.is_negative() {\n            violations.push(Violation::new(\"/approve_up_to/minor\", \"use 0 to approve nothing\"));\n        }",
        },
        Hook::Notification => Part {
            hook: "Notification",
            module: "notification",
            purpose: "tells customers that their request has arrived.",
            source: include_str!("../templates/notification.rs"),
            fixture: include_str!("../templates/fixtures/notification.json"),
            settings: &[("channel", "String", "Channel the message goes out on, for example sms or log.", "\"sms\"")],
            check: "        if config.channel.is_empty() {\n            violations.push(Violation::new(\"/channel\", \"name a channel, for example sms\"));\n        }",
        },
        Hook::Automation => Part {
            hook: "Automation",
            module: "automation",
            purpose: "puts tickets about one kind of problem first.",
            source: include_str!("../templates/automation.rs"),
            fixture: include_str!("../templates/fixtures/automation.json"),
            settings: &[("problem_type", "String", "Problem label that comes first.", "\"malfunction\"")],
            check: "        if config.problem_type.is_empty() {\n            violations.push(Violation::new(\"/problem_type\", \"name a problem label, for example malfunction\"));\n        }",
        },
        Hook::Schedule => Part {
            hook: "Schedule",
            module: "schedule",
            purpose: "raises tickets that wait too long.",
            source: include_str!("../templates/schedule.rs"),
            fixture: include_str!("../templates/fixtures/schedule.json"),
            settings: &[("most_minutes", "u32", "Minutes a ticket may wait before its priority rises.", "30")],
            check: "        if config.most_minutes == 0 {\n            violations.push(Violation::new(\"/most_minutes\", \"wait at least one minute\"));\n        }",
        },
    }
}

impl Plan {
    /// Works out where everything goes.
    pub(crate) fn new(path: &Path, hooks: &[Hook], sdk_path: Option<&Path>) -> Result<Self> {
        let dir = std::path::absolute(path).with_context(|| format!("{} is not a path", path.display()))?;
        let name = dir.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        ensure!(
            name.len() <= 64
                && name.bytes().all(letters)
                && name.starts_with(|first: char| first.is_ascii_lowercase())
                && !name.ends_with('-'),
            "'{name}' cannot be a plugin's name: use up to 64 lower-case letters, digits and hyphens, beginning with a letter"
        );
        if fs::read_dir(&dir).is_ok_and(|mut entries| entries.next().is_some()) {
            bail!("{} is there already and not empty: choose another name, or remove it first", dir.display());
        }
        let mut wanted: Vec<Hook> = Vec::new();
        for &hook in hooks {
            if !wanted.contains(&hook) {
                wanted.push(hook);
            }
        }
        let sdk = Sdk::find(&dir, sdk_path)?;
        Ok(Self { dir, name, hooks: wanted, sdk })
    }

    /// Every file with its content.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![
            ("Cargo.toml".to_owned(), self.manifest()),
            ("README.md".to_owned(), self.fill(include_str!("../templates/README.md"))),
            ("config.json".to_owned(), format!("{}\n", self.config())),
            (".gitignore".to_owned(), "/target\n".to_owned()),
            ("src/lib.rs".to_owned(), self.fill(include_str!("../templates/lib.rs"))),
        ];
        for part in self.parts() {
            files.push((format!("src/{}.rs", part.module), self.fill(part.source)));
            files.push((format!("fixtures/{}.json", part.module.replace('_', "-")), self.fill(part.fixture)));
        }
        files
    }

    fn parts(&self) -> Vec<Part> {
        self.hooks.iter().map(|&hook| part(hook)).collect()
    }

    fn manifest(&self) -> String {
        let Self { name, .. } = self;
        let purpose = self.purpose();
        let sdk = match &self.sdk.path {
            // A JSON string is a TOML string.
            Some(path) => format!("{{ path = {} }}", serde_json::Value::from(path.to_string_lossy())),
            None => format!("{:?}", env!("CARGO_PKG_VERSION")),
        };
        let workspace =
            if self.sdk.same_workspace { "" } else { "\n# Its own workspace, so that it builds wherever it lies.\n[workspace]\n" };
        format!(
            "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\ndescription = {purpose:?}\npublish = false\n\n\
             [lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n\n\
             [dependencies]\nredress-sdk = {sdk}\nschemars = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n{workspace}"
        )
    }

    /// The sample configuration as one line of JSON.
    fn config(&self) -> String {
        let settings: Vec<String> =
            self.parts().iter().flat_map(|part| part.settings).map(|(name, _, _, sample)| format!("{name:?}: {sample}")).collect();
        format!("{{ {} }}", settings.join(", "))
    }

    fn purpose(&self) -> String {
        let purposes: Vec<&str> = self.parts().iter().map(|part| part.purpose.trim_end_matches('.')).collect();
        let text = purposes.join("; ") + ".";
        text[..1].to_uppercase() + &text[1..]
    }

    /// Puts the plugin's words into a template.
    fn fill(&self, template: &str) -> String {
        let parts = self.parts();
        let each = |line: &dyn Fn(&Part) -> String, between: &str| parts.iter().map(line).collect::<Vec<_>>().join(between);
        let fields = each(
            &|part| {
                let field = |(name, kind, text, _): &(&str, &str, &str, &str)| format!("    /// {text}\n    pub {name}: {kind},");
                part.settings.iter().map(field).collect::<Vec<_>>().join("\n")
            },
            "\n",
        );
        let settings = each(
            &|part| {
                let row = |(name, _, text, _): &(&str, &str, &str, &str)| format!("| `{name}` | {text} |");
                part.settings.iter().map(row).collect::<Vec<_>>().join("\n")
            },
            "\n",
        );
        let mut modules: Vec<String> = parts.iter().map(|part| format!("mod {};", part.module)).collect();
        modules.sort();
        template
            .replace("{{name}}", &self.name)
            .replace("{{Type}}", &type_name(&self.name))
            .replace("{{purpose}}", &self.purpose())
            .replace("{{mods}}", &modules.join("\n"))
            .replace("{{fields}}", &fields)
            .replace("{{settings}}", &settings)
            .replace("{{checks}}", &each(&|part| part.check.to_owned(), "\n"))
            .replace("{{Hooks}}", &each(&|part| part.hook.to_owned(), " + "))
            .replace("{{hook_list}}", &each(&|part| format!("`{}`", part.module.replace('_', "-")), ", "))
            .replace("{{binds}}", &each(&|part| format!("--bind {}", part.module.replace('_', "-")), " "))
            .replace("{{config}}", &self.config())
    }
}

impl Sdk {
    /// The SDK that was named; else that of the checkout around the plugin; else that of the checkout this program was built
    /// from; else the registry's.
    fn find(dir: &Path, named: Option<&Path>) -> Result<Self> {
        if let Some(path) = named {
            ensure!(is_sdk(path), "{} is not the redress-sdk crate: give the folder sdk/rust of a Redress checkout", path.display());
            let path = path.canonicalize().with_context(|| format!("cannot resolve {}", path.display()))?;
            return Ok(Self { path: Some(path), same_workspace: false });
        }
        if let Some(checkout) = dir.ancestors().skip(1).find(|ancestor| is_sdk(&ancestor.join("sdk/rust"))) {
            // The checkout's workspace takes in whatever lies in plugins/.
            let same_workspace = dir.parent() == Some(&checkout.join("plugins"));
            let path = if same_workspace { PathBuf::from("../../sdk/rust") } else { checkout.join("sdk/rust") };
            return Ok(Self { path: Some(path), same_workspace });
        }
        let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(|sdk| sdk.join("rust")).filter(|path| is_sdk(path));
        Ok(Self { path: built_from, same_workspace: false })
    }

    /// The checkout's lock file: versions that are tested with this SDK.
    fn lock_file(&self) -> Option<PathBuf> {
        let path = self.path.as_ref().filter(|_| !self.same_workspace)?;
        Some(path.parent()?.parent()?.join("Cargo.lock")).filter(|file| file.is_file())
    }
}

fn is_sdk(path: &Path) -> bool {
    fs::read_to_string(path.join("Cargo.toml")).is_ok_and(|manifest| manifest.contains("name = \"redress-sdk\""))
}

/// `refund-tiers` as the name of a type: `RefundTiers`.
fn type_name(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('-').filter(|word| !word.is_empty()).map(capital).collect()
}

/// Makes the folder and all files.
pub(crate) fn write(plan: &Plan) -> Result<()> {
    for (name, content) in plan.files() {
        let file = plan.dir.join(&name);
        let folder = file.parent().unwrap_or(&plan.dir);
        fs::create_dir_all(folder).and_then(|()| fs::write(&file, content)).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if let Some(lock) = plan.sdk.lock_file() {
        let copy = plan.dir.join("Cargo.lock");
        fs::copy(&lock, &copy).with_context(|| format!("cannot copy {} to {}", lock.display(), copy.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_types() {
        assert_eq!(type_name("refund-tiers"), "RefundTiers");
        assert_eq!(type_name("a2--b"), "A2B");
    }

    #[test]
    fn bad_names_are_refused_with_a_reason() {
        for name in ["Refund", "1st", "refund_tiers", "退款", "a-"] {
            let error = Plan::new(&Path::new("/nonexistent").join(name), &[Hook::Routing], None).map(|_| ()).unwrap_err();
            assert!(error.to_string().contains(name), "{error}");
        }
    }

    #[test]
    fn no_placeholder_is_left() {
        let plan = Plan::new(Path::new("/nonexistent/all-hooks"), Hook::ALL, None).unwrap();
        for (name, content) in plan.files() {
            assert!(
                !content.contains("{{") || name.starts_with("src/") && !content.contains("{{Type") && !content.contains("{{h"),
                "{name}: {content}"
            );
        }
        serde_json::from_str::<serde_json::Value>(&plan.config()).unwrap();
    }

    #[test]
    fn a_plugin_in_the_checkout_joins_its_workspace() {
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        let plan = Plan::new(&checkout.join("plugins/not-there-yet"), &[Hook::Routing], None).unwrap();
        assert!(plan.manifest().contains("path = \"../../sdk/rust\"") && !plan.manifest().contains("[workspace]"));
        assert!(plan.sdk.lock_file().is_none());
    }
}
