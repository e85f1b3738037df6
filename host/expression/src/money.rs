//! Amounts as people write them.

/// An amount such as `50`, `50.00`, `1,250.50` or `-3` in minor units of a currency with so many digits; says what is wrong
/// otherwise. Nothing is rounded: an amount that the currency cannot express is refused.
///
/// # Errors
/// A sentence for the author of the amount.
///
/// ```
/// assert_eq!(redress_expression::minor_units("50.5", 2), Ok(5050));
/// assert!(redress_expression::minor_units("50.005", 2).is_err());
/// ```
pub fn minor_units(text: &str, digits: u32) -> Result<i64, String> {
    let trimmed = text.trim();
    let unreadable =
        || format!("'{trimmed}' is no amount: write digits with at most one point, such as 50 or 50.00, and leave the currency out");
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let grouped = whole.split(',').enumerate().all(|(at, group)| (at == 0 && (1..=3).contains(&group.len())) || group.len() == 3);
    if whole.is_empty() || (whole.contains(',') && !grouped) || unsigned.ends_with('.') {
        return Err(unreadable());
    }
    let whole = whole.replace(',', "");
    if !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(unreadable());
    }
    let fraction = fraction.trim_end_matches('0');
    let missing = u32::try_from(fraction.len()).ok().and_then(|length| digits.checked_sub(length)).ok_or_else(|| match digits {
        0 => format!("'{trimmed}' has a fraction, and the currency has none: write a whole amount"),
        _ => format!("'{trimmed}' has more than the {digits} decimal places of the currency: round it"),
    })?;
    let minor = format!("{whole}{fraction}").parse::<i64>().ok();
    let minor = minor.and_then(|value| value.checked_mul(10_i64.checked_pow(missing)?)).filter(|minor| *minor <= MOST);
    let minor = minor.ok_or_else(|| format!("'{trimmed}' is too large an amount"))?;
    Ok(if negative { -minor } else { minor })
}

/// Largest amount, 2^53 − 1: what JSON readers and browsers hold exactly.
const MOST: i64 = (1 << 53) - 1;

/// An amount in minor units as people write it: `50.00`.
pub fn decimal(minor: i64, digits: u32) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let unit = 10_u64.saturating_pow(digits);
    let (whole, rest) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}", width = digits as usize) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_or_refused() {
        for (text, minor) in
            [("50", 5_000), ("50.00", 5_000), ("0.5", 50), ("-3", -300), ("1,250.50", 125_050), (" 7 ", 700), ("50.500", 5_050)]
        {
            assert_eq!(minor_units(text, 2), Ok(minor), "{text}");
        }
        assert_eq!(minor_units("500", 0), Ok(500));
        assert_eq!(minor_units("1.234", 3), Ok(1_234));
        for wrong in ["", "-", ".5", "5.", "1.005", "1e3", "50元", "12,50", "1,2345", "99999999999999999", "９"] {
            assert!(minor_units(wrong, 2).is_err(), "{wrong}");
        }
        assert!(minor_units("1.5", 0).unwrap_err().contains("whole amount"));
    }

    #[test]
    fn decimals_show_every_place() {
        assert_eq!((decimal(5, 2), decimal(-12_345, 2), decimal(7, 0)), ("0.05".into(), "-123.45".into(), "7".into()));
    }
}
