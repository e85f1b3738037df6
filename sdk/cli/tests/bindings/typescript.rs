//! TypeScript: interfaces as `jco guest-types` would name them, but with numbers for s64 and null for none in every engine.

use std::fmt::Write as _;

use crate::model::{Hook, Kind, Model, Named, Shape, camel, pascal};

const HEAD: &str = "// Made from wit/ by sdk/cli/tests/bindings; do not change by hand.\n";

pub(crate) fn types(model: &Model) -> String {
    let mut out = HEAD.to_owned();
    for named in &model.types {
        out.push('\n');
        doc(&mut out, "", &named.docs);
        let name = pascal(&named.name);
        match &named.kind {
            Kind::Record(fields) => {
                let _ = writeln!(out, "export interface {name} {{");
                for field in fields {
                    doc(&mut out, "  ", &field.docs);
                    let _ = writeln!(out, "  {}: {};", camel(&field.name), written(&field.shape));
                }
                out.push_str("}\n");
            }
            Kind::Variant(cases) => {
                let _ = writeln!(out, "export type {name} =");
                for (at, case) in cases.iter().enumerate() {
                    doc(&mut out, "  ", &case.docs);
                    let value = case.shape.as_ref().map(|shape| format!("; val: {}", written(shape))).unwrap_or_default();
                    let end = if at + 1 == cases.len() { ";" } else { "" };
                    let _ = writeln!(out, "  | {{ tag: {:?}{value} }}{end}", case.name);
                }
            }
            Kind::Enum(cases) => {
                let _ = writeln!(out, "export type {name} =");
                for (at, (case, docs)) in cases.iter().enumerate() {
                    doc(&mut out, "  ", docs);
                    let end = if at + 1 == cases.len() { ";" } else { "" };
                    let _ = writeln!(out, "  | {case:?}{end}");
                }
            }
        }
    }
    out
}

/// What answers are checked against before they leave the sandbox.
pub(crate) fn shapes(model: &Model) -> String {
    let mut out = format!("{HEAD}import type {{ Shape }} from \"../shape.js\";\n\n/** Types that a rule may say, by name. */\n");
    out.push_str("export const named: Readonly<Record<string, Shape>> = {\n");
    for Named { name, kind, .. } in model.spoken() {
        let name = pascal(name);
        let parts = |parts: Vec<String>| parts.join(", ");
        let _ = match kind {
            Kind::Record(fields) => {
                let fields = fields.iter().map(|field| format!("{}: {}", camel(&field.name), described(&field.shape))).collect();
                writeln!(out, "  {name}: {{ record: {{ {} }} }},", parts(fields))
            }
            Kind::Variant(cases) => {
                let case = |shape: Option<&Shape>| shape.map_or_else(|| "null".to_owned(), described);
                let cases = cases.iter().map(|one| format!("{:?}: {}", one.name, case(one.shape.as_ref()))).collect();
                writeln!(out, "  {name}: {{ variant: {{ {} }} }},", parts(cases))
            }
            Kind::Enum(cases) => {
                writeln!(out, "  {name}: {{ enum: [{}] }},", parts(cases.iter().map(|(case, _)| format!("{case:?}")).collect()))
            }
        };
    }
    out.push_str("};\n\n/** Hooks: their functions in the component, and what each answers. */\nexport const hooks = {\n");
    for Hook { interface, functions } in &model.hooks {
        let functions: Vec<String> =
            functions.iter().map(|(function, answer)| format!("{}: {}", camel(function), described(answer))).collect();
        let _ = writeln!(out, "  {}: {{ hook: {interface:?}, functions: {{ {} }} }},", camel(interface), functions.join(", "));
    }
    out.push_str("} as const satisfies Record<string, { hook: string; functions: Readonly<Record<string, Shape>> }>;\n");
    out
}

fn written(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "boolean".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::U32 | Shape::S64 => "number".to_owned(),
        Shape::Option(inner) => format!("{} | null", written(inner)),
        Shape::List(inner) => format!("{}[]", written(inner)),
        Shape::Tuple(parts) => format!("[{}]", parts.iter().map(written).collect::<Vec<_>>().join(", ")),
        Shape::Named(name) => pascal(name),
    }
}

fn described(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "\"bool\"".to_owned(),
        Shape::Text => "\"string\"".to_owned(),
        Shape::U32 => "\"u32\"".to_owned(),
        Shape::S64 => "\"s64\"".to_owned(),
        Shape::Option(inner) => format!("{{ option: {} }}", described(inner)),
        Shape::List(inner) => format!("{{ list: {} }}", described(inner)),
        Shape::Tuple(parts) => format!("{{ tuple: [{}] }}", parts.iter().map(described).collect::<Vec<_>>().join(", ")),
        Shape::Named(name) => format!("{{ named: \"{}\" }}", pascal(name)),
    }
}

fn doc(out: &mut String, indent: &str, docs: &str) {
    let lines: Vec<&str> = docs.lines().map(str::trim).collect();
    let _ = match lines.as_slice() {
        [] => Ok(()),
        [line] => writeln!(out, "{indent}/** {line} */"),
        lines => writeln!(out, "{indent}/**\n{indent} * {}\n{indent} */", lines.join(&format!("\n{indent} * "))),
    };
}
