//! What answers name must exist.

use redress_domain::Digest;
use redress_forms::{Form, Resource, Target};
use redress_store::{TenantTx, attachment, customer, order, ticket};
use serde_json::{Map, Value};

use crate::rules::Snapshot;
use crate::workflow::violation::Violations;
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Notes every answer that names somebody or something that does not exist in the tenant; pointers lie below `pointer`.
    pub(in crate::workflow) async fn check_references(
        &self,
        snapshot: &Snapshot,
        form: &Form,
        answers: &Map<String, Value>,
        pointer: &str,
        found: &mut Violations,
    ) -> Result<(), Error> {
        let (mut records, mut files) = (Vec::new(), Vec::new());
        for reference in form.references(answers) {
            let place = format!("{pointer}{}", reference.pointer);
            match reference.target {
                Target::Person(id) if snapshot.people.get(id).is_none() => {
                    found.add("unknown_reference", place, format!("there is no user {id}: choose another person"));
                }
                Target::Record(resource, name) => records.push((place, resource, name)),
                Target::File { digest, media_type, bytes } => files.push((place, digest, media_type, bytes)),
                Target::Person(_) => {}
            }
        }
        if records.is_empty() && files.is_empty() {
            return Ok(());
        }
        let store = self.tenant(snapshot.tenant.id);
        let missing = store.read(move |tx| {
            Box::pin(async move {
                let mut missing = Vec::new();
                for (place, resource, name) in records {
                    if !exists(tx, resource, &name).await? {
                        missing.push((place, resource, name));
                    }
                }
                let mut strange = Vec::new();
                for (place, digest, media_type, bytes) in files {
                    match attachment::find_by_digest(tx, digest).await? {
                        None => strange.push((place, format!("no file {digest} was uploaded: POST it to /attachments first"))),
                        Some(kept) if kept.media_type != media_type || kept.size != bytes => {
                            let (kept, size) = (kept.media_type, kept.size);
                            strange
                                .push((place, format!("the uploaded file is {kept} of {size} bytes: repeat what the upload was answered")));
                        }
                        Some(_) => {}
                    }
                }
                Ok::<_, Error>((missing, strange))
            })
        });
        let (missing, strange) = missing.await?;
        for (place, resource, name) in missing {
            found.add("unknown_reference", place, format!("there is no {} '{name}': choose another, or create it first", words(resource)));
        }
        for (place, why) in strange {
            found.add("unknown_reference", place, why);
        }
        Ok(())
    }

    /// Notes every value that is shaped like a file of a form and names one that was never uploaded.
    pub(super) async fn check_files(&self, snapshot: &Snapshot, values: &Map<String, Value>, found: &mut Violations) -> Result<(), Error> {
        let of = |(name, value): (&String, &Value)| {
            let files = value.as_array().into_iter().flatten().chain(Some(value));
            let digests: Vec<Digest> = files.filter_map(|file| file.get("digest")?.as_str()?.parse().ok()).collect();
            (super::place(name), digests)
        };
        let named: Vec<(String, Vec<Digest>)> = values.iter().map(of).filter(|(_, digests)| !digests.is_empty()).collect();
        if named.is_empty() {
            return Ok(());
        }
        let store = self.tenant(snapshot.tenant.id);
        let missing = store.read(move |tx| {
            Box::pin(async move {
                let mut missing = Vec::new();
                for (place, digests) in named {
                    for digest in digests {
                        if attachment::find_by_digest(tx, digest).await?.is_none() {
                            missing.push((place.clone(), digest));
                        }
                    }
                }
                Ok::<_, Error>(missing)
            })
        });
        for (place, digest) in missing.await? {
            found.add("unknown_reference", place, format!("no file {digest} was uploaded: send it first"));
        }
        Ok(())
    }
}

async fn exists(tx: &mut TenantTx, resource: Resource, name: &str) -> Result<bool, Error> {
    Ok(match resource {
        Resource::Order => order::find_by_external_id(tx, name).await?.is_some(),
        Resource::Customer => customer::find_by_external_id(tx, name).await?.is_some(),
        Resource::Ticket => ticket::find_by_number(tx, name).await?.is_some(),
        // Goods live in the shop, and are known here by the orders that name them.
        Resource::Product => true,
    })
}

const fn words(resource: Resource) -> &'static str {
    match resource {
        Resource::Order => "order",
        Resource::Customer => "customer",
        Resource::Ticket => "ticket",
        Resource::Product => "product",
    }
}
