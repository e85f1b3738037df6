//! Forms (Z1–Z7, U9, L3–L5): what a merchant draws for a kind of ticket, checked; what people answer, filled in, judged and
//! kept.
//!
//! A [`Definition`] is data with versions: [`check()`] tells everything that is wrong with it, [`Definition::publish`] puts it
//! into use, [`schema()`] and [`layout()`] hand it to browsers. A [`Form`] is a definition made ready: [`Form::fill`] begins the
//! answers with what is known, [`Form::submit`] judges them. Conditions between fields are expressions of
//! `redress-expression`, so that the server and a browser evaluate one text; everything else is JSON Schema 2020-12.
//!
//! ```
//! use redress_forms::{Audience, Code, Facts, Form, shipped};
//! use serde_json::json;
//!
//! let form = Form::prepare(shipped().remove(2)).expect("shipped forms have no errors");
//! let now = "2026-10-07T08:00:00Z".parse()?;
//! let answers = json!({ "problem_label": "damaged", "has_photo": false });
//!
//! let violations = form.submit(&answers, &Facts::default(), now, Audience::Customer).unwrap_err();
//! assert_eq!((violations[0].pointer.as_str(), violations[0].code), ("/damage_position", Code::Required));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Like the domain it does no I/O and reads no clock.

mod answer;
mod answers;
mod check;
mod compatible;
mod condition;
mod definition;
mod facts;
mod fill;
mod form;
mod reference;
mod schema;
mod shipped;
mod sitting;
mod stage;
mod submit;
mod violation;

pub use answers::Answers;
pub use check::{Finding, Severity, check};
pub use compatible::{Change, ChangeKind, compatible};
pub use definition::{Audience, Auto, Check, Choice, Control, Definition, Field, Files, Label, Resource, Section, Source, State};
pub use facts::{Facts, environment};
pub use form::Form;
pub use reference::{Reference, Target};
pub use schema::{layout, options, schema};
pub use shipped::shipped;
pub use violation::{Code, Violation};
