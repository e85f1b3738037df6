//! What customers send and say.

use redress_domain::Digest;
use redress_domain::attachment::Attachment;
use redress_domain::id::{AttachmentId, MacroId, PortalLinkId, SopRunId, SurveyId, TicketId, UserId};
use redress_domain::macros::{Macro, MacroAct};
use redress_domain::portal::{LinkScope, PortalLink};
use redress_domain::sop::{Shown, Sop, SopRun, Ticked, by_key};
use redress_domain::survey::{Answer, Summary, Survey};
use redress_domain::timeline::Actor;
use redress_store::{Error, TenantStore, attachment, macros, portal_link, sop, sop_run, survey};

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

pub(super) async fn attachments(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let (ticket, other) = (next_id!(sample, TicketId), next_id!(sample, TicketId));
    let sent = Attachment {
        id: next_id!(sample, AttachmentId),
        ticket: None,
        digest: Digest::of(b"a photo"),
        size: 7,
        media_type: "image/png".to_owned(),
        name: "破损.png".to_owned(),
        uploaded_by: Actor::Customer,
        internal: true,
        created_at: sample.now(),
    };
    let unused = Attachment { id: next_id!(sample, AttachmentId), digest: Digest::of(b"another"), ..sent.clone() };
    let (now, later) = (sample.now(), sample.now().plus(chrono::Duration::days(2)));
    let (a, b) = (sent.clone(), unused.clone());
    assert!(
        write!(shop, |tx| {
            attachment::insert(tx, &a).await?;
            attachment::insert(tx, &b).await?;
            attachment::touch(tx, b.digest, now).await?;
            attachment::touch(tx, a.digest, now).await
        })
        .unwrap()
    );
    let (one, two) = (sent.id, unused.id);
    write!(shop, |tx| attachment::use_for(tx, ticket, &[one], false).await).unwrap();
    write!(shop, |tx| attachment::use_for(tx, ticket, &[one], false).await).expect("it is the ticket's already");
    let refused = write!(shop, |tx| attachment::use_for(tx, other, &[two, one], false).await);
    assert!(matches!(refused, Err(Error::NotFound { what: "attachment", .. })), "it is another ticket's: {refused:?}");
    let used = Attachment { ticket: Some(ticket), internal: false, ..sent.clone() };
    assert_eq!(read!(shop, |tx| attachment::find(tx, one).await).unwrap(), Some(used.clone()));
    assert_eq!(read!(shop, |tx| attachment::find(tx, two).await).unwrap(), Some(unused.clone()), "what failed changed nothing");
    assert_eq!(read!(shop, |tx| attachment::list(tx, ticket).await).unwrap(), vec![used]);

    let elsewhere = Digest::of(b"never uploaded");
    assert_eq!(read!(shop, |tx| attachment::find_by_digest(tx, elsewhere).await).unwrap(), None);
    assert!(read!(shop, |tx| attachment::find_by_digest(tx, sent.digest).await).unwrap().is_some());
    write!(shop, |tx| attachment::use_named(tx, other, &[elsewhere, Digest::of(b"a photo")]).await).expect("another ticket has it already");
    assert_eq!(read!(shop, |tx| attachment::list(tx, other).await).unwrap(), vec![]);

    // What something without a ticket shows stays as well.
    let shown = Attachment { id: next_id!(sample, AttachmentId), digest: Digest::of(b"a parcel of nobody"), ..unused.clone() };
    let (kept, c) = (shown.id, shown.clone());
    write!(shop, |tx| {
        attachment::insert(tx, &c).await?;
        attachment::hold(tx, &[kept]).await
    })
    .unwrap();
    let missing = next_id!(sample, AttachmentId);
    let refused = write!(shop, |tx| attachment::hold(tx, &[kept, missing]).await);
    assert!(matches!(refused, Err(Error::NotFound { what: "attachment", .. })), "{refused:?}");

    // What nobody used goes, its bytes after it; an upload of the same bytes waits until they are gone.
    assert_eq!(write!(backend.store, |tx| attachment::leaving(tx, later, 9).await).unwrap(), vec![], "both are named");
    assert_eq!(write!(backend.store, |tx| attachment::forget_unused(tx, later).await).unwrap(), 1);
    assert_eq!(read!(shop, |tx| attachment::find(tx, kept).await).unwrap(), Some(shown));
    assert_eq!(write!(backend.store, |tx| attachment::leaving(tx, now, 9).await).unwrap(), vec![], "touched just now");
    let (digest, tenant) = (unused.digest, shop.tenant());
    for _ in 0..2 {
        assert_eq!(write!(backend.store, |tx| attachment::leaving(tx, later, 9).await).unwrap(), vec![(tenant, digest)]);
    }
    assert!(!write!(shop, |tx| attachment::touch(tx, digest, later).await).unwrap(), "it is being deleted");
    write!(shop, |tx| attachment::gone(tx, digest).await).unwrap();
    assert!(write!(shop, |tx| attachment::touch(tx, digest, later).await).unwrap());
    assert_eq!(write!(backend.store, |tx| attachment::leaving(tx, later, 9).await).unwrap(), vec![], "touched again");
}

pub(super) async fn links(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let mut link = PortalLink {
        id: next_id!(sample, PortalLinkId),
        ticket: next_id!(sample, TicketId),
        scope: LinkScope::Ticket,
        token_digest: Digest::of(b"rpl_token"),
        created_by: Actor::System,
        created_at: sample.now(),
        expires_at: sample.now().plus(chrono::Duration::days(30)),
        revoked_at: None,
    };
    let stored = link.clone();
    write!(shop, |tx| portal_link::insert(tx, &stored).await).unwrap();
    let twin = PortalLink { id: next_id!(sample, PortalLinkId), ..link.clone() };
    let refused = write!(shop, |tx| portal_link::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "portal_token" })), "{refused:?}");
    let (token, id, ticket, now) = (link.token_digest, link.id, link.ticket, sample.now());
    let found = read!(backend.store, |tx| portal_link::find_by_token_digest(tx, token).await).unwrap();
    assert_eq!(found.map(|(tenant, link)| (tenant.id, link)), Some((shop.tenant(), link.clone())));
    assert!(read!(backend.store, |tx| portal_link::find_by_token_digest(tx, Digest::of(b"x")).await).unwrap().is_none());
    let revoked = write!(shop, |tx| portal_link::revoke(tx, id, now).await).unwrap();
    assert_eq!(revoked.and_then(|link| link.revoked_at), Some(now));
    assert_eq!(write!(shop, |tx| portal_link::revoke(tx, id, now).await).unwrap(), None, "once");
    link.revoked_at = Some(now);
    assert_eq!(read!(shop, |tx| portal_link::list(tx, ticket).await).unwrap(), vec![link]);
    let unknown = next_id!(sample, PortalLinkId);
    assert!(write!(shop, |tx| portal_link::revoke(tx, unknown, now).await).is_err());
}

pub(super) async fn surveys(shop: &TenantStore, sample: &mut Sample) {
    let (ticket, agent): (_, UserId) = (next_id!(sample, TicketId), next_id!(sample, UserId));
    let mut sent = Survey {
        id: next_id!(sample, SurveyId),
        ticket,
        assignee: Some(agent),
        sent_at: sample.now(),
        expires_at: sample.now().plus(chrono::Duration::days(14)),
        answered_at: None,
        answer: None,
    };
    let silent = Survey { id: next_id!(sample, SurveyId), ticket: next_id!(sample, TicketId), assignee: None, ..sent.clone() };
    let (a, b) = (sent.clone(), silent.clone());
    write!(shop, |tx| {
        survey::insert(tx, &a).await?;
        survey::insert(tx, &b).await
    })
    .unwrap();
    let twice = Survey { id: next_id!(sample, SurveyId), ..sent.clone() };
    let refused = write!(shop, |tx| survey::insert(tx, &twice).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "survey_ticket" })), "once for each ticket: {refused:?}");
    assert!(read!(shop, |tx| survey::exists(tx, ticket).await).unwrap());
    assert_eq!(read!(shop, |tx| survey::find_by_ticket(tx, ticket).await).unwrap(), Some(sent.clone()));
    let answer = Answer { satisfied: true, score: 4, speed: Some(5), recommend: Some(9), comment: Some("很快".to_owned()) };
    assert_eq!(sent.take(answer.clone(), sample.now()), Ok(true));
    let said = sent.clone();
    write!(shop, |tx| survey::answer(tx, &said, None).await).unwrap();
    let said = sent.clone();
    assert!(matches!(write!(shop, |tx| survey::answer(tx, &said, None).await), Err(Error::Stale { .. })), "somebody was faster");
    let before = sent.answered_at;
    sent.take(Answer { satisfied: false, score: 1, ..answer }, sample.now()).unwrap();
    let said = sent.clone();
    write!(shop, |tx| survey::answer(tx, &said, before).await).unwrap();
    let low = survey::Filter { assignee: Some(agent), score_max: Some(2), score_min: Some(1), answered: Some(true), ..Default::default() };
    assert_eq!(read!(shop, |tx| survey::list(tx, &low, &first(9)).await).unwrap(), (vec![sent.clone()], None));
    let open = survey::Filter { answered: Some(false), from: Some(silent.sent_at), to: Some(sample.now()), ..Default::default() };
    assert_eq!(read!(shop, |tx| survey::list(tx, &open, &first(9)).await).unwrap(), (vec![silent], None));
    let all = survey::Filter::default();
    let counted = |assignee, answered, score_sum, speed_sum| Summary {
        assignee,
        sent: 1,
        answered,
        satisfied: 0,
        score_sum,
        speed_sum,
        speed_count: answered,
    };
    let summary = read!(shop, |tx| survey::summary(tx, &all).await).unwrap();
    assert_eq!(summary, vec![counted(Some(agent), 1, 1, 5), counted(None, 0, 0, 0)]);
}

pub(super) async fn scripts(shop: &TenantStore, sample: &mut Sample) {
    let said = Macro {
        id: next_id!(sample, MacroId),
        version: 1,
        key: "missing-part".to_owned(),
        name: "配件缺失".to_owned(),
        body: "{{customer.name}}您好".to_owned(),
        acts: vec![MacroAct::Reply { internal: false }, MacroAct::AddTag { tag: "配件缺失".to_owned() }],
        updated_at: sample.now(),
    };
    let (stored, twin) = (said.clone(), Macro { id: next_id!(sample, MacroId), ..said.clone() });
    write!(shop, |tx| macros::insert(tx, &stored).await).unwrap();
    let refused = write!(shop, |tx| macros::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "macro_key" })), "{refused:?}");
    let changed = Macro { version: 2, body: "好".to_owned(), ..said };
    let (first_change, again) = (changed.clone(), changed.clone());
    write!(shop, |tx| macros::update(tx, &first_change, 1).await).unwrap();
    assert!(matches!(write!(shop, |tx| macros::update(tx, &again, 1).await), Err(Error::Stale { .. })));
    assert_eq!(read!(shop, |tx| macros::find_by_key(tx, "missing-part").await).unwrap(), Some(changed.clone()));
    assert_eq!(read!(shop, |tx| macros::list(tx).await).unwrap(), vec![changed]);
    assert!(matches!(write!(shop, |tx| macros::delete(tx, "missing-part", 1).await), Err(Error::Stale { .. })));
    write!(shop, |tx| macros::delete(tx, "missing-part", 2).await).unwrap();
    assert!(write!(shop, |tx| macros::delete(tx, "missing-part", 2).await).is_err());

    let own = by_key("empty_box").map(|shipped| Sop { version: 1, updated_at: Some(sample.now()), ..shipped }).unwrap();
    let (stored, twin) = (own.clone(), own.clone());
    write!(shop, |tx| sop::insert(tx, &stored).await).unwrap();
    let refused = write!(shop, |tx| sop::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "sop_key" })), "{refused:?}");
    let changed = Sop { version: 2, ..own };
    let (first_change, again) = (changed.clone(), changed.clone());
    write!(shop, |tx| sop::update(tx, &first_change, 1).await).unwrap();
    assert!(matches!(write!(shop, |tx| sop::update(tx, &again, 1).await), Err(Error::Stale { .. })));
    assert_eq!(read!(shop, |tx| sop::find_by_key(tx, "empty_box").await).unwrap(), Some(changed.clone()));
    assert_eq!(read!(shop, |tx| sop::list(tx).await).unwrap(), vec![changed]);
    assert!(matches!(write!(shop, |tx| sop::delete(tx, "empty_box", 1).await), Err(Error::Stale { .. })));
    write!(shop, |tx| sop::delete(tx, "empty_box", 2).await).unwrap();

    let mut run = SopRun {
        id: next_id!(sample, SopRunId),
        version: 1,
        ticket: next_id!(sample, TicketId),
        sop: "empty_box".to_owned(),
        procedure: by_key("empty_box").unwrap().procedure,
        step: Some("weigh".to_owned()),
        done: Vec::new(),
        started_by: Actor::System,
        started_at: sample.now(),
        finished_at: None,
    };
    let begun = run.clone();
    write!(shop, |tx| sop_run::insert(tx, &begun).await).unwrap();
    let attachment = next_id!(sample, AttachmentId);
    let ticked = Ticked {
        step: "weigh".to_owned(),
        answer: "lost".to_owned(),
        note: None,
        evidence: ["unboxing_video", "weight_record"].map(|key| Shown { key: key.to_owned(), attachment }).to_vec(),
        by: Actor::System,
        at: sample.now(),
    };
    run.tick(ticked).unwrap();
    run.version = 2;
    let (moved, again) = (run.clone(), run.clone());
    write!(shop, |tx| sop_run::update(tx, &moved, 1).await).unwrap();
    assert!(matches!(write!(shop, |tx| sop_run::update(tx, &again, 1).await), Err(Error::Stale { .. })));
    let (id, ticket) = (run.id, run.ticket);
    assert_eq!(read!(shop, |tx| sop_run::find(tx, id).await).unwrap(), Some(run.clone()));
    assert_eq!(read!(shop, |tx| sop_run::list(tx, ticket).await).unwrap(), vec![run]);
}
