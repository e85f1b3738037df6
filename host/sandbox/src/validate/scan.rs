//! One walk over the sections of an upload: what is in it, and how much.

use wasmparser::{Chunk, Encoding, Instance, Parser, Payload, WasmFeatures};

use crate::engine::CORE_INSTANCES;
use crate::error::Finding;
use crate::options::Limits;

/// Name of an import or export of the component, and where it stands.
pub(super) struct Name {
    pub(super) name: String,
    pub(super) offset: usize,
}

/// What the walk found.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) imports: Vec<Name>,
    pub(super) exports: Vec<Name>,
    modules: u32,
    functions: u32,
    instances: u32,
    memories: Vec<(u64, usize)>,
    tables: Vec<(u64, usize)>,
}

/// Walks over all sections, nested ones too.
///
/// # Errors
/// One finding when the file ends early, is no component or cannot be read.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Finding> {
    let mut scan = Scan::default();
    let mut parser = Parser::new(0);
    // Every section must be readable here; which proposals are allowed is another check.
    parser.set_features(WasmFeatures::all());
    let mut outer = Vec::new();
    let mut rest = bytes;
    loop {
        let whole = outer.is_empty() && rest.is_empty();
        let chunk = parser.parse(rest, whole).map_err(|error| unreadable(&error))?;
        let (consumed, payload) = match chunk {
            Chunk::Parsed { consumed, payload } => (consumed, payload),
            Chunk::NeedMoreData(_) => {
                let length = bytes.len();
                return Err(Finding::at(
                    "truncated",
                    length,
                    format!("the upload ends in the middle, after {length} bytes: send the whole file"),
                ));
            }
        };
        rest = &rest[consumed..];
        match payload {
            Payload::Version { encoding: Encoding::Module, .. } if outer.is_empty() => {
                let message = "the upload is a core module, not a component: build it with `redress-plugin build`, or wrap it with `wasm-tools component new`";
                return Err(Finding::at("core_module", 0, message));
            }
            Payload::ModuleSection { parser: inner, .. } => {
                scan.modules += 1;
                outer.push(std::mem::replace(&mut parser, inner));
            }
            Payload::ComponentSection { parser: inner, .. } => outer.push(std::mem::replace(&mut parser, inner)),
            Payload::End(_) => match outer.pop() {
                Some(next) => parser = next,
                None => return Ok(scan),
            },
            payload => scan.section(payload, outer.is_empty()).map_err(|error| unreadable(&error))?,
        }
    }
}

impl Scan {
    fn section(&mut self, payload: Payload<'_>, top: bool) -> wasmparser::Result<()> {
        match payload {
            Payload::FunctionSection(section) => self.functions = self.functions.saturating_add(section.count()),
            Payload::MemorySection(section) => {
                for memory in section.into_iter_with_offsets() {
                    let (offset, memory) = memory?;
                    let page = 1_u64.checked_shl(memory.page_size_log2.unwrap_or(16)).unwrap_or(u64::MAX);
                    self.memories.push((memory.initial.saturating_mul(page), offset));
                }
            }
            Payload::TableSection(section) => {
                for table in section.into_iter_with_offsets() {
                    let (offset, table) = table?;
                    self.tables.push((table.ty.initial, offset));
                }
            }
            Payload::InstanceSection(section) => {
                for instance in section {
                    self.instances += u32::from(matches!(instance?, Instance::Instantiate { .. }));
                }
            }
            Payload::ComponentImportSection(section) if top => {
                for import in section.into_iter_with_offsets() {
                    let (offset, import) = import?;
                    self.imports.push(Name { name: import.name.name.to_owned(), offset });
                }
            }
            Payload::ComponentExportSection(section) if top => {
                for export in section.into_iter_with_offsets() {
                    let (offset, export) = export?;
                    self.exports.push(Name { name: export.name.name.to_owned(), offset });
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Findings for whatever there is too much of.
    pub(super) fn sizes(&self, limits: &Limits) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut most = |code, what: &str, found: u32, most: u32| {
            if found > most {
                let message = format!("the component has {found} {what}, at most {most} are taken: make it smaller");
                findings.push(Finding::new(code, message));
            }
        };
        most("too_many_modules", "core modules", self.modules, limits.modules);
        most("too_many_functions", "functions", self.functions, limits.functions);
        most("too_many_instances", "core instances", self.instances, CORE_INSTANCES);
        for &(found, offset) in self.memories.iter().filter(|(found, _)| *found > limits.initial_memory_bytes).take(8) {
            let most = limits.initial_memory_bytes;
            let message = format!("a memory begins with {found} bytes, at most {most} are given: begin smaller and grow");
            findings.push(Finding::at("memory_too_large", offset, message));
        }
        for &(found, offset) in self.tables.iter().filter(|(found, _)| *found > limits.table_elements as u64).take(8) {
            let message = format!("a table begins with {found} elements, at most {} are given: make it smaller", limits.table_elements);
            findings.push(Finding::at("table_too_large", offset, message));
        }
        findings
    }
}

fn unreadable(error: &wasmparser::Error) -> Finding {
    Finding::at("malformed", error.offset(), format!("the upload is damaged: {}; build it again and send the whole file", error.message()))
}
