//! Who calls, and whether they may. Handlers say in their signature what they need: [`Can`]`<`[`permit`]`::…>`.

mod cache;
mod caller;
mod operator;
pub mod permit;

pub use cache::KeyCache;
pub use caller::{Caller, Unknown, authenticate};
pub(in crate::http) use caller::{bearer, refused};
pub use operator::Operator;
pub use permit::Can;
