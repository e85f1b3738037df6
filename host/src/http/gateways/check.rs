//! Can this gateway work?

use redress_domain::gateway::{Gateway, is_ours};
use redress_domain::id::TenantId;
use redress_domain::plugin::Plugin;
use redress_domain::rule::Hook;
use redress_store::{TenantTx, secret};

use crate::app::App;
use crate::problem::check::key;
use crate::problem::{Fault, Problem};
use crate::rollout;

/// Most hosts and secrets of a gateway.
const MOST: usize = 20;

/// Checks what needs no transaction: tender, plugin, configuration, hosts.
///
/// # Errors
/// 422 `invalid` or `invalid_config`, 503 when the sandbox is busy.
pub(super) async fn outside(app: &App, tenant: TenantId, plugin: &Plugin, gateway: &Gateway) -> Result<(), Problem> {
    key("/tender", gateway.tender.clone())?;
    if is_ours(&gateway.tender) {
        return Err(Problem::invalid("/tender", format!("{} is Redress's own: a gateway has a tender such as stripe", gateway.tender)));
    }
    rollout::hook(plugin, Hook::Settlement)?;
    if !(1..=MOST).contains(&gateway.hosts.len()) {
        return Err(Problem::invalid("/hosts", format!("name 1 to {MOST} hosts that the gateway may reach")));
    }
    let fits = |host: &str| {
        let (name, port) = host.rsplit_once(':').unwrap_or((host, "443"));
        let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-');
        (1..=253).contains(&name.len()) && name.bytes().all(letters) && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    let wrong: Vec<Fault> = (gateway.hosts.iter().enumerate())
        .filter(|(_, host)| !fits(host))
        .map(|(index, host)| {
            Fault::at(format!("/hosts/{index}"), format!("{host} is no host; write api.example.com or api.example.com:8443"))
        })
        .collect();
    if !wrong.is_empty() {
        return Err(Problem::invalid_all(wrong));
    }
    rollout::config(app, tenant, plugin, &gateway.config).await
}

/// Checks that the secrets it names are there.
///
/// # Errors
/// 422 `invalid` with every one that is not.
pub(super) async fn secrets(tx: &mut TenantTx, gateway: &Gateway) -> Result<(), Problem> {
    if gateway.secrets.len() > MOST {
        return Err(Problem::invalid("/secrets", format!("a gateway has at most {MOST} secrets")));
    }
    let mut faults = Vec::new();
    for (name, own) in &gateway.secrets {
        if secret::find(tx, own).await?.is_none() {
            faults.push(Fault::at(format!("/secrets/{name}"), format!("there is no secret '{own}': PUT /api/v1/secrets/{own} stores one")));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_all(faults)) }
}
