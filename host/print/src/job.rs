//! What is asked of a printer, and what it says.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Language of a paper's fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locale {
    /// Chinese as written in China.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// Every language with words of its own.
    pub const ALL: &[Self] = &[Self::ZhCn, Self::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language for a BCP 47 tag: the same primary language, English for one that has no words here.
    pub fn nearest(tag: &str) -> Self {
        match tag.split('-').next() {
            Some(primary) if primary.eq_ignore_ascii_case("zh") => Self::ZhCn,
            _ => Self::En,
        }
    }

    /// The fixed words, as a JSON object.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ZhCn => include_str!("../templates/words.zh-CN.json"),
            Self::En => include_str!("../templates/words.en.json"),
        }
    }
}

/// One paper to typeset.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Typst source.
    pub template: String,
    /// What `/data.json` holds.
    pub data: Value,
    /// Language of `/words.json`, of line breaking and of the font's regional forms.
    pub locale: Locale,
}

impl Job {
    /// Puts a job together.
    pub fn new(template: impl Into<String>, data: Value, locale: Locale) -> Self {
        Self { template: template.into(), data, locale }
    }
}

/// Whether a finding stops the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// There is no paper.
    Error,
    /// There is one, and something in it is perhaps not as meant.
    Warning,
}

/// Something about a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Whether it stops the paper.
    pub severity: Severity,
    /// What is wrong and, where the typesetter knows, what to do.
    pub message: String,
    /// Line of the template, from 1; `None` when it is not about a line of it.
    pub line: Option<usize>,
    /// Character of the line, from 1.
    pub column: Option<usize>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What is perhaps not as meant.
    pub warnings: Vec<Finding>,
}
