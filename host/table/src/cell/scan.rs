//! A cell's text cut into pieces.

/// A piece of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// A text in quotation marks.
    Quoted(String),
    /// Anything else between signs: a number, an amount, a bare text.
    Bare(String),
    /// `<`, `<=`, `>`, `>=`, `=`, `!=`, brackets, `,` or `..`.
    Sign(&'static str),
}

const SIGNS: [&str; 12] = ["<=", ">=", "!=", "==", "..", "<", ">", "=", "[", "]", "(", ")"];

/// Cuts; says what is wrong otherwise. Signs that look alike, such as full-width ones, count as the plain ones.
pub(super) fn scan(text: &str) -> Result<Vec<Piece>, String> {
    let plain: String = text.chars().map(plain).collect();
    let mut pieces = Vec::new();
    let mut rest = plain.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '"' || first == '\'' {
            let (piece, length) = quoted(rest, first)?;
            pieces.push(piece);
            rest = &rest[length..];
        } else if first == ',' {
            // A comma between digits groups an amount: `1,250.50`.
            pieces.push(Piece::Sign(","));
            rest = &rest[1..];
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            pieces.push(Piece::Sign(sign));
            rest = &rest[sign.len()..];
        } else {
            let length = bare(rest);
            pieces.push(Piece::Bare(rest[..length].trim_end().to_owned()));
            rest = &rest[length..];
        }
        rest = rest.trim_start();
    }
    Ok(pieces)
}

fn plain(sign: char) -> char {
    match sign {
        '“' | '”' | '＂' => '"',
        '，' | '、' => ',',
        '（' => '(',
        '）' => ')',
        '＜' => '<',
        '＞' => '>',
        '＝' => '=',
        '！' => '!',
        other => other,
    }
}

fn quoted(text: &str, quote: char) -> Result<(Piece, usize), String> {
    let mut out = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            _ if letter == quote => return Ok((Piece::Quoted(out), at + 1)),
            '\\' => match letters.next() {
                Some((_, escaped @ ('\\' | '"' | '\''))) => out.push(escaped),
                _ => return Err("a backslash stands only before a quotation mark or another backslash".to_owned()),
            },
            _ => out.push(letter),
        }
    }
    Err(format!("the text does not end: close it with {quote}"))
}

/// Length of what stands before the next sign.
fn bare(text: &str) -> usize {
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        if matches!(letter, ',' | '(' | ')' | '[' | ']' | '<' | '>' | '=' | '"') || rest.starts_with("..") || rest.starts_with("!=") {
            let grouping = letter == ',' && is_grouping(&text[..at], &rest[1..]);
            if !grouping {
                end = at;
                break;
            }
        }
    }
    // Never nothing, so that scanning always goes on.
    end.max(text.chars().next().map_or(0, char::len_utf8))
}

/// True for the comma of `1,250`: digits before it, exactly three after it.
fn is_grouping(before: &str, after: &str) -> bool {
    let after = after.as_bytes();
    let three = after.len() >= 3 && after[..3].iter().all(u8::is_ascii_digit);
    let ends = !after.get(3).is_some_and(u8::is_ascii_digit);
    let digits = before.trim_start_matches('-');
    three && ends && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}
