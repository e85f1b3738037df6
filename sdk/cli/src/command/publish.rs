//! `redress-plugin publish`: to a server, and to work.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use redress_domain::Digest;
use redress_domain::rule::Hook;
use redress_sandbox::check_config;
use reqwest::Client;
use serde_json::{Value, json};

use super::run::read_json;
use crate::guest::{Options, build};
use crate::local::{self, block_on};
use crate::server;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder of the plugin.
    #[arg(default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    server: server::Args,
    /// File with the Ed25519 private key (64 hexadecimal digits) that signs the component, for tenants that want signatures.
    #[arg(long, value_name = "FILE")]
    sign: Option<PathBuf>,
    /// Put it to work for this hook; may be given several times. Active bindings of an older version are moved to
    /// this one; trials stay as they are.
    #[arg(long, value_name = "HOOK")]
    bind: Vec<Hook>,
    /// JSON file with the configuration of the bindings; without it a binding that is there keeps its own, and a new one gets
    /// config.json in the plugin's folder, or `{}`.
    #[arg(long, requires = "bind")]
    config: Option<PathBuf>,
    /// Place among the bindings of the hook, low first.
    #[arg(long, default_value_t = 0, requires = "bind")]
    order: i32,
    /// Accept, in your name and with this reason, that golden decisions end in another way.
    #[arg(long, value_name = "REASON", requires = "bind")]
    sign_off: Option<String>,
    /// Upload it though its fixtures fail.
    #[arg(long)]
    untested: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let component = build(std::slice::from_ref(&args.path), &args.options)?.swap_remove(0);
    let local = local::admit(&component)?;
    let config = config(args, &component.dir)?;
    for hook in &args.bind {
        ensure!(
            local.admitted.hooks.contains(hook),
            "{} does not answer {hook}: it answers {}",
            component.name,
            list(&local.admitted.hooks)
        );
    }
    let violations = if args.bind.is_empty() { Vec::new() } else { check_config(&local.admitted.config_schema, &config) };
    if !violations.is_empty() {
        let lines: Vec<String> = violations.iter().map(|violation| format!("  at '{}': {}", violation.path, violation.message)).collect();
        bail!("the configuration does not fit; nothing was uploaded. Give one with --config FILE:\n{}", lines.join("\n"));
    }
    if !args.untested {
        let failed = super::test::failures(&component, &local)?;
        ensure!(failed.is_empty(), "fixtures fail; nothing was uploaded (--untested uploads all the same):\n{}", failed.concat());
    }
    block_on(upload(args, component.bytes, &config))??;
    Ok(ExitCode::SUCCESS)
}

/// The file that was named, else the plugin's own config.json, else nothing set.
fn config(args: &Args, plugin: &Path) -> Result<Value> {
    let own = plugin.join("config.json");
    match &args.config {
        Some(file) => read_json(file),
        None if own.is_file() => read_json(&own),
        None => Ok(json!({})),
    }
}

fn list(hooks: &[Hook]) -> String {
    hooks.iter().map(|hook| hook.as_str()).collect::<Vec<_>>().join(", ")
}

async fn upload(args: &Args, component: Vec<u8>, config: &Value) -> Result<()> {
    let client = Client::new();
    let server = &args.server;
    let mut request = server.post(&client, "plugins").header("content-type", "application/wasm");
    if let Some(file) = &args.sign {
        request = request.header("plugin-signature", signature(file, &component)?);
    }
    let plugin = server.send(request.body(component), "upload").await?;
    let id = text(&plugin, "id").context("the server answered the upload without an id: is it a Redress server?")?;
    println!(
        "plugin {id}: {} {}, {}",
        text(&plugin, "name").unwrap_or_default(),
        text(&plugin, "version").unwrap_or_default(),
        text(&plugin, "digest").unwrap_or_default()
    );
    for hook in &args.bind {
        let bindings = server.send(server.get(&client, &format!("bindings?hook={hook}")), "look at the bindings").await?;
        let at_work = |one: &&Value| one["plugin_name"] == plugin["name"] && one["enabled"] == true;
        let (older, trials): (Vec<&Value>, Vec<&Value>) =
            bindings["items"].as_array().into_iter().flatten().filter(at_work).partition(|one| one["mode"] == "active");
        if let (true, Some(trial)) = (older.is_empty(), trials.first()) {
            let (key, mode) = (text(trial, "key").unwrap_or_default(), text(trial, "mode").unwrap_or_default());
            bail!("{id} was uploaded, but {hook} tries this plugin as a {mode} in binding {key}: change or promote that one");
        }
        if older.is_empty() {
            let body = json!({"hook": hook, "plugin": id, "config": config, "order": args.order, "mode": "active"});
            let binding = server.send(server.post(&client, "bindings").json(&body), "binding").await?;
            println!("binding {}: asked for {hook} from now on", text(&binding, "id").unwrap_or_default());
        }
        let mut change = json!({"plugin": id});
        if let Some(reason) = &args.sign_off {
            change["sign_off"] = json!(reason);
        }
        if args.config.is_some() {
            change["config"] = config.clone();
        }
        for one in older {
            let binding = text(one, "id").context("the server lists a binding without an id")?;
            let request = server.patch(&client, &format!("bindings/{binding}")).json(&change);
            server.send(request.header("if-match", format!("\"{}\"", one["version"])), "change of the binding").await?;
            println!(
                "binding {binding}: asks this version for {hook} from now on, and {} no more",
                text(one, "plugin_version").unwrap_or_default()
            );
        }
    }
    Ok(())
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Base64 of the signature over the SHA-256 of the component.
fn signature(file: &Path, component: &[u8]) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bytes = hex::decode(text.trim()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let key = bytes.with_context(|| format!("{} does not hold 64 hexadecimal digits", file.display()))?;
    let signed = SigningKey::from_bytes(&key).sign(Digest::of(component).as_bytes());
    Ok(STANDARD.encode(signed.to_bytes()))
}
