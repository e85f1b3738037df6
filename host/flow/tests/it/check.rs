//! What is said about definitions that are wrong: a code, a node, a sentence and what to do.

use serde_json::{Value, json};

use crate::walk::{approval, definition, end, findings, form, node, object, start};

pub(crate) fn agents() -> Value {
    json!([{"role": "agent"}])
}

fn split(id: &str, branches: Value, join: &str) -> Value {
    node(id, json!({"type": "split", "branches": branches, "join": join}), json!({}))
}

fn join(id: &str, next: &str) -> Value {
    node(id, json!({"type": "join", "next": next}), json!({}))
}

pub(crate) fn go(id: &str, when: &str, then: &str, otherwise: &str) -> Value {
    node(id, json!({"type": "condition", "branches": [{"when": when, "next": then}], "else": otherwise}), json!({}))
}

/// Checks what is said of the nodes; the names of nodes follow the codes.
pub(crate) fn says(nodes: Value, wanted: &[&str]) {
    assert_eq!(findings(definition(nodes.clone())), wanted, "{nodes:#}");
}

#[test]
fn a_sound_definition_has_no_findings() {
    says(json!([start("fill"), form("fill", agents(), json!({}), "done"), end("done")]), &[]);
}

#[test]
fn the_whole_needs_one_start_an_end_and_names() {
    says(json!([]), &["no_start@", "no_end@"]);
    says(json!([start("done"), node("start2", json!({"type": "start", "next": "done"}), json!({})), end("done")]), &["many_starts@start2"]);
    says(json!([start("done"), end("done"), end("done")]), &["duplicate_node@done", "unreachable@done"]);
    says(json!([start("Done"), end("Done")]), &["bad_id@Done"]);
    says(json!([start("gone"), end("done")]), &["unknown_node@start", "dead_end@start", "unreachable@done"]);
    let mut nameless = definition(json!([start("done"), end("done")]));
    nameless["name"] = json!({"en": " "});
    nameless["fallback"] = json!("");
    nameless["nodes"][1]["name"] = json!({});
    nameless["fields"]["Bad Name"] = json!({"name": {"en": "x"}, "type": "text"});
    assert_eq!(findings(nameless), ["no_name@", "no_fallback@", "bad_field@", "no_name@done"]);
    let form_back = form("fill", agents(), json!({}), "start");
    let found = findings(definition(json!([start("fill"), form_back, end("done")])));
    assert!(found.contains(&"arrow_into_start@fill".to_owned()), "{found:?}");
    let many: Vec<Value> = (0..301).map(|n| end(&format!("end{n}"))).collect();
    assert_eq!(findings(definition(json!(many))), ["too_large@"]);
}

#[test]
fn every_node_can_be_reached_and_leads_to_an_end() {
    says(json!([start("done"), form("lost", agents(), json!({}), "done"), end("done")]), &["unreachable@lost"]);
    let circle = json!([
        start("choose"),
        go("choose", "amount > money(\"1.00\")", "one", "done"),
        form("one", agents(), json!({}), "two"),
        form("two", agents(), json!({}), "one"),
        end("done")
    ]);
    says(circle, &["cycle_without_exit@one", "cycle_without_exit@two"]);
    let mut dead = form("one", agents(), json!({}), "done");
    dead["work"]["buttons"] = json!([{"code": "transfer", "does": "transfer"}]);
    let nodes = json!([start("choose"), go("choose", "amount > money(\"1.00\")", "one", "done"), dead, end("done")]);
    says(nodes, &["bad_button@one", "dead_end@one"]);
}

/// A circle that waits for nothing would go round for ever.
#[test]
fn circles_must_wait_somewhere() {
    let nodes = json!([
        start("choose"),
        go("choose", "amount > money(\"1.00\")", "note", "done"),
        node("note", json!({"type": "notify", "to": ["customer"], "template": "x", "next": "choose"}), json!({})),
        end("done")
    ]);
    says(nodes, &["runaway@choose", "runaway@note"]);
    let waiting = json!([
        start("choose"),
        go("choose", "amount > money(\"1.00\")", "rest", "done"),
        node("rest", json!({"type": "timer", "when": {"after": "1h"}, "next": "choose"}), json!({})),
        end("done")
    ]);
    says(waiting, &[]);
}

/// Z10: each node has an owner. L38: each node that waits has a time limit.
#[test]
fn z10_l38_work_has_an_owner_and_a_time_limit() {
    let mut fill = form("fill", json!([]), json!({}), "done");
    says(json!([start("fill"), fill.clone(), end("done")]), &["missing_owner@fill"]);
    fill["work"]["who"] = json!(["owner"]);
    says(json!([start("fill"), fill.clone(), end("done")]), &["missing_owner@fill"]);
    object(fill.clone());
    fill.as_object_mut().unwrap().remove("limit");
    fill["work"]["who"] = agents();
    says(json!([start("fill"), fill.clone(), end("done")]), &["no_time_limit@fill"]);
    fill.as_object_mut().unwrap().remove("work");
    let found = findings(definition(json!([start("fill"), fill, end("done")])));
    assert!(found.contains(&"missing_owner@fill".to_owned()), "{found:?}");
    let wait = node("scan", json!({"type": "wait", "for": {"signal": "scan"}, "next": "done"}), json!({}));
    says(json!([start("scan"), wait, end("done")]), &["no_time_limit@scan"]);
}

fn with_buttons(buttons: Value) -> Value {
    let mut review = approval("review", json!("any"), agents(), "done", "done");
    review["work"]["buttons"] = buttons;
    json!([
        start("fill"),
        form("fill", json!(["customer"]), json!({}), "review"),
        review,
        form("later", agents(), json!({}), "done"),
        end("done")
    ])
}

#[test]
fn z14_buttons_fit_their_node() {
    let agree = json!({"code": "agree", "does": "agree", "next": "later"});
    let cases = [
        (json!({"code": "agree", "does": "agree", "next": "done"}), "bad_button@review"),
        (json!({"code": "submit", "does": "submit", "next": "done"}), "bad_button@review"),
        (json!({"code": "reject", "does": "reject"}), "bad_button@review"),
        (json!({"code": "transfer", "does": "transfer", "next": "done"}), "bad_button@review"),
        (json!({"code": "transfer", "does": "transfer", "apply": "closed"}), "bad_button@review"),
        (json!({"code": "No", "does": "reject", "next": "done"}), "bad_button@review"),
        (json!({"code": "other", "does": "agree", "back": "customer", "next": "fill"}), "bad_button@review"),
        (json!({"code": "reject", "does": "reject", "back": "node", "next": "later"}), "bad_send_back@review"),
        (json!({"code": "reject", "does": "reject", "back": "customer", "next": "review"}), "bad_send_back@review"),
        (json!({"code": "reject", "does": "reject", "next": "done", "apply": "refund_paid"}), "bad_apply@review"),
    ];
    for (button, wanted) in cases {
        says(with_buttons(json!([agree, button])), &[wanted]);
    }
    says(
        with_buttons(
            json!([agree, {"code": "reject", "does": "reject", "back": "customer", "next": "fill", "apply": "sent_for_correction"}]),
        ),
        &[],
    );
    says(with_buttons(json!([{"code": "reject", "does": "reject", "next": "later"}])), &["bad_button@review"]);
}

#[test]
fn what_stands_at_a_node_fits_its_kind() {
    let mut done = end("done");
    done["work"] = json!({"who": agents(), "buttons": []});
    says(json!([start("done"), done]), &["does_not_fit@done"]);
    let mut done = end("done");
    done["limit"] = json!({"within": "1h"});
    says(json!([start("done"), done]), &["does_not_fit@done"]);
    let mut done = end("done");
    done["gives"] = json!({"x": "text"});
    says(json!([start("done"), done]), &["does_not_fit@done"]);
    let fill = form("fill", agents(), json!({"unknown": "write"}), "done");
    says(json!([start("fill"), fill, end("done")]), &["unknown_field@fill"]);
    for n in [0, 21] {
        let review = approval("review", json!({"at_least": {"n": n}}), agents(), "done", "done");
        says(json!([start("review"), review, end("done")]), &["bad_mode@review"]);
    }
    let review = approval("review", json!({"at_least": {"n": 2}}), json!(["customer"]), "done", "done");
    says(json!([start("review"), review, end("done")]), &["bad_mode@review"]);
    let hook = json!({"type": "hook", "hook": "routing", "next": "done", "failed": "done"});
    says(json!([start("ask"), node("ask", hook, json!({"gives": {"action": "text"}})), end("done")]), &["bad_field@ask"]);
    let wait = json!({"type": "wait", "for": {"subtask": "done"}, "next": "done"});
    says(json!([start("wait"), node("wait", wait, json!({})), end("done")]), &["does_not_fit@wait"]);
    let wait = json!({"type": "wait", "for": {"signal": "A scan"}, "next": "done"});
    says(json!([start("wait"), node("wait", wait, json!({"limit": {"within": "1d"}})), end("done")]), &["bad_id@wait"]);
    for to in [json!([]), json!(["owner"])] {
        let notice = json!({"type": "notify", "to": to, "template": "x", "next": "done"});
        says(json!([start("tell"), node("tell", notice, json!({})), end("done")]), &["nobody_told@tell"]);
    }
    let notice = json!({"type": "notify", "to": [{"doer_of": "tell"}], "template": "x", "next": "done"});
    says(json!([start("tell"), node("tell", notice, json!({})), end("done")]), &["does_not_fit@tell"]);
}

#[test]
fn limits_make_sense() {
    let limited = |limit: Value| {
        let mut fill = form("fill", agents(), json!({}), "done");
        fill["limit"] = limit;
        json!([start("fill"), fill, end("done")])
    };
    let step = |step: Value| limited(json!({"within": "1d", "steps": [step]}));
    says(limited(json!({"within": "0s"})), &["bad_limit@fill"]);
    for wrong in [
        json!({"after": "0s", "do": ["remind"]}),
        json!({"after": "1h", "every": "30s", "do": ["remind"]}),
        json!({"after": "1h", "do": []}),
        json!({"after": "1h", "do": [{"go": "done"}, "remind"]}),
        json!({"after": "1h", "do": [{"tell": {"to": [], "template": "x"}}]}),
        json!({"after": "1h", "do": [{"hand_over": {"to": ["owner"]}}]}),
    ] {
        says(step(wrong), &["bad_limit@fill"]);
    }
    says(step(json!({"after": "1h", "do": [{"apply": "agreed"}]})), &["bad_apply@fill"]);
    let mut wait = node("scan", json!({"type": "wait", "for": {"signal": "scan"}, "next": "done"}), json!({}));
    wait["limit"] = json!({"within": "1d", "steps": [{"after": "1h", "do": ["remind"]}]});
    says(json!([start("scan"), wait, end("done")]), &["bad_limit@scan"]);
}

#[test]
fn splits_and_joins_belong_together() {
    let a = || form("a", agents(), json!({}), "met");
    let b = || form("b", agents(), json!({}), "met");
    let sound = json!([start("both"), split("both", json!(["a", "b"]), "met"), a(), b(), join("met", "done"), end("done")]);
    says(sound, &[]);
    says(json!([start("both"), split("both", json!(["a", "a"]), "met"), a(), join("met", "done"), end("done")]), &["bad_split@both"]);
    says(
        json!([start("both"), split("both", json!(["a", "b"]), "done"), a(), b(), join("met", "done"), end("done")]),
        &["bad_split@both", "join_without_split@met"],
    );
    says(json!([start("met"), join("met", "done"), end("done")]), &["join_without_split@met"]);
    // One way of two never comes to the join.
    let lost = form("b", agents(), json!({}), "done");
    says(
        json!([start("both"), split("both", json!(["a", "b"]), "met"), a(), lost, join("met", "done"), end("done")]),
        &["misses_join@both"],
    );
    // From the side into a way.
    let side = json!([
        start("choose"),
        go("choose", "amount > money(\"1.00\")", "both", "a"),
        split("both", json!(["a", "b"]), "met"),
        a(),
        b(),
        join("met", "done"),
        end("done")
    ]);
    says(side, &["enters_split@choose"]);
    // Two splits, one join.
    let shared = json!([
        start("both"),
        split("both", json!(["a", "more"]), "met"),
        a(),
        split("more", json!(["b", "c"]), "met"),
        b(),
        form("c", agents(), json!({}), "met"),
        join("met", "done"),
        end("done")
    ]);
    let found = findings(definition(shared));
    assert!(found.contains(&"join_shared@met".to_owned()), "{found:?}");
    // Ways that cross.
    let crossed = json!([
        start("one"),
        split("one", json!(["a", "two"]), "met"),
        form("a", agents(), json!({}), "met"),
        split("two", json!(["b", "c"]), "met2"),
        approval("b", json!("any"), agents(), "met", "met2"),
        form("c", agents(), json!({}), "met2"),
        join("met", "met2"),
        join("met2", "done"),
        end("done")
    ]);
    let found = findings(definition(crossed));
    assert!(found.contains(&"split_overlap@two".to_owned()), "{found:?}");
}
