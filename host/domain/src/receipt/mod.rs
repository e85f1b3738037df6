//! Receipts: what a decision was made from and what it said, signed by the server, so that anybody can check years later and
//! without the server that the record is the one that was made, and run it again.
//!
//! A receipt is a JSON document `{statement, public_key, signature, material?}`. The signature is Ed25519 over the UTF-8 bytes of
//! the statement's canonical JSON: keys sorted, no spaces, only `"`, `\` and the characters below U+0020 escaped (RFC 8785; a
//! statement holds texts, integers, booleans and nulls alone). Texts of the material are the exact bytes whose SHA-256 the
//! statement names.

mod canonical;
mod key;
mod statement;
mod verify;

use serde::{Deserialize, Serialize};

use crate::public_key::PublicKey;

pub use canonical::canonical;
pub use key::{KeyId, Signer};
pub use statement::{Contents, FORMAT, Link, StatedPlugin, Statement};
pub use verify::{Check, Verdict, chain, verify};

/// A signed statement about one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = DecisionReceipt))]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// What is stated.
    pub statement: Statement,
    /// The key that signed. It only shows that the receipt is of one piece: who wants to know whose it is compares it with a key
    /// that the server's operator has published.
    pub public_key: PublicKey,
    /// The signature, 128 hexadecimal digits.
    pub signature: String,
    /// What the digests of the statement name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material: Option<Material>,
}

/// The contents behind a statement's digests, as the exact texts that were digested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// The case file: JSON of [`CaseFile`](crate::rule::CaseFile).
    pub case: String,
    /// The question: JSON of [`Question`](crate::rule::Question).
    pub question: String,
    /// The configuration.
    pub config: String,
    /// The record with answer, fault, host calls and log: JSON of [`Decision`](crate::decision::Decision). The seal is the
    /// SHA-256 of the 32 bytes of the seal before it, if there is one, followed by this text.
    pub record: String,
}
