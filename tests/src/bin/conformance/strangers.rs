//! Modules made at random (`wasm/smith-modules` of the conformance data): each is uploaded as it is, then taken aboard a
//! rule and uploaded again, and every function it exports is called. Whatever happens has a name, and a good rule goes on
//! answering. With `SHOW_FINDINGS` set, every finding is printed.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use redress_domain::decision::Outcome;
use redress_domain::rule::{CallContext, CaseFile, Question};
use redress_sandbox::{AdmitError, Admitted, Rule, Sandbox, SandboxOptions};
use redress_tests::hostile::Core;
use redress_tests::stowaway::Stowaway;

use crate::checks::Checks;

/// The sample case of the plugin CLI.
const CASE: &str = include_str!("../../../../sdk/cli/src/fixture/sample.json");
/// Longest that an upload of at most a few KiB may take, on a slow and busy machine.
const UPLOAD_WITHIN: Duration = Duration::from_secs(30);

/// Modules of our own: most random ones need proposals that rules may not use, so these show that calls arrive.
const KNOWN: [(&str, &str); 4] = [
    ("(module (func (export \"a\") (param i64)))", "ok"),
    ("(module (func (export \"a\") (loop (br 0))))", "out_of_fuel"),
    ("(module (func (export \"a\") (param f64) (result i32) unreachable))", "guest_trap"),
    ("(module (func $a (export \"a\") (call $a)))", "stack_overflow"),
];

/// How often each thing happened.
type Counts = BTreeMap<String, u32>;

/// Runs all modules of a folder.
pub(crate) async fn run(folder: &Path, checks: &mut Checks) -> Result<()> {
    let dir = tempfile::tempdir()?;
    let compiler = (std::env::current_exe()?, vec!["compile-component".into()]);
    let mut options = SandboxOptions::new(dir.path().join("cache"), [7; 32], compiler);
    // So few that a place which is not given back is missed at once.
    options.slots = 2;
    // Fuel ends a loop long before, unless the machine is very busy; then it would not be the module that is measured.
    options.limits.wall = Duration::from_mins(1);
    let sandbox = Sandbox::new(options)?;
    let good = Core::default().encode("fraud-scoring-rule")?;
    let good = admitted(&sandbox, good).await?.map_err(|codes| anyhow::anyhow!("the good rule is refused: {codes:?}"))?.1;
    for (text, wanted) in KNOWN {
        let stowaway = Stowaway::new(&wat::parse_str(text)?)?;
        let found = admitted(&sandbox, stowaway.component).await?;
        let (_, rule) = found.map_err(|codes| anyhow::anyhow!("{text} is refused: {codes:?}"))?;
        checks.same(text, &ask(&rule, &Stowaway::config(0))?.as_str(), &wanted);
    }
    let files = modules(folder)?;
    ensure!(!files.is_empty(), "no modules below {}", folder.display());
    let (mut raw, mut aboard, mut outcomes, mut slowest) = (Counts::new(), Counts::new(), Counts::new(), Duration::ZERO);
    for path in &files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(path)?;
        let stowaway = Stowaway::new(&bytes).with_context(|| name.clone())?;
        for (way, component, counts) in [("raw", bytes, &mut raw), ("aboard", stowaway.component, &mut aboard)] {
            let begun = Instant::now();
            let found = admitted(&sandbox, component).await;
            slowest = slowest.max(begun.elapsed());
            checks.holds(&format!("{name} {way} in time"), begun.elapsed() < UPLOAD_WITHIN, || format!("{:?}", begun.elapsed()));
            match found {
                Err(error) => checks.failed(&format!("{name} {way}"), &format!("{error:#}")),
                Ok(Err(codes)) => {
                    checks.holds(&format!("{name} {way} says why"), !codes.is_empty(), || "no findings".to_owned());
                    *counts.entry(codes.first().cloned().unwrap_or_default()).or_default() += 1;
                }
                Ok(Ok((_, rule))) => {
                    *counts.entry("admitted".to_owned()).or_default() += 1;
                    call(&rule, stowaway.calls, &name, &mut outcomes, checks)?;
                }
            }
            let outcome = ask(&good, "{}")?;
            checks.same(&format!("a good rule after {name} {way}"), &outcome.as_str(), &"ok");
        }
    }
    println!("   {} modules; the slowest upload took {:.1} s", files.len(), slowest.as_secs_f64());
    println!("   as they are: {}", show(&raw));
    println!("   aboard a rule: {}", show(&aboard));
    println!("   calls: {}", show(&outcomes));
    Ok(())
}

/// The rule, or the codes of what is wrong with it; anything else is a failure of the host.
async fn admitted(sandbox: &Arc<Sandbox>, component: Vec<u8>) -> Result<Result<(Admitted, Arc<Rule>), Vec<String>>> {
    // In a task of its own, so that a panic is seen as one.
    let task = tokio::spawn({
        let (sandbox, component) = (Arc::clone(sandbox), component.clone());
        async move { sandbox.admit(component).await }
    });
    match task.await.context("the upload panicked")? {
        Ok(admitted) => {
            let rule = sandbox.load(admitted.digest, || async { Ok::<_, std::io::Error>(None) }).await?;
            Ok(Ok((admitted, rule)))
        }
        Err(AdmitError::Rejected(findings)) => {
            if std::env::var_os("SHOW_FINDINGS").is_some() {
                println!("   {}", serde_json::to_string(&findings)?);
            }
            Ok(Err(findings.into_iter().map(|finding| finding.code.to_owned()).collect()))
        }
        Err(AdmitError::Infra(error)) => Err(error).context("the host failed"),
    }
}

/// Calls every function twice: the same must come of it, to the unit of fuel.
fn call(rule: &Rule, calls: usize, name: &str, outcomes: &mut Counts, checks: &mut Checks) -> Result<()> {
    let (case, context) = sample()?;
    for nth in 0..calls {
        let what = format!("{name}, function {nth}");
        let config = Stowaway::config(nth);
        let asked = || std::panic::catch_unwind(AssertUnwindSafe(|| rule.call(&context, &config, &case, &Question::FraudScoring)));
        let (Ok(first), Ok(again)) = (asked(), asked()) else {
            checks.failed(&what, "the host panicked");
            continue;
        };
        checks.holds(&what, first.outcome.is_deterministic(), || format!("{first:?}"));
        checks.same(&format!("{what}, again"), &(again.outcome, again.fuel, again.fault), &(first.outcome, first.fuel, first.fault));
        *outcomes.entry(named(first.outcome)).or_default() += 1;
    }
    Ok(())
}

fn ask(rule: &Rule, config: &str) -> Result<String> {
    let (case, context) = sample()?;
    Ok(named(rule.call(&context, config, &case, &Question::FraudScoring).outcome))
}

fn named(outcome: Outcome) -> String {
    serde_json::to_value(outcome).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

fn sample() -> Result<(Arc<CaseFile>, CallContext)> {
    let case: CaseFile = serde_json::from_str(CASE).context("the sample case")?;
    let (decision_id, tenant, locale) = ("dec_1".to_owned(), "strangers".to_owned(), "en".to_owned());
    let context = CallContext { decision_id, tenant, now: case.ticket.created_at, seed: (1, 2), locale };
    Ok((Arc::new(case), context))
}

/// Modules below a folder, in order.
fn modules(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(modules(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "wasm") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn show(counts: &Counts) -> String {
    counts.iter().map(|(what, count)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
}
