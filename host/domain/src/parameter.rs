//! External parameters (外部参数, L27–L32): values that people or other systems set and that rules read.

use serde::{Deserialize, Serialize};

/// A value by the seven types of L30. Numbers are decimal text, so that no language rounds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum ParameterValue {
    /// 布尔
    Boolean(bool),
    /// 数值: decimal text such as `12.50`
    Number(String),
    /// 字符串
    String(String),
    /// 集合
    Set(Vec<String>),
    /// 部门
    Department(String),
    /// 人员
    Person(String),
    /// 角色
    Role(String),
}

/// One external parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Parameter {
    /// Code that rules use, unique within the tenant (L29).
    pub code: String,
    /// Display name, at most 100 characters (L28).
    pub name: String,
    /// Description, at most 300 characters (L31).
    #[serde(default)]
    pub description: String,
    /// The value with its type.
    #[serde(flatten)]
    pub value: ParameterValue,
}
