//! Functions and methods.

use super::{Machine, convert, text, type_error, unavailable, when};
use crate::Value;
use crate::facts::Unavailable;
use crate::fault::{Cause, Fault};
use crate::money::minor_units;
use crate::syntax::{Call, Kind};

impl<'a> Machine<'a> {
    pub(super) fn call(&mut self, call: &'a Call, at: u32) -> Result<Value, Fault> {
        let arguments = call.arguments.iter().map(|argument| self.value(argument)).collect::<Result<Vec<_>, _>>()?;
        let Some(target) = &call.target else {
            self.text_costs(at, arguments.first(), arguments.get(1).filter(|_| &*call.name == "matches"))?;
            return self.function(&call.name, &arguments).map_err(|cause| cause.at(at));
        };
        // A method of the facts themselves, unless a macro has bound the name.
        if let Kind::Path(path) = &target.kind
            && !self.locals.iter().any(|(local, _)| path.first().is_some_and(|first| **first == **local))
        {
            match self.facts.call(path, &call.name, &arguments) {
                Err(Unavailable::Unknown) => {}
                answer => return answer.map_err(|why| unavailable(why, &format!("{}.{}()", path.join("."), call.name)).at(at)),
            }
        }
        let target = self.value(target)?;
        self.text_costs(at, Some(&target), arguments.first().filter(|_| &*call.name == "matches"))?;
        method(&target, &call.name, &arguments).map_err(|cause| cause.at(at))
    }

    /// Functions go through a text once, patterns for each of their parts.
    fn text_costs(&mut self, at: u32, whole: Option<&Value>, pattern: Option<&Value>) -> Result<(), Fault> {
        let size = |value: Option<&Value>| if let Some(Value::Text(text)) = value { text.len() } else { 0 };
        self.step(at, size(whole).saturating_mul(1 + size(pattern)))
    }

    fn function(&self, name: &str, arguments: &[Value]) -> Result<Value, Cause> {
        match (name, arguments) {
            ("size", [of]) => size(of),
            ("money", [Value::Text(amount)]) => {
                let digits = self.settings.money_digits.ok_or_else(|| Cause::Failed("money() needs a currency, and none is set".into()))?;
                minor_units(amount, digits).map(Value::Int).map_err(Cause::Unreadable)
            }
            ("matches", [Value::Text(whole), Value::Text(pattern)]) => text::matches(whole, pattern),
            ("dyn", [of]) => Ok(of.clone()),
            ("type", [of]) => Ok(Value::Type(of.type_name())),
            (name, [of]) => convert::convert(name, of).unwrap_or_else(|| no_function(name, arguments)),
            _ => no_function(name, arguments),
        }
    }
}

/// A function that exists does not fit, or there is none.
fn no_function(name: &str, arguments: &[Value]) -> Result<Value, Cause> {
    if crate::check::is_function(name) {
        return Err(type_error(&format!("{name}()"), &arguments.iter().collect::<Vec<_>>()));
    }
    Err(Cause::Unknown(format!("{name}()")))
}

fn method(of: &Value, name: &str, arguments: &[Value]) -> Result<Value, Cause> {
    match (of, name, arguments) {
        (of, "size", []) => size(of),
        (Value::Text(whole), _, _) if text::is_method(name) => text::method(whole, name, arguments),
        (Value::Timestamp(moment), _, _) if when::is_method(name) => when::of_moment(*moment, name, arguments),
        (Value::Duration(length), _, []) if when::is_method(name) => when::of_length(*length, name),
        _ => {
            let mut all = vec![of];
            all.extend(arguments);
            if text::is_method(name) || when::is_method(name) || name == "size" {
                return Err(type_error(&format!("{name}()"), &all));
            }
            Err(Cause::Unknown(format!("{name}()")))
        }
    }
}

fn size(of: &Value) -> Result<Value, Cause> {
    let size = match of {
        Value::Text(text) => text.chars().count(),
        Value::Bytes(bytes) => bytes.len(),
        Value::List(items) => items.len(),
        Value::Map(entries) => entries.len(),
        other => return Err(type_error("size()", &[other])),
    };
    Ok(Value::Int(i64::try_from(size).unwrap_or(i64::MAX)))
}
