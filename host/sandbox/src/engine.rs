//! The engine: which WebAssembly it takes, how it meters, where instances live.

use std::hash::{Hash as _, Hasher};
use std::num::NonZeroUsize;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use wasmtime::{
    Config, Enabled, Engine, Inlining, InstanceAllocationStrategy, OperatorCost, OptLevel, PoolingAllocationConfig, Strategy,
    VariableOperatorCost, WasmBacktraceDetails, WasmFeatures,
};

use crate::error::Error;
use crate::options::Limits;

/// What fuel and answers depend on: the engine's version and the settings of this file. Count `p` up with every change that
/// may alter fuel, traps or answers.
pub(crate) const PROFILE: &str = "wasmtime-48.0.8/p1";

/// Every proposal a component may use; all others are refused at upload. Guests in Rust, JavaScript and Python need no
/// more. No threads, no SIMD, no 64-bit memories, no garbage collector, no exceptions, no tail calls: what cannot be used
/// cannot be attacked, and relaxed SIMD and threads would not be deterministic.
pub(crate) const FEATURES: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::EXTENDED_CONST)
    .union(WasmFeatures::COMPONENT_MODEL);

/// What the engine itself needs beside [`FEATURES`]: the code between the parts of a component, which `JavaScript` guests are
/// made of, works on two memories at once. Uploads are still refused when one of their modules has several.
const INTERNAL: WasmFeatures = WasmFeatures::MULTI_MEMORY;

/// How often the epoch moves on.
pub(crate) const TICK: Duration = Duration::from_millis(5);

/// Room in the pool for one component: JavaScript guests have 3 memories, Python guests 38 core modules.
pub(crate) const CORE_INSTANCES: u32 = 100;
pub(crate) const MEMORIES: u32 = 4;
pub(crate) const TABLES: u32 = 48;

/// Cost of each operator in fuel. The table is the engine's own, with a price on growth; a test holds it fast, because a
/// changed price would make every recorded decision diverge.
pub(crate) const fn operator_cost() -> OperatorCost {
    let mut cost = OperatorCost::new();
    cost.variable = VariableOperatorCost { memory_grow_per_page: 64, ..VariableOperatorCost::new() };
    cost
}

/// Settings that artefacts depend on: the compiler process and the server must agree on every one of them.
pub(crate) fn config() -> Config {
    let mut config = Config::new();
    config
        .wasm_features(WasmFeatures::all().difference(FEATURES), false)
        .wasm_features(FEATURES.union(INTERNAL), true)
        .shared_memory(false)
        .concurrency_support(false)
        .consume_fuel(true)
        .operator_cost(operator_cost())
        .epoch_interruption(true)
        .cranelift_nan_canonicalization(true)
        .strategy(Strategy::Cranelift)
        .cranelift_opt_level(OptLevel::Speed)
        .compiler_inlining(Inlining::No)
        .native_unwind_info(false)
        .wasm_backtrace_max_frames(NonZeroUsize::new(16))
        .wasm_backtrace_details(WasmBacktraceDetails::Disable)
        .max_wasm_stack(1 << 20)
        .memory_init_cow(true)
        .memory_guaranteed_dense_image_size(64 << 20)
        .memory_may_move(false)
        .memory_reservation_for_growth(0);
    config
}

/// The server's engine: pooled when the address space allows, on demand otherwise.
pub(crate) fn start(slots: u32, limits: &Limits) -> Result<Engine, Error> {
    let mut pool = PoolingAllocationConfig::new();
    pool.total_component_instances(slots)
        .total_core_instances(slots * CORE_INSTANCES)
        .total_memories(slots * MEMORIES)
        .total_tables(slots * TABLES)
        .max_core_instances_per_component(CORE_INSTANCES)
        .max_memories_per_component(MEMORIES)
        .max_tables_per_component(TABLES)
        .max_memories_per_module(1)
        .max_tables_per_module(4)
        .max_memory_size(limits.memory_bytes)
        .table_elements(limits.table_elements)
        .max_component_instance_size(4 << 20)
        .max_core_instance_size(2 << 20)
        .max_unused_warm_slots(slots)
        .decommit_batch_size(1)
        .linear_memory_keep_resident(16 << 20)
        .table_keep_resident(512 << 10)
        .pagemap_scan(Enabled::Auto);
    let mut pooled = config();
    pooled.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    match Engine::new(&pooled) {
        Ok(engine) => Ok(engine),
        Err(error) => {
            tracing::warn!(%error, slots, "no instance pool, rules run slower: allow the process more address space (ulimit -v) or fewer slots");
            Engine::new(&config()).map_err(Error::Engine)
        }
    }
}

/// Moves the epoch on until the engine is gone. An operating system thread, so that a busy runtime cannot stop the clock.
pub(crate) fn start_ticker(engine: &Engine) -> std::io::Result<()> {
    let engine = engine.weak();
    std::thread::Builder::new().name("sandbox-epoch".to_owned()).spawn(move || {
        loop {
            std::thread::sleep(TICK);
            match engine.upgrade() {
                Some(engine) => engine.increment_epoch(),
                None => return,
            }
        }
    })?;
    Ok(())
}

/// Names everything native code depends on, processor features included: artefacts of another machine are not tried.
pub(crate) fn artefact_profile(engine: &Engine) -> String {
    struct Sha(Sha256);
    impl Hasher for Sha {
        fn write(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
        fn finish(&self) -> u64 {
            0
        }
    }
    let mut sha = Sha(Sha256::new());
    PROFILE.hash(&mut sha);
    engine.precompile_compatibility_hash().hash(&mut sha);
    hex::encode(&sha.0.finalize()[..8])
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use wasmtime::component::{Component, Linker};
    use wasmtime::{Store, StoreContextMut};

    use super::*;
    use crate::validate;

    /// A changed price makes every recorded decision diverge: whoever changes one counts `PROFILE` up and this digest too.
    #[test]
    fn prices_are_pinned() {
        let table = format!("{:?}", operator_cost());
        assert_eq!(hex::encode(&Sha256::digest(table)[..8]), "42172832377f711f", "and the profile is {PROFILE}");
    }

    /// What validation lets through must fit in the pool, or good uploads would fail when they run.
    #[test]
    fn limits_of_uploads_fit_the_pool() {
        let limits = Limits::default();
        assert!(limits.modules <= CORE_INSTANCES);
        assert!(limits.initial_memory_bytes <= limits.memory_bytes as u64);
        assert!(validate::examine(b"", &limits).len() == 1);
    }

    #[test]
    fn without_room_for_a_pool_rules_run_on_demand() {
        // 160,000 memories of 4 GiB are more than a processor can address.
        let engine = start(40_000, &Limits::default()).expect("an engine");
        assert!(engine.pooling_allocator_metrics().is_none());
        assert!(start(1, &Limits::default()).expect("an engine").pooling_allocator_metrics().is_some());
    }

    #[test]
    fn pooled_and_on_demand_engines_share_artefacts() {
        let pooled = start(1, &Limits::default()).expect("an engine");
        let plain = Engine::new(&config()).expect("an engine");
        assert_eq!(artefact_profile(&pooled), artefact_profile(&plain));
    }

    /// A host function that panics is a defect of ours. It must not cost an instance as well.
    #[test]
    fn a_panic_of_the_host_gives_the_instance_back() {
        let engine = start(1, &Limits::default()).expect("an engine");
        let text = "(component
            (import \"host\" (func $host (param \"fail\" bool)))
            (core func $lowered (canon lower (func $host)))
            (core module $m
              (import \"\" \"host\" (func $host (param i32)))
              (memory 1)
              (func (export \"run\") (param i32) (call $host (local.get 0))))
            (core instance $i (instantiate $m (with \"\" (instance (export \"host\" (func $lowered))))))
            (func (export \"run\") (param \"fail\" bool) (canon lift (core func $i \"run\"))))";
        let component = Component::new(&engine, wat::parse_str(text).expect("assembles")).expect("compiles");
        let mut linker = Linker::<()>::new(&engine);
        let host = |_: StoreContextMut<'_, ()>, (fail,): (bool,)| -> wasmtime::Result<()> {
            assert!(!fail, "on purpose");
            Ok(())
        };
        linker.root().func_wrap("host", host).expect("links");
        let call = |fail: bool| {
            let mut store = Store::new(&engine, ());
            store.set_fuel(1_000_000).expect("fuel is on");
            store.set_epoch_deadline(1);
            let instance = linker.instantiate(&mut store, &component).expect("the only instance is free");
            let run = instance.get_typed_func::<(bool,), ()>(&mut store, "run").expect("an export");
            run.call(&mut store, (fail,))
        };
        for _ in 0..3 {
            assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| call(true))).is_err(), "the panic arrives");
            call(false).expect("the next call works");
        }
    }
}
