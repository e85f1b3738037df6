//! One story that calls every public function on both databases.

mod access;
mod accounts;
mod arrival;
mod drawn;
mod exchange;
mod gateways;
mod goods;
mod levels;
mod outgoing;
mod papers;
mod plans;
mod portal;
mod reports;
mod rules;
mod tickets;
mod warehouse;
mod work;

use std::fs;
use std::path::Path;

use redress_store::{Error, Page, Store, explain};

use crate::backend::{Backend, on_both};
use crate::sample::Sample;

on_both!(the_whole_story);

async fn the_whole_story(backend: &Backend) {
    let sample = &mut Sample::new();
    explain::record(true);
    backend.store.ping().await.unwrap();
    backend.store.migrate().await.expect("a second start finds the schema up to date");
    accounts::tenants(backend, sample).await;
    let shop = backend.tenant(sample, "story").await;
    accounts::people(backend, &shop, sample).await;
    accounts::keys(backend, &shop, sample).await;
    accounts::queues_and_desk(&shop, sample).await;
    goods::customers(&shop, sample).await;
    goods::orders(&shop, sample).await;
    arrival::arrivals(&shop, sample).await;
    goods::numbers(&shop).await;
    tickets::tickets(&shop, sample).await;
    tickets::money(&shop, sample).await;
    tickets::timeline(backend, &shop, sample).await;
    rules::plugins(backend, &shop, sample).await;
    rules::decisions(&shop, sample).await;
    rules::parameters(&shop).await;
    access::departments(&shop, sample).await;
    access::roles(&shop).await;
    access::log(backend, &shop, sample).await;
    papers::templates(&shop, sample).await;
    work::jobs(backend, &shop, sample).await;
    work::tasks(&shop, sample).await;
    work::ticks(backend, &shop, sample).await;
    drawn::drawings(&shop, sample).await;
    drawn::runs(&shop, sample).await;
    work::plans(backend, &shop, sample).await;
    levels::policies(&shop, sample).await;
    levels::clocks(backend, &shop, sample).await;
    levels::recurring(backend, &shop, sample).await;
    warehouse::parcels(&shop, sample).await;
    warehouse::scans(&shop, sample).await;
    warehouse::inspections(&shop, sample).await;
    warehouse::shelves(&shop, sample).await;
    exchange::replacements(&shop, sample).await;
    exchange::reservations(backend, &shop, sample).await;
    exchange::connectors(&shop, sample).await;
    gateways::secrets(&shop, sample).await;
    gateways::gateways(&shop, sample).await;
    gateways::credit(&shop, sample).await;
    gateways::work(backend, &shop, sample).await;
    gateways::notices(backend, &shop, sample).await;
    reports::facts(backend, &shop, sample).await;
    reports::reports(backend, &shop, sample).await;
    reports::defects(&shop, sample).await;
    reports::search(&shop, sample).await;
    portal::attachments(backend, &shop, sample).await;
    portal::links(backend, &shop, sample).await;
    portal::surveys(&shop, sample).await;
    portal::scripts(&shop, sample).await;
    outgoing::timers(backend, &shop, sample).await;
    outgoing::absences(backend, &shop, sample).await;
    outgoing::messages(backend, &shop, sample).await;
    outgoing::webhooks(&shop, sample).await;
    outgoing::answers(backend, &shop, sample).await;
    plans::plans(backend, &shop).await;
    explain::settle(&backend.store).await.unwrap();
}

#[tokio::test]
async fn an_unknown_address_is_refused_with_the_ones_that_work() {
    let Err(error) = Store::open("mysql://localhost/x").await else { panic!("MySQL is not supported") };
    assert!(matches!(error, Error::Url(_)));
    assert!(error.to_string().contains("sqlite:PATH"), "{error}");
}

/// The story promises every function; this finds the one that was forgotten.
#[test]
fn the_story_calls_every_public_function() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let story = read_all(&root.join("tests/it/story"));
    let mut forgotten = Vec::new();
    for entry in fs::read_dir(root.join("src")).unwrap() {
        let path = entry.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if ["engine", "sql", "store", "lib", "error", "page", "migrate"].contains(&module.as_str()) {
            continue;
        }
        // A file within a folder is called through the folder, or by its own name when the folder shows it.
        let sources: Vec<(String, String)> = if path.is_dir() {
            let files = fs::read_dir(&path).unwrap().map(|inner| inner.unwrap().path());
            files.map(|file| (file.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&file).unwrap())).collect()
        } else {
            vec![(String::new(), fs::read_to_string(&path).unwrap())]
        };
        for (file, source) in sources {
            for rest in source.lines().filter_map(|line| line.strip_prefix("pub async fn ")) {
                let name = &rest[..=rest.find('(').unwrap()];
                let called = [format!("{module}::{name}"), format!("{module}::{file}::{name}")];
                if !called.iter().any(|call| story.contains(call)) {
                    forgotten.push(called[0].clone());
                }
            }
        }
    }
    assert!(forgotten.is_empty(), "the story never calls {forgotten:?}");
}

fn read_all(folder: &Path) -> String {
    fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

/// A page of so many rows from the beginning.
fn first(limit: u32) -> Page {
    Page { after: None, limit }
}
