//! From WebAssembly to native code. Only ever in a process of its own, which has hard limits and can be killed: a component
//! made to keep a compiler busy must not keep the server busy.

mod child;
mod parent;

pub use child::compile_child;
pub(crate) use parent::compile;

/// Exit code of a compiler process that found fault with the component and says so on its standard error.
const REFUSED: u8 = 3;
