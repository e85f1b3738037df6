//! What is wrong with answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that is wrong with answers: where, what, and with which numbers, so that a console can say it in any language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormViolation))]
pub struct Violation {
    /// JSON Pointer (RFC 6901) into the answers.
    pub pointer: String,
    /// What is wrong; stable.
    pub code: Code,
    /// The same as an English sentence that says what to do.
    pub message: String,
    /// What the sentence speaks of, by name, such as `max`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Value>,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormCode))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The answers are not a JSON object.
    NotAnObject,
    /// The form has no such field.
    UnknownField,
    /// A customer answered a field for agents.
    InternalField,
    /// A field is answered that is not shown with these answers.
    NotShown,
    /// An answer is missing.
    Required,
    /// It is not what the system filled in, and nobody may change that.
    Locked,
    /// It is of another JSON type.
    WrongType,
    /// A text has too few characters.
    TooShort,
    /// A text has too many characters.
    TooLong,
    /// A text does not have the form that is asked for.
    WrongPattern,
    /// A text has control characters, or line breaks where there is one line.
    Unprintable,
    /// Not a telephone number of as many digits.
    WrongPhone,
    /// A number or an amount is too small.
    TooSmall,
    /// A number or an amount is too large.
    TooLarge,
    /// A number has too many decimal places.
    TooManyDecimals,
    /// Not an amount of the form's currency.
    NotAnAmount,
    /// Not one of the options.
    NotAnOption,
    /// Something stands twice.
    Repeated,
    /// Too few choices.
    TooFew,
    /// Too many choices, files or lines.
    TooMany,
    /// Not a date of the calendar.
    NotADate,
    /// Not a moment.
    NotAMoment,
    /// A date is too early.
    TooEarly,
    /// A date is too late.
    TooLate,
    /// A file is too large.
    FileTooLarge,
    /// A file is empty.
    FileEmpty,
    /// A file is of a media type that is not accepted.
    MediaTypeNotAccepted,
    /// Not a digest of a file.
    NotADigest,
    /// Not the id of a user.
    NotAPerson,
    /// A part of the answer is missing.
    MissingProperty,
    /// A part of the answer does not exist.
    UnknownProperty,
    /// The order has no such line.
    NotAnOrderLine,
    /// More than was bought.
    MoreThanBought,
    /// Which goods were bought is not known.
    OrderUnknown,
    /// The order number is not that of the order that the other answers are about.
    OrderDiffers,
    /// A check of the form does not hold.
    CheckFailed,
    /// A check of the form cannot be judged, because a fact is not known.
    CheckUnjudged,
    /// A condition of the form failed; its author must correct it.
    ConditionFault,
    /// Anything else that the field's schema refuses.
    Invalid,
    /// There are more violations than are told.
    More,
}

/// The stable name, as JSON has it.
impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The one list of names is that of serde, which writes a unit variant as its name.
        self.serialize(f)
    }
}

impl Violation {
    pub(crate) fn new(pointer: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, message: message.into(), params: BTreeMap::new() }
    }

    /// With one more thing that the sentence speaks of.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Put below a pointer, about a field.
    #[must_use]
    pub(crate) fn below(mut self, key: &str) -> Self {
        self.pointer = format!("/{}{}", escaped(key), self.pointer);
        self.with("field", key)
    }
}

/// A name as a part of a JSON Pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
