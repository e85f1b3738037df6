//! `redress:rules/parameters`: values of the tenant that rules read.

use redress_domain::parameter::ParameterValue;
use serde_json::json;
use wasmtime::StoreContextMut;
use wasmtime::component::Linker;

use super::look_up;
use crate::bindings::redress::rules::parameters::Value;
use crate::state::CallState;

pub(super) fn add(linker: &mut Linker<CallState>) -> wasmtime::Result<()> {
    linker
        .instance("redress:rules/parameters@1.0.0")?
        .func_wrap("get", |store: StoreContextMut<'_, CallState>, (code,): (String,)| get(store, &code))
}

fn get(mut store: StoreContextMut<'_, CallState>, code: &str) -> wasmtime::Result<(Option<Value>,)> {
    let allowed = store.data().allowance.parameters;
    let value: Option<ParameterValue> = look_up(
        &mut store,
        "parameters/get",
        || json!({ "code": code }),
        |value: &Option<ParameterValue>| usize::from(value.is_some()),
        |case| case.filter(|_| allowed).and_then(|case| case.parameters.get(code)).cloned(),
    )?;
    Ok((value.map(into_wit),))
}

fn into_wit(value: ParameterValue) -> Value {
    match value {
        ParameterValue::Boolean(value) => Value::Boolean(value),
        ParameterValue::Number(text) => Value::Number(text),
        ParameterValue::String(text) => Value::Text(text),
        ParameterValue::Set(values) => Value::Set(values),
        ParameterValue::Department(key) => Value::Department(key),
        ParameterValue::Person(id) => Value::Person(id),
        ParameterValue::Role(name) => Value::Role(name),
    }
}
