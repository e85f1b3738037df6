//! The goods are inspected: a match releases the money at once (D4), anything else holds it and alerts the risk officer (D5).

use redress_domain::Event;
use redress_domain::event::Author;
use redress_domain::id::{AttachmentId, InspectionId, OfferId, TenantId, TicketId};
use redress_domain::rule::NewTask;
use redress_domain::status::CaseStatus;
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;
use redress_domain::warehouse::abuse::look_up;
use redress_domain::warehouse::checklist::expected;
use redress_domain::warehouse::house::HouseRules;
use redress_domain::warehouse::inspection::{
    Conclusion, ExpectedReturn, Hold, InspectedLine, Inspection, InspectionError, Problem, conclude,
};
use redress_domain::warehouse::kept::{Finding, KeptInspection, KeptOffer, OfferState};
use redress_domain::warehouse::offer::{OfferError, Terms, offer};
use serde_json::json;

use super::Goods;
use crate::workflow::act::{check_version, decide_if_submitted};
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Takes an inspection in. The result is ready to be written with [`Workflow::commit`]; [`Turn::kept`] shows the inspection
    /// and the offer that followed.
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, counts that do not add up, a case in which nothing is inspected, no free
    /// sandbox, the database.
    pub async fn inspect(
        &self,
        tenant: TenantId,
        by: Actor,
        id: TicketId,
        seen: Option<i64>,
        lines: Vec<InspectedLine>,
    ) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, by).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            let (rules, wrong) = HouseRules::read(&turn.case().parameters);
            if !wrong.is_empty() {
                turn.note("parameters.ignored", json!({ "codes": wrong }));
            }
            let all_here = goods.complete_with(None);
            let expected = expected(turn.ticket(), turn.case().order.as_ref(), &goods.checklists, &rules, all_here);
            inspected(turn, lines, &expected, &goods, &rules)
        })
        .await
    }
}

/// What follows from what was found.
pub(super) fn inspected(
    turn: &mut Turn,
    lines: Vec<InspectedLine>,
    expected: &ExpectedReturn,
    goods: &Goods,
    rules: &HouseRules,
) -> Result<(), Error> {
    let inspection = Inspection { lines, by: turn.actor().clone(), at: turn.now() };
    let photos: Vec<AttachmentId> = inspection.lines.iter().flat_map(|line| super::shown(&line.photos)).collect();
    turn.attach(&photos, true);
    let concluded = conclude(&inspection, expected).map_err(unreadable)?;
    let id = turn.id(InspectionId::generate);
    let keep = |turn: &mut Turn, finding, problems: Vec<Problem>| {
        let ticket = turn.ticket().id;
        turn.keep_goods(Keep::Inspection(KeptInspection {
            id,
            ticket,
            inspection: inspection.clone(),
            expected: expected.clone(),
            finding,
            problems,
        }));
    };
    withdraw_offer(turn, goods);
    match concluded {
        Conclusion::Ok { event, .. } => {
            turn.apply(event)?;
            keep(turn, Finding::Ok, Vec::new());
            decide_if_submitted(turn)
        }
        Conclusion::Waiting { missing } => {
            // Nothing happens to the ticket, but only where something could.
            let dry = Event::GoodsInspected { ok: false, note: None };
            turn.ticket().clone().apply(dry, turn.actor(), turn.now())?;
            turn.note("goods.inspected_in_part", json!({ "inspection": id, "missing": missing }));
            keep(turn, Finding::Waiting, missing);
            Ok(())
        }
        Conclusion::Hold(hold) => {
            let Hold { problems, event, alert, .. } = hold;
            turn.apply(event)?;
            keep(turn, Finding::Hold, problems.clone());
            assign(turn, alert);
            let past = turn.case().history.as_ref().map(|past| look_up(turn.ticket(), past, &rules.abuse, turn.now()));
            if let Some(found) = past.filter(|found| found.tag.is_some() || found.signal.is_some()) {
                turn.suspect(found);
            }
            // What was found of goods whose replacement has left already is a matter for people.
            if turn.ticket().axes.case != CaseStatus::InspectionHold {
                return Ok(());
            }
            make_offer(turn, id, &problems, expected, rules)
        }
    }
}

/// An offer about what an earlier inspection found is off the table.
pub(super) fn withdraw_offer(turn: &mut Turn, goods: &Goods) {
    if let Some(open) = goods.offer.as_ref().filter(|offer| offer.state == OfferState::Open) {
        turn.keep_goods(Keep::OfferEnded(KeptOffer { state: OfferState::Withdrawn, ..open.clone() }));
    }
}

/// Gives a role something to do. A tenant without the role has the news on the timeline alone.
pub(super) fn assign(turn: &mut Turn, task: NewTask) {
    let told = json!({ "title": task.title, "role": task.role });
    if let Err(why) = turn.add_task(task) {
        turn.note("task.refused", json!({ "task": told, "why": why }));
    }
}

fn make_offer(
    turn: &mut Turn,
    inspection: InspectionId,
    problems: &[Problem],
    expected: &ExpectedReturn,
    rules: &HouseRules,
) -> Result<(), Error> {
    let (now, entries) = (turn.now(), turn.entries_so_far());
    let made = match offer(turn.ticket(), problems, expected, &entries, &rules.terms, now) {
        // A script that cannot be said must not keep the customer waiting: the usual one is said.
        Err(OfferError::Script(error)) => {
            turn.note("script.refused", json!({ "why": error.to_string() }));
            let terms = Terms { script: Terms::default().script, ..rules.terms.clone() };
            offer(turn.ticket(), problems, expected, &entries, &terms, now)?
        }
        made => made?,
    };
    let Some(made) = made else { return Ok(()) };
    let (expires_at, text) = (made.expires_at, made.text.clone());
    turn.apply(Event::MessageAdded { author: Author::Agent, body: text, internal: false })?;
    turn.start(TimerKind::OfferExpired, chrono::Duration::hours(rules.terms.answer_hours.into()));
    turn.announce("offer.made", json!({ "deduction": made.deduction, "expires_at": expires_at, "text": made.text }));
    let kept = KeptOffer {
        id: turn.id(OfferId::generate),
        inspection,
        offer: made,
        made_at: now,
        state: OfferState::Open,
        choice: None,
        answered_by: None,
        answered_at: None,
    };
    turn.keep_goods(Keep::Offer(kept));
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unreadable(error: InspectionError) -> Error {
    let code = match error {
        InspectionError::UnknownLine(_) => "unknown_reference",
        _ => "invalid",
    };
    Error::invalid(code, "/lines", error.to_string())
}
