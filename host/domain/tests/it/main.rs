//! Tests of the domain: the transition table, the rules that combine answers, the ledger, and what is stored as text.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod approval;
mod calendar;
mod decide;
mod fulfilment;
mod gateway;
mod ledger;
mod machine;
mod report;
mod sample;
mod sequence;
mod sla;
mod text;
mod timeline;
mod vectors;
mod warehouse;
