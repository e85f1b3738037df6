//! A new plugin: what goes into which file.

mod part;
mod python;
mod rust;
mod sdk;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use redress_domain::rule::Hook;

use crate::guest::Language;
use part::{Part, Setting, part};
use sdk::Sdk;

/// A plugin to be made.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Folder it goes into.
    pub(crate) dir: PathBuf,
    language: Language,
    name: String,
    hooks: Vec<Hook>,
    sdk: Sdk,
}

impl Plan {
    /// Works out where everything goes.
    pub(crate) fn new(path: &Path, hooks: &[Hook], language: Language, sdk_path: Option<&Path>) -> Result<Self> {
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
        let sdk = Sdk::find(language, &dir, sdk_path)?;
        Ok(Self { dir, language, name, hooks: wanted, sdk })
    }

    /// Every file with its content.
    pub(crate) fn files(&self) -> Result<Vec<(String, String)>> {
        let mut files = match self.language {
            Language::Rust => rust::files(self)?,
            Language::TypeScript => typescript::files(self)?,
            Language::Python => python::files(self),
        };
        files.push(("config.json".to_owned(), format!("{}\n", self.config())));
        for part in self.parts() {
            files.push((format!("fixtures/{}.json", part.slug), self.fill(part.fixture)));
        }
        Ok(files)
    }

    /// How the unit tests of the plugin are run.
    pub(crate) const fn unit_tests(&self) -> &'static str {
        match self.language {
            Language::Rust => "cargo test",
            Language::TypeScript => "npm ci && npx vitest run",
            Language::Python => "redress-plugin build && .venv/bin/python -m pytest",
        }
    }

    fn parts(&self) -> Vec<Part> {
        self.hooks.iter().map(|&hook| part(hook)).collect()
    }

    /// One line for each setting, in whatever form.
    fn settings(&self, line: &dyn Fn(&Setting) -> String) -> String {
        self.parts().iter().flat_map(|part| part.settings).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The sample configuration as one line of JSON.
    fn config(&self) -> String {
        let settings: Vec<String> =
            self.parts().iter().flat_map(|part| part.settings).map(|Setting { name, sample, .. }| format!("{name:?}: {sample}")).collect();
        format!("{{ {} }}", settings.join(", "))
    }

    fn purpose(&self) -> String {
        let purposes: Vec<&str> = self.parts().iter().map(|part| part.purpose.trim_end_matches('.')).collect();
        let text = purposes.join("; ") + ".";
        text[..1].to_uppercase() + &text[1..]
    }

    /// Puts what all languages share into a template.
    fn fill(&self, template: &str) -> String {
        let parts = self.parts();
        let each = |word: &dyn Fn(&Part) -> String, between: &str| parts.iter().map(word).collect::<Vec<_>>().join(between);
        template
            .replace("{{name}}", &self.name)
            .replace("{{purpose}}", &self.purpose())
            .replace("{{settings}}", &self.settings(&|Setting { name, text, .. }| format!("| `{name}` | {text} |")))
            .replace("{{hook_list}}", &each(&|part| format!("`{}`", part.slug), ", "))
            .replace("{{binds}}", &each(&|part| format!("--bind {}", part.slug), " "))
            .replace("{{config}}", &self.config())
    }
}

/// Makes the folder and all files.
pub(crate) fn write(plan: &Plan) -> Result<()> {
    for (name, content) in plan.files()? {
        let file = plan.dir.join(&name);
        let folder = file.parent().unwrap_or(&plan.dir);
        fs::create_dir_all(folder).and_then(|()| fs::write(&file, content)).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_names_are_refused_with_a_reason() {
        for name in ["Refund", "1st", "refund_tiers", "退款", "a-"] {
            let error = Plan::new(&Path::new("/nonexistent").join(name), &[Hook::Routing], Language::Rust, None).map(|_| ()).unwrap_err();
            assert!(error.to_string().contains(name), "{error}");
        }
    }

    #[test]
    fn no_placeholder_is_left() {
        for language in [Language::Rust, Language::TypeScript, Language::Python] {
            let plan = Plan::new(Path::new("/nonexistent/all-hooks"), Hook::ALL, language, None).unwrap();
            for (name, content) in plan.files().unwrap() {
                // `{{` may stand in a format string, but no name of ours may follow it.
                let left = content
                    .split("{{")
                    .skip(1)
                    .find(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic()) && rest.contains("}}"));
                assert_eq!(left, None, "{name}");
            }
            serde_json::from_str::<serde_json::Value>(&plan.config()).unwrap();
            assert!(plan.purpose().len() <= 300, "a server takes no longer description");
        }
    }

    #[test]
    fn a_crate_in_the_checkout_joins_its_workspace() {
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        let plan = Plan::new(&checkout.join("plugins/not-there-yet"), &[Hook::Routing], Language::Rust, None).unwrap();
        let files = plan.files().unwrap();
        let (_, manifest) = files.iter().find(|(name, _)| name == "Cargo.toml").unwrap();
        assert!(manifest.contains("path = \"../../sdk/rust\"") && !manifest.contains("[workspace]"));
        assert!(files.iter().all(|(name, _)| name != "Cargo.lock"));
    }
}
