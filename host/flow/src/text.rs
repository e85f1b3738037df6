//! Names and descriptions in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text by language tag (BCP 47), such as `{"zh-CN": "仓库质检", "en": "Warehouse inspection"}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowText))]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// The text in a language, or in the first one there is; empty when there is none.
    pub fn in_language(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// True when no language says anything.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// Tags of the languages that are there.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Text {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.into_iter().map(|(language, text)| (language.to_owned(), text.to_owned())).collect())
    }
}
