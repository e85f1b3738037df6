//! Components that mean no good, written in text format against the real WIT: what a careless or hostile merchant uploads.

use anyhow::{Context, Result};
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

use crate::data;

/// What a hostile rule does when it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Never answers.
    Loop,
    /// Takes all memory it can get and then wants more.
    MemoryBomb,
    /// Calls itself without end.
    Recurse,
    /// Executes `unreachable`.
    Trap,
    /// Answers with pointers beyond its memory.
    WildPointer,
    /// Answers with a discriminant that does not exist.
    Garbage,
    /// Answers a text that claims to be one GiB long.
    HugeText,
    /// Logs without end.
    FloodLog,
    /// Approves, but keeps back money in a currency that the order does not have.
    ForeignCurrency,
    /// Asks for the agreement of a role that nobody has.
    UnknownRole,
    /// Says that it has a defect.
    SaysInternal,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Loop,
        Self::MemoryBomb,
        Self::Recurse,
        Self::Trap,
        Self::WildPointer,
        Self::Garbage,
        Self::HugeText,
        Self::FloodLog,
        Self::ForeignCurrency,
        Self::UnknownRole,
        Self::SaysInternal,
    ];

    /// Name of the plugin that does it.
    pub const fn plugin(self) -> &'static str {
        match self {
            Self::Loop => "hostile-loop",
            Self::MemoryBomb => "hostile-bomb",
            Self::Recurse => "hostile-recurse",
            Self::Trap => "hostile-trap",
            Self::WildPointer => "hostile-pointer",
            Self::Garbage => "hostile-garbage",
            Self::HugeText => "hostile-huge",
            Self::FloodLog => "hostile-flood",
            Self::ForeignCurrency => "hostile-currency",
            Self::UnknownRole => "hostile-role",
            Self::SaysInternal => "hostile-error",
        }
    }

    /// How a call of it must end.
    pub const fn outcomes(self) -> &'static [&'static str] {
        match self {
            Self::Loop => &["out_of_fuel"],
            Self::MemoryBomb => &["limit", "guest_trap"],
            Self::Recurse => &["stack_overflow"],
            Self::Trap => &["guest_trap"],
            // The engine refuses the answer while it reads it; which class that is belongs to the host.
            Self::WildPointer | Self::Garbage | Self::HugeText => &["guest_trap", "invalid_output", "limit"],
            Self::FloodLog => &["limit", "out_of_fuel"],
            Self::ForeignCurrency | Self::UnknownRole => &["invalid_output"],
            Self::SaysInternal => &["guest_error"],
        }
    }

    /// Body of `evaluate`: leaves the address of the answer.
    const fn body(self) -> &'static str {
        match self {
            Self::Loop => "(loop $again (br $again)) (i32.const 256)",
            Self::MemoryBomb => {
                "(loop $again (br_if $again (i32.ge_s (memory.grow (i32.const 64)) (i32.const 0)))) unreachable"
            }
            Self::Recurse => "(call $deeper (i64.const 0)) drop (i32.const 256)",
            Self::Trap => "unreachable",
            Self::WildPointer => {
                "(i32.store (i32.const 292) (i32.const 0x7ffffff0)) (i32.store (i32.const 296) (i32.const 64)) (i32.const 256)"
            }
            Self::Garbage => "(i32.store8 (i32.const 256) (i32.const 77)) (i32.const 256)",
            Self::HugeText => "(i32.store (i32.const 292) (i32.const 0)) (i32.store (i32.const 296) (i32.const 0x40000000)) (i32.const 256)",
            Self::FloodLog => {
                "(loop $again (call $log (i32.const 3) (i32.const 512) (i32.const 32768) (i32.const 0) (i32.const 0)) (br $again)) (i32.const 256)"
            }
            // One deduction at 320: code, 1 minor unit of XTS, reason.
            Self::ForeignCurrency => {
                "(i32.store (i32.const 284) (i32.const 320)) (i32.store (i32.const 288) (i32.const 1))
                 (i32.store (i32.const 320) (i32.const 176)) (i32.store (i32.const 324) (i32.const 3))
                 (i64.store (i32.const 328) (i64.const 1))
                 (i32.store (i32.const 336) (i32.const 176)) (i32.store (i32.const 340) (i32.const 3))
                 (i32.store (i32.const 352) (i32.const 176)) (i32.store (i32.const 356) (i32.const 3)) (i32.const 256)"
            }
            // needs-approval { role: "XTS", quorum: any, with-report: false }
            Self::UnknownRole => {
                "(i32.store8 (i32.const 260) (i32.const 1)) (i32.store (i32.const 264) (i32.const 176)) (i32.store (i32.const 268) (i32.const 3))
                 (i32.const 256)"
            }
            // err(internal("XTS"))
            Self::SaysInternal => {
                "(i32.store8 (i32.const 256) (i32.const 1)) (i32.store8 (i32.const 260) (i32.const 3))
                 (i32.store (i32.const 264) (i32.const 176)) (i32.store (i32.const 268) (i32.const 3)) (i32.const 256)"
            }
        }
    }

    /// The component: a refund-approval rule.
    ///
    /// # Errors
    /// When the text does not assemble, which is a defect of the tests.
    pub fn component(self) -> Result<Vec<u8>> {
        Core { name: self.plugin(), evaluate: self.body(), ..Core::default() }.encode("refund-approval-rule")
    }
}

/// A core module with a rule's exports; every part can be replaced by something worse.
#[derive(Debug, Clone)]
pub struct Core<'a> {
    /// Name that `describe` tells; at most 32 bytes.
    pub name: &'a str,
    /// Body of `describe`.
    pub describe: &'a str,
    /// What `config-schema` tells; at most 60 bytes.
    pub schema: &'a str,
    /// Body of `evaluate`.
    pub evaluate: &'a str,
    /// Pages of memory at the beginning.
    pub pages: u32,
    /// Further fields of the module, such as a start function.
    pub extra: &'a str,
}

impl Default for Core<'_> {
    /// A rule that approves everything.
    fn default() -> Self {
        Self { name: "approve-all", describe: "(i32.const 16)", schema: "{}", evaluate: "(i32.const 256)", pages: 16, extra: "" }
    }
}

impl Core<'_> {
    /// The component for a world of `wit/`, for example `refund-approval-rule` or `base`.
    ///
    /// # Errors
    /// When the text does not assemble, which is a defect of the tests.
    pub fn encode(&self, world: &str) -> Result<Vec<u8>> {
        let mut core = wat::parse_str(self.text(world)).context("the hostile module does not assemble")?;
        let mut resolve = Resolve::default();
        let (package, _) = resolve.push_path(data::root().join("wit"))?;
        let world = resolve.select_world(&[package], Some(world))?;
        embed_component_metadata(&mut core, &resolve, world, StringEncoding::UTF8, false)?;
        ComponentEncoder::default().validate(true).module(&core)?.encode()
    }

    /// Memory: 16 info, 64 name, 96 version and sdk, 112 schema, 176 "XTS", 192 and 208 results, 256 decision, 65536 heap.
    fn text(&self, world: &str) -> String {
        let Self { name, describe, schema, evaluate, pages, extra } = self;
        let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let info = words(&[64, len(name), 96, 5, 64, len(name), 96, 5]);
        let schema_at = words(&[112, len(schema)]);
        let export = match world {
            "refund-approval-rule" => Some("refund-approval@1.0.0#evaluate"),
            "fraud-scoring-rule" => Some("fraud-scoring@1.0.0#score"),
            "routing-rule" => Some("routing@1.0.0#route"),
            _ => None,
        };
        let hook = export.map(|export| format!("(func (export \"redress:rules/{export}\") (param i32) (result i32) {evaluate})"));
        let hook = hook.unwrap_or_default();
        format!(
            "(module
               (import \"redress:rules/log@1.0.0\" \"log\" (func $log (param i32 i32 i32 i32 i32)))
               (memory (export \"memory\") {pages})
               (global $next (mut i32) (i32.const 65536))
               (func (export \"cabi_realloc\") (param i32 i32 i32 i32) (result i32) (local $at i32)
                 (local.set $at (i32.and (i32.add (global.get $next) (i32.sub (local.get 2) (i32.const 1))) (i32.sub (i32.const 0) (local.get 2))))
                 (global.set $next (i32.add (local.get $at) (local.get 3)))
                 (local.get $at))
               (func $deeper (param i64) (result i64)
                 (i64.add (call $deeper (i64.add (local.get 0) (i64.const 1))) (call $deeper (local.get 0))))
               (func (export \"redress:rules/plugin@1.0.0#describe\") (result i32) {describe})
               (func (export \"redress:rules/plugin@1.0.0#config-schema\") (result i32) (i32.const 192))
               (func (export \"redress:rules/plugin@1.0.0#validate-config\") (param i32 i32) (result i32) (i32.const 208))
               {hook}
               {extra}
               (data (i32.const 16) \"{info}\")
               (data (i32.const 64) \"{}\")
               (data (i32.const 96) \"1.0.0\")
               (data (i32.const 112) \"{}\")
               (data (i32.const 176) \"XTS\")
               (data (i32.const 192) \"{schema_at}\"))",
            quoted(name),
            quoted(schema),
        )
    }
}

fn len(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Little-endian words as a string of the text format.
fn words(words: &[u32]) -> String {
    let bytes: Vec<String> = words.iter().flat_map(|word| word.to_le_bytes()).map(|byte| format!("\\{byte:02x}")).collect();
    bytes.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hostile_component_assembles() {
        for deed in Deed::ALL {
            let component = deed.component().expect("assembles");
            assert_eq!(&component[..8], b"\0asm\x0d\0\x01\0", "{deed:?} is a component");
        }
        for world in ["base", "fraud-scoring-rule", "routing-rule"] {
            Core { evaluate: "unreachable", ..Core::default() }.encode(world).expect("assembles");
        }
    }
}
