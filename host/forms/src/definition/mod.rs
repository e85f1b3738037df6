//! What a merchant draws: sections of fields, with conditions and checks.

mod control;
mod source;

use redress_domain::money::Currency;
use redress_domain::ticket::TicketKind;
use serde::{Deserialize, Serialize};

pub use control::{Auto, Choice, Control, Files, Resource};
pub use source::Source;

/// A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormDefinition))]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Name within the tenant, such as `return`: lower-case letters, digits and underscores.
    pub key: String,
    /// Kind of ticket that it is for.
    pub kind: TicketKind,
    /// Counts published states, from 1.
    pub version: u32,
    /// Whether it is in use.
    pub state: State,
    /// Heading.
    pub title: Label,
    /// Currency of every amount in it.
    #[serde(default = "yuan")]
    pub currency: Currency,
    /// Groups of fields, from top to bottom.
    pub sections: Vec<Section>,
    /// What must hold between fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// Whether a version is in use (Z7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormState))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being drawn.
    Draft,
    /// In use, and not to be changed.
    Published,
}

/// A text in the languages of the console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormLabel))]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// 简体中文
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
    /// English.
    pub en: String,
}

/// A group of fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormSection))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Heading.
    pub title: Label,
    /// Fields, from top to bottom.
    pub fields: Vec<Field>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormField))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Name within the form, such as `return_reason`; expressions read the answer as `field.return_reason`.
    pub key: String,
    /// What is asked.
    pub label: Label,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Label>,
    /// How it is answered.
    pub control: Control,
    /// True: must be answered whenever it is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Answer to begin with; the person may change it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<serde_json::Value>,
    /// Condition under which it is shown, an expression; none: always. While anything that it reads is not known it does not
    /// hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_when: Option<String>,
    /// Condition under which it must be answered, an expression like `show_when`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_when: Option<String>,
    /// Fact that it begins with; it goes before `default`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill_from: Option<Source>,
    /// True: nobody changes what `fill_from` gives.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// True: for agents only, such as 审核意见 (Z3); customers neither see nor answer it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
}

/// What must hold between fields, such as 退货数量 ≤ 原购买数量 (Z5). It is passed over while a field that it reads is not
/// answered; a fact that is not known refuses the answers, unless the expression guards it with `has()`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormCheck))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Name within the form; it stands in violations.
    pub key: String,
    /// What must hold, an expression.
    pub expression: String,
    /// What to tell when it does not hold.
    pub message: Label,
    /// Key of the field to tell it at; none: at the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// Who fills in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormAudience))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Someone who bought: internal fields do not exist.
    Customer,
    /// Someone who works for the shop.
    Agent,
}

fn yuan() -> Currency {
    Currency::CNY
}

impl Definition {
    /// All fields, in the order in which they stand.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }
}

impl Field {
    /// True when this audience gets to see the field at all.
    pub fn is_for(&self, audience: Audience) -> bool {
        audience == Audience::Agent || !self.internal
    }
}

impl Audience {
    /// The name that expressions see as `audience`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Agent => "agent",
        }
    }
}
