//! What would change under another version, and that publishing changes nothing by itself.

use redress_flow::{Closing, Context, Definition, Effect, Fate, Flow, migrate, preview};
use serde_json::{Value, json};

use crate::walk::{Walk, approval, definition, end, environment, form, node, start};

fn agents() -> Value {
    json!([{"role": "agent"}])
}

fn version(number: u32, nodes: Value) -> Flow {
    let mut definition = definition(nodes);
    definition["version"] = json!(number);
    let definition: Definition = serde_json::from_value(definition).unwrap();
    Flow::compile(definition, &environment()).unwrap()
}

fn first() -> Value {
    json!([
        start("fill"),
        form("fill", agents(), json!({"reason": "write"}), "review"),
        approval("review", json!("all"), json!([{"role": "supervisor"}]), "pack", "done"),
        form("pack", json!([{"role": "warehouse"}]), json!({}), "done"),
        end("done"),
    ])
}

fn moved(walk: &mut Walk, new: &Flow) -> Vec<Effect> {
    let mut ids = walk.ids.clone();
    let mut context = Context { now: walk.now, ids: &mut ids, facts: &walk.facts, directory: &walk.desk };
    let (run, effects) = migrate(&walk.flow, new, walk.run.clone(), &mut context).unwrap();
    (walk.run, walk.ids, walk.flow) = (run, ids, std::sync::Arc::new(new.clone()));
    walk.check();
    effects
}

fn fates(walk: &Walk, new: &Flow) -> Vec<(String, Option<String>, Fate, u32)> {
    let before = walk.run.clone();
    let plan = preview(&walk.flow, new, &walk.run);
    assert_eq!(walk.run, before);
    assert_eq!(plan.possible, plan.moves.iter().all(|one| one.to.is_some()));
    plan.moves.iter().map(|one| (one.from.to_string(), one.to.as_ref().map(ToString::to_string), one.fate, one.votes_lost)).collect()
}

/// A node that is the same keeps its task and the voices given.
#[test]
fn an_unchanged_node_keeps_its_voices() {
    let mut walk = Walk::on(version(1, first())).begin();
    walk.press("fill", 1, "submit").unwrap();
    walk.press("review", 3, "agree").unwrap();
    let mut nodes = first();
    nodes[2]["name"] = json!({"zh-CN": "主管会签"});
    nodes[3]["work"]["who"] = json!([{"role": "finance"}]);
    let new = version(2, nodes);
    assert_eq!(fates(&walk, &new), [("review".into(), Some("review".into()), Fate::Stays, 0)]);
    moved(&mut walk, &new);
    walk.press("review", 4, "agree").unwrap();
    walk.press("pack", 8, "submit").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// Z18: with a new node the run follows the new arrows from where it stands.
#[test]
fn z18_a_changed_node_begins_anew() {
    let mut walk = Walk::on(version(1, first())).begin();
    walk.press("fill", 1, "submit").unwrap();
    walk.press("review", 3, "agree").unwrap();
    let task = walk.task("review").id;
    let mut nodes = first();
    nodes[2]["work"]["buttons"][0]["next"] = json!("parts");
    nodes.as_array_mut().unwrap().push(form("parts", json!([{"role": "warehouse"}]), json!({}), "pack"));
    let new = version(2, nodes);
    assert_eq!(fates(&walk, &new), [("review".into(), Some("review".into()), Fate::Restarts, 1)]);
    let effects = moved(&mut walk, &new);
    assert!(effects.contains(&Effect::CloseTask { task, how: Closing::Dropped }));
    walk.press("review", 3, "agree").unwrap();
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.at(), ["parts"]);
}

/// A node that is gone leads back to what was passed, never past an approval.
#[test]
fn a_node_that_is_gone_leads_back() {
    let mut walk = Walk::on(version(1, first())).begin();
    let nodes = json!([
        start("fill"),
        form("fill", agents(), json!({"reason": "write"}), "check"),
        approval("check", json!("any"), json!([{"role": "director"}]), "done", "done"),
        end("done")
    ]);
    let mut new = nodes.clone();
    new[1]["id"] = json!("enter");
    new[0]["kind"]["next"] = json!("enter");
    assert_eq!(fates(&walk, &version(2, new)), [("fill".into(), None, Fate::Blocked, 0)], "nothing was passed yet");
    walk.press("fill", 1, "submit").unwrap();
    let new = version(2, nodes);
    assert_eq!(fates(&walk, &new), [("review".into(), Some("fill".into()), Fate::GoesBack, 0)]);
    moved(&mut walk, &new);
    assert_eq!(walk.at(), ["fill"]);
}

#[test]
fn fields_and_outcomes_that_are_lost_are_named() {
    let mut walk = Walk::on(version(1, first()));
    walk.begin_with(json!({"reason": "x", "refund": 5, "intact": true}));
    walk.press("fill", 1, "submit").unwrap();
    let mut changed = definition(json!([start("review"), first()[2].clone(), first()[3].clone(), end("done")]));
    changed["version"] = json!(2);
    changed["fields"] = json!({"reason": {"name": {"en": "x"}, "type": "text"}, "refund": {"name": {"en": "x"}, "type": "text"}});
    let new = Flow::compile(serde_json::from_value(changed).unwrap(), &environment()).unwrap();
    let plan = preview(&walk.flow, &new, &walk.run);
    assert_eq!((plan.fields_lost, plan.nodes_gone), (vec!["intact".to_owned(), "refund".to_owned()], vec!["fill".into()]));
    moved(&mut walk, &new);
    assert_eq!(walk.run.form.keys().collect::<Vec<_>>(), ["reason"]);
}

/// Within a split that has changed there is no place; a split that is the same keeps who waits at its join.
#[test]
fn splits_that_changed_block() {
    let nodes = |third: bool| {
        let ways = if third { json!(["a", "b", "c"]) } else { json!(["a", "b"]) };
        let mut nodes = vec![
            start("both"),
            node("both", json!({"type": "split", "branches": ways, "join": "met"}), json!({})),
            form("a", agents(), json!({}), "met"),
            form("b", agents(), json!({}), "met"),
            node("met", json!({"type": "join", "next": "done"}), json!({})),
            end("done"),
        ];
        if third {
            nodes.push(form("c", agents(), json!({}), "met"));
        }
        json!(nodes)
    };
    let mut walk = Walk::on(version(1, nodes(false))).begin();
    walk.press("a", 1, "submit").unwrap();
    let blocked = version(2, nodes(true));
    let plan = preview(&walk.flow, &blocked, &walk.run);
    assert!(!plan.possible && plan.moves.iter().all(|one| one.fate == Fate::Blocked), "{plan:?}");
    let mut ids = walk.ids.clone();
    let mut context = Context { now: walk.now, ids: &mut ids, facts: &walk.facts, directory: &walk.desk };
    assert_eq!(migrate(&walk.flow, &blocked, walk.run.clone(), &mut context).unwrap_err().code(), "cannot_migrate");
    moved(&mut walk, &version(2, nodes(false)));
    walk.press("b", 1, "submit").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// A shared sub-task whose work has changed is opened anew and still sends on who waits for it.
#[test]
fn a_changed_subtask_keeps_who_waits_for_it() {
    let nodes = |who: &str| {
        let work = json!({"who": [{"role": who}], "buttons": [{"code": "done", "does": "submit"}]});
        let claim = node("claim", json!({"type": "subtask", "meanwhile": "wait"}), json!({"work": work, "limit": {"within": "1d"}}));
        let wait = node("wait", json!({"type": "wait", "for": {"subtask": "claim"}, "next": "done"}), json!({}));
        json!([start("claim"), claim, wait, end("done")])
    };
    let mut walk = Walk::on(version(1, nodes("warehouse"))).begin();
    moved(&mut walk, &version(2, nodes("finance")));
    assert_eq!(walk.at(), ["claim", "wait"]);
    walk.press("claim", 8, "done").unwrap();
    assert_eq!(walk.outcome(), "done");
}
