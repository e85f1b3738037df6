//! Nothing that anybody writes makes the language fail badly.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::{environment, facts};
use crate::{Cause, Expression, Settings};

/// Writes expressions that are well typed but for a slip now and then.
struct Author(TestRng);

const KINDS: [&str; 7] = ["bool", "int", "double", "money", "text", "moment", "length"];

impl Author {
    fn pick<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.0.random_range(0..items.len())]
    }

    /// An expression of a kind; `$kind` in a pattern stands for a smaller one.
    fn write(&mut self, kind: &str, depth: u32) -> String {
        let leaves: &[&str] = match kind {
            "bool" => &["vip", "true", "false", "has(ticket.days)"],
            "int" => &["0", "1", "-7", "9223372036854775807", "ticket.days", "ticket.lines.size()"],
            "double" => &["rate", "1.5", "-0.0"],
            "money" => &["amount", "money(\"12.50\")"],
            "text" => &["ticket.kind", "\"VIP\"", "\"\"", "attributes.source", "attributes[\"none\"]", "ticket.lines[0].sku"],
            "moment" => &["now", "timestamp(\"2026-10-07T08:00:00Z\")"],
            "length" => &["ticket.age", "duration(\"90m\")"],
            "texts" => &["ticket.tags", "[]", "[\"a\", \"VIP\"]", "ticket.lines.map(x, x.sku)"],
            _ => &["[1, 2]", "ticket.lines.map(x, x.quantity)"],
        };
        if depth == 0 {
            return self.pick(leaves).to_owned();
        }
        let slip = self.0.random_range(0..60) == 0;
        if slip {
            let other = self.pick(&KINDS);
            return self.write(other, depth - 1);
        }
        let patterns: &[&str] = match kind {
            "bool" => &[
                "$bool && $bool",
                "$bool || $bool",
                "!$bool",
                "$int < $int",
                "$int == $double",
                "$money >= $money",
                "$text != $text",
                "$moment > $moment",
                "$length <= $length",
                "$text in $texts",
                "$int in $ints",
                "$text.contains($text)",
                "$texts.exists(t, t == $text)",
                "$ints.all(n, n > $int)",
                "$text.matches(\"^[a-z]+$\")",
                "$texts == $texts",
                "bool($text)",
                "$bool == $bool",
                "$double < $double",
            ],
            "int" => &[
                "$int + $int",
                "$int - $int",
                "$int * $int",
                "$int / $int",
                "$int % $int",
                "-$int",
                "int($double)",
                "int($text)",
                "size($texts)",
                "$text.size()",
                "$money / $money",
                "$moment.getHours(\"+08:00\")",
                "$length.getMinutes()",
                "$ints[$int]",
                "int($moment)",
            ],
            "double" => &["$double + $double", "$double * $double", "$double / $double", "double($int)", "double($text)", "-$double"],
            "money" => {
                &["$money + $money", "$money - $money", "$money * $int", "$int * $money", "$money / $int", "-$money", "$money % $money"]
            }
            "text" => &[
                "$text + $text",
                "string($int)",
                "string($double)",
                "string($moment)",
                "$text.lowerAscii()",
                "$texts[$int]",
                "string($length)",
            ],
            "moment" => &["$moment + $length", "$moment - $length", "timestamp($text)", "timestamp($int)"],
            "length" => &["$moment - $moment", "$length + $length", "duration($text)", "-$length"],
            "texts" => &[
                "$texts + $texts",
                "$texts.filter(t, t != $text)",
                "$texts.map(t, t + $text)",
                "[$text, $text]",
                "$ints.map(n, string(n))",
            ],
            _ => {
                &["$ints + $ints", "[$int, $int]", "$ints.filter(n, n < $int)", "$texts.map(t, t.size())", "$ints.map(n, n > 1, n * $int)"]
            }
        };
        let pattern = if self.0.random_range(0..8) == 0 { "$bool ? $same : $same" } else { self.pick(patterns) };
        let mut parts = pattern.replace("$same", &format!("${kind}"));
        while let Some(at) = parts.find('$').filter(|at| parts[at + 1..].starts_with(|c: char| c.is_ascii_lowercase())) {
            let end = parts[at + 1..].find(|c: char| !c.is_ascii_lowercase()).map_or(parts.len(), |length| at + 1 + length);
            let inner = self.write(&parts[at + 1..end], depth - 1).replace('$', "\u{1}");
            parts.replace_range(at..end, &format!("({inner})"));
        }
        parts.replace('\u{1}', "$")
    }
}

#[test]
fn what_the_checker_accepts_never_meets_a_type_error() {
    let mut author = Author(TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (mut accepted, mut refused) = (0, 0);
    for round in 0..20_000 {
        let kind = author.pick(&KINDS);
        let text = author.write(kind, 1 + round % 4);
        let Ok(expression) = Expression::parse(&text) else { continue };
        if expression.check(&environment()).is_err() {
            refused += 1;
            continue;
        }
        accepted += 1;
        if let Err(fault) = expression.evaluate(&facts(), &Settings::with_money(2)) {
            assert!(!matches!(fault.cause, Cause::Type { .. } | Cause::Unknown(_) | Cause::Failed(_)), "{text}: {fault}");
        }
    }
    assert!(accepted > 10_000 && refused > 1_000, "{accepted} accepted, {refused} refused");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn no_text_whatever_makes_reading_fail_badly(text in "[-a-c0-9.+*/%<>=!&|?:,(){}\\[\\]\"'`\\\\ \n退“，xuberUXn]{0,24}") {
        if let Ok(expression) = Expression::parse(&text) {
            let _ = expression.check(&environment());
            let _ = expression.evaluate(&facts(), &Settings::with_money(2));
        }
    }

    #[test]
    fn amounts_come_back_as_they_were_written(minor in -9_007_199_254_740_991_i64..=9_007_199_254_740_991, digits in 0..4_u32) {
        prop_assert_eq!(crate::minor_units(&crate::decimal(minor, digits), digits), Ok(minor));
    }
}
