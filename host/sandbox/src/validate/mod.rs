//! Static checks of an upload. They do not stop at the first finding: an author sees everything at once.

mod features;
mod names;
mod scan;

use wasmtime::Engine;

use crate::error::Finding;
use crate::options::Limits;

/// Everything wrong with the bytes of an upload that can be told without compiling it; empty when they may be compiled.
pub fn examine(bytes: &[u8], limits: &Limits) -> Vec<Finding> {
    if bytes.len() > limits.upload_bytes {
        let (found, most) = (bytes.len(), limits.upload_bytes);
        let message = format!("the upload has {found} bytes, at most {most} are taken: strip it, or use a smaller language runtime");
        return vec![Finding::new("too_large", message)];
    }
    if Engine::detect_precompiled(bytes).is_some() {
        let message = "the upload is native code that wasmtime compiled: upload the .wasm component it was made from";
        return vec![Finding::new("precompiled", message)];
    }
    if !bytes.starts_with(b"\0asm") && !b"\0asm".starts_with(bytes) || bytes.is_empty() {
        let message =
            "the upload is not WebAssembly: it does not begin with \\0asm; upload the .wasm file that `redress-plugin build` wrote";
        return vec![Finding::at("not_wasm", 0, message)];
    }
    let scan = match scan::scan(bytes) {
        Ok(scan) => scan,
        // Half a file says nothing reliable about the rest.
        Err(finding) => return vec![finding],
    };
    let mut findings = scan.sizes(limits);
    findings.extend(names::imports(&scan.imports));
    findings.extend(names::exports(&scan.exports));
    findings.extend(features::features(bytes));
    findings
}
