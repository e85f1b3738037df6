//! Papers (Z33, D11): which template, and which data it gets. Typesetting itself is `redress-print`'s.

pub mod gather;
pub mod model;
pub mod template;
