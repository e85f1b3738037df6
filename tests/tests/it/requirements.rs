//! `host/REQUIREMENTS.md`: which test shows which requirement. A test carries an id such as Z20 in its name or in the comment
//! above it, a fixture in its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::house::{files, root};

/// Families of ids, with how many there are.
const FAMILIES: [(char, &str, u8); 4] =
    [('L', "the low-code ticket tool", 40), ('U', "the service desk", 28), ('D', "the refund hub", 21), ('Z', "the engines", 42)];
/// Set to write the file instead of comparing it.
const UPDATE: &str = "REDRESS_UPDATE";

type Id = (usize, u8);
type Found = BTreeMap<Id, BTreeSet<String>>;

#[test]
fn the_table_of_requirements_is_true() {
    let mut found = Found::new();
    for folder in ["host", "sdk", "plugins", "tests"] {
        for path in files(folder, "rs") {
            tests_of(&path, &mut found);
        }
    }
    for path in files("plugins", "json").into_iter().filter(|path| path.parent().is_some_and(|parent| parent.ends_with("fixtures"))) {
        fixtures_of(&path, &mut found);
    }
    let (file, wanted) = (root().join("host/REQUIREMENTS.md"), table(&found));
    if std::env::var_os(UPDATE).is_some() {
        fs::write(&file, wanted).expect("the table can be written");
        return;
    }
    let present = fs::read_to_string(&file).unwrap_or_default();
    assert!(present == wanted, "host/REQUIREMENTS.md is not true any more: run the tests named 'requirements' once with {UPDATE}=1");
}

/// Adds the tests of a source file that carry an id.
fn tests_of(path: &Path, found: &mut Found) {
    let text = fs::read_to_string(path).expect("UTF-8 source");
    let (mut comment, mut is_test) = (String::new(), false);
    for line in text.lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("///") {
            comment.push_str(said);
            comment.push(' ');
        } else if line.starts_with("#[") {
            is_test |= line == "#[test]" || line.starts_with("#[tokio::test");
        } else if let Some(name) = line.strip_prefix("fn ").or_else(|| line.strip_prefix("async fn ")).filter(|_| is_test) {
            let name: String = name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            // A name begins with its ids, in lower case.
            let leading = name.split('_').map(str::to_uppercase).take_while(|part| id(part).is_some()).collect::<Vec<_>>().join(" ");
            note(path, &name, &format!("{comment} {leading}"), found);
            (comment, is_test) = (String::new(), false);
        } else {
            (comment, is_test) = (String::new(), false);
        }
    }
}

/// Adds the fixtures of a file that carry an id.
fn fixtures_of(path: &Path, found: &mut Found) {
    let text = fs::read_to_string(path).expect("UTF-8 fixtures");
    let fixtures: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for name in fixtures.as_array().into_iter().flatten().filter_map(|fixture| fixture["name"].as_str()) {
        note(path, name, name, found);
    }
}

fn note(path: &Path, name: &str, spoken: &str, found: &mut Found) {
    let place = path.strip_prefix(root()).expect("below the root").display();
    for id in ids(spoken) {
        found.entry(id).or_default().insert(format!("`{place}` {name}"));
    }
}

/// Every id that stands as a word of its own, also in ranges such as L27–L32.
fn ids(text: &str) -> BTreeSet<Id> {
    let mut found = BTreeSet::new();
    let mut before: Option<(Id, usize)> = None;
    let mut at = 0;
    for word in text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric()) {
        let bare = word.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        if let Some(id) = id(bare) {
            if let Some(((family, first), end)) = before
                && family == id.0
                && text[end..at].trim() == "–"
            {
                found.extend((first..=id.1).map(|number| (family, number)));
            }
            found.insert(id);
            before = Some((id, at + bare.len()));
        }
        at += word.len();
    }
    found
}

fn id(word: &str) -> Option<Id> {
    let letter = word.chars().next()?;
    let family = FAMILIES.iter().position(|(name, ..)| *name == letter)?;
    let number: u8 = word[1..].parse().ok()?;
    (1..=FAMILIES[family].2).contains(&number).then_some((family, number))
}

fn table(found: &Found) -> String {
    let mut text = String::from(
        "# Requirements and their tests\n\nWritten by `tests/tests/it/requirements.rs`; do not edit. A test carries an id in its name or in the comment above it.\n",
    );
    for (family, (letter, name, most)) in FAMILIES.iter().enumerate() {
        let shown = (1..=*most).filter(|number| found.contains_key(&(family, *number))).count();
        let _ = write!(text, "\n## {letter}: {name}, {shown} of {most} with a test\n\n| id | tests |\n|---|---|\n");
        for number in 1..=*most {
            let tests = found.get(&(family, number)).map(|tests| tests.iter().cloned().collect::<Vec<_>>().join("<br>"));
            let _ = writeln!(text, "| {letter}{number} | {} |", tests.unwrap_or_else(|| "none".to_owned()));
        }
    }
    text
}

#[test]
fn ids_are_found_as_words_and_in_ranges() {
    let of = |text: &str| ids(text).into_iter().map(|(family, number)| format!("{}{number}", FAMILIES[family].0)).collect::<Vec<_>>();
    assert_eq!(of("L3 and U9, not XL4, Z99 or D0"), ["L3", "U9"]);
    assert_eq!(of("the parameters L27–L30"), ["L27", "L28", "L29", "L30"]);
    assert_eq!(of("Z20 – said D3"), ["D3", "Z20"]);
}
