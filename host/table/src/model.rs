//! What a table is made of. The doc comments are the descriptions in the JSON Schema that the console shows.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decision table: conditions in columns, one rule in each row, written in cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Name, shown in explanations and in the log.
    pub name: String,
    /// The question this table answers.
    pub hook: Hook,
    /// Which rows count when several fit.
    #[serde(default)]
    pub hit: HitPolicy,
    /// Currency of the amounts in the table, an ISO 4217 code such as "CNY"; null when there are none. Columns of conditions
    /// may have another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// External parameters (外部参数) that the table reads as `param.<code>`, with their types.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, ParameterType>,
    /// Form fields that the table reads as `field.<name>`, with their types.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldType>,
    /// Columns of conditions, from left to right.
    pub inputs: Vec<Input>,
    /// Names of the answer's columns, from left to right; which there are depends on the hook.
    pub outputs: Vec<String>,
    /// Rows, from top to bottom.
    pub rows: Vec<Row>,
}

/// The question that a table answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hook {
    /// Who handles the ticket.
    Routing,
    /// Does it look like abuse.
    FraudScoring,
    /// May the money be paid back.
    RefundApproval,
    /// What follows from an event.
    Automation,
    /// What is due for a ticket at a tick of the clock.
    Schedule,
}

/// Which rows count when several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HitPolicy {
    /// The topmost row that fits.
    #[default]
    First,
    /// At most one row may ever fit; two that fit are a mistake in the table.
    Unique,
    /// All rows that fit, from top to bottom.
    Collect,
    /// The row with the highest `priority` that fits; among equals the topmost.
    Priority,
}

/// A column of conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Heading, for people.
    #[serde(default)]
    pub label: String,
    /// What is looked at: a fact such as `request.amount`, or any expression of them.
    pub expression: String,
    /// How the cells are written and compared.
    #[serde(rename = "type")]
    pub kind: InputType,
    /// Currency of this column's amounts, an ISO 4217 code; null: the table's. A case in another currency is an error for the
    /// column, so a column with the case's currency stands to its left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// All values there can be, for a column of texts; empty: any text. Known sets such as the kinds of tickets are
    /// filled in by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

/// How the cells of a column are written and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InputType {
    /// `true` or `false`, also 是 or 否.
    Boolean,
    /// Whole numbers, such as days or pieces.
    Integer,
    /// Numbers with a fraction.
    Number,
    /// Amounts in the column's currency, else the table's, written as people write them: `50` or `50.00`.
    Money,
    /// Texts.
    Text,
    /// A list of texts, such as tags; a cell names those of which one must be in it.
    List,
    /// Lengths of time: `30m`, `4h`, `7d`.
    Duration,
}

/// The seven types of external parameters, as tables use them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParameterType {
    /// 布尔
    Boolean,
    /// 数值, used as a whole number; one with a fraction is an error.
    Integer,
    /// 数值, used as a number with a fraction.
    Number,
    /// 数值, used as an amount in the table's currency; one that the currency cannot express is an error.
    Money,
    /// 字符串
    String,
    /// 集合
    Set,
    /// 部门
    Department,
    /// 人员
    Person,
    /// 角色
    Role,
}

/// Types of form fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// A tick box.
    Boolean,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Number,
    /// A text.
    Text,
    /// A list of texts, such as pictures or a multiple choice.
    List,
    /// An amount in the table's currency, in the form `12.50`.
    Money,
    /// A moment in the form `2026-10-07T08:00:00Z`.
    Timestamp,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Stable id, unique within the table: it stands in explanations and in the coverage count.
    pub id: String,
    /// False: the row is passed over.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub enabled: bool,
    /// Rank for the hit policy `priority`; higher wins.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub priority: i32,
    /// One cell for each column of conditions: `-` for anything, `<= 50`, `(50..500]`, `"a", "b"`, `not("a")`, `missing`.
    pub when: Vec<String>,
    /// A condition that must hold too, as an expression; empty: none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// One cell for each column of the answer: a value, or an expression after `=`; empty: nothing.
    pub then: Vec<String>,
    /// Why the row is there, in the merchant's words; it stands in explanations.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

impl Hook {
    /// Every hook.
    pub const ALL: [Self; 5] = [Self::Routing, Self::FraudScoring, Self::RefundApproval, Self::Automation, Self::Schedule];

    /// The name used in configurations, for example `refund-approval`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Routing => "routing",
            Self::FraudScoring => "fraud-scoring",
            Self::RefundApproval => "refund-approval",
            Self::Automation => "automation",
            Self::Schedule => "schedule",
        }
    }
}

impl Table {
    /// Decimal places of the table's currency, if it has one.
    pub fn money_digits(&self) -> Option<u32> {
        self.currency.as_deref().map(digits)
    }

    /// Currency of a column's amounts: its own, else the table's.
    pub fn currency_of<'t>(&'t self, input: &'t Input) -> Option<&'t str> {
        input.currency.as_deref().or(self.currency.as_deref())
    }

    /// Decimal places of a column's amounts.
    pub(crate) fn digits_of(&self, input: &Input) -> Option<u32> {
        self.currency_of(input).map(digits)
    }
}

/// How many decimal places a currency has (ISO 4217).
pub fn digits(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}
