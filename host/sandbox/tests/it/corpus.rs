//! Every file of `tests/hostile`: what the upload of it must say, or how a call of it must end, and that the engine goes on
//! working afterwards with nothing lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use redress_domain::decision::Outcome;
use redress_domain::rule::Question;
use redress_sandbox::{AdmitError, Rule, Sandbox};

use crate::guest::{Guest, assessment, component};
use crate::world::{admit, case, codes, context, options};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/hostile");

/// What every rule has beside its hook. A file that defines one of them itself does without this one.
const REST: [(&str, &str); 5] = [
    (r#"(export "memory")"#, r#"(memory (export "memory") 8)"#),
    (
        r#"(export "cabi_realloc")"#,
        r#"(global $next (mut i32) (i32.const 65536))
           (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
             (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
             (global.get $next)
             (global.set $next (i32.add (global.get $next) (local.get 3))))"#,
    ),
    (
        r#"(export "redress:rules/plugin@1.0.0#describe")"#,
        r#"(data (i32.const 1024) "\4c\04\00\00\07\00\00\00\54\04\00\00\05\00\00\00\4c\04\00\00\07\00\00\00\4c\04\00\00\07\00\00\00")
           (data (i32.const 1100) "hostile\001.0.0")
           (func (export "redress:rules/plugin@1.0.0#describe") (result i32) (i32.const 1024))"#,
    ),
    (
        r#"(export "redress:rules/plugin@1.0.0#config-schema")"#,
        r#"(data (i32.const 1056) "\28\04\00\00\02\00\00\00{}")
           (func (export "redress:rules/plugin@1.0.0#config-schema") (result i32) (i32.const 1056))"#,
    ),
    (
        r#"(export "redress:rules/plugin@1.0.0#validate-config")"#,
        r#"(func (export "redress:rules/plugin@1.0.0#validate-config") (param i32 i32) (result i32) (i32.const 4160))"#,
    ),
];

/// What must come of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Expected {
    /// The upload is refused with findings of these codes.
    Upload(Vec<String>),
    /// It is let in, and a call ends so.
    Call(Outcome),
}

/// One file of the corpus.
struct Hostile {
    name: String,
    expected: Expected,
    component: Vec<u8>,
}

fn files() -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(FOLDER)
        .expect("tests/hostile")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "wat"))
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Hostile {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
    let text = std::fs::read_to_string(path).expect("UTF-8 text");
    let expected = text.lines().find_map(expectation).unwrap_or_else(|| panic!("{name}: no line ';; upload:' or ';; call:'"));
    let text = repeated(&text);
    let component = if text.contains("\n(component") {
        wat::parse_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
    } else {
        let rest: Vec<&str> = REST.iter().filter(|(export, _)| !text.contains(export)).map(|(_, rest)| *rest).collect();
        let module = format!("(module {text} {})", rest.join("\n"));
        let world = std::fs::read_to_string(path.with_extension("wit")).ok();
        component(&module, world.as_ref().map_or("fraud-scoring-rule", |_| "hostile"), world.as_deref())
    };
    Hostile { name, expected, component }
}

fn expectation(line: &str) -> Option<Expected> {
    if let Some(codes) = line.strip_prefix(";; upload:") {
        return Some(Expected::Upload(codes.split(',').map(|code| code.trim().to_owned()).collect()));
    }
    let outcome = line.strip_prefix(";; call:")?.trim();
    Some(Expected::Call(serde_json::from_value(outcome.into()).unwrap_or_else(|_| panic!("no outcome is called {outcome}"))))
}

/// Writes `{{3 x nop }}` out as `nop nop nop `.
fn repeated(text: &str) -> String {
    let mut parts = text.split("{{");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, after) = part.split_once("}}").expect("every {{ has its }}");
        let (count, what) = inside.split_once(" x ").expect("{{COUNT x TEXT}}");
        written.push_str(&what.repeat(count.parse().expect("a count")));
        written.push_str(after);
    }
    written
}

/// Asks a good rule as often as there are instances, and once more: a place that was not given back would be missed.
fn all_places_are_free(good: &Rule, places: u32, after: &str) {
    for _ in 0..=places {
        let call = good.call(&context(), "{}", &case(), &Question::FraudScoring);
        assert_eq!(call.outcome, Outcome::Ok, "after {after}: {:?}", call.fault);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_ends_as_it_says_and_harms_nobody() {
    const PLACES: u32 = 2;
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.slots = PLACES;
    // Fuel must end every loop, however busy the machine is, and soon.
    options.limits.wall = Duration::from_mins(1);
    options.limits.fuel = 10_000_000;
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (good, _) = admit(&sandbox, Guest::fraud(&assessment(12)).build()).await;
    let mut wrong = Vec::new();
    for hostile in files().iter().map(|path| read(path)) {
        let found = come_of(&sandbox, &hostile, PLACES).await;
        if found != hostile.expected {
            wrong.push(format!("{}: {found:?} instead of {:?}", hostile.name, hostile.expected));
        }
        all_places_are_free(&good, PLACES, &hostile.name);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Uploads a file and calls what is let in, more often than there are instances.
async fn come_of(sandbox: &Arc<Sandbox>, hostile: &Hostile, places: u32) -> Expected {
    let admitted = match sandbox.admit(hostile.component.clone()).await {
        Ok(admitted) => admitted,
        Err(AdmitError::Rejected(findings)) => {
            assert!(findings.iter().all(|finding| finding.message.len() > 10), "{}: {findings:?}", hostile.name);
            return Expected::Upload(codes(&findings).iter().map(|&code| code.to_owned()).collect());
        }
        Err(error) => panic!("{}: the host failed: {error}", hostile.name),
    };
    let rule = sandbox.load(admitted.digest, crate::world::no_bytes).await.expect("it was just admitted");
    let first = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
    assert_eq!(first.fault.is_none(), first.outcome == Outcome::Ok, "{}: {first:?}", hostile.name);
    assert!(first.peak_memory <= sandbox.limits().memory_bytes as u64, "{}: {} bytes", hostile.name, first.peak_memory);
    for _ in 0..places {
        let again = rule.call(&context(), "{}", &case(), &Question::FraudScoring);
        assert_eq!((again.outcome, again.fuel, &again.fault), (first.outcome, first.fuel, &first.fault), "{}", hostile.name);
    }
    Expected::Call(first.outcome)
}

#[test]
fn the_table_lists_every_file() {
    let table = std::fs::read_to_string(Path::new(FOLDER).join("README.md")).expect("tests/hostile/README.md");
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| table.contains(&format!("`{}`", name.to_string_lossy())));
    let missing: Vec<_> = files().into_iter().filter(|path| !named(path)).collect();
    assert!(missing.is_empty(), "tests/hostile/README.md does not say what these are: {missing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_check_that_never_ends_is_stopped() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.limits.wall = Duration::from_mins(1);
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let hostile = read(&Path::new(FOLDER).join("config-loop.wat"));
    let (rule, _) = admit(&sandbox, hostile.component).await;
    let fault = rule.validate_config("{}").expect_err("it loops");
    assert!(fault.message.contains("validate-config") && fault.message.contains("fuel"), "{}", fault.message);
}
