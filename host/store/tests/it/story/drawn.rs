//! Forms and workflows, and where tickets stand in them.

use redress_domain::definition::{Drawing, Edition, Noun};
use redress_domain::id::{TaskId, TicketId};
use redress_domain::link::{Link, LinkKind};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_store::flow_run::StoredRun;
use redress_store::{Error, TenantStore, definition, flow_run, link};

use crate::backend::{read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn drawings(shop: &TenantStore, sample: &mut Sample) {
    let mut drawing = Drawing {
        noun: Noun::Workflow,
        key: "returns".to_owned(),
        version: 1,
        kinds: vec![TicketKind::ReturnRefund],
        position: 3,
        enabled: true,
        draft: Some(serde_json::json!({"nodes": []})),
        published: None,
        updated_at: sample.now(),
    };
    let first = drawing.clone();
    write!(shop, |tx| definition::insert(tx, &first).await).unwrap();
    let again = drawing.clone();
    let taken = write!(shop, |tx| definition::insert(tx, &again).await);
    assert!(matches!(taken, Err(Error::NotUnique { what: "definition_key" })), "{taken:?}");
    assert_eq!(read!(shop, |tx| definition::at_work(tx).await).unwrap(), vec![], "nothing is published yet");
    let edition =
        Edition { number: 1, content: serde_json::json!({"nodes": [1]}), published_by: Actor::System, published_at: sample.now() };
    let published = edition.clone();
    write!(shop, |tx| definition::publish(tx, Noun::Workflow, "returns", &published).await).unwrap();
    let twice = edition.clone();
    let twice = write!(shop, |tx| definition::publish(tx, Noun::Workflow, "returns", &twice).await);
    assert!(matches!(twice, Err(Error::NotUnique { what: "definition_edition" })), "{twice:?}");
    (drawing.version, drawing.published, drawing.draft) = (2, Some(1), None);
    let (changed, stale) = (drawing.clone(), drawing.clone());
    write!(shop, |tx| definition::update(tx, &changed, 1).await).unwrap();
    let stale = write!(shop, |tx| definition::update(tx, &stale, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "workflow", .. })), "{stale:?}");
    assert_eq!(read!(shop, |tx| definition::find(tx, Noun::Workflow, "returns").await).unwrap(), Some(drawing.clone()));
    assert_eq!(read!(shop, |tx| definition::list(tx, Noun::Form).await).unwrap(), vec![]);
    assert_eq!(read!(shop, |tx| definition::list(tx, Noun::Workflow).await).unwrap(), vec![drawing.clone()]);
    assert_eq!(read!(shop, |tx| definition::at_work(tx).await).unwrap(), vec![drawing]);
    assert_eq!(read!(shop, |tx| definition::edition(tx, Noun::Workflow, "returns", 1).await).unwrap(), Some(edition.clone()));
    assert_eq!(read!(shop, |tx| definition::edition(tx, Noun::Form, "returns", 1).await).unwrap(), None);
    assert_eq!(read!(shop, |tx| definition::editions(tx, Noun::Workflow, "returns").await).unwrap(), vec![edition]);
}

pub(super) async fn runs(shop: &TenantStore, sample: &mut Sample) {
    let mut run = StoredRun {
        ticket: next_id!(sample, TicketId),
        round: 1,
        definition: "returns".to_owned(),
        edition: 1,
        is_running: true,
        content: serde_json::json!({"tokens": []}),
        updated_at: sample.now(),
    };
    let first = run.clone();
    write!(shop, |tx| flow_run::insert(tx, &first).await).unwrap();
    let ticket = run.ticket;
    assert_eq!(read!(shop, |tx| flow_run::last(tx, ticket).await).unwrap(), Some(run.clone()));
    assert_eq!(read!(shop, |tx| flow_run::behind(tx, "returns", 2, None, 9).await).unwrap(), vec![run.clone()]);
    assert_eq!(read!(shop, |tx| flow_run::behind(tx, "returns", 1, None, 9).await).unwrap(), vec![]);
    assert_eq!(read!(shop, |tx| flow_run::behind(tx, "returns", 2, Some(ticket), 9).await).unwrap(), vec![]);
    (run.edition, run.is_running) = (2, false);
    let changed = run.clone();
    write!(shop, |tx| flow_run::update(tx, &changed).await).unwrap();
    let second = StoredRun { round: 2, ..run };
    let inserted = second.clone();
    write!(shop, |tx| flow_run::insert(tx, &inserted).await).unwrap();
    assert_eq!(read!(shop, |tx| flow_run::last(tx, ticket).await).unwrap(), Some(second));
    let linked = Link {
        parent: ticket,
        child: next_id!(sample, TicketId),
        kind: LinkKind::Subtask,
        task: Some(next_id!(sample, TaskId)),
        created_at: sample.now(),
    };
    write!(shop, |tx| link::insert(tx, &linked).await).unwrap();
    let child = linked.child;
    assert_eq!(read!(shop, |tx| link::of_ticket(tx, ticket).await).unwrap(), vec![linked]);
    assert_eq!(read!(shop, |tx| link::of_ticket(tx, child).await).unwrap(), vec![linked]);
    let used = write!(shop, |tx| definition::delete(tx, Noun::Workflow, "returns", 2).await);
    assert!(matches!(used, Err(Error::InUse { .. })), "{used:?}");
    let form = Drawing {
        noun: Noun::Form,
        key: "ask".to_owned(),
        version: 1,
        kinds: vec![],
        position: 0,
        enabled: false,
        draft: None,
        published: None,
        updated_at: sample.now(),
    };
    write!(shop, |tx| definition::insert(tx, &form).await).unwrap();
    write!(shop, |tx| definition::delete(tx, Noun::Form, "ask", 1).await).unwrap();
    assert_eq!(read!(shop, |tx| definition::find(tx, Noun::Form, "ask").await).unwrap(), None);
}
