//! The server's sandbox on the author's machine.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use redress_sandbox::{AdmitError, Admitted, LoadError, Rule, Sandbox, SandboxOptions};

use crate::guest::Component;

/// Hidden command under which this program compiles a component to native code.
pub(crate) const COMPILE_COMMAND: &str = "compile-component";

/// Authenticates artefacts in the author's own target directory, where Cargo keeps native code with no key at all.
const LOCAL_KEY: [u8; 32] = *b"redress-plugin local artefacts 1";

/// An admitted plugin, ready to be asked.
pub(crate) struct Local {
    /// The sandbox it runs in.
    pub(crate) sandbox: Arc<Sandbox>,
    /// What it says of itself.
    pub(crate) admitted: Admitted,
    /// The rule.
    pub(crate) rule: Arc<Rule>,
}

/// Runs a future to its end.
pub(crate) fn block_on<F: Future>(future: F) -> Result<F::Output> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the async runtime")?;
    Ok(runtime.block_on(future))
}

/// A sandbox with the server's default limits that keeps its artefacts below a target directory.
pub(crate) fn sandbox(target: &Path) -> Result<Arc<Sandbox>> {
    let program = std::env::current_exe().context("cannot find this program's own file")?;
    let cache = target.join("redress/artefacts");
    std::fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    Sandbox::new(SandboxOptions::new(cache, LOCAL_KEY, (program, vec![COMPILE_COMMAND.into()]))).context("cannot start the sandbox")
}

/// Admits a component as the server would, and loads it.
pub(crate) fn admit(component: &Component) -> Result<Local> {
    let sandbox = sandbox(&component.target)?;
    block_on(async {
        let admitted = match sandbox.admit(component.bytes.clone()).await {
            Ok(admitted) => admitted,
            Err(AdmitError::Rejected(findings)) => {
                for finding in &findings {
                    let place = finding.offset.map(|offset| format!(" (at byte {offset})")).unwrap_or_default();
                    eprintln!("  {}: {}{place}", finding.code, finding.message);
                }
                let one = findings.len() == 1;
                bail!(
                    "a server would refuse {}: {} finding{} above",
                    component.name,
                    if one { "the".to_owned() } else { findings.len().to_string() },
                    if one { "" } else { "s" }
                );
            }
            Err(error) => return Err(error.into()),
        };
        let bytes = component.bytes.clone();
        let rule = sandbox.load(admitted.digest, || async move { Ok::<_, LoadError>(Some(bytes)) }).await?;
        Ok(Local { sandbox: Arc::clone(&sandbox), admitted, rule })
    })?
}
