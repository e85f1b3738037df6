//! How questions are answered, with the settings of each way (Z1), and what the answer looks like in JSON.

use serde::{Deserialize, Serialize};

use super::Label;

/// How a question is answered. Lengths count characters; counts and numbers include their limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormControl))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Control {
    /// 单行文本. Answer: a text without line breaks.
    Text {
        /// Least length.
        #[serde(default)]
        min_length: u32,
        /// Largest length.
        #[serde(default = "line")]
        max_length: u32,
        /// Regular expression that must fit somewhere in it; without look-around and back references, so that it takes linear
        /// time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
    },
    /// 多行文本. Answer: a text.
    LongText {
        /// Least length.
        #[serde(default)]
        min_length: u32,
        /// Largest length.
        #[serde(default = "page")]
        max_length: u32,
    },
    /// 数字. Answer: a number; whole without `decimals`.
    Number {
        /// Most decimal places, 0 to 6.
        #[serde(default)]
        decimals: u8,
        /// Least number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// Largest number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
    },
    /// 金额. Answer: a decimal text in the form's currency such as `"12.50"`, as decision tables read amounts.
    Money {
        /// Least amount in minor units.
        #[serde(default)]
        min: i64,
        /// Largest amount in minor units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// 手机号. Answer: a text of digits.
    Phone {
        /// How many digits; 11 in China (Z5).
        #[serde(default = "eleven")]
        digits: u32,
    },
    /// 勾选. Answer: true or false.
    Checkbox {},
    /// 下拉. Answer: the value of an option.
    Select {
        /// What can be chosen.
        options: Vec<Choice>,
    },
    /// 多选. Answer: a list of values of options.
    MultiSelect {
        /// What can be chosen.
        options: Vec<Choice>,
        /// Least number of choices when it is answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<u32>,
        /// Largest number of choices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<u32>,
    },
    /// 日期. Answer: a text such as `2026-10-07`; such texts compare in the order of the calendar.
    Date {
        /// First date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<String>,
        /// Last date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<String>,
    },
    /// 日期时间. Answer: a moment such as `2026-10-07T08:00:00Z` (RFC 3339); kept in UTC.
    DateTime {
        /// What stands in when it is not answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        auto: Option<Auto>,
    },
    /// 图片. Answer: a list of files.
    Image(Files),
    /// 视频. Answer: a list of files.
    Video(Files),
    /// 附件. Answer: a list of files.
    Attachment(Files),
    /// 人员. Answer: the id of a user such as `usr_…`; that the user exists is for the host to see.
    Person {
        /// Key of the role that the person must have, for the console's choice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
    },
    /// 关联数据. Answer: the number or key of the record; that it exists is for the host to see.
    Related {
        /// What is referred to.
        resource: Resource,
    },
    /// 订单商品 (Z4). Answer: a list of `{"line": …, "quantity": …}` by the names of the order's lines; never more than was
    /// bought.
    OrderLines {
        /// False: only which lines, without `quantity`.
        #[serde(default = "yes")]
        quantities: bool,
    },
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormChoice))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is kept and what expressions compare with, such as `quality`.
    pub value: String,
    /// What people see, such as 商品质量问题.
    pub label: Label,
}

/// What stands in for an answer that was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormAuto))]
#[serde(rename_all = "snake_case")]
pub enum Auto {
    /// The moment of the submission.
    Now,
}

/// Which files are taken. Each is answered as `{"name", "media_type", "bytes", "digest"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormFiles))]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Most files.
    #[serde(default = "nine")]
    pub max_count: u32,
    /// Most bytes of each file.
    #[serde(default = "ten_mebibytes")]
    pub max_bytes: u64,
    /// Accepted media types (RFC 6838) such as `image/png` or `image/*`; empty: the usual ones of the control, among which is
    /// nothing that runs in a browser.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_types: Vec<String>,
}

/// What a 关联数据 field refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormResource))]
#[serde(rename_all = "snake_case")]
pub enum Resource {
    /// An order by the shop's number.
    Order,
    /// A customer by the shop's id.
    Customer,
    /// A ticket by its number.
    Ticket,
    /// Goods by their stock keeping unit.
    Product,
}

const IMAGES: &[&str] = &["image/gif", "image/heic", "image/jpeg", "image/png", "image/webp"];
const VIDEOS: &[&str] = &["video/mp4", "video/quicktime", "video/webm"];
const DOCUMENTS: &[&str] = &[
    "application/msword",
    "application/pdf",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "audio/mp4",
    "audio/mpeg",
    "text/csv",
    "text/plain",
];

impl Control {
    /// The name under which it stands in a definition, such as `long_text`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::LongText { .. } => "long_text",
            Self::Number { .. } => "number",
            Self::Money { .. } => "money",
            Self::Phone { .. } => "phone",
            Self::Checkbox {} => "checkbox",
            Self::Select { .. } => "select",
            Self::MultiSelect { .. } => "multi_select",
            Self::Date { .. } => "date",
            Self::DateTime { .. } => "date_time",
            Self::Image(_) => "image",
            Self::Video(_) => "video",
            Self::Attachment(_) => "attachment",
            Self::Person { .. } => "person",
            Self::Related { .. } => "related",
            Self::OrderLines { .. } => "order_lines",
        }
    }

    /// Which files it takes, if it takes files.
    pub const fn files(&self) -> Option<&Files> {
        match self {
            Self::Image(files) | Self::Video(files) | Self::Attachment(files) => Some(files),
            _ => None,
        }
    }

    /// What can be chosen, if something can.
    pub fn options(&self) -> Option<&[Choice]> {
        match self {
            Self::Select { options } | Self::MultiSelect { options, .. } => Some(options),
            _ => None,
        }
    }

    /// Media types that it accepts, in order; empty for a control without files.
    pub fn media_types(&self) -> Vec<&str> {
        let own = self.files().map_or(&[][..], |files| &files.media_types);
        if !own.is_empty() {
            return own.iter().map(String::as_str).collect();
        }
        match self {
            Self::Image(_) => IMAGES.to_vec(),
            Self::Video(_) => VIDEOS.to_vec(),
            Self::Attachment(_) => [DOCUMENTS, IMAGES, VIDEOS].concat(),
            _ => Vec::new(),
        }
    }
}

impl Default for Files {
    fn default() -> Self {
        Self { max_count: nine(), max_bytes: ten_mebibytes(), media_types: Vec::new() }
    }
}

const fn line() -> u32 {
    200
}

const fn page() -> u32 {
    2_000
}

const fn eleven() -> u32 {
    11
}

const fn nine() -> u32 {
    9
}

const fn ten_mebibytes() -> u64 {
    10 << 20
}

const fn yes() -> bool {
    true
}
