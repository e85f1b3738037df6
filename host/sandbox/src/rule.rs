//! A loaded rule and the calls to it. Every call is a new world: a fresh store and instance, thrown away afterwards.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use redress_domain::Digest;
use redress_domain::decision::{Fault, HostCall, LogLine, Outcome};
use redress_domain::plugin::Capability;
use redress_domain::rule::{Answer, CallContext, CaseFile, GatewayAnswer, GatewayQuestion, Hook, Intent, Question, RuleError, Violation};
use wasmtime::component::{Instance, InstancePre};
use wasmtime::{Engine, Store, UpdateDeadline};

use crate::bindings::exports::redress::rules::{
    automation, fraud_scoring, notification, plugin, refund_approval, routing, schedule, settlement,
};
use crate::bindings::redress::rules::types as wit;
use crate::check;
use crate::convert::{answer, case as convert, gateway, question};
use crate::engine::TICK;
use crate::keys::Keys;
use crate::lanes;
use crate::options::{Allowance, Limits};
use crate::outcome::{Stage, classify};
use crate::replay::{self, Recorded, Replay};
use crate::schema::ConfigSchema;
use crate::state::{CallState, LimitHit, Source};
use crate::weigh;

/// Data the engine may copy out of a rule at once. Above every limit of ours, so that ours speaks first.
const MOST_COPIED: usize = 16 << 20;
/// Component-model handles a rule may hold; no interface of ours has any.
const MOST_HANDLES: usize = 256;

/// A rule that is compiled, linked and ready to be called from any thread.
pub struct Rule {
    pub(crate) digest: Digest,
    pub(crate) engine: Engine,
    pub(crate) pre: InstancePre<CallState>,
    pub(crate) exports: Exports,
    pub(crate) limits: Arc<Limits>,
    /// Bytes of native code, for the weight in the cache.
    pub(crate) weight: usize,
    /// The schema of its configuration, made ready by the first check.
    pub(crate) schema: OnceLock<ConfigSchema>,
}

/// Where the component's exports are, found once.
pub(crate) struct Exports {
    pub(crate) plugin: plugin::GuestIndices,
    pub(crate) routing: Option<routing::GuestIndices>,
    pub(crate) fraud_scoring: Option<fraud_scoring::GuestIndices>,
    pub(crate) refund_approval: Option<refund_approval::GuestIndices>,
    pub(crate) notification: Option<notification::GuestIndices>,
    pub(crate) automation: Option<automation::GuestIndices>,
    pub(crate) schedule: Option<schedule::GuestIndices>,
    pub(crate) settlement: Option<settlement::GuestIndices>,
}

/// One call and all it left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// How it ended.
    pub outcome: Outcome,
    /// The checked answer, for [`Outcome::Ok`] only.
    pub answer: Option<Answer>,
    /// What went wrong, for every other outcome.
    pub fault: Option<Fault>,
    /// What the rule asked the host, in order; log lines are not among them.
    pub host_calls: Vec<HostCall>,
    /// What the rule logged.
    pub log: Vec<LogLine>,
    /// Fuel used.
    pub fuel: u64,
    /// Largest sum of linear memories, in bytes.
    pub peak_memory: u64,
    /// Wall time in microseconds, instantiation included.
    pub duration_us: u64,
}

impl Call {
    /// The answer that may count: a refused one stays in the record and counts for nothing.
    pub fn usable(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|_| self.outcome == Outcome::Ok)
    }
}

/// Why an export gave nothing usable, before it is told as a [`Fault`].
enum Failure {
    Engine(Stage, wasmtime::Error),
    Guest(RuleError),
    Invalid(check::Invalid),
    Limit(LimitHit),
    NoSuchHook(Hook),
}

impl Rule {
    /// [`check_config`](crate::check_config) with the schema of this rule's plugin, which is made ready once.
    pub fn check_config(&self, schema: &serde_json::Value, config: &serde_json::Value) -> Vec<Violation> {
        self.schema.get_or_init(|| ConfigSchema::new(schema)).check(config)
    }

    /// SHA-256 of the component's bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Hooks it exports.
    pub fn hooks(&self) -> Vec<Hook> {
        Hook::ALL.iter().copied().filter(|&hook| self.exports.has(hook)).collect()
    }

    /// What it may ever ask: look-ups that it does not import it cannot make, and only two hooks have intents.
    pub fn asks(&self) -> Vec<Capability> {
        let component = self.pre.component();
        let kind = component.component_type();
        let imports =
            |interface: &str| kind.imports(component.engine()).any(|(name, _)| name == format!("redress:rules/{interface}@1.0.0"));
        let intents = self.exports.has(Hook::Automation) || self.exports.has(Hook::Schedule);
        let may = |capability: &Capability| match capability {
            Capability::History => imports("history"),
            Capability::Parameters => imports("parameters"),
            _ => intents,
        };
        Capability::ALL.iter().copied().filter(may).collect()
    }

    /// Asks the rule. Blocks for as long as the rule runs, at most the wall limit; call it from [`crate::Sandbox::run`] or
    /// another thread that may block.
    pub fn call(&self, context: &CallContext, config: &str, case: &Arc<CaseFile>, question: &Question) -> Call {
        self.call_within(Allowance::default(), context, config, case, question)
    }

    /// [`Rule::call`] with less than everything.
    pub fn call_within(
        &self,
        allowance: Allowance,
        context: &CallContext,
        config: &str,
        case: &Arc<CaseFile>,
        question: &Question,
    ) -> Call {
        self.run(allowance, context, config, case, question, Source::Live(Some(Arc::clone(case)), None)).0
    }

    /// [`Rule::call_within`] for a gateway's rule, with the secrets that the gateway was given.
    pub fn call_with_keys(
        &self,
        allowance: Allowance,
        context: &CallContext,
        config: &str,
        case: &Arc<CaseFile>,
        question: &Question,
        keys: Arc<dyn Keys>,
    ) -> Call {
        self.run(allowance, context, config, case, question, Source::Live(Some(Arc::clone(case)), Some(keys))).0
    }

    /// Asks a gateway's rule about a message that came by itself. No case is asked about, so there are no look-ups.
    pub fn hear(
        &self,
        allowance: Allowance,
        context: &CallContext,
        config: &str,
        headers: Vec<(String, String)>,
        body: String,
        keys: Arc<dyn Keys>,
    ) -> Call {
        let begun = Instant::now();
        let asked = GatewayQuestion::Notification { headers, body };
        let mut store = self.store(allowance, Source::Live(None, Some(keys)));
        let said = self.start(&mut store).and_then(|instance| {
            let guest = self.exports.settlement.as_ref().ok_or(Failure::NoSuchHook(Hook::Settlement))?;
            let guest = guest.load(&mut store, &instance).map_err(|error| Failure::Engine(stage(Hook::Settlement), error))?;
            self.ask_gateway(&guest, &mut store, &convert::context(context, config), &asked).map(Answer::Settlement)
        });
        self.end(begun, store, &Question::Settlement(Box::new(asked)), said).0
    }

    /// Runs a recorded call again, answering look-ups from the record, and compares.
    pub fn replay(&self, recorded: &Recorded) -> Replay {
        replay::replay(self, recorded)
    }

    /// Asks the rule what is wrong with a configuration that has passed its schema.
    ///
    /// # Errors
    /// A [`Fault`] when the rule crashes or hits a limit instead of answering.
    pub fn validate_config(&self, config: &str) -> Result<Result<(), Vec<Violation>>, Fault> {
        let mut store = self.store(Allowance::default(), Source::nobody());
        let asked = self.start(&mut store).and_then(|instance| {
            let stage = Stage::Export("plugin.validate-config");
            let guest = self.exports.plugin.load(&mut store, &instance).map_err(|error| Failure::Engine(stage, error))?;
            let found = guest.call_validate_config(&mut store, config).map_err(|error| Failure::Engine(stage, error))?;
            let found = found.map_err(answer::violations);
            let most = self.limits.output_bytes;
            match &found {
                Err(found) if weigh::violations(found) > most => Err(Failure::Limit(LimitHit::Output(most))),
                _ => Ok(found),
            }
        });
        match asked {
            Ok(found) => Ok(found),
            Err(failure) => Err(failure.tell(store.data()).1),
        }
    }

    /// One call in a fresh store, with look-ups answered from `source`. The state is handed back for the replayer.
    pub(crate) fn run(
        &self,
        allowance: Allowance,
        context: &CallContext,
        config: &str,
        case: &CaseFile,
        question: &Question,
        source: Source,
    ) -> (Call, Option<CallState>) {
        let begun = Instant::now();
        let mut store = self.store(allowance, source);
        let asked = self.start(&mut store).and_then(|instance| self.ask(&mut store, &instance, context, config, case, question));
        self.end(begun, store, question, asked)
    }

    /// What a call left behind.
    fn end(
        &self,
        begun: Instant,
        store: Store<CallState>,
        question: &Question,
        asked: Result<Answer, Failure>,
    ) -> (Call, Option<CallState>) {
        let asked = asked.and_then(|answer| {
            let most = self.limits.output_bytes;
            if weigh::answer(&answer) > most {
                return Err(Failure::Limit(LimitHit::Output(most)));
            }
            check::answer(question, &answer).map_err(Failure::Invalid)?;
            Ok(answer)
        });
        // A rule that ran dry used all of it, wherever the engine noticed.
        let left = store.get_fuel().unwrap_or(0);
        let mut state = store.into_data();
        let budget = state.fuel();
        let (outcome, answer, fault) = match asked {
            Ok(answer) => (Outcome::Ok, Some(answer), None),
            Err(failure) => {
                let (outcome, fault) = failure.tell(&state);
                (outcome, None, Some(fault))
            }
        };
        let fuel = if outcome == Outcome::OutOfFuel { budget } else { budget.saturating_sub(left) };
        let call = Call {
            outcome,
            answer,
            fault,
            host_calls: std::mem::take(&mut state.host_calls),
            log: std::mem::take(&mut state.log),
            fuel,
            peak_memory: state.meter.peak as u64,
            duration_us: u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
        };
        (call, Some(state))
    }

    /// A store with every meter set.
    pub(crate) fn store(&self, allowance: Allowance, source: Source) -> Store<CallState> {
        let state = CallState::new(&self.limits, allowance, source);
        let fuel = state.fuel();
        let mut store = Store::new(&self.engine, state);
        store.limiter(|state| &mut state.meter);
        // Fuel is on in every engine of ours, so this cannot fail.
        let _ = store.set_fuel(fuel);
        store.set_hostcall_fuel(MOST_COPIED);
        store.set_max_component_handles(MOST_HANDLES);
        let ticks = |time: Duration| u64::try_from(time.as_millis() / TICK.as_millis()).unwrap_or(u64::MAX).max(1);
        let (wall, patience, last) = (ticks(self.limits.wall), ticks(lanes::PATIENCE), ticks(lanes::LAST_PATIENCE));
        if lanes::is_lane() && last < wall {
            let mut steps = [(lanes::slow_down as fn(), last - patience), (lanes::stand_back as fn(), wall - last)].into_iter();
            store.set_epoch_deadline(patience);
            store.epoch_deadline_callback(move |_| {
                Ok(steps.next().map_or(UpdateDeadline::Interrupt, |(step, more)| {
                    step();
                    UpdateDeadline::Continue(more)
                }))
            });
        } else {
            store.set_epoch_deadline(wall);
        }
        store
    }

    fn start(&self, store: &mut Store<CallState>) -> Result<Instance, Failure> {
        self.pre.instantiate(store).map_err(|error| Failure::Engine(Stage::Start, error))
    }

    fn ask(
        &self,
        store: &mut Store<CallState>,
        instance: &Instance,
        context: &CallContext,
        config: &str,
        case: &CaseFile,
        question: &Question,
    ) -> Result<Answer, Failure> {
        let context = convert::context(context, config);
        let case = convert::file(case);
        let hook = question.hook();
        let missing = Failure::NoSuchHook(hook);
        let stage = stage(hook);
        let engine = |error| Failure::Engine(stage, error);
        match question {
            Question::Routing(desk) => {
                let guest = self.exports.routing.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_route(store, &context, &case, &question::desk(desk)).map_err(engine)?;
                Ok(Answer::Routing(self.spoke(found)?.map(answer::route)))
            }
            Question::FraudScoring => {
                let guest = self.exports.fraud_scoring.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_score(store, &context, &case).map_err(engine)?;
                Ok(Answer::FraudScoring(answer::assessment(self.spoke(found)?)))
            }
            Question::RefundApproval(request) => {
                let guest = self.exports.refund_approval.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_evaluate(store, &context, &case, &question::refund_request(request)).map_err(engine)?;
                let found = answer::decision(self.spoke(found)?).map_err(|error| Failure::Invalid(error.into()))?;
                Ok(Answer::RefundApproval(found))
            }
            Question::Notification(event) => {
                let guest = self.exports.notification.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_compose(store, &context, &case, &question::event(event)).map_err(engine)?;
                Ok(Answer::Notification(self.spoke(found)?.into_iter().map(answer::message).collect()))
            }
            Question::Automation(event) => {
                let guest = self.exports.automation.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_react(store, &context, &case, &question::event(event)).map_err(engine)?;
                Ok(Answer::Automation(intents(self.spoke(found)?)?))
            }
            Question::Schedule(tick) => {
                let guest = self.exports.schedule.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                let found = guest.call_due(store, &context, &case, question::tick(tick)).map_err(engine)?;
                Ok(Answer::Schedule(intents(self.spoke(found)?)?))
            }
            Question::Settlement(asked) => {
                let guest = self.exports.settlement.as_ref().ok_or(missing)?.load(&mut *store, instance).map_err(engine)?;
                self.ask_gateway(&guest, store, &context, asked).map(Answer::Settlement)
            }
        }
    }

    fn ask_gateway(
        &self,
        guest: &settlement::Guest,
        store: &mut Store<CallState>,
        context: &wit::Context,
        asked: &GatewayQuestion,
    ) -> Result<GatewayAnswer, Failure> {
        let engine = |error| Failure::Engine(stage(Hook::Settlement), error);
        Ok(match asked {
            GatewayQuestion::Request { order, attempt } => {
                let found = guest.call_request(store, context, &gateway::order(order), *attempt).map_err(engine)?;
                GatewayAnswer::Request(gateway::request(self.spoke(found)?))
            }
            GatewayQuestion::Query { order } => {
                let found = guest.call_query(store, context, &gateway::order(order)).map_err(engine)?;
                GatewayAnswer::Request(gateway::request(self.spoke(found)?))
            }
            GatewayQuestion::Response { order, asked, answer } => {
                let (order, asked, answer) = (gateway::order(order), gateway::purpose(*asked), gateway::response(answer));
                let found = guest.call_response(store, context, &order, asked, &answer).map_err(engine)?;
                GatewayAnswer::Outcome(gateway::outcome(self.spoke(found)?))
            }
            GatewayQuestion::Notification { headers, body } => {
                let found = guest.call_notification(store, context, headers, body).map_err(engine)?;
                GatewayAnswer::Notice(self.spoke(found)?.map(gateway::notice))
            }
        })
    }

    fn spoke<T>(&self, found: Result<T, wit::RuleError>) -> Result<T, Failure> {
        found.map_err(|error| {
            let error = answer::rule_error(error);
            let most = self.limits.output_bytes;
            if weigh::error(&error) > most { Failure::Limit(LimitHit::Output(most)) } else { Failure::Guest(error) }
        })
    }
}

fn intents(found: Vec<wit::Intent>) -> Result<Vec<Intent>, Failure> {
    let intent = |found| answer::intent(found).map_err(|field| Failure::Invalid(check::Invalid::FieldNotJson(field.0)));
    found.into_iter().map(intent).collect()
}

impl Exports {
    pub(crate) fn has(&self, hook: Hook) -> bool {
        match hook {
            Hook::Routing => self.routing.is_some(),
            Hook::FraudScoring => self.fraud_scoring.is_some(),
            Hook::RefundApproval => self.refund_approval.is_some(),
            Hook::Notification => self.notification.is_some(),
            Hook::Automation => self.automation.is_some(),
            Hook::Schedule => self.schedule.is_some(),
            Hook::Settlement => self.settlement.is_some(),
        }
    }
}

impl Failure {
    fn tell(self, state: &CallState) -> (Outcome, Fault) {
        let plain = |outcome, message| (outcome, Fault { message, error: None, backtrace: Vec::new() });
        match self {
            Self::Engine(at, error) => classify(&error, at, state),
            Self::Guest(error) => {
                let message = said(&error);
                (Outcome::GuestError, Fault { message, error: Some(error), backtrace: Vec::new() })
            }
            Self::Invalid(invalid) => plain(Outcome::InvalidOutput, format!("the answer is not allowed: {invalid}")),
            Self::Limit(hit) => plain(Outcome::Limit, format!("the rule went over a limit: {hit}")),
            Self::NoSuchHook(hook) => plain(Outcome::Unavailable, format!("the component does not export {hook}: bind another one")),
        }
    }
}

fn said(error: &RuleError) -> String {
    let list = |found: &[Violation]| {
        found.iter().map(|violation| format!("{} {}", violation.path, violation.message)).collect::<Vec<_>>().join("; ")
    };
    match error {
        RuleError::InvalidInput(found) => format!("the case lacks what the rule needs: {}", list(found)),
        RuleError::Config(found) => format!("the configuration does not fit: {}", list(found)),
        RuleError::Unavailable(text) => format!("the rule cannot answer for now: {text}"),
        RuleError::Internal(text) => format!("the rule reports a defect of its own: {text}"),
    }
}

/// The function of a hook, as its author knows it.
pub(crate) const fn stage(hook: Hook) -> Stage {
    Stage::Export(match hook {
        Hook::Routing => "routing.route",
        Hook::FraudScoring => "fraud-scoring.score",
        Hook::RefundApproval => "refund-approval.evaluate",
        Hook::Notification => "notification.compose",
        Hook::Automation => "automation.react",
        Hook::Schedule => "schedule.due",
        Hook::Settlement => "settlement",
    })
}
