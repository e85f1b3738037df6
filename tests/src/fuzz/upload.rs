//! Any bytes as an upload.

use std::sync::OnceLock;

use redress_sandbox::{Limits, examine};

/// Examines the bytes as the door does before anything is compiled. Every finding has a code and says what to change, its
/// place lies within the bytes, and twice says the same.
///
/// # Panics
/// When one of these promises is broken.
pub fn run(data: &[u8]) {
    static LIMITS: OnceLock<Limits> = OnceLock::new();
    let limits = LIMITS.get_or_init(Limits::default);
    let findings = examine(data, limits);
    for finding in &findings {
        assert!(!finding.code.is_empty() && finding.message.len() > 10, "{finding:?}");
        assert!(finding.offset.is_none_or(|offset| offset <= data.len() as u64), "{finding:?} in {} bytes", data.len());
    }
    assert!(!findings.is_empty() || data.starts_with(b"\0asm"), "only WebAssembly may pass");
    assert_eq!(examine(data, limits), findings);
}
