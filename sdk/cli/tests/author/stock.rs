//! The stock rule `refund-tiers` exists in three languages and decides alike in all of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::Desk;

#[test]
fn refund_tiers_decides_alike_in_rust_typescript_and_python() {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let places = ["plugins/refund-tiers", "plugins/refund-tiers/ts", "plugins/refund-tiers/python"].map(|place| checkout.join(place));
    let args: Vec<&str> = ["test", "--json"].into_iter().chain(places.iter().map(|place| place.to_str().unwrap())).collect();
    let said = Desk::new().run(&args).succeeds();

    let mut fixtures: BTreeMap<String, BTreeMap<String, Value>> = BTreeMap::new();
    for line in said.lines().filter(|line| line.starts_with('{')) {
        let one: Value = serde_json::from_str(line).unwrap();
        let decided = json!([one["passed"], one["outcome"], one["answer"], one["fault"]["error"]]);
        let (fixture, plugin) = (one["fixture"].as_str().unwrap(), one["plugin"].as_str().unwrap());
        fixtures.entry(fixture.to_owned()).or_default().insert(plugin.to_owned(), decided);
    }
    assert!(fixtures.len() >= 57, "{} fixtures", fixtures.len());
    for (fixture, decided) in fixtures {
        let [rust, others @ ..] = &["refund-tiers", "refund-tiers-ts", "refund-tiers-python"].map(|plugin| &decided[plugin]);
        for other in others {
            assert_eq!(other, rust, "{fixture}");
        }
    }
}
