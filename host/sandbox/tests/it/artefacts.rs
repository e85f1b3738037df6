//! Compiled code on disk: found again, and never trusted without its tag.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use redress_domain::Digest;
use redress_domain::decision::Outcome;
use redress_domain::rule::Question;
use redress_sandbox::{LoadError, Sandbox};

use crate::guest::{Guest, assessment};
use crate::world::{admit, case, context, no_bytes, options};

fn artefact(dir: &Path) -> PathBuf {
    std::fs::read_dir(dir.join("artefacts"))
        .expect("artefacts")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|extension| extension == "cwasm"))
        .expect("an artefact")
}

async fn works(sandbox: &Arc<Sandbox>, digest: Digest) -> Result<(), LoadError> {
    let rule = sandbox.load(digest, no_bytes).await?;
    assert_eq!(rule.call(&context(), "{}", &case(), &Question::FraudScoring).outcome, Outcome::Ok);
    Ok(())
}

#[tokio::test]
async fn a_second_server_finds_the_artefact_and_checks_it() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let upload = Guest::fraud(&assessment(12)).build();
    let first = Sandbox::new(options(dir.path())).expect("a sandbox");
    let (_, admitted) = admit(&first, upload.clone()).await;

    // It is there without the bytes of the component, and shut to others.
    let second = Sandbox::new(options(dir.path())).expect("a sandbox");
    works(&second, admitted.digest).await.expect("the artefact is there");
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&artefact(dir.path())), mode(&dir.path().join("artefacts"))), (0o400, 0o700));

    // With another key it is nobody's.
    let mut stranger = options(dir.path());
    stranger.mac_key = [8; 32];
    let stranger = Sandbox::new(stranger).expect("a sandbox");
    assert!(matches!(works(&stranger, admitted.digest).await, Err(LoadError::Missing(_))));

    // One altered bit, and it is compiled again from the bytes.
    let path = artefact(dir.path());
    let mut altered = std::fs::read(&path).expect("readable");
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    std::fs::remove_file(&path).expect("removable");
    std::fs::write(&path, &altered).expect("writable");
    let third = Sandbox::new(options(dir.path())).expect("a sandbox");
    assert!(matches!(works(&third, admitted.digest).await, Err(LoadError::Missing(_))));
    let fetched = third.load(admitted.digest, || async { Ok::<_, std::io::Error>(Some(upload)) }).await;
    assert_eq!(fetched.expect("compiled again").digest(), admitted.digest);
    assert_ne!(std::fs::read(artefact(dir.path())).expect("readable"), altered);
}

#[tokio::test]
async fn code_of_one_component_does_not_pass_for_that_of_another() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let sandbox = Sandbox::new(options(dir.path())).expect("a sandbox");
    let (_, mild) = admit(&sandbox, Guest::fraud(&assessment(0)).build()).await;
    let mild_artefact = artefact(dir.path());
    let strict = Digest::of(b"another component");
    for extension in ["cwasm", "tag"] {
        let from = mild_artefact.with_extension(extension);
        let name = from.file_name().expect("a name").to_string_lossy().replace(&hex(&mild.digest), &hex(&strict));
        std::fs::copy(&from, from.with_file_name(name)).expect("copied");
    }
    assert!(matches!(works(&sandbox, strict).await, Err(LoadError::Missing(_))));
}

fn hex(digest: &Digest) -> String {
    digest.to_string().replace("sha256:", "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_callers_load_once() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let sandbox = Sandbox::new(options(dir.path())).expect("a sandbox");
    let upload = Arc::new(Guest::fraud(&assessment(12)).build());
    let digest = Digest::of(&upload);
    let fetched = Arc::new(AtomicUsize::new(0));
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let (sandbox, upload, fetched) = (Arc::clone(&sandbox), Arc::clone(&upload), Arc::clone(&fetched));
            tokio::spawn(async move {
                let fetch = || async move {
                    fetched.fetch_add(1, Ordering::Relaxed);
                    Ok::<_, std::io::Error>(Some(upload.to_vec()))
                };
                sandbox.load(digest, fetch).await.map(|rule| rule.digest())
            })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.expect("no panic").expect("loaded"), digest);
    }
    assert_eq!((fetched.load(Ordering::Relaxed), sandbox.loaded()), (1, 1));
}

#[tokio::test]
async fn wrong_bytes_are_not_compiled() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let sandbox = Sandbox::new(options(dir.path())).expect("a sandbox");
    let upload = Guest::fraud(&assessment(12)).build();
    let loaded = sandbox.load(Digest::of(b"something else"), || async { Ok::<_, std::io::Error>(Some(upload)) }).await;
    assert!(matches!(loaded.map(|rule| rule.digest()), Err(LoadError::Altered { .. })));
}

#[tokio::test]
async fn what_was_not_used_for_longest_leaves_first() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut options = options(dir.path());
    options.loaded_bytes = 1;
    let sandbox = Sandbox::new(options).expect("a sandbox");
    let (kept, _) = admit(&sandbox, Guest::fraud(&assessment(1)).build()).await;
    admit(&sandbox, Guest::fraud(&assessment(2)).build()).await;
    assert_eq!(sandbox.loaded(), 1);
    // Whoever holds a rule may go on calling it.
    assert_eq!(kept.call(&context(), "{}", &case(), &Question::FraudScoring).outcome, Outcome::Ok);
}
