//! Reading external parameters.

use crate::ParameterValue;

impl ParameterValue {
    /// A whole number: `12`, or `12.00`. `None` for other types and for fractions.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_decimal_minor(0)
    }

    /// A decimal number times 10^`digits`, exactly: `12.50` with 2 digits is 1250. `None` for other types, and when the
    /// number has more digits than that.
    ///
    /// ```
    /// use redress_sdk::{Money, ParameterValue};
    /// let limit = ParameterValue::Number("99.9".into());
    /// assert_eq!(limit.as_decimal_minor(Money::minor_digits("CNY")), Some(9990));
    /// ```
    pub fn as_decimal_minor(&self, digits: u32) -> Option<i64> {
        let Self::Number(text) = self else { return None };
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let missing = digits.checked_sub(u32::try_from(fraction.len()).ok()?)?;
        let unit = 10_i64.checked_pow(missing)?;
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        let value = digits.checked_mul(unit)?;
        Some(if negative { -value } else { value })
    }

    /// A 布尔.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Boolean(value) = self { Some(*value) } else { None }
    }

    /// The text of a 字符串, 部门, 人员 or 角色.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Department(text) | Self::Person(text) | Self::Role(text) => Some(text),
            Self::Boolean(_) | Self::Number(_) | Self::Set(_) => None,
        }
    }

    /// The members of a 集合.
    pub fn as_set(&self) -> Option<&[String]> {
        if let Self::Set(members) = self { Some(members) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_refused() {
        let read = |text: &str, digits| ParameterValue::Number(text.into()).as_decimal_minor(digits);
        assert_eq!(read("12.50", 2), Some(1250));
        assert_eq!(read("-0.5", 2), Some(-50));
        assert_eq!(read("+3", 0), Some(3));
        assert_eq!(read("12.00", 0), Some(12));
        assert_eq!(read("12.345", 2), None);
        for wrong in ["", ".", ".5", "1e3", "--1", "1.2.3", "12,5", "9223372036854775808"] {
            assert_eq!(read(wrong, 2), None, "{wrong}");
        }
    }

    #[test]
    fn other_types_do_not_pass_for_numbers() {
        assert_eq!(ParameterValue::Text("12".into()).as_i64(), None);
        assert_eq!(ParameterValue::Role("supervisor".into()).as_str(), Some("supervisor"));
        assert_eq!(ParameterValue::Boolean(true).as_bool(), Some(true));
        assert_eq!(ParameterValue::Set(vec!["a".into()]).as_set(), Some(&["a".to_owned()][..]));
    }
}
