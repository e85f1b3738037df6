//! Which fields may be written after a form was handed in: by a customer those that were asked for and those that the form shows them
//! (Z1, U9), by people of the shop whatever the form takes (U6, U8).

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::Timestamp;
use redress_domain::id::UserId;
use redress_domain::portal::{Language, asked, field_words};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Entry;
use redress_forms::{Audience, Facts as Known, Form};
use redress_store::timeline;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::rules::Snapshot;
use crate::workflow::flow::{CustomerTask, Running};
use crate::workflow::turn::Facts;
use crate::workflow::violation::{Violation, Violations};
use crate::workflow::{Error, Workflow};

/// Newest entries of a timeline in which a question is looked for.
const LOOK_BACK: u32 = 500;

/// A field that the customer was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PortalAsked)]
pub struct Asked {
    /// Its name, as `fields` of the answer names it.
    pub field: String,
    /// What is asked, in the customer's language.
    pub text: String,
}

impl Workflow {
    /// What the customer of a ticket is asked for now, in their words: the form's, the workflow's, else those of the house.
    ///
    /// # Errors
    /// When the form cannot be read.
    pub async fn asked(
        &self,
        snapshot: &Snapshot,
        ticket: &Ticket,
        entries: &[Entry],
        running: Option<&Running>,
        language: Language,
    ) -> Result<Vec<Asked>, Error> {
        let names = questions(ticket, entries);
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let form = self.form_of(snapshot, ticket, entries).await?;
        let tag = match language {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        };
        let words = |name: &str| {
            let field = form.as_ref().and_then(|form| form.definition().field(name)).filter(|field| field.is_for(Audience::Customer));
            let label = field.map(|field| if language == Language::Chinese { field.label.zh_cn.clone() } else { field.label.en.clone() });
            let drawn = || running.and_then(|running| running.flow.definition().fields.get(name));
            let own = label.or_else(|| drawn().map(|field| field.name.in_language(tag).to_owned()));
            own.filter(|text| !text.is_empty()).unwrap_or_else(|| field_words(name, language).to_owned())
        };
        Ok(names.into_iter().map(|field| Asked { text: words(&field), field }).collect())
    }

    /// Refuses values of fields that a customer has no business to write, judges those of their form, and sees that the files they name
    /// were uploaded.
    ///
    /// # Errors
    /// Everything that is wrong with the values, or the database.
    pub(in crate::workflow) async fn admit(&self, facts: &Facts, fields: &mut Map<String, Value>) -> Result<(), Error> {
        if fields.is_empty() {
            return Ok(());
        }
        let (snapshot, case) = (&facts.snapshot, &facts.case);
        let id = case.ticket.id;
        let store = self.tenant(snapshot.tenant.id);
        let entries = store.read(move |tx| Box::pin(async move { timeline::latest(tx, id, LOOK_BACK).await })).await?;
        let form = self.form_of(snapshot, &case.ticket, &entries).await?;
        let known = Known {
            ticket: None,
            order: case.order.as_ref(),
            customer: case.customer.as_ref(),
            history: case.history.as_ref(),
            person: None,
        };
        let mut found = Violations::default();
        let questions = questions(&case.ticket, &entries);
        let task = facts.running.as_ref().and_then(CustomerTask::of);
        let judged = form.as_deref().map(|form| judge(form, &case.ticket.fields, fields, &known, facts.now, Audience::Customer));
        for (name, value) in fields.iter_mut() {
            match judged.as_ref().and_then(|judged| judged.accepted.get(name)) {
                Some(Some(accepted)) => *value = accepted.clone(),
                Some(None) => {}
                None => {
                    let work = task.as_ref().and_then(|task| task.fields.iter().find(|field| field.key == *name && field.access.writes()));
                    let internal = form.as_ref().is_some_and(|form| form.definition().field(name).is_some());
                    match work {
                        Some(field) if value.is_null() || field.kind.takes(value) => {}
                        Some(_) => {
                            found.add(
                                "wrong_type",
                                place(name),
                                format!("'{name}' has a value of another type: `task` says what is taken"),
                            );
                        }
                        None if questions.contains(name) && !internal => {}
                        None => {
                            found.add("not_asked", place(name), format!("'{name}' was not asked for: leave it out, `asked` lists what is"));
                        }
                    }
                }
            }
        }
        // What the customer sent has names of its own; what they name must be there all the same (Z6).
        match (&form, judged) {
            (Some(form), Some(judged)) => {
                let (ours, others) = parted(fields, &judged);
                found.extend(judged.wrong);
                self.check_references(snapshot, form, &ours, "/fields", &mut found).await?;
                self.check_files(snapshot, &others, &mut found).await?;
            }
            _ => self.check_files(snapshot, fields, &mut found).await?,
        }
        found.finish().map_err(Error::Invalid)
    }

    /// Judges what people of the shop write of the ticket's form: its types, locks and conditions hold for them as well (U6, U8). What is
    /// no field of the form is theirs to add.
    ///
    /// # Errors
    /// Everything that is wrong with the values, or the database.
    pub(in crate::workflow) async fn admit_from_shop(
        &self,
        facts: &Facts,
        person: UserId,
        fields: &mut Map<String, Value>,
    ) -> Result<(), Error> {
        if fields.is_empty() {
            return Ok(());
        }
        let (snapshot, case) = (&facts.snapshot, &facts.case);
        let id = case.ticket.id;
        let store = self.tenant(snapshot.tenant.id);
        let entries = store.read(move |tx| Box::pin(async move { timeline::latest(tx, id, LOOK_BACK).await })).await?;
        let Some(form) = self.form_of(snapshot, &case.ticket, &entries).await? else { return Ok(()) };
        let known = Known {
            ticket: None,
            order: case.order.as_ref(),
            customer: case.customer.as_ref(),
            history: case.history.as_ref(),
            person: Some(person),
        };
        let mut found = Violations::default();
        self.judge_fields(snapshot, &form, &case.ticket.fields, fields, &known, &mut found).await?;
        found.finish().map_err(Error::Invalid)
    }

    /// Judges those of the given values that belong to a form, beside what is `kept` of it already, as for people of the shop. Nothing is
    /// required here of what was not given.
    pub(in crate::workflow) async fn judge_fields(
        &self,
        snapshot: &Snapshot,
        form: &Form,
        kept: &Map<String, Value>,
        fields: &mut Map<String, Value>,
        known: &Known<'_>,
        found: &mut Violations,
    ) -> Result<(), Error> {
        let judged = judge(form, kept, fields, known, self.now(), Audience::Agent);
        for (name, accepted) in &judged.accepted {
            if let Some(accepted) = accepted {
                fields.insert(name.clone(), accepted.clone());
            }
        }
        let (ours, _) = parted(fields, &judged);
        found.extend(judged.wrong);
        self.check_references(snapshot, form, &ours, "/fields", found).await
    }

    /// The form of a ticket: the edition that it was made with, else the one that is published for its kind.
    async fn form_of(&self, snapshot: &Snapshot, ticket: &Ticket, entries: &[Entry]) -> Result<Option<Arc<Form>>, Error> {
        let made = entries.iter().rev().find(|entry| entry.kind == "form.submitted").map(|entry| &entry.data);
        let edition = |data: &Value| data["edition"].as_u64().and_then(|edition| u32::try_from(edition).ok());
        if let Some((key, edition)) = made.and_then(|data| Some((data["form"].as_str()?, edition(data)?))) {
            return Ok(Some(self.rules.form(snapshot.tenant.id, key, edition).await?));
        }
        self.form_for_kind(snapshot, ticket.kind).await
    }
}

/// Fields that a customer was asked for and may still answer.
fn questions(ticket: &Ticket, entries: &[Entry]) -> Vec<String> {
    match ticket.axes.case {
        CaseStatus::AwaitingCustomer => asked(entries),
        _ => Vec::new(),
    }
}

/// Where a field stands in what was sent.
pub(in crate::workflow) fn place(name: &str) -> String {
    format!("/fields/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// What a form says about some of its answers.
struct Judged {
    /// What was accepted of each field of the form that was given; `None` where that cannot be said, or where it counts as no answer.
    accepted: BTreeMap<String, Option<Value>>,
    /// What is wrong with those that were given.
    wrong: Vec<Violation>,
}

/// The given fields that belong to the form, and the others.
fn parted(given: &Map<String, Value>, judged: &Judged) -> (Map<String, Value>, Map<String, Value>) {
    let all = given.iter().map(|(name, value)| (name.clone(), value.clone()));
    all.partition(|(name, _)| judged.accepted.contains_key(name))
}

/// Judges values among what is `kept` of the form; what earlier answers lack is nobody's to mend here.
fn judge(
    form: &Form,
    kept: &Map<String, Value>,
    given: &Map<String, Value>,
    known: &Known<'_>,
    now: Timestamp,
    audience: Audience,
) -> Judged {
    let theirs = |name: &str| form.definition().field(name).is_some_and(|field| field.is_for(audience));
    // What is locked is filled in again from what is known now.
    let open = |name: &str| form.definition().field(name).is_some_and(|field| !field.locked);
    let all = kept.iter().filter(|(name, _)| open(name)).chain(given).filter(|(name, _)| theirs(name));
    let answers: Map<String, Value> = all.map(|(name, value)| (name.clone(), value.clone())).collect();
    let names = given.keys().filter(|name| theirs(name));
    match form.submit(&Value::Object(answers), known, now, audience) {
        Ok(accepted) => {
            let accepted = accepted.into_map();
            Judged { accepted: names.map(|name| (name.clone(), accepted.get(name).cloned())).collect(), wrong: Vec::new() }
        }
        Err(violations) => {
            let named = |pointer: &str| pointer.split('/').nth(1).map(|name| name.replace("~1", "/").replace("~0", "~"));
            // A check between fields is theirs too when it looks at one that is given, wherever it is told.
            let looks_at = |one: &redress_forms::Violation| {
                let reads = one.params.get("reads").and_then(Value::as_array).into_iter().flatten();
                reads.filter_map(Value::as_str).any(|name| given.contains_key(name))
            };
            let ours =
                violations.into_iter().filter(|one| named(&one.pointer).is_some_and(|name| given.contains_key(&name)) || looks_at(one));
            let mut found = Violations::default();
            found.answers("/fields", ours);
            Judged { accepted: names.map(|name| (name.clone(), None)).collect(), wrong: found.finish().err().unwrap_or_default() }
        }
    }
}
