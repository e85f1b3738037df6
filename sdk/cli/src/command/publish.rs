//! `redress-plugin publish`: to a server, and to work.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use redress_domain::rule::Hook;
use redress_sandbox::check_config;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use super::run::read_json;
use crate::guest::{Options, build};
use crate::local::{self, block_on};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder of the plugin.
    #[arg(default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    options: Options,
    /// Address of the server, for example `http://localhost:8080`.
    #[arg(long, env = "REDRESS_SERVER")]
    server: String,
    /// API key with the permission to upload plugins (and to bind them).
    #[arg(long, env = "REDRESS_KEY", hide_env_values = true)]
    key: String,
    /// Put it to work for this hook; may be given several times. A binding of an older version is moved to this one.
    #[arg(long, value_name = "HOOK")]
    bind: Vec<Hook>,
    /// JSON file with the configuration of the bindings; without it a binding that is there keeps its own, and a new one gets
    /// config.json in the plugin's folder, or `{}`.
    #[arg(long, requires = "bind")]
    config: Option<PathBuf>,
    /// Place among the bindings of the hook, low first.
    #[arg(long, default_value_t = 0, requires = "bind")]
    order: i32,
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
    let api = format!("{}/api/v1", args.server.trim_end_matches('/'));
    let post = |path: &str| client.post(format!("{api}/{path}")).bearer_auth(&args.key);
    let request = post("plugins").header("content-type", "application/wasm").body(component);
    let plugin = send(request, args, "upload").await?;
    let id = text(&plugin, "id").context("the server answered the upload without an id: is it a Redress server?")?;
    println!(
        "plugin {id}: {} {}, {}",
        text(&plugin, "name").unwrap_or_default(),
        text(&plugin, "version").unwrap_or_default(),
        text(&plugin, "digest").unwrap_or_default()
    );
    for hook in &args.bind {
        let path = format!("{api}/bindings?hook={hook}");
        let bindings = send(client.get(path).bearer_auth(&args.key), args, "look at the bindings").await?;
        let at_work = |one: &&Value| one["plugin_name"] == plugin["name"] && one["enabled"] == true;
        let older: Vec<&Value> = bindings["items"].as_array().into_iter().flatten().filter(at_work).collect();
        if older.is_empty() {
            let body = json!({"hook": hook, "plugin": id, "config": config, "order": args.order, "mode": "active"});
            let binding = send(post("bindings").json(&body), args, "binding").await?;
            println!("binding {}: asked for {hook} from now on", text(&binding, "id").unwrap_or_default());
        }
        let mut change = json!({"plugin": id});
        if args.config.is_some() {
            change["config"] = config.clone();
        }
        for one in older {
            let binding = text(one, "id").context("the server lists a binding without an id")?;
            let request = client.patch(format!("{api}/bindings/{binding}")).bearer_auth(&args.key).json(&change);
            send(request.header("if-match", format!("\"{}\"", one["version"])), args, "change of the binding").await?;
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

async fn send(request: RequestBuilder, args: &Args, what: &str) -> Result<Value> {
    let answer =
        request.send().await.with_context(|| format!("cannot reach {}: is the server running, is --server right?", args.server))?;
    let status = answer.status();
    let body = answer.text().await.with_context(|| format!("{} broke off its answer", args.server))?;
    let body: Value = serde_json::from_str(&body).unwrap_or(Value::String(body));
    if status.is_success() { Ok(body) } else { bail!("the server refused the {what}: {}", problem(status.as_u16(), &body)) }
}

/// A problem+json answer in words.
fn problem(status: u16, body: &Value) -> String {
    let part = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut told = format!("{status} {}", part("code"));
    for words in [part("title"), part("detail")] {
        if !words.is_empty() {
            told = format!("{told}\n  {words}");
        }
    }
    for error in body.get("errors").and_then(Value::as_array).into_iter().flatten() {
        let part = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
        told = format!("{told}\n  {} {}", part("pointer"), part("message"));
    }
    let advice = match status {
        401 => "\n  give the key of a user with --key or REDRESS_KEY",
        403 => "\n  the key's user needs a role that may upload plugins, for example plugin_author",
        _ => "",
    };
    told + advice
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::problem;

    #[test]
    fn problems_are_told_with_every_finding() {
        let body = json!({"title": "Bad component", "code": "invalid_component", "errors": [{"pointer": "/0", "message": "imports wasi"}]});
        assert_eq!(problem(422, &body), "422 invalid_component\n  Bad component\n  /0 imports wasi");
        assert!(problem(401, &json!("nope")).contains("REDRESS_KEY"));
    }
}
