//! What is wrong with a document that people write.

/// One thing wrong; the path is a JSON pointer (RFC 6901) into the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Finding {
    /// Where.
    pub path: String,
    /// What, and what to do.
    pub message: String,
}
