//! Functions and methods.

use super::Checker;
use super::name::did_you_mean;
use crate::evaluate::{pattern_of, zone_help};
use crate::money::minor_units;
use crate::suggest::nearest;
use crate::syntax::{Call, Kind, Node};
use crate::time::{Duration, Timestamp, offset};
use crate::{Type, Value};

/// Functions, for messages.
const FUNCTIONS: [&str; 11] = ["size", "money", "matches", "int", "uint", "double", "string", "bool", "bytes", "timestamp", "duration"];
/// Functions that run, but that would make types unknown.
const UNCHECKED: [&str; 2] = ["dyn", "type"];
const METHODS: [&str; 18] = [
    "size",
    "contains",
    "startsWith",
    "endsWith",
    "matches",
    "lowerAscii",
    "upperAscii",
    "trim",
    "getFullYear",
    "getMonth",
    "getDate",
    "getDayOfMonth",
    "getDayOfWeek",
    "getDayOfYear",
    "getHours",
    "getMinutes",
    "getSeconds",
    "getMilliseconds",
];
const MACROS: [&str; 6] = ["has", "all", "exists", "exists_one", "filter", "map"];

/// True for names of functions, whatever their arguments.
pub(crate) fn is_function(name: &str) -> bool {
    FUNCTIONS.contains(&name) || UNCHECKED.contains(&name)
}

impl<'a> Checker<'a> {
    pub(super) fn call(&mut self, call: &'a Call, at: u32) -> Type {
        match &call.target {
            None => self.function(call, at),
            Some(target) => self.method(call, target, at),
        }
    }

    fn function(&mut self, call: &'a Call, at: u32) -> Type {
        let name = &*call.name;
        if name == "money" {
            return self.money(call, at);
        }
        let arguments: Vec<Type> = call.arguments.iter().map(|argument| self.kind(argument)).collect();
        if !FUNCTIONS.contains(&name) {
            let otherwise = match name {
                "dyn" | "type" => "types are known before it runs, so it is not needed".to_owned(),
                name if METHODS.contains(&name) || MACROS.contains(&name) => format!("write it after a dot, as in value.{name}(…)"),
                _ => format!("there are {}", FUNCTIONS.join(", ")),
            };
            let meant = nearest(name, FUNCTIONS.into_iter().chain(MACROS));
            return self
                .problem(at, format!("there is no function '{name}'{}", did_you_mean(meant.filter(|meant| *meant != name), &otherwise)));
        }
        let [argument, rest @ ..] = &arguments[..] else {
            return self.problem(at, format!("{name}() needs an argument"));
        };
        if rest.len() != usize::from(name == "matches") {
            return self
                .problem(at, format!("{name}() takes {} argument(s), here are {}", 1 + usize::from(name == "matches"), arguments.len()));
        }
        if name == "matches" {
            return self.matches(argument, call.arguments.get(1), at);
        }
        if let Some(Node { kind: Kind::Literal(Value::Text(text)), .. }) = call.arguments.first() {
            let readable = match name {
                "timestamp" => Timestamp::parse(text).is_some(),
                "duration" => Duration::parse(text).is_some(),
                _ => true,
            };
            if !readable {
                let example = if name == "timestamp" { "2026-10-07T08:00:00Z" } else { "90m or 1h30m" };
                return self.problem(at, format!("'{text}' cannot be read by {name}(): write something like {example}"));
            }
        }
        converted(name, argument).unwrap_or_else(|| self.problem(at, format!("{name}() cannot be used with {argument}")))
    }

    /// The amount must stand there as a text, so that it is known to be exact before anything runs.
    fn money(&mut self, call: &Call, at: u32) -> Type {
        let [Node { kind: Kind::Literal(Value::Text(amount)), .. }] = &call.arguments[..] else {
            self.problem(at, "money() takes one amount in quotation marks, as in money(\"50.00\")");
            return Type::Money;
        };
        match self.environment.money_digits {
            None => self.problem(at, "money() needs a currency: set the currency of the table first"),
            Some(digits) => match minor_units(amount, digits) {
                Ok(_) => Type::Money,
                Err(message) => self.problem(at, message),
            },
        };
        Type::Money
    }

    fn matches(&mut self, of: &Type, pattern: Option<&Node>, at: u32) -> Type {
        if !of.fits(&Type::Text) {
            self.problem(at, format!("matches() looks into a text, and this is {of}"));
        }
        match pattern {
            Some(Node { kind: Kind::Literal(Value::Text(pattern)), .. }) => {
                if let Err(message) = pattern_of(pattern) {
                    self.problem(at, message);
                }
            }
            _ => {
                self.problem(at, "matches() takes its pattern in quotation marks, as in phone.matches(\"^[0-9]{11}$\")");
            }
        }
        Type::Bool
    }

    fn method(&mut self, call: &'a Call, target: &'a Node, at: u32) -> Type {
        let name = &*call.name;
        let of = self.group(target);
        let arguments: Vec<Type> = call.arguments.iter().map(|argument| self.kind(argument)).collect();
        if let Type::Record(record) = &of {
            let Some(method) = record.method(name) else {
                let names: Vec<&str> = record.methods.iter().map(|method| method.name).collect();
                let otherwise = if names.is_empty() { "it has none".to_owned() } else { format!("there are {}", names.join(", ")) };
                let meant = nearest(name, names.iter().copied());
                return self.problem(at, format!("there is no method '{name}'{}", did_you_mean(meant, &otherwise)));
            };
            let fits =
                method.takes.len() == arguments.len() && arguments.iter().zip(&method.takes).all(|(found, wanted)| found.fits(wanted));
            if !fits {
                let takes = method.takes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
                let takes = if takes.is_empty() { "no argument" } else { &takes };
                return self.problem(at, format!("{name}() takes {takes}"));
            }
            return method.gives.clone();
        }
        if name == "matches" && arguments.len() == 1 {
            return self.matches(&of, call.arguments.first(), at);
        }
        if let Some(Node { kind: Kind::Literal(Value::Text(zone)), at, .. }) = call.arguments.first()
            && name.starts_with("get")
            && offset(zone).is_none()
        {
            return self.problem(*at, zone_help(zone));
        }
        if of == Type::Any {
            return Type::Any;
        }
        answered(&of, name, &arguments).unwrap_or_else(|| {
            let meant = nearest(name, METHODS).filter(|meant| *meant != name);
            let otherwise = if METHODS.contains(&name) { "its arguments do not fit" } else { "it has no such method" };
            self.problem(at, format!("{name}() cannot be used with {of}{}", did_you_mean(meant, otherwise)))
        })
    }
}

/// What a conversion gives, if it takes the type.
fn converted(name: &str, of: &Type) -> Option<Type> {
    use Type::{Any, Bool, Bytes, Double, Duration, Int, List, Map, Text, Timestamp, Uint};
    match (name, of) {
        ("size", Any | Text | Bytes | List(_) | Map(_)) | ("int", Any | Int | Uint | Double | Text | Timestamp) => Some(Int),
        ("uint", Any | Int | Uint | Double | Text) => Some(Uint),
        ("double", Any | Int | Uint | Double | Text) => Some(Double),
        ("string", Any | Text | Bool | Int | Uint | Double | Bytes | Timestamp | Duration) => Some(Text),
        ("bool", Any | Bool | Text) => Some(Bool),
        ("bytes", Any | Bytes | Text) => Some(Bytes),
        ("timestamp", Any | Timestamp | Text | Int) => Some(Timestamp),
        ("duration", Any | Duration | Text) => Some(Duration),
        _ => None,
    }
}

/// What a method gives, if the value has it and the arguments fit.
fn answered(of: &Type, name: &str, arguments: &[Type]) -> Option<Type> {
    let parts = matches!(name, "getHours" | "getMinutes" | "getSeconds" | "getMilliseconds");
    match (of, name, arguments) {
        (Type::Text | Type::Bytes | Type::List(_) | Type::Map(_), "size", []) => Some(Type::Int),
        (Type::Text, "contains" | "startsWith" | "endsWith", [part]) if part.fits(&Type::Text) => Some(Type::Bool),
        (Type::Text, "lowerAscii" | "upperAscii" | "trim", []) => Some(Type::Text),
        (Type::Timestamp, name, []) if name.starts_with("get") && METHODS.contains(&name) => Some(Type::Int),
        (Type::Timestamp, name, [zone]) if name.starts_with("get") && METHODS.contains(&name) && zone.fits(&Type::Text) => Some(Type::Int),
        (Type::Duration, _, []) if parts => Some(Type::Int),
        _ => None,
    }
}
