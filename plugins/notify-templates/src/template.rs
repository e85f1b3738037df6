//! The template language: text with `{{variable}}`, `{{variable|other.variable|words}}` and nothing else.

/// One piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Goes out as it is.
    Text(&'a str),
    /// The first of these variables that has a value, else the words (empty when there are none).
    Choice { variables: Vec<&'a str>, words: &'a str },
}

/// What is wrong with a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Problem<'a> {
    /// `{{` without `}}`.
    Unclosed,
    /// No variable of that name.
    Unknown(&'a str),
}

/// Roots whose names are free: details of events and fields of forms differ between tenants.
const FREE_ROOTS: [&str; 2] = ["event", "field"];

/// Every other variable.
pub(crate) const VARIABLES: [&str; 16] = [
    "ticket.number",
    "ticket.subject",
    "ticket.description",
    "ticket.kind",
    "ticket.channel",
    "ticket.problem_type",
    "ticket.priority",
    "ticket.status",
    "ticket.tags",
    "customer.name",
    "customer.external_id",
    "customer.member_level",
    "order.number",
    "order.paid",
    "refund.amount",
    "shop.name",
];

/// Cuts a template into pieces; an unclosed `{{` is text, and unknown variables stay in, without a value.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, inside, after)) = next_choice(rest) {
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        pieces.push(choice(inside));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Everything wrong with a template.
pub(crate) fn problems(template: &str) -> Vec<Problem<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some((_, inside, after)) = next_choice(rest) {
        let Piece::Choice { variables, .. } = choice(inside) else { continue };
        found.extend(variables.into_iter().filter(|name| !is_known(name)).map(Problem::Unknown));
        rest = after;
    }
    if rest.contains("{{") {
        found.push(Problem::Unclosed);
    }
    found
}

/// Text before, inside and after the next braces.
fn next_choice(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (inside, after) = rest.split_once("}}")?;
    Some((before, inside, after))
}

/// The first part is a variable; a later one is a variable when it looks like one that exists, and else ends the choice as words.
fn choice(inside: &str) -> Piece<'_> {
    let mut variables = Vec::new();
    let mut rest = Some(inside);
    while let Some(text) = rest {
        let (part, after) = text.split_once('|').map_or((text, None), |(part, after)| (part, Some(after)));
        let name = part.trim();
        if !variables.is_empty() && !is_known(name) {
            return Piece::Choice { variables, words: text };
        }
        variables.push(name);
        rest = after;
    }
    Piece::Choice { variables, words: "" }
}

fn is_known(name: &str) -> bool {
    let is_plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    VARIABLES.contains(&name) || name.split_once('.').is_some_and(|(root, rest)| FREE_ROOTS.contains(&root) && is_plain(rest))
}
