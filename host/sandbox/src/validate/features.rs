//! Is it valid, and does it keep to the proposals that are allowed?

use wasmparser::{Validator, WasmFeatures};

use crate::engine::FEATURES;
use crate::error::Finding;

/// A proposal that is not allowed, with what it needs beside itself, and how to do without it.
struct Proposal {
    name: &'static str,
    flags: WasmFeatures,
    advice: &'static str,
}

const fn proposal(name: &'static str, flags: WasmFeatures, advice: &'static str) -> Proposal {
    Proposal { name, flags, advice }
}

const PROPOSALS: &[Proposal] = &[
    proposal("SIMD", WasmFeatures::SIMD, "build without simd128"),
    proposal("relaxed SIMD", WasmFeatures::RELAXED_SIMD.union(WasmFeatures::SIMD), "build without relaxed-simd"),
    proposal("threads", WasmFeatures::THREADS, "build without atomics and shared memory"),
    proposal("tail calls", WasmFeatures::TAIL_CALL, "build without tail-call"),
    proposal("several memories in a module", WasmFeatures::MULTI_MEMORY, "use one memory"),
    proposal("64-bit memories", WasmFeatures::MEMORY64, "build for wasm32"),
    proposal("exceptions", WasmFeatures::EXCEPTIONS, "build with panics or exceptions that abort"),
    proposal("old exceptions", WasmFeatures::LEGACY_EXCEPTIONS, "build with exceptions that abort"),
    proposal("external references", WasmFeatures::GC_TYPES, "use integers as handles"),
    proposal("typed function references", WasmFeatures::FUNCTION_REFERENCES, "use funcref tables"),
    proposal(
        "garbage collection",
        WasmFeatures::GC.union(WasmFeatures::GC_TYPES).union(WasmFeatures::FUNCTION_REFERENCES),
        "use a toolchain that manages memory itself",
    ),
    proposal("custom page sizes", WasmFeatures::CUSTOM_PAGE_SIZES, "use pages of 64 KiB"),
    proposal("wide arithmetic", WasmFeatures::WIDE_ARITHMETIC, "build without wide-arithmetic"),
    proposal("stack switching", WasmFeatures::STACK_SWITCHING, "build without stack switching"),
    proposal("asynchronous components", WasmFeatures::CM_ASYNC, "build synchronous exports (for componentize-qjs: --sync)"),
    proposal("64-bit components", WasmFeatures::CM64.union(WasmFeatures::MEMORY64), "build for wasm32"),
];

/// Validates the whole upload. Whenever it fails, tries whether a forbidden proposal would let validation come further: then
/// that proposal is the finding, and validation goes on with it, so that one answer names all of them.
pub(super) fn features(bytes: &[u8]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut allowed = FEATURES;
    while let Err((offset, message)) = validate(bytes, allowed) {
        let helps = |proposal: &&Proposal| match validate(bytes, allowed.union(proposal.flags)) {
            Ok(()) => true,
            Err((further, _)) => further != offset,
        };
        let Some(found) = PROPOSALS.iter().filter(|proposal| !allowed.contains(proposal.flags)).find(helps) else {
            let message = format!("the component is not valid: {message}; build it again with current tools");
            findings.push(Finding::at("invalid_component", offset, message));
            return findings;
        };
        let message = format!("the component uses {}, which rules may not: {}", found.name, found.advice);
        findings.push(Finding::at("forbidden_feature", offset, message));
        allowed = allowed.union(found.flags);
    }
    findings
}

fn validate(bytes: &[u8], features: WasmFeatures) -> Result<(), (usize, String)> {
    match Validator::new_with_features(features).validate_all(bytes) {
        Ok(_) => Ok(()),
        Err(error) => Err((error.offset(), error.message().to_owned())),
    }
}
