//! Words of subjects, for the search. Languages without spaces are cut into pairs of letters, so that no dictionary is needed and both
//! databases find the same.

use std::collections::BTreeSet;

use redress_domain::ticket::Ticket;

use crate::error::Result;
use crate::sql::{TenantTx, insert};

/// Words kept of one subject.
const MOST: usize = 60;
/// Longest word in bytes.
const LONGEST: usize = 60;

/// Adds the words of a ticket's subject. Gathered; words that are there stay.
pub async fn index_words(tx: &mut TenantTx, ticket: &Ticket) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "ticket_word (tenant_id, word, ticket_id)",
        words(&ticket.subject).into_iter().take(MOST),
        |values, word| {
            values.bind(tenant).bind(word).bind(ticket.id.as_uuid());
        },
        " ON CONFLICT (tenant_id, word, ticket_id) DO NOTHING"
    );
    Ok(())
}

/// The words of a text: runs of letters and digits in lower case, and of scripts that are written without spaces every pair of neighbours, and
/// the last letter alone, so that each letter begins some word.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let lower = text.to_lowercase();
    for run in lower.split(|c: char| !c.is_alphanumeric()) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let dense = is_dense(first);
            let end = rest.find(|c| is_dense(c) != dense).unwrap_or(rest.len());
            let (part, behind) = rest.split_at(end);
            rest = behind;
            if dense {
                let letters: Vec<char> = part.chars().collect();
                found.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
                found.extend(letters.last().map(char::to_string));
            } else if part.len() <= LONGEST {
                found.insert(part.to_owned());
            }
        }
    }
    found
}

/// True of scripts that are written without spaces: Chinese, Japanese, Korean.
pub(super) fn is_dense(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_runs_and_pairs() {
        let found = |text: &str| words(text).into_iter().collect::<Vec<_>>();
        assert_eq!(
            found("太小了"),
            ["太小", "小了", "了"]
                .map(str::to_owned)
                .into_iter()
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
        assert_eq!(found("Size M, size L!"), ["l", "m", "size"]);
        assert_eq!(found("鞋42码"), ["42", "码", "鞋"]);
        assert!(found("  ,,  ").is_empty());
    }
}
