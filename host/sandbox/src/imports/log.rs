//! `redress:rules/log`.

use redress_domain::decision::LogLine;
use wasmtime::StoreContextMut;
use wasmtime::component::Linker;

use crate::bindings::redress::rules::log::Level;
use crate::state::{CallState, LimitHit};

type Line = (Level, String, Vec<(String, String)>);

pub(super) fn add(linker: &mut Linker<CallState>) -> wasmtime::Result<()> {
    linker.instance("redress:rules/log@1.0.0")?.func_wrap("log", |store: StoreContextMut<'_, CallState>, line: Line| log(store, line))
}

fn log(mut store: StoreContextMut<'_, CallState>, (level, message, fields): Line) -> wasmtime::Result<()> {
    let bytes = message.len() + fields.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>();
    let state = store.data_mut();
    state.count_call()?;
    // An empty line costs room too.
    state.log_room = state.log_room.checked_sub(bytes + 8).ok_or(LimitHit::Log(state.limits.log_bytes))?;
    let level = match level {
        Level::Debug => "debug",
        Level::Info => "info",
        Level::Warn => "warn",
        Level::Error => "error",
    };
    state.log.push(LogLine { level: level.to_owned(), message, fields });
    super::charge(&mut store, 50 + bytes as u64 / 8)
}
