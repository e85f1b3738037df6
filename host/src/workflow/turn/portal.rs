//! What a turn does for the customer: files, and the survey after the end (U14).

use redress_domain::Digest;
use redress_domain::id::{AttachmentId, PortalLinkId, SurveyId, TaskId};
use redress_domain::portal::{LinkScope, PortalLink};
use redress_domain::status::CaseStatus;
use redress_domain::survey::Survey;
use redress_domain::task::Task;
use redress_domain::ticket::Priority;
use redress_domain::timeline::Actor;
use serde_json::json;

use super::Turn;
use crate::config::Portal;
use crate::gateways::Vault;
use crate::notify::link;

/// Where a request has been answered, for better or worse. Withdrawn, merged and expired ones are not asked about.
const ANSWERED: &[CaseStatus] = &[CaseStatus::Completed, CaseStatus::RefusedFinal, CaseStatus::Closed];
const UNASKED: &[CaseStatus] = &[CaseStatus::Cancelled, CaseStatus::Merged, CaseStatus::ClosedExpired];

impl Turn {
    /// Takes files over, and notes it. They are written with the turn, all or none.
    pub fn attach(&mut self, files: &[AttachmentId], internal: bool) {
        for file in files {
            self.note("ticket.attachment_added", json!({ "attachment": file, "internal": internal }));
            self.attached.push((*file, internal));
        }
    }

    /// Sets how urgent the ticket is.
    pub fn set_priority(&mut self, priority: Priority) {
        let before = self.ticket().priority;
        if before != priority {
            self.facts.case.ticket.priority = priority;
            self.note("ticket.priority_changed", json!({ "from": before, "to": priority }));
            self.touch();
        }
    }

    /// Adds a tag, unless the ticket has it.
    pub fn add_tag(&mut self, tag: String) {
        if !self.ticket().tags.contains(&tag) {
            self.note("ticket.tagged", json!({ "tag": tag }));
            self.facts.case.ticket.tags.push(tag);
            self.touch();
        }
    }

    /// Gives the ticket exactly these tags, each once.
    pub fn set_tags(&mut self, tags: Vec<String>) {
        let gone: Vec<String> = self.ticket().tags.iter().filter(|tag| !tags.contains(tag)).cloned().collect();
        if !gone.is_empty() {
            self.facts.case.ticket.tags.retain(|tag| !gone.contains(tag));
            self.note("ticket.untagged", json!({ "tags": gone }));
            self.touch();
        }
        for tag in tags {
            self.add_tag(tag);
        }
    }

    /// Puts a task on somebody's list, unless this turn did already.
    pub fn put_task(&mut self, title: String, role: &str) {
        if self.tasks.iter().any(|task| task.title == title && task.role == role) {
            return;
        }
        let (ticket, by, now) = (self.ticket().id, self.facts.actor.clone(), self.facts.now);
        let task = Task::for_role(self.id(TaskId::generate), ticket, title, role.to_owned(), by, now);
        self.tasks.push(task);
    }

    /// Asks the customer whether they are satisfied, once for each ticket, when this turn ended it. The link goes out with the event
    /// `survey.sent`; which channel it takes, notification rules say. They see where its token will stand, and so does whoever reads
    /// the outbox or a recorded question; the token itself is put in when the message leaves.
    pub fn ask_for_survey(&mut self, terms: &Portal, vault: &Vault) {
        let (before, case) = (self.case_before, self.ticket().axes.case);
        let ended = ANSWERED.contains(&case) && !ANSWERED.contains(&before) && !UNASKED.contains(&before);
        let nobody = self.facts.case.customer.is_none() || self.ticket().is_work();
        if !terms.survey || !ended || self.facts.surveyed || self.survey.is_some() || nobody {
            return;
        }
        let now = self.facts.now;
        let expires_at = now.plus(chrono::Duration::days(terms.survey_days.into()));
        let (ticket, id) = (self.ticket().id, self.id(PortalLinkId::generate));
        let token_digest = Digest::of(vault.link_token(self.facts.snapshot.tenant.id, id).as_bytes());
        let survey = Survey {
            id: self.id(SurveyId::generate),
            ticket,
            assignee: self.ticket().assignee,
            sent_at: now,
            expires_at,
            answered_at: None,
            answer: None,
        };
        let link = PortalLink {
            id,
            ticket,
            scope: LinkScope::Survey,
            token_digest,
            created_by: Actor::System,
            created_at: now,
            // An answer on the last day may still be changed.
            expires_at: expires_at.plus(redress_domain::survey::CHANGE_WINDOW),
            revoked_at: None,
        };
        self.note("survey.sent", json!({ "survey": survey.id, "assignee": survey.assignee, "expires_at": expires_at }));
        let url = format!("{}{}", terms.url, link::place(id));
        self.announce(link::SURVEY_SENT, json!({ "survey": survey.id, "link": id, "url": url, "expires_at": expires_at }));
        self.survey = Some((survey, link));
    }
}
