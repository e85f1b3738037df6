//! Components built from core modules in the text format and the WIT of this repository.

use std::path::Path;

use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

/// A guest in pieces, so that a test says only what is odd about it.
#[derive(Clone)]
pub(crate) struct Guest {
    /// World of `redress:rules`, or of `extra`.
    pub(crate) world: &'static str,
    /// WIT text of another package, for worlds that are not ours.
    pub(crate) extra: Option<&'static str>,
    /// Core imports.
    pub(crate) imports: String,
    /// Functions, globals and data; the hook's function among them.
    pub(crate) body: String,
    /// Body of `describe`: leaves the address of the record.
    pub(crate) describe: &'static str,
    /// Body of `config-schema`: leaves the address of the text.
    pub(crate) schema: &'static str,
    /// JSON text of the schema.
    pub(crate) schema_text: &'static str,
    /// Name and version.
    pub(crate) info: (&'static str, &'static str),
    /// Pages of memory to begin with.
    pub(crate) pages: u32,
}

impl Guest {
    /// A fraud rule whose `score` has this body: parameter 0 is the address of the arguments, and it leaves the address of
    /// the result. Address 4096 holds 64 zero bytes to put a result in.
    pub(crate) fn fraud(score: &str) -> Self {
        Self::hook("fraud-scoring-rule", "fraud-scoring@1.0.0#score", "(param i32) (result i32)", score)
    }

    /// A refund rule whose `evaluate` has this body.
    pub(crate) fn refund(evaluate: &str) -> Self {
        Self::hook("refund-approval-rule", "refund-approval@1.0.0#evaluate", "(param i32) (result i32)", evaluate)
    }

    /// A routing rule whose `route` has this body.
    pub(crate) fn routing(route: &str) -> Self {
        Self::hook("routing-rule", "routing@1.0.0#route", "(param i32) (result i32)", route)
    }

    pub(crate) fn hook(world: &'static str, export: &str, signature: &str, body: &str) -> Self {
        Self {
            world,
            extra: None,
            imports: String::new(),
            body: format!(r#"(func (export "redress:rules/{export}") {signature} {body})"#),
            describe: "i32.const 1024",
            schema: "i32.const 1056",
            schema_text: r#"{"type":"object"}"#,
            info: ("test-rule", "1.0.0"),
            pages: 8,
        }
    }

    pub(crate) fn with_body(mut self, more: &str) -> Self {
        self.body.push_str(more);
        self
    }

    pub(crate) fn with_imports(mut self, imports: &str) -> Self {
        self.imports.push_str(imports);
        self
    }

    /// Text of the core module.
    pub(crate) fn text(&self) -> String {
        let Self { imports, body, describe, schema, schema_text, info: (name, version), pages, .. } = self;
        let record = words(&[1100, len(name), 1200, len(version), 1300, 4, 1300, 4]);
        let schema_at = words(&[2048, len(schema_text)]);
        let schema_text = escape(schema_text);
        format!(
            r#"(module
                {imports}
                (memory (export "memory") {pages})
                (global $next (mut i32) (i32.const 65536))
                (func (export "cabi_realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32)
                    (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
                    (global.get $next)
                    (global.set $next (i32.add (global.get $next) (local.get $size))))
                (data (i32.const 1024) "{record}")
                (data (i32.const 1056) "{schema_at}")
                (data (i32.const 1100) "{name}")
                (data (i32.const 1200) "{version}")
                (data (i32.const 1300) "test")
                (data (i32.const 2048) "{schema_text}")
                (func (export "redress:rules/plugin@1.0.0#describe") (result i32) {describe})
                (func (export "redress:rules/plugin@1.0.0#config-schema") (result i32) {schema})
                (func (export "redress:rules/plugin@1.0.0#validate-config") (param i32 i32) (result i32)
                    ;; anything but two letters ({{}}) has one violation
                    (if (i32.eq (local.get 1) (i32.const 2)) (then (return (i32.const 4160))))
                    (i32.store8 (i32.const 4180) (i32.const 1))
                    (i32.store (i32.const 4184) (i32.const 4200))
                    (i32.store (i32.const 4188) (i32.const 1))
                    (i32.store (i32.const 4200) (i32.const 1300))
                    (i32.store (i32.const 4204) (i32.const 4))
                    (i32.store (i32.const 4208) (i32.const 1300))
                    (i32.store (i32.const 4212) (i32.const 4))
                    (i32.const 4180))
                {body}
            )"#
        )
    }

    /// Bytes of the component.
    pub(crate) fn build(&self) -> Vec<u8> {
        component(&self.text(), self.world, self.extra)
    }
}

/// Wraps a core module as a component of a world.
pub(crate) fn component(text: &str, world: &str, extra: Option<&str>) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let (mut package, _) = resolve.push_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../wit"))).expect("our WIT");
    if let Some(extra) = extra {
        package = resolve.push_str("extra.wit", extra).expect("the test's WIT");
    }
    encode(text, &resolve, package, world)
}

/// Wraps a core module as a component of a world that knows nothing of our WIT.
pub(crate) fn foreign(text: &str, world: &str, wit: &str) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve.push_str("foreign.wit", wit).expect("the test's WIT");
    encode(text, &resolve, package, world)
}

fn encode(text: &str, resolve: &Resolve, package: wit_parser::PackageId, world: &str) -> Vec<u8> {
    let world = resolve.select_world(&[package], Some(world)).expect("the world");
    let mut module = wat::parse_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    embed_component_metadata(&mut module, resolve, world, StringEncoding::UTF8, false).expect("metadata");
    ComponentEncoder::default().module(&module).expect("a module of that world").validate(false).encode().expect("a component")
}

/// Stores the words of an OK assessment at 4096: score, no signals, no tags.
pub(crate) fn assessment(score: u32) -> String {
    format!("(i32.store (i32.const 4100) (i32.const {score})) (i32.const 4096)")
}

/// A body that loops for ever.
pub(crate) const LOOP: &str = "(loop $again (br $again)) unreachable";

/// A body that takes memory until there is no more, then aborts as a language runtime does.
pub(crate) const MEMORY_BOMB: &str = "(loop $again (br_if $again (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) unreachable";

/// Core import of the log.
pub(crate) const LOG: &str = r#"(import "redress:rules/log@1.0.0" "log" (func $log (param i32 i32 i32 i32 i32)))"#;

fn len(text: &str) -> u32 {
    u32::try_from(text.len()).expect("short")
}

fn words(words: &[u32]) -> String {
    words.iter().flat_map(|word| word.to_le_bytes()).map(escaped).collect::<Vec<_>>().concat()
}

fn escape(text: &str) -> String {
    text.bytes().map(escaped).collect::<Vec<_>>().concat()
}

fn escaped(byte: u8) -> String {
    format!("\\{byte:02x}")
}
