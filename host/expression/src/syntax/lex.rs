//! Text to tokens.

use super::literal;
use crate::{Problem, Value};

/// A word of the language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token<'a> {
    Name(&'a str),
    /// A name in back quotes, for fields that are no plain names.
    Quoted(&'a str),
    /// A whole number without sign, so that the smallest one can be written.
    Whole(u64),
    Literal(Value),
    Symbol(&'static str),
    End,
}

/// Symbols, longest first.
const SYMBOLS: [&str; 25] =
    ["&&", "||", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "!", "<", ">", "+", "-", "*", "/", "%", ";"];

/// All tokens with their places; the last one is [`Token::End`].
pub(crate) fn lex(text: &str) -> Result<Vec<(Token<'_>, u32)>, Problem> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 2);
    let mut at = 0;
    loop {
        at = skip_blank(text, at);
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else {
            tokens.push((Token::End, offset(at)));
            return Ok(tokens);
        };
        let (token, length) = if first.is_ascii_digit() || (first == '.' && rest[1..].starts_with(|next: char| next.is_ascii_digit())) {
            literal::number(rest).map_err(|message| Problem::new(at, message))?
        } else if let Some(read) = literal::quoted(rest) {
            let (value, length) = read.map_err(|message| Problem::new(at, message))?;
            (Token::Literal(value), length)
        } else if first == '_' || first.is_ascii_alphabetic() {
            let length = rest.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            (word(&rest[..length]), length)
        } else if first == '`' {
            let Some(length) = rest[1..].find('`') else {
                return Err(Problem::new(at, "the name in back quotes does not end: close it with `"));
            };
            (Token::Quoted(&rest[1..=length]), length + 2)
        } else if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
            (Token::Symbol(symbol), symbol.len())
        } else {
            return Err(Problem::new(at, unexpected(first)));
        };
        tokens.push((token, offset(at)));
        at += length;
    }
}

/// Places fit 32 bits: the length of a text is limited before it is read.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']).len();
        if !text[at..].starts_with("//") {
            return at;
        }
        at += text[at..].find('\n').unwrap_or(text.len() - at);
    }
}

fn word(text: &str) -> Token<'_> {
    match text {
        "true" => Token::Literal(Value::Bool(true)),
        "false" => Token::Literal(Value::Bool(false)),
        "null" => Token::Literal(Value::Null),
        _ => Token::Name(text),
    }
}

fn unexpected(found: char) -> String {
    match found {
        '=' => "a single = means nothing here: write == to compare".to_owned(),
        '&' => "a single & means nothing here: write && for 'and'".to_owned(),
        '|' => "a single | means nothing here: write || for 'or'".to_owned(),
        '“' | '”' | '‘' | '’' => format!("{found} is a typographic quotation mark: write \" instead"),
        '，' | '（' | '）' | '；' | '：' | '！' | '？' => format!("{found} is a full-width sign: write the half-width one instead"),
        _ => format!("'{found}' means nothing here: put texts in quotation marks, and check the spelling"),
    }
}
