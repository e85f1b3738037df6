//! A good rule with a stranger aboard: any core module without imports becomes part of a component that is a rule like any
//! other, is started with it, and is called when the rule is asked. This is how modules that nobody here wrote get past the
//! door of an upload.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use wasmparser::{ExternalKind, Instance, Parser, Payload, TypeRef, ValType};

use crate::hostile::Core;

/// Most functions of a stranger that can be called.
const MOST: usize = 64;

/// A component with a stranger aboard.
#[derive(Debug, Clone)]
pub struct Stowaway {
    /// The component: a fraud-scoring rule named `stowaway`. Its configuration chooses what is called, see [`Stowaway::config`].
    pub component: Vec<u8>,
    /// How many functions of the stranger can be called.
    pub calls: usize,
}

impl Stowaway {
    /// Takes a core module aboard.
    ///
    /// # Errors
    /// When the module cannot be read, or has imports.
    pub fn new(stranger: &[u8]) -> Result<Self> {
        let exports = exports(stranger)?;
        let calls = exports.len();
        // Each answer is an assessment of zeros: score 0, no signals, no tags.
        let evaluate = "(call_indirect $calls (i32.sub (i32.load offset=44 (local.get 0)) (i32.const 2))) (i32.const 256)";
        let table = format!("(table $calls (export \"calls\") {} funcref)", calls.max(1));
        let rule = Core { name: "stowaway", evaluate, extra: &table, ..Core::default() }.encode("fraud-scoring-rule")?;
        let places = Places::of(&rule)?;
        let plug = wat::parse_str(plug(&exports)).context("the module between them does not assemble")?;
        let mut component = rule;
        section(&mut component, 1, stranger);
        section(&mut component, 1, &plug);
        section(&mut component, 2, &places.instances());
        Ok(Self { component, calls })
    }

    /// The configuration that makes the rule call one of the functions: its length is the choice.
    pub fn config(nth: usize) -> String {
        format!("{{{}}}", " ".repeat(nth))
    }
}

/// A function that a module exports.
struct Export {
    name: String,
    parameters: Vec<ValType>,
    results: Vec<ValType>,
}

/// Functions whose parameters can all be made up; the others can only be started.
fn exports(module: &[u8]) -> Result<Vec<Export>> {
    let (mut types, mut functions, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    types.extend(group?.into_types());
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    ensure!(!matches!(import?.ty, TypeRef::Func(_)), "the module has imports");
                }
            }
            Payload::FunctionSection(section) => functions = section.into_iter().collect::<Result<Vec<u32>, _>>()?,
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        found.push((export.name.to_owned(), export.index));
                    }
                }
            }
            _ => {}
        }
    }
    let mut exports = Vec::new();
    for (name, index) in found {
        let kind = functions.get(index as usize).and_then(|&kind| types.get(kind as usize)).context("a function has a type")?;
        let wasmparser::CompositeInnerType::Func(kind) = &kind.composite_type.inner else { continue };
        let parameters = kind.params().to_vec();
        if parameters.iter().chain(kind.results()).all(|kind| zero(*kind).is_some()) && exports.len() < MOST {
            exports.push(Export { name, parameters, results: kind.results().to_vec() });
        }
    }
    Ok(exports)
}

/// Name of a type and a value of it.
fn zero(kind: ValType) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ValType::I32 => ("i32", "(i32.const 0)"),
        ValType::I64 => ("i64", "(i64.const 0)"),
        ValType::F32 => ("f32", "(f32.const 0)"),
        ValType::F64 => ("f64", "(f64.const 0)"),
        ValType::FUNCREF => ("funcref", "(ref.null func)"),
        _ => return None,
    })
}

/// The module that puts the stranger's functions into the rule's table.
fn plug(exports: &[Export]) -> String {
    let (mut imports, mut functions, mut names) = (String::new(), String::new(), String::new());
    for (nth, export) in exports.iter().enumerate() {
        let name = export.name.bytes().fold(String::new(), |text, byte| text + &format!("\\{byte:02x}"));
        let (parameters, values): (Vec<_>, Vec<_>) = export.parameters.iter().filter_map(|kind| zero(*kind)).unzip();
        let (results, _): (Vec<_>, Vec<_>) = export.results.iter().filter_map(|kind| zero(*kind)).unzip();
        let (parameters, values, results) = (parameters.join(" "), values.join(" "), results.join(" "));
        let drops = "drop ".repeat(export.results.len());
        let _ = writeln!(imports, "(import \"stranger\" \"{name}\" (func $f{nth} (param {parameters}) (result {results})))");
        let _ = writeln!(functions, "(func $c{nth} (call $f{nth} {values}) {drops})");
        let _ = write!(names, "$c{nth} ");
    }
    format!(
        "(module {imports} (import \"rule\" \"calls\" (table {} funcref)) {functions} (elem (i32.const 0) func {names}))",
        exports.len().max(1)
    )
}

/// Where things are in the rule's component.
struct Places {
    /// Core modules at its top.
    modules: u32,
    /// Core instances at its top.
    instances: u32,
    /// The core instance of the rule's own module.
    rule: u32,
}

impl Places {
    fn of(component: &[u8]) -> Result<Self> {
        let (mut modules, mut instances, mut rule, mut depth) = (0, 0, None, 0_u32);
        for payload in Parser::new(0).parse_all(component) {
            match payload? {
                Payload::ModuleSection { .. } => {
                    modules += u32::from(depth == 0);
                    depth += 1;
                }
                Payload::ComponentSection { .. } => depth += 1,
                Payload::End(_) => depth = depth.saturating_sub(1),
                Payload::InstanceSection(section) if depth == 0 => {
                    for instance in section {
                        // The first module of a component is the one it was made from.
                        if matches!(instance?, Instance::Instantiate { module_index: 0, .. }) {
                            rule = Some(instances);
                        }
                        instances += 1;
                    }
                }
                _ => {}
            }
        }
        Ok(Self { modules, instances, rule: rule.context("the rule's module is instantiated")? })
    }

    /// Two more instances: the stranger, and the plug with the stranger and the rule.
    fn instances(&self) -> Vec<u8> {
        let mut bytes = vec![2, 0];
        number(&mut bytes, self.modules);
        bytes.extend([0, 0]);
        number(&mut bytes, self.modules + 1);
        bytes.push(2);
        for (name, instance) in [("stranger", self.instances), ("rule", self.rule)] {
            number(&mut bytes, u32::try_from(name.len()).unwrap_or(u32::MAX));
            bytes.extend_from_slice(name.as_bytes());
            bytes.push(0x12);
            number(&mut bytes, instance);
        }
        bytes
    }
}

/// Appends a section.
fn section(component: &mut Vec<u8>, kind: u8, content: &[u8]) {
    component.push(kind);
    number(component, u32::try_from(content.len()).unwrap_or(u32::MAX));
    component.extend_from_slice(content);
}

/// Appends a number as unsigned LEB128.
fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(u8::try_from(value & 0x7f).unwrap_or(0x7f) | 0x80);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).unwrap_or(0x7f));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_comes_aboard() {
        let stranger = wat::parse_str(
            "(module (memory 1) (func (export \"a\") (param i32 f64) (result i64) unreachable) (func (export \"b\") (loop (br 0))) (global (export \"g\") i32 (i32.const 1)))",
        );
        let found = Stowaway::new(&stranger.expect("assembles")).expect("comes aboard");
        assert_eq!(found.calls, 2);
        let features = wasmparser::WasmFeatures::default();
        wasmparser::Validator::new_with_features(features).validate_all(&found.component).expect("a valid component");
    }
}
