//! The merchant's inventory over HTTP: reservations are made, looked at and released at the tenant's connector.
//!
//! The connector speaks three requests, all about one reservation, which a key of ours names:
//!
//! - `POST {base_url}/reservations` with `{"key", "ticket", "lines": [{"sku", "quantity"}]}` and the key as `Idempotency-Key` sets
//!   all lines aside or none. The same key again is the same reservation, and one that was released stays so.
//! - `GET {base_url}/reservations/{key}` says where it stands; 404 when it is not known.
//! - `POST {base_url}/reservations/{key}/release` lets it go. A key that is not known is remembered as released, so that a
//!   reservation that arrives later sets nothing aside.
//!
//! Each answers `{"key", "state": "reserved" | "out_of_stock" | "released", "reference", "missing": [{"sku", "available"}]}`.
//! Whatever else comes back, or nothing, is unknown: it is asked about, and never asked for under another key.

mod ask;
mod open;

pub use ask::{ask, check};
pub use open::{NotOpen, Open, open};
