//! What is let in, and every reason not to be.

use std::time::Duration;

use redress_domain::rule::Hook;
use redress_sandbox::{AdmitError, Error, Sandbox};
use serde_json::json;

use crate::guest::{Guest, LOOP, MEMORY_BOMB, assessment, foreign};
use crate::world::{admit, codes, options, refuse, sandbox};

#[tokio::test]
async fn a_good_component_says_who_it_is() {
    let (sandbox, _dir) = sandbox();
    let bytes = Guest::fraud(&assessment(12)).build();
    let (_, admitted) = admit(&sandbox, bytes.clone()).await;
    assert_eq!(admitted.hooks, [Hook::FraudScoring]);
    assert_eq!((admitted.info.name.as_str(), admitted.info.version.as_str()), ("test-rule", "1.0.0"));
    assert_eq!(admitted.config_schema, json!({ "type": "object" }));
    assert_eq!(admitted.size, bytes.len() as u64);
    assert_eq!(admitted.digest, redress_domain::Digest::of(&bytes));
}

#[tokio::test]
async fn what_is_not_a_component_is_refused_by_kind() {
    let (sandbox, _dir) = sandbox();
    let good = Guest::fraud(&assessment(12));
    let bytes = good.build();
    let core = wat::parse_str(good.text()).expect("a module");
    let mut damaged = bytes.clone();
    damaged[8] = 0xff;
    for (upload, code) in [
        (Vec::new(), "not_wasm"),
        (b"#!/bin/sh".to_vec(), "not_wasm"),
        (bytes[..6].to_vec(), "truncated"),
        (bytes[..bytes.len() / 2].to_vec(), "truncated"),
        (bytes[..bytes.len() - 1].to_vec(), "truncated"),
        (core, "core_module"),
        (damaged, "malformed"),
        (vec![0; 25 << 20], "too_large"),
    ] {
        let findings = refuse(&sandbox, upload).await;
        assert_eq!(codes(&findings), [code], "{findings:?}");
    }
    // Every shorter prefix is refused too, none makes the host fail.
    for end in (0..bytes.len()).step_by(97) {
        assert!(!refuse(&sandbox, bytes[..end].to_vec()).await.is_empty());
    }
}

#[tokio::test]
async fn native_code_is_refused() {
    let (sandbox, dir) = sandbox();
    admit(&sandbox, Guest::fraud(&assessment(12)).build()).await;
    let artefact = std::fs::read_dir(dir.path().join("artefacts"))
        .expect("artefacts")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|extension| extension == "cwasm"))
        .expect("an artefact");
    let findings = refuse(&sandbox, std::fs::read(artefact).expect("readable")).await;
    assert_eq!(codes(&findings), ["precompiled"]);
}

#[tokio::test]
async fn every_finding_is_reported_at_once() {
    let (sandbox, _dir) = sandbox();
    let wit = "
        package evil:things@0.1.0;
        interface clock { now: func() -> s64; }
        interface net { get: func(); }
        world evil { import clock; import net; export run: func(); }";
    let text = r#"(module
        (import "evil:things/clock@0.1.0" "now" (func (result i64)))
        (import "evil:things/net@0.1.0" "get" (func))
        (memory (export "memory") 1000)
        (table 30000 funcref)
        (func (export "run") (drop (v128.const i64x2 0 0)) (return_call 1)))"#;
    let findings = refuse(&sandbox, foreign(text, "evil", wit)).await;
    assert_eq!(
        codes(&findings),
        [
            "memory_too_large",
            "table_too_large",
            "forbidden_import",
            "forbidden_import",
            "no_plugin_export",
            "no_hook_export",
            "forbidden_feature",
            "forbidden_feature"
        ]
    );
    let text = findings.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>().join("\n");
    for word in ["evil:things/clock@0.1.0", "evil:things/net@0.1.0", "SIMD", "tail calls", "describe", "refund-approval"] {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    assert!(findings.iter().filter(|finding| finding.code == "forbidden_feature").all(|finding| finding.offset.is_some()));
}

#[tokio::test]
async fn wasi_is_refused_with_advice() {
    let (sandbox, _dir) = sandbox();
    let wit = "
        package wasi:clocks@0.2.6;
        interface wall-clock { now: func() -> s64; }
        world clocked { import wall-clock; export run: func(); }";
    let text = r#"(module (import "wasi:clocks/wall-clock@0.2.6" "now" (func (result i64))) (func (export "run")))"#;
    let findings = refuse(&sandbox, foreign(text, "clocked", wit)).await;
    assert_eq!(codes(&findings), ["forbidden_import", "no_plugin_export", "no_hook_export"]);
    assert!(findings[0].message.contains("wasm32-unknown-unknown"), "{findings:?}");
}

#[tokio::test]
async fn a_component_without_a_hook_is_refused() {
    let (sandbox, _dir) = sandbox();
    let mut guest = Guest::fraud("unreachable");
    guest.world = "base";
    guest.body = String::new();
    assert_eq!(codes(&refuse(&sandbox, guest.build()).await), ["no_hook_export"]);
}

#[tokio::test]
async fn a_hook_of_another_type_is_refused() {
    let (sandbox, _dir) = sandbox();
    let wit = "
        package redress:rules@1.0.0;
        interface plugin {
            record info { name: string, version: string, description: string, sdk: string }
            record violation { path: string, message: string }
            describe: func() -> info;
            config-schema: func() -> string;
            validate-config: func(config: string) -> result<_, list<violation>>;
        }
        interface fraud-scoring { score: func(context: string) -> u32; }
        world odd { export plugin; export fraud-scoring; }";
    let mut guest = Guest::fraud("unreachable");
    guest.body = r#"(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32 i32) (result i32) i32.const 1)"#.to_owned();
    let findings = refuse(&sandbox, foreign(&guest.text(), "odd", wit)).await;
    assert_eq!(codes(&findings), ["wrong_export_type"]);
    assert!(findings[0].message.contains("fraud-scoring"), "{findings:?}");
}

#[tokio::test]
async fn too_much_of_anything_is_refused() {
    let (sandbox, _dir) = sandbox();
    let many = Guest::fraud(&assessment(1)).with_body(&"(func)".repeat(40_001));
    assert_eq!(codes(&refuse(&sandbox, many.build()).await), ["too_many_functions"]);
    let mut big = Guest::fraud(&assessment(1));
    big.pages = 600;
    let findings = refuse(&sandbox, big.build()).await;
    assert_eq!(codes(&findings), ["memory_too_large"]);
    assert!(findings[0].message.contains("39321600 bytes"), "{findings:?}");
}

#[tokio::test]
async fn what_goes_wrong_at_start_is_a_finding() {
    let (sandbox, _dir) = sandbox();
    let start = |body: &str| Guest::fraud(&assessment(1)).with_body(&format!("(func $begin {body}) (start $begin)")).build();
    for (upload, code) in [
        (start(LOOP), "start_out_of_fuel"),
        (start(MEMORY_BOMB), "start_limit"),
        (start("unreachable"), "start_trap"),
        (start("(call $begin)"), "start_stack_overflow"),
    ] {
        let findings = refuse(&sandbox, upload).await;
        assert_eq!(codes(&findings), [code], "{findings:?}");
    }
}

#[tokio::test]
async fn what_goes_wrong_when_it_is_asked_who_it_is_is_a_finding() {
    let (sandbox, _dir) = sandbox();
    let describe = |describe| Guest { describe, ..Guest::fraud(&assessment(1)) };
    for (guest, code) in [
        (describe(LOOP), "export_out_of_fuel"),
        (describe("unreachable"), "export_trap"),
        (describe("i32.const -4"), "export_invalid_output"),
        (Guest { schema_text: "{", ..Guest::fraud(&assessment(1)) }, "invalid_config_schema"),
        (Guest { schema_text: "[]", ..Guest::fraud(&assessment(1)) }, "invalid_config_schema"),
        (Guest { schema_text: r#"{"type":"text"}"#, ..Guest::fraud(&assessment(1)) }, "invalid_config_schema"),
        (Guest { info: ("Test Rule", "1.0.0"), ..Guest::fraud(&assessment(1)) }, "invalid_info"),
        (Guest { info: ("test-rule", "one"), ..Guest::fraud(&assessment(1)) }, "invalid_info"),
    ] {
        let findings = refuse(&sandbox, guest.build()).await;
        assert_eq!(codes(&findings), [code], "{findings:?}");
    }
    let all_wrong = Guest { schema_text: "{", info: ("Test", "1"), ..Guest::fraud(&assessment(1)) };
    assert_eq!(codes(&refuse(&sandbox, all_wrong.build()).await), ["invalid_info", "invalid_info", "invalid_config_schema"]);
}

#[tokio::test]
async fn a_compiler_that_does_not_end_is_killed() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.compile_command = ("/bin/sh".into(), vec!["-c".into(), "exec sleep 60".into()]);
    options.limits.compile_wall = Duration::from_millis(200);
    let slow = Sandbox::new(options).expect("a sandbox");
    assert_eq!(codes(&refuse(&slow, Guest::fraud(&assessment(1)).build()).await), ["compile_timeout"]);
}

#[tokio::test]
async fn a_compiler_without_room_is_the_components_fault_and_one_that_is_missing_is_not() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut missing = options(dir.path());
    missing.compile_command = ("/nonexistent/compiler".into(), Vec::new());
    let missing = Sandbox::new(missing).expect("a sandbox");
    let upload = Guest::fraud(&assessment(1)).build();
    let refused = missing.admit(upload.clone()).await;
    assert!(matches!(refused, Err(AdmitError::Infra(Error::Compiler { .. }))), "{refused:?}");

    let mut broken = options(dir.path());
    broken.compile_command = ("/bin/sh".into(), vec!["-c".into(), "echo no room >&2; exit 1".into()]);
    let broken = Sandbox::new(broken).expect("a sandbox");
    let refused = broken.admit(upload.clone()).await;
    assert!(
        matches!(&refused, Err(AdmitError::Infra(Error::CompilerFailed { message, .. })) if message.contains("no room")),
        "{refused:?}"
    );

    let mut exhausted = options(dir.path());
    exhausted.compile_command = ("/bin/sh".into(), vec!["-c".into(), "kill -ABRT $$".into()]);
    let exhausted = Sandbox::new(exhausted).expect("a sandbox");
    assert_eq!(codes(&refuse(&exhausted, upload.clone()).await), ["compile_limit"]);

    let mut small = options(dir.path());
    small.limits.artefact_bytes = 1_000;
    let small = Sandbox::new(small).expect("a sandbox");
    assert_eq!(codes(&refuse(&small, upload).await), ["artefact_too_large"]);
}
