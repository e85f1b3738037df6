//! Python: data classes that the component's runtime fills and reads directly; the SDK adds methods through mixins.

use std::fmt::Write as _;

use crate::model::{Hook, Kind, Model, Named, Shape, pascal, snake};

/// Classes that get methods, and the mixins of `_methods.py` that have them.
const MIXINS: [&str; 14] = [
    "Money",
    "CaseFile",
    "Order",
    "Ticket",
    "Event",
    "TicketKind",
    "Desk",
    "Agent",
    "ApprovalNeed",
    "Assessment",
    "Decision",
    "RouteDecision",
    "HttpRequest",
    "HttpResponse",
];

pub(crate) fn types(model: &Model) -> String {
    let mut out = String::from(
        "\"\"\"The words of the contract. Made from wit/ by sdk/cli/tests/bindings; do not change by hand.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom dataclasses import dataclass\nfrom enum import Enum\nfrom typing import Optional, Union\n\n\
         from . import _methods\n",
    );
    let names: Vec<String> = model.types.iter().flat_map(exported).map(|name| format!("    {name:?},\n")).collect();
    let _ = write!(out, "\n__all__ = [\n{}]\n", names.concat());
    for named in &model.types {
        let name = pascal(&named.name);
        let mixin = if MIXINS.contains(&name.as_str()) { format!("_methods.{name}Methods") } else { String::new() };
        match &named.kind {
            Kind::Record(fields) => {
                let base = if mixin.is_empty() { String::new() } else { format!("({mixin})") };
                let _ = write!(out, "\n\n@dataclass\nclass {name}{base}:\n");
                doc(&mut out, &named.docs);
                for field in fields {
                    let _ = writeln!(out, "    {}: {}", snake(&field.name), written(&field.shape));
                    doc(&mut out, &field.docs);
                }
            }
            Kind::Variant(cases) => {
                for case in cases {
                    let _ = write!(out, "\n\n@dataclass\nclass {name}{}:\n", pascal(&case.name));
                    doc(&mut out, &case.docs);
                    if let Some(shape) = &case.shape {
                        let _ = writeln!(out, "    value: {}", written(shape));
                    }
                }
                let cases: Vec<String> = cases.iter().map(|case| format!("{name}{}", pascal(&case.name))).collect();
                let _ = writeln!(out, "\n\n{name} = Union[{}]", cases.join(", "));
                let _ = writeln!(out, "\"\"\"{}\"\"\"", flat(&named.docs));
            }
            Kind::Enum(cases) => {
                let base = if mixin.is_empty() { "Enum".to_owned() } else { format!("{mixin}, Enum") };
                let _ = write!(out, "\n\nclass {name}({base}):\n");
                doc(&mut out, &named.docs);
                for (at, (case, docs)) in cases.iter().enumerate() {
                    let _ = writeln!(out, "    {} = {at}", snake(case).to_uppercase());
                    doc(&mut out, docs);
                }
            }
        }
    }
    out
}

/// Names that authors import from the package. They raise and catch the exceptions `RuleError` and `CryptoError`, not these.
fn exported(named: &Named) -> Vec<String> {
    let name = pascal(&named.name);
    let mut all = match &named.kind {
        Kind::Variant(cases) => cases.iter().map(|case| format!("{name}{}", pascal(&case.name))).collect(),
        Kind::Record(_) | Kind::Enum(_) => Vec::new(),
    };
    all.push(name);
    all.retain(|name| !name.starts_with("RuleError") && name != "CryptoError");
    all
}

/// What answers are checked against before they leave the sandbox, and where the component's own classes are.
pub(crate) fn shapes(model: &Model) -> String {
    let mut out = String::from(
        "\"\"\"Shapes of answers and homes of types. Made from wit/ by sdk/cli/tests/bindings; do not change by hand.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom typing import Any, Dict, Tuple\n\n\
         NAMED: Dict[str, Any] = {\n",
    );
    for Named { name, kind, .. } in model.spoken() {
        let name = pascal(name);
        let _ = match kind {
            Kind::Record(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|field| format!("\"{}\": {}", snake(&field.name), described(&field.shape))).collect();
                writeln!(out, "    \"{name}\": (\"record\", {{{}}}),", fields.join(", "))
            }
            Kind::Variant(cases) => {
                let value = |shape: Option<&Shape>| shape.map_or_else(|| "None".to_owned(), described);
                let cases: Vec<String> =
                    cases.iter().map(|case| format!("\"{name}{}\": {}", pascal(&case.name), value(case.shape.as_ref()))).collect();
                writeln!(out, "    \"{name}\": (\"variant\", {{{}}}),", cases.join(", "))
            }
            Kind::Enum(_) => writeln!(out, "    \"{name}\": (\"enum\", None),"),
        };
    }
    out.push_str("}\n\"\"\"Types that a rule may say, by name.\"\"\"\n\nHOOKS: Dict[str, Dict[str, Any]] = {\n");
    for Hook { interface, functions } in &model.hooks {
        let functions: Vec<String> =
            functions.iter().map(|(function, answer)| format!("\"{}\": {}", snake(function), described(answer))).collect();
        let _ = writeln!(out, "    \"{}\": {{{}}},", snake(interface), functions.join(", "));
    }
    out.push_str(
        "}\n\"\"\"Hooks: their functions in the component, and what each answers.\"\"\"\n\nHOMES: Dict[str, Tuple[str, str]] = {\n",
    );
    for named in &model.types {
        let (interface, own) = &named.home;
        let (name, own, interface) = (pascal(&named.name), pascal(own), snake(interface));
        let _ = match &named.kind {
            Kind::Variant(cases) => cases.iter().try_for_each(|case| {
                let case = pascal(&case.name);
                writeln!(out, "    \"{name}{case}\": (\"{interface}\", \"{own}_{case}\"),")
            }),
            Kind::Record(_) | Kind::Enum(_) => writeln!(out, "    \"{name}\": (\"{interface}\", \"{own}\"),"),
        };
    }
    out.push_str("}\n\"\"\"Where componentize-py puts its own class for each of ours.\"\"\"\n");
    out
}

fn written(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "bool".to_owned(),
        Shape::Text => "str".to_owned(),
        Shape::U32 | Shape::S64 => "int".to_owned(),
        Shape::Option(inner) => format!("Optional[{}]", written(inner)),
        Shape::List(inner) => format!("list[{}]", written(inner)),
        Shape::Tuple(parts) => format!("tuple[{}]", parts.iter().map(written).collect::<Vec<_>>().join(", ")),
        Shape::Named(name) => pascal(name),
    }
}

fn described(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "\"bool\"".to_owned(),
        Shape::Text => "\"str\"".to_owned(),
        Shape::U32 => "\"u32\"".to_owned(),
        Shape::S64 => "\"s64\"".to_owned(),
        Shape::Option(inner) => format!("(\"option\", {})", described(inner)),
        Shape::List(inner) => format!("(\"list\", {})", described(inner)),
        Shape::Tuple(parts) => format!("(\"tuple\", [{}])", parts.iter().map(described).collect::<Vec<_>>().join(", ")),
        Shape::Named(name) => format!("(\"named\", \"{}\")", pascal(name)),
    }
}

fn doc(out: &mut String, docs: &str) {
    let _ = writeln!(out, "    \"\"\"{}\"\"\"", flat(docs));
}

/// One line, safe inside triple quotes.
fn flat(docs: &str) -> String {
    let text = docs.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "\\\\");
    if text.ends_with('"') { text + " " } else { text }
}
