//! A cell's text read by the type of its column.

use redress_expression::{Duration, Value, minor_units};

use super::scan::{Piece, scan};
use super::{Bound, Cell, Test};
use crate::model::InputType;

/// Reads a cell; `digits` are the decimal places of the table's currency.
pub(crate) fn read(text: &str, kind: InputType, digits: Option<u32>) -> Result<Cell, String> {
    match text.trim() {
        "" | "-" | "—" => return Ok(Cell::Anything),
        "missing" => return Ok(Cell::Missing),
        "not(missing)" => return Ok(Cell::NoneOf(Vec::new())),
        _ => {}
    }
    let pieces = scan(text)?;
    let mut reader = Reader { pieces: &pieces, kind, digits };
    let cell = match &pieces[..] {
        [Piece::Bare(not), Piece::Sign("("), inner @ .., Piece::Sign(")")] if not == "not" => {
            reader.pieces = inner;
            Cell::NoneOf(reader.alternatives()?)
        }
        [Piece::Bare(not), Piece::Sign("("), ..] if not == "not" => return Err("not( is not closed: write not(a, b)".to_owned()),
        [Piece::Sign("!="), ..] => {
            reader.pieces = &pieces[1..];
            let value = reader.value()?;
            if !reader.pieces.is_empty() {
                return Err("!= takes one value: write not(a, b) for several".to_owned());
            }
            Cell::NoneOf(vec![Test::Is(value)])
        }
        _ => Cell::OneOf(reader.alternatives()?),
    };
    Ok(cell)
}

struct Reader<'a> {
    pieces: &'a [Piece],
    kind: InputType,
    digits: Option<u32>,
}

impl Reader<'_> {
    /// Tests between commas.
    fn alternatives(&mut self) -> Result<Vec<Test>, String> {
        let mut tests = vec![self.test()?];
        while !self.pieces.is_empty() {
            if !self.take(",") {
                return Err(format!("{} stands where a comma is expected: put commas between alternatives", self.shown()));
            }
            tests.push(self.test()?);
        }
        Ok(tests)
    }

    fn test(&mut self) -> Result<Test, String> {
        let open = match self.pieces.first() {
            Some(Piece::Sign(sign @ ("<" | "<=" | ">" | ">="))) => {
                self.pieces = &self.pieces[1..];
                return self.comparison(sign);
            }
            Some(Piece::Sign("=" | "==")) => {
                self.pieces = &self.pieces[1..];
                return self.value().map(Test::Is);
            }
            Some(Piece::Sign("[")) => true,
            // FEEL's `]50..500]` is an open end as well.
            Some(Piece::Sign("(" | "]")) => false,
            _ => return self.value().map(Test::Is),
        };
        self.pieces = &self.pieces[1..];
        self.ordered()?;
        let low = Bound { value: self.value()?, closed: open };
        if !self.take("..") {
            return Err(format!("{} stands where .. is expected: write a range as [50..500] or (50..500]", self.shown()));
        }
        let high = self.value()?;
        let closed = match self.pieces.first() {
            Some(Piece::Sign("]")) => true,
            Some(Piece::Sign(")" | "[")) => false,
            _ => return Err("the range does not end: close it with ] for 'up to and with' or ) for 'below'".to_owned()),
        };
        self.pieces = &self.pieces[1..];
        let high = Bound { value: high, closed };
        match low.value.order(&high.value) {
            Some(std::cmp::Ordering::Greater) => Err("the range is empty: its lower end is above its upper end".to_owned()),
            Some(std::cmp::Ordering::Equal) if !(low.closed && high.closed) => {
                Err("the range is empty: both ends are the same, and one is left out".to_owned())
            }
            _ => Ok(Test::Between(Some(low), Some(high))),
        }
    }

    fn comparison(&mut self, sign: &str) -> Result<Test, String> {
        self.ordered()?;
        let bound = Bound { value: self.value()?, closed: sign.ends_with('=') };
        Ok(if sign.starts_with('<') { Test::Between(None, Some(bound)) } else { Test::Between(Some(bound), None) })
    }

    fn ordered(&self) -> Result<(), String> {
        match self.kind {
            InputType::Integer | InputType::Number | InputType::Money | InputType::Duration => Ok(()),
            _ => Err("texts, lists and true/false have no order: list the values, with commas between them".to_owned()),
        }
    }

    fn value(&mut self) -> Result<Value, String> {
        let (text, quoted) = match self.pieces.first() {
            Some(Piece::Quoted(text)) => (text, true),
            Some(Piece::Bare(text)) => (text, false),
            Some(Piece::Sign(sign)) => return Err(format!("'{sign}' stands where a value is expected")),
            None => return Err("the cell ends where a value is expected".to_owned()),
        };
        self.pieces = &self.pieces[1..];
        if quoted && !matches!(self.kind, InputType::Text | InputType::List) {
            return Err(format!("\"{text}\" is a text: leave the quotation marks out in this column"));
        }
        self.typed(text, quoted)
    }

    fn typed(&self, text: &str, quoted: bool) -> Result<Value, String> {
        match self.kind {
            InputType::Boolean => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "是" => Ok(Value::Bool(true)),
                "false" | "no" | "否" => Ok(Value::Bool(false)),
                _ => Err(format!("'{text}' is neither true nor false")),
            },
            InputType::Integer => text.parse().map(Value::Int).map_err(|_| format!("'{text}' is no whole number")),
            InputType::Number => number(text).map(Value::Double).ok_or_else(|| format!("'{text}' is no number")),
            InputType::Money => match self.digits {
                Some(digits) => minor_units(text, digits).map(Value::Int),
                None => Err("amounts need a currency: set the currency of the table first".to_owned()),
            },
            InputType::Duration => duration(text).map(Value::Duration),
            InputType::Text | InputType::List => match text {
                "missing" | "not" if !quoted => Err(format!("'{text}' means something else here: put the text in quotation marks")),
                _ => Ok(Value::text(text)),
            },
        }
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.pieces.first(), Some(Piece::Sign(own)) if *own == sign);
        self.pieces = &self.pieces[usize::from(found)..];
        found
    }

    fn shown(&self) -> String {
        match self.pieces.first() {
            None => "the end".to_owned(),
            Some(Piece::Sign(sign)) => format!("'{sign}'"),
            Some(Piece::Bare(text) | Piece::Quoted(text)) => format!("'{text}'"),
        }
    }
}

fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && digits.starts_with(|c: char| c.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

/// A length of time; days may be written too, each of 24 hours.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("'{text}' is no length of time: write 30m, 4h or 7d");
    let (days, rest) = text.split_once('d').unwrap_or(("0", text));
    let days = days.parse::<u32>().map_err(|_| wrong())?;
    let rest = if rest.is_empty() { Some(0) } else { Duration::parse(rest).map(Duration::nanos) };
    let nanos = i128::from(days) * 86_400_000_000_000 + rest.ok_or_else(wrong)?;
    Duration::from_nanos(nanos).ok_or_else(wrong)
}
