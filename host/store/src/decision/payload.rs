//! The compressed part of a decision.

use std::collections::{BTreeSet, HashMap};

use redress_domain::Digest;
use redress_domain::decision::{Decision, Fault, HostCall, LogLine};
use redress_domain::rule::Answer;
use serde::{Deserialize, Serialize};

use crate::sql::column::to_json;
use crate::sql::pack::{Packed, pack, unpack};

/// Results longer than this lie in a blob of their own: the next rule that asks the same gets the same.
const LONG: usize = 128;

#[derive(Serialize)]
struct PayloadRef<'a> {
    answer: &'a Option<Answer>,
    fault: &'a Option<Fault>,
    host_calls: Vec<StoredCall>,
    log: &'a [LogLine],
}

#[derive(Deserialize)]
pub(super) struct Payload {
    pub(super) answer: Option<Answer>,
    pub(super) fault: Option<Fault>,
    host_calls: Vec<StoredCall>,
    pub(super) log: Vec<LogLine>,
}

#[derive(Serialize, Deserialize)]
struct StoredCall {
    function: String,
    arguments: serde_json::Value,
    #[serde(flatten)]
    result: StoredResult,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredResult {
    /// Short: as it is.
    Result(serde_json::Value),
    /// Long: its digest.
    Digest(Digest),
}

/// Compresses what a decision says; long results of host calls go to `blobs`.
pub(super) fn encode(decision: &Decision, blobs: &mut Vec<Packed>) -> Vec<u8> {
    let host_calls = decision.host_calls.iter().map(|call| store(call, blobs)).collect();
    let payload = PayloadRef { answer: &decision.answer, fault: &decision.fault, host_calls, log: &decision.log };
    pack(to_json(&payload).as_bytes())
}

fn store(call: &HostCall, blobs: &mut Vec<Packed>) -> StoredCall {
    let text = to_json(&call.result);
    let result = if text.len() > LONG {
        let blob = Packed::of(text.as_bytes());
        let digest = blob.digest();
        blobs.push(blob);
        StoredResult::Digest(digest)
    } else {
        StoredResult::Result(call.result.clone())
    };
    StoredCall { function: call.function.clone(), arguments: call.arguments.clone(), result }
}

/// What a trial over the past needs of it.
#[derive(Deserialize)]
pub(super) struct AnswerOnly {
    pub(super) answer: Option<Answer>,
}

/// The answer alone, which costs far less than everything; `None` when it cannot be read.
pub(super) fn decode_answer(packed: &[u8]) -> Option<AnswerOnly> {
    serde_json::from_slice(&unpack(packed)?).ok()
}

/// Takes the value back; `None` when it cannot be read.
pub(super) fn decode(packed: &[u8]) -> Option<Payload> {
    serde_json::from_slice(&unpack(packed)?).ok()
}

impl Payload {
    /// The blobs it refers to.
    pub(super) fn refers_to(&self, digests: &mut BTreeSet<Digest>) {
        digests.extend(self.host_calls.iter().filter_map(|call| match call.result {
            StoredResult::Digest(digest) => Some(digest),
            StoredResult::Result(_) => None,
        }));
    }

    /// The host calls with their results; `None` when a blob is missing or cannot be read.
    pub(super) fn host_calls(&mut self, blobs: &HashMap<Digest, Vec<u8>>) -> Option<Vec<HostCall>> {
        std::mem::take(&mut self.host_calls)
            .into_iter()
            .map(|call| {
                let result = match call.result {
                    StoredResult::Result(result) => result,
                    StoredResult::Digest(digest) => serde_json::from_slice(blobs.get(&digest)?).ok()?,
                };
                Some(HostCall { function: call.function, arguments: call.arguments, result })
            })
            .collect()
    }
}
