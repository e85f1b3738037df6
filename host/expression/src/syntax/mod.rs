//! From text to tree.

mod lex;
mod literal;
mod macros;
mod parse;
mod tree;

pub(crate) use parse::parse;
pub(crate) use tree::{Call, Fold, FoldKind, Kind, Node, Operator};
