//! The fuzz targets on mutations of their seeds: a bounded run, the same one every time. `make fuzz` runs for longer.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use redress_tests::data;
use redress_tests::fuzz::mutate::Mutator;
use redress_tests::fuzz::{expression, seeds, upload, wit_values};

/// Time for one target; `FUZZ_SECONDS` overrides it.
const SECONDS: u64 = 6;

fn corpus(target: &str) -> PathBuf {
    data::root().join("tests/fuzz/corpus").join(target)
}

fn bounded(target: &str, most: u32, run: fn(&[u8])) {
    let mut paths: Vec<_> = std::fs::read_dir(corpus(target)).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).expect("a seed")).collect();
    for seed in &seeds {
        run(seed);
    }
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let (end, most) = (Duration::from_secs(seconds.unwrap_or(SECONDS)), if seconds.is_some() { u32::MAX } else { most });
    let (mut mutator, begun, mut inputs) = (Mutator::new(&seeds), Instant::now(), 0);
    while inputs < most && begun.elapsed() < end {
        let input = mutator.next_input();
        let outcome = std::panic::catch_unwind(|| run(&input));
        if let Err(panic) = outcome {
            let kept = std::env::temp_dir().join(format!("redress-fuzz-{target}"));
            std::fs::write(&kept, &input).expect("the input is kept");
            eprintln!("input {inputs} of {target} is kept in {}", kept.display());
            std::panic::resume_unwind(panic);
        }
        inputs += 1;
    }
    println!("{target}: {inputs} inputs in {:.1} s", begun.elapsed().as_secs_f64());
    assert!(inputs > 100, "only {inputs} inputs of {target} in {end:?}");
}

#[test]
fn fuzz_bounded_upload() {
    bounded("upload", 20_000, upload::run);
}

#[test]
fn fuzz_bounded_wit_values() {
    bounded("wit_values", 20_000, wit_values::run);
}

#[test]
fn fuzz_bounded_expression() {
    bounded("expression", 100_000, expression::run);
}

/// Set `FUZZ_WRITE_SEEDS` to write them anew.
#[test]
fn the_seeds_are_those_our_code_makes() {
    let write = std::env::var_os("FUZZ_WRITE_SEEDS").is_some();
    for (target, name, bytes) in seeds::all().expect("seeds") {
        let path = corpus(target).join(name);
        if write {
            std::fs::create_dir_all(corpus(target)).expect("a folder");
            std::fs::write(&path, &bytes).expect("written");
        }
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(kept == bytes, "{} is not what our code makes: run this test with FUZZ_WRITE_SEEDS=1", path.display());
    }
}
