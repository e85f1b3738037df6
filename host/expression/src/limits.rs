//! How large an expression may be and how long it may run.

/// Caps that keep every expression cheap, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the text.
    pub text: usize,
    /// Parts of the parsed expression.
    pub nodes: usize,
    /// Levels of nesting.
    pub depth: u16,
    /// Steps of one evaluation: one for each part that is evaluated, and one for every 16 bytes or items that are copied
    /// or searched.
    pub steps: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text: 2_000, nodes: 500, depth: 48, steps: 50_000 }
    }
}
