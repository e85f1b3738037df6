//! Any bytes as what a rule leaves in its memory for an answer, and any JSON as question and answer.

use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use redress_domain::decision::Outcome;
use redress_domain::rule::{Answer, CallContext, CaseFile, Question};
use redress_sandbox::{Rule, Sandbox, SandboxOptions, objection};
use serde::Deserialize;

use crate::data;
use crate::hostile::Core;

/// The sample case of the plugin CLI.
const CASE: &str = include_str!("../../../sdk/cli/src/fixture/sample.json");

/// Address at which a rule finds the bytes and says that its answer lies.
pub const BASE: u32 = 1024;

/// Copies the configuration, two letters from `a` to `p` for each byte, to [`BASE`] and answers that.
const ECHO: &str = "(local $at i32) (local $from i32) (local $count i32)
    (local.set $from (i32.load offset=40 (local.get 0)))
    (local.set $count (i32.div_u (i32.load offset=44 (local.get 0)) (i32.const 2)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
      (i32.store8 offset=1024 (local.get $at) (i32.or
        (i32.shl (i32.sub (i32.load8_u (local.get $from)) (i32.const 97)) (i32.const 4))
        (i32.sub (i32.load8_u offset=1 (local.get $from)) (i32.const 97))))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
    (i32.const 1024)";

/// Question and answer as the database keeps them.
#[derive(Deserialize)]
struct Pair {
    question: Question,
    answer: Answer,
}

/// The first byte chooses: `{` begins JSON, anything else one of three hooks, and the rest is the memory of its answer.
/// Whatever a rule leaves, the call ends in a class that belongs to the rule, twice the same, and an answer that is taken
/// is allowed and survives the database.
///
/// # Panics
/// When one of these promises is broken.
pub fn run(data: &[u8]) {
    match data.split_first() {
        Some((b'{', _)) => json(data),
        Some((hook, memory)) => memory_of_answer(*hook, &memory[..memory.len().min(16 << 10)]),
        None => {}
    }
}

fn json(data: &[u8]) {
    let Ok(pair) = serde_json::from_slice::<Pair>(data) else { return };
    survives(&pair.question);
    survives(&pair.answer);
    let told = objection(&pair.question, &pair.answer);
    assert!(told.is_none_or(|told| told.len() > 5), "an objection says what is wrong");
}

/// Written and read again it is the same.
fn survives<T: PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned>(value: &T) {
    let text = serde_json::to_string(value).expect("it can be written");
    let again: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text} cannot be read again: {error}"));
    assert_eq!(&again, value, "{text}");
}

fn memory_of_answer(hook: u8, memory: &[u8]) {
    static WORLD: OnceLock<World> = OnceLock::new();
    let world = WORLD.get_or_init(|| World::new().expect("three rules that echo"));
    let (rule, question) = &world.rules[usize::from(hook) % world.rules.len()];
    let config: String = memory.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| char::from(b'a' + half)).collect();
    let call = rule.call(&world.context, &config, &world.case, question);
    let classes = [Outcome::Ok, Outcome::GuestError, Outcome::InvalidOutput, Outcome::Limit];
    assert!(classes.contains(&call.outcome), "{:?}: {:?}", call.outcome, call.fault);
    match &call.answer {
        Some(answer) => {
            assert_eq!(objection(question, answer), None);
            survives(answer);
        }
        None => assert!(call.fault.as_ref().is_some_and(|fault| !fault.message.is_empty()), "{call:?}"),
    }
    let again = rule.call(&world.context, &config, &world.case, question);
    assert_eq!((again.outcome, again.fuel, again.answer, again.fault), (call.outcome, call.fuel, call.answer, call.fault));
}

/// Three rules that echo, and what they are asked.
struct World {
    rules: Vec<(Arc<Rule>, Question)>,
    context: CallContext,
    case: Arc<CaseFile>,
    /// Compiled rules, while they are in use.
    _folder: tempfile::TempDir,
}

impl World {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let compiler = data::program("redress-compile").or_else(|_| {
            let built = data::root().join("target/debug/redress-compile");
            built.is_file().then_some(built).context("no redress-compile: run `cargo build --workspace --bins` first")
        })?;
        let sandbox = Sandbox::new(SandboxOptions::new(folder.path().join("cache"), [7; 32], (compiler, Vec::new())))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut rules = Vec::new();
        for (world, question) in [
            ("fraud-scoring-rule", r#"{"hook":"fraud-scoring"}"#),
            (
                "refund-approval-rule",
                r#"{"hook":"refund-approval","input":{"requested":{"minor":28800,"currency":"CNY"},"net":{"minor":28800,"currency":"CNY"},"refunded_before":{"minor":0,"currency":"CNY"},"risk":null}}"#,
            ),
            ("routing-rule", r#"{"hook":"routing","input":{"queues":[{"key":"finance","name":"Finance"}],"agents":[],"turn":0}}"#),
        ] {
            let component = Core { name: "echo", evaluate: ECHO, ..Core::default() }.encode(world)?;
            let rule = runtime.block_on(async {
                let admitted = sandbox.admit(component).await?;
                anyhow::Ok(sandbox.load(admitted.digest, || async { Ok::<_, std::io::Error>(None) }).await?)
            })?;
            rules.push((rule, serde_json::from_str(question).context("a question")?));
        }
        let case: CaseFile = serde_json::from_str(CASE).context("the sample case")?;
        let (decision_id, tenant, locale) = ("dec_1".to_owned(), "fuzz".to_owned(), "en".to_owned());
        let context = CallContext { decision_id, tenant, now: case.ticket.created_at, seed: (1, 2), locale };
        Ok(Self { rules, context, case: Arc::new(case), _folder: folder })
    }
}
