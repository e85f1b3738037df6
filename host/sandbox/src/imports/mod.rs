//! The functions a rule may call. All answer from memory, all are counted, priced and recorded.

mod crypto;
mod history;
mod log;
mod parameters;

use redress_domain::decision::HostCall;
use redress_domain::rule::CaseFile;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasmtime::component::Linker;
use wasmtime::{Engine, StoreContextMut, Trap};

use crate::error::Error;
use crate::state::{CallState, Source};

/// Fuel for any look-up.
const FUEL_PER_CALL: u64 = 200;
/// Fuel for each row a look-up returns.
const FUEL_PER_ROW: u64 = 200;

/// A linker that knows every import there is.
pub(crate) fn linker(engine: &Engine) -> Result<Linker<CallState>, Error> {
    let mut linker = Linker::new(engine);
    // `types` holds no functions, but components import it for its records.
    linker.instance("redress:rules/types@1.0.0").map_err(Error::Engine)?;
    log::add(&mut linker).map_err(Error::Engine)?;
    history::add(&mut linker).map_err(Error::Engine)?;
    parameters::add(&mut linker).map_err(Error::Engine)?;
    crypto::add(&mut linker).map_err(Error::Engine)?;
    Ok(linker)
}

/// Takes `amount` from the call's fuel, as if the rule had done the work itself.
fn charge(store: &mut StoreContextMut<'_, CallState>, amount: u64) -> wasmtime::Result<()> {
    let left = store.get_fuel()?;
    store.set_fuel(left.saturating_sub(amount))?;
    if left < amount { Err(Trap::OutOfFuel.into()) } else { Ok(()) }
}

/// Answers one look-up: from the case and into the transcript, or out of the transcript when a call is replayed.
fn look_up<R: Serialize + DeserializeOwned>(
    store: &mut StoreContextMut<'_, CallState>,
    function: &'static str,
    arguments: impl FnOnce() -> Value,
    rows: impl FnOnce(&R) -> usize,
    live: impl FnOnce(Option<&CaseFile>) -> R,
) -> wasmtime::Result<R> {
    let state = store.data_mut();
    state.count_call()?;
    let arguments = arguments();
    let reply = match &mut state.source {
        Source::Live(case, _) => {
            let reply = live(case.as_deref());
            let result = serde_json::to_value(&reply)?;
            state.host_calls.push(HostCall { function: function.to_owned(), arguments, result });
            reply
        }
        Source::Replay(player) => player.answer(function, &arguments)?,
    };
    let price = FUEL_PER_CALL + FUEL_PER_ROW * rows(&reply) as u64;
    charge(store, price)?;
    Ok(reply)
}
