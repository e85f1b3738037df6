//! `redress config check|dump`

use super::out;
use clap::Subcommand;

use crate::config::{Config, DEFAULTS};

/// What to do with the settings.
#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Read all layers and say whether they fit.
    Check,
    /// Print the settings in force as JSON, with secrets hidden.
    Dump,
    /// Print every setting with its default and its meaning.
    Defaults,
}

impl ConfigCommand {
    pub(super) fn run(&self, config: &Config) {
        match self {
            // That they were read is the check; what does not fit has ended the command already.
            Self::Check => out::line("the settings can be used"),
            Self::Dump => out::line(serde_json::to_string_pretty(config).unwrap_or_default()),
            Self::Defaults => out::line(DEFAULTS.trim_end()),
        }
    }
}
