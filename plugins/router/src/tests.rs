//! Unit tests: which rule speaks, who is picked, and what is left alone.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::{Value, json};
use redress_sdk::testing::{CaseBuilder, FakeHost};

use crate::Router;

fn agent(id: &str, name: &str, queue: &str, open_tickets: u32) -> Agent {
    Agent {
        id: id.into(),
        name: name.into(),
        queues: vec![queue.into()],
        skills: Vec::new(),
        open_tickets,
        capacity: 10,
        rating: Some(450),
        available: true,
    }
}

fn desk() -> Desk {
    let queue = |key: &str, name: &str| Queue { key: key.into(), name: name.into() };
    Desk {
        queues: vec![
            queue("claims", "售后理赔组"),
            queue("finance", "财务支持组"),
            queue("logistics", "物流对接组"),
            queue("returns", "出库组"),
            queue("support", "客服组"),
        ],
        agents: vec![agent("usr_1", "小张", "claims", 4), agent("usr_2", "小李", "claims", 2), agent("usr_3", "小王", "claims", 2)],
        turn: 0,
    }
}

/// A question of a customer without a level, which no rule of the defaults takes up.
fn plain() -> CaseBuilder {
    CaseBuilder::new().kind(TicketKind::Inquiry).member_level("normal")
}

fn route(config: &Value, case: &CaseFile, desk: &Desk) -> Option<RouteDecision> {
    Router::route(&FakeHost::new().call_json(config).unwrap(), case, desk).unwrap()
}

#[test]
fn u10_presets_send_problems_to_their_teams() {
    for (problem, queue) in [
        ("damaged", "claims"),
        ("商品破损", "claims"),
        ("物流异常", "logistics"),
        ("Delivery_Delay", "logistics"),
        ("退款问题", "finance"),
        ("refund_failed", "finance"),
        ("question", "support"),
    ] {
        let decision = route(&json!({}), &plain().problem_type(problem).build(), &desk()).unwrap();
        assert_eq!(decision.queue.as_deref(), Some(queue), "{problem}");
    }
}

#[test]
fn l8_returns_and_exchanges_have_their_team() {
    for kind in [TicketKind::ReturnRefund, TicketKind::Exchange] {
        assert_eq!(route(&json!({}), &plain().kind(kind).build(), &desk()).unwrap().queue.as_deref(), Some("returns"));
    }
}

#[test]
fn u8_vips_come_first_whatever_the_problem() {
    let decision = route(&json!({}), &plain().member_level("VIP").problem_type("damaged").build(), &desk()).unwrap();
    assert_eq!((decision.queue.as_deref(), decision.priority), (Some("claims"), Some(Priority::High)));
    assert_eq!(decision.tags, ["VIP"]);
}

#[test]
fn a_raised_priority_is_never_lowered() {
    let config = |priority: &str| json!({"rules": [{"priority": priority}]});
    let mut case = plain().build();
    case.ticket.priority = Priority::Urgent;
    assert_eq!(route(&config("high"), &case, &desk()).unwrap().priority, None);
    case.ticket.priority = Priority::High;
    assert_eq!(route(&config("urgent"), &case, &desk()).unwrap().priority, Some(Priority::Urgent));
    case.ticket.priority = Priority::Normal;
    assert_eq!(route(&config("low"), &case, &desk()).unwrap().priority, Some(Priority::Low));
}

#[test]
fn the_first_rule_that_names_a_queue_wins_and_the_rest_adds_up() {
    let config = json!({"rules": [
        {"tags": ["a"]},
        {"queue": "nowhere"},
        {"queue": "财务支持组", "skills": ["en"]},
        {"queue": "claims", "tags": ["a", "b"], "stop": true},
        {"tags": ["never"]}
    ]});
    let host = FakeHost::new();
    let decision = Router::route(&host.call_json(&config).unwrap(), &plain().build(), &desk()).unwrap().unwrap();
    assert_eq!(
        (decision.queue.as_deref(), decision.tags, decision.skills),
        (Some("finance"), vec!["a".into(), "b".into()], vec!["en".into()])
    );
    assert_eq!(host.log()[0].fields[0].1, "nowhere");
}

#[test]
fn every_condition_must_fit() {
    let config = json!({"default_queue": null, "rules": [{"queue": "claims", "when": {
        "categories": ["apparel", "shoes"], "channels": ["taobao"], "tags": ["复购"], "reasons": ["unwanted"], "kinds": ["exchange"]
    }}]});
    let fits = || {
        let mut case = CaseBuilder::new().kind(TicketKind::Exchange).category("Shoes").tag("复购").build();
        case.ticket.channel = "taobao".into();
        case
    };
    assert!(route(&config, &fits(), &desk()).is_some());
    let mut other_channel = fits();
    other_channel.ticket.channel = "jd".into();
    let mut other_kind = fits();
    other_kind.ticket.kind = TicketKind::Repair;
    let mut no_tag = fits();
    no_tag.ticket.tags.clear();
    let mut no_category = fits();
    no_category.ticket.lines[0].category = None;
    no_category.ticket.lines[0].order_line = None;
    for case in [other_channel, other_kind, no_tag, no_category] {
        assert_eq!(route(&config, &case, &desk()), None);
    }
}

#[test]
fn a_ticket_without_goods_takes_the_categories_of_the_order() {
    let mut case = plain().category("家电").build();
    case.ticket.lines.clear();
    let config = json!({"rules": [{"when": {"categories": ["家电"]}, "queue": "finance"}]});
    assert_eq!(route(&config, &case, &desk()).unwrap().queue.as_deref(), Some("finance"));
}

#[test]
fn l7_categories_go_to_named_people() {
    let config = json!({"rules": [{"when": {"categories": ["服饰"]}, "assignee": "小张"}]});
    let case = plain().category("服饰").build();
    let decision = route(&config, &case, &desk()).unwrap();
    assert_eq!((decision.queue.as_deref(), decision.assignee.as_deref()), (Some("claims"), Some("usr_1")));
    let by_id = json!({"rules": [{"assignee": "usr_3"}]});
    assert_eq!(route(&by_id, &case, &desk()).unwrap().assignee.as_deref(), Some("usr_3"));
}

#[test]
fn a_named_person_who_is_absent_is_replaced() {
    let config = json!({"rules": [{"queue": "claims", "assignee": "小张"}]});
    let mut desk = desk();
    desk.agents[0].available = false;
    let decision = route(&config, &plain().build(), &desk).unwrap();
    assert_eq!(decision.assignee.as_deref(), Some("usr_2"));
    assert!(decision.reason.contains("小张不在或已满"), "{}", decision.reason);
}

#[test]
fn l6_the_least_loaded_gets_it_and_equals_take_turns() {
    let config = json!({"rules": [{"queue": "claims"}]});
    let mut desk = desk();
    for (turn, id) in [(0, "usr_2"), (1, "usr_3"), (2, "usr_2"), (u32::MAX, "usr_3")] {
        desk.turn = turn;
        assert_eq!(route(&config, &plain().build(), &desk).unwrap().assignee.as_deref(), Some(id), "{turn}");
    }
}

#[test]
fn round_robin_passes_over_the_full_the_absent_and_the_foreign() {
    let config = json!({"strategy": "round_robin", "rules": [{"queue": "claims"}]});
    let mut desk = desk();
    desk.agents[1].open_tickets = 10;
    desk.agents.push(agent("usr_0", "Ann", "finance", 0));
    for (turn, id) in [(0, "usr_1"), (1, "usr_3"), (2, "usr_1")] {
        desk.turn = turn;
        assert_eq!(route(&config, &plain().build(), &desk).unwrap().assignee.as_deref(), Some(id), "{turn}");
    }
    desk.agents[1].capacity = 0;
    desk.turn = 1;
    assert_eq!(route(&config, &plain().build(), &desk).unwrap().assignee.as_deref(), Some("usr_2"), "0 means no limit");
}

#[test]
fn l9_better_rated_people_get_more() {
    let config = json!({"strategy": "weighted_by_rating", "rules": [{"queue": "claims"}]});
    let mut desk = desk();
    desk.agents[0].rating = Some(500);
    desk.agents[1].rating = Some(300);
    desk.agents[2].rating = Some(150);
    let mut counts = [0_u32; 3];
    for seed in 0..4_000 {
        let call = FakeHost::new().seed(7, seed).call_json(&config).unwrap();
        let id = Router::route(&call, &plain().build(), &desk).unwrap().unwrap().assignee.unwrap();
        counts[desk.agents.iter().position(|agent| agent.id == id).unwrap()] += 1;
    }
    // Weights 300 : 100 : 1.
    assert!((2_850..3_130).contains(&counts[0]) && (870..1_130).contains(&counts[1]) && counts[2] < 40, "{counts:?}");
}

#[test]
fn the_same_seed_picks_the_same_person() {
    let config = json!({"strategy": "weighted_by_rating", "rules": [{"queue": "claims"}]});
    let pick = || route(&config, &plain().build(), &desk()).unwrap().assignee;
    assert_eq!(pick(), pick());
}

#[test]
fn nobody_free_leaves_it_in_the_queue() {
    let mut desk = desk();
    for agent in &mut desk.agents {
        agent.open_tickets = agent.capacity;
    }
    let decision = route(&json!({"rules": [{"queue": "claims"}]}), &plain().build(), &desk).unwrap();
    assert_eq!((decision.queue.as_deref(), decision.assignee), (Some("claims"), None));
    assert!(decision.reason.contains("没有合适的空闲客服"), "{}", decision.reason);
}

#[test]
fn required_skills_are_required_and_preferred_ones_preferred() {
    let mut desk = desk();
    desk.agents[0].skills = vec!["en".into(), "pet_device".into()];
    let required = |skill: &str| json!({"rules": [{"queue": "claims", "skills": [skill]}]});
    assert_eq!(route(&required("EN"), &plain().build(), &desk).unwrap().assignee.as_deref(), Some("usr_1"));
    assert_eq!(route(&required("fr"), &plain().build(), &desk).unwrap().assignee, None);
    let preferred = json!({"rules": [{"queue": "claims"}]});
    assert_eq!(route(&preferred, &plain().build(), &desk).unwrap().assignee.as_deref(), Some("usr_1"));
    let indifferent = json!({"rules": [{"queue": "claims"}], "prefer_category_skill": false});
    assert_eq!(route(&indifferent, &plain().build(), &desk).unwrap().assignee.as_deref(), Some("usr_2"));
}

#[test]
fn a_rule_may_choose_its_own_strategy() {
    let config = json!({"rules": [{"queue": "claims", "strategy": "queue_only"}]});
    let decision = route(&config, &plain().build(), &desk()).unwrap();
    assert_eq!((decision.queue.as_deref(), decision.assignee), (Some("claims"), None));
    assert!(!decision.reason.contains("空闲"), "{}", decision.reason);
}

#[test]
fn nothing_to_say_leaves_it_to_the_next_binding() {
    assert_eq!(route(&json!({"rules": [], "default_queue": null}), &plain().build(), &desk()), None);
    let empty = Desk { queues: Vec::new(), agents: Vec::new(), turn: 0 };
    assert_eq!(route(&json!({}), &plain().build(), &empty), None);
}

#[test]
fn reasons_follow_the_locale() {
    let case = plain().problem_type("damaged").build();
    let call = FakeHost::new().locale("en").call_json(&json!({})).unwrap();
    let english = Router::route(&call, &case, &desk()).unwrap().unwrap().reason;
    assert_eq!(english, "problem damaged; to queue \"售后理赔组\"; 小李 has the fewest open tickets (2)");
    let chinese = route(&json!({}), &case, &desk()).unwrap().reason;
    assert_eq!(chinese, "问题类型damaged；分到「售后理赔组」；由小李处理（在手2单，最少）");
}

#[test]
fn configurations_are_checked() {
    let paths = |config: Value| -> Vec<String> {
        let found = redress_sdk::validate_config::<Router>(&config.to_string());
        found.err().unwrap_or_default().into_iter().map(|violation| violation.path).collect()
    };
    assert!(paths(json!({})).is_empty());
    assert_eq!(paths(json!({"rules": [{"name": "x", "when": {"channels": ["api"]}}]})), ["/rules/0"]);
    assert_eq!(paths(json!({"rules": [{"queue": " "}, {"assignee": ""}]})), ["/rules/0/queue", "/rules/1/assignee"]);
    assert_eq!(paths(json!({"rating": {"floor": 500, "unrated": 501}})), ["/rating/floor", "/rating/unrated"]);
    assert_eq!(paths(json!({"default_queue": ""})), ["/default_queue"]);
    assert_eq!(paths(json!({"strategy": "fastest"})), [""]);
}

#[test]
fn the_schema_says_what_every_setting_means() {
    let schema: Value = redress_sdk::serde_json::from_str(&redress_sdk::config_schema::<Router>()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for part in [&schema].into_iter().chain(definitions) {
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name} has no description");
        }
    }
    assert_eq!(schema["properties"]["strategy"]["default"], "least_loaded");
}
