//! The shipped papers.

use redress_domain::paper::PaperKind;
use redress_print::{Fonts, Job, Limits, Locale, PrintError, shipped};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Picture, fonts, pages, printer, printer_with};

fn without_breaks(text: &str) -> String {
    text.replace(|c: char| c.is_whitespace() || c == '\u{200b}', "")
}

/// Z33, D11: every shipped paper in both languages, printed and read back: title, fixed words, names, goods, amounts, page numbers.
#[tokio::test]
async fn z33_d11_every_shipped_paper_prints_chinese_and_latin() {
    let printer = printer();
    let titles = [
        (PaperKind::ServiceReport, "服务报告", "Service report"),
        (PaperKind::DispatchOrder, "派工单", "Dispatch order"),
        (PaperKind::RepairConfirmation, "维修确认单", "Repair confirmation"),
        (PaperKind::PickList, "拣货单", "Pick list"),
        (PaperKind::ReturnSlip, "退货单", "Return slip"),
    ];
    assert_eq!(titles.map(|(kind, ..)| kind).as_slice(), PaperKind::ALL);
    for (kind, chinese, english) in titles {
        for (locale, title) in [(Locale::ZhCn, chinese), (Locale::En, english)] {
            let sample = shipped::sample(kind, locale);
            let printed = printer.print(&Job::new(shipped::source(kind), sample.clone(), locale)).await.unwrap();
            assert_eq!(printed.warnings, [], "{kind} {locale:?}");
            assert!(printed.pdf.len() < 120_000, "{kind} {locale:?} has {} bytes: is the font a subset?", printed.pdf.len());
            let read = pages(&printed.pdf);
            assert_eq!(read.len(), printed.pages);
            let all = read.concat();
            let mut wanted = vec![title.to_owned(), sample["shop"]["name"].as_str().unwrap().to_owned(), "2026-10-0516:00".to_owned()];
            if kind == PaperKind::PickList {
                wanted.extend(["A-05-30", "T-20261005-000001", "MOTOR-5V", sample["warehouse"].as_str().unwrap()].map(str::to_owned));
            } else {
                let texts =
                    [&sample["customer"]["name"], &sample["customer"]["phone"], &sample["lines"][0]["title"], &sample["lines"][0]["sku"]];
                wanted.extend(texts.map(|text| text.as_str().unwrap().to_owned()));
            }
            if kind == PaperKind::ReturnSlip {
                wanted.extend(["¥1,288.00", "¥39.90", "¥1,234.56", "¥2,562.46"].map(str::to_owned));
            }
            for text in wanted {
                assert!(all.contains(&without_breaks(&text)), "{kind} {locale:?} lacks {text}: {all}");
            }
            for (n, page) in read.iter().enumerate() {
                assert!(page.contains(&format!("{}/{}", n + 1, read.len())), "page {} has its number: {page}", n + 1);
            }
        }
    }
}

fn ticket_with(change: impl FnOnce(&mut Value)) -> Job {
    let mut sample = shipped::sample(PaperKind::ReturnSlip, Locale::ZhCn);
    change(&mut sample);
    Job::new(shipped::source(PaperKind::ReturnSlip), sample, Locale::ZhCn)
}

#[tokio::test]
async fn z33_many_lines_go_over_pages_under_the_same_head() {
    let job = ticket_with(|data| {
        let line = data["lines"][0].clone();
        data["lines"] = (0..120)
            .map(|n| {
                let mut line = line.clone();
                line["sku"] = json!(format!("SKU-{n:04}"));
                line
            })
            .collect();
    });
    let printed = printer().print(&job).await.unwrap();
    let read = pages(&printed.pdf);
    assert!(read.len() >= 4, "{} pages", read.len());
    for n in 0..120 {
        assert_eq!(read.iter().filter(|page| page.contains(&format!("SKU-{n:04}"))).count(), 1, "line {n} is on one page");
    }
    for page in &read[..read.len() - 1] {
        assert!(page.contains("原因") && page.contains("数量"), "every page of the table has its head: {page}");
    }
}

#[test]
fn z33_long_words_stay_within_the_margins() {
    let job = ticket_with(|data| {
        data["customer"]["name"] = json!("W".repeat(130));
        data["ticket"]["external_ref"] = json!("TB1234567890".repeat(8));
        data["lines"][1]["sku"] = json!("SKU-".repeat(40));
    });
    let picture = Picture::of(&job);
    let margin = picture.width * 15 / 210;
    for y in 0..picture.height {
        assert!((picture.width - margin..picture.width).all(|x| picture.at(x, y) > 250), "something is in the margin at row {y}");
    }
}

/// Nothing but the number is certain to be there.
#[tokio::test]
async fn z33_papers_print_what_is_known_of_a_ticket() {
    let printer = printer();
    let bare = json!({
        "now": "2026-10-05 16:00", "shop": {"name": "店"}, "customer": null, "order": null, "lines": [], "total": null, "refund": null,
        "link": null, "ticket": {
            "number": "T-1", "kind": "inquiry", "status": "submitted", "channel": "api", "external_ref": null, "subject": "问", "description": "",
            "problem_type": null, "priority": "normal", "tags": [], "assignee": null, "queue": null, "created_at": "2026-10-05 16:00",
            "updated_at": "2026-10-05 16:00", "fields": {"parts": [{"sku": "A"}], "work": 7, "diagnosis": {"a": 1}, "result": ["好", true]}
        }
    });
    let empty = json!({"now": "2026-10-05 16:00", "shop": {"name": "店"}, "number": null, "warehouse": null, "picker": null,
        "list": {"stops": [], "short": []}});
    for kind in PaperKind::ALL.iter().copied() {
        let data = if kind.is_about_a_ticket() { &bare } else { &empty };
        let printed = printer.print(&Job::new(shipped::source(kind), data.clone(), Locale::ZhCn)).await;
        assert_eq!(printed.unwrap_or_else(|error| panic!("{kind}: {error}")).pages, 1, "{kind}");
    }
}

#[tokio::test]
async fn the_same_job_gives_the_same_bytes() {
    let (printer, job) = (printer(), ticket_with(|_| ()));
    assert_eq!(printer.print(&job).await.unwrap().pdf, printer.print(&job).await.unwrap().pdf);
}

#[tokio::test]
async fn a_missing_font_says_which_package_to_install() {
    let empty = TempDir::new().unwrap();
    let printer = printer_with(Fonts { folder: empty.path().to_owned(), ..fonts() }, Limits::default());
    let error = printer.print(&ticket_with(|_| ())).await.unwrap_err();
    assert!(matches!(error, PrintError::Font(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("fonts-noto-cjk") && text.contains("print.fonts_dir") && text.contains("Noto Sans CJK SC"), "{text}");
}

/// Both languages have the same words, and every word that a template asks for is one of them.
#[test]
fn every_word_is_there_in_every_language() {
    let words = |locale: Locale| serde_json::from_str::<std::collections::BTreeMap<String, String>>(locale.words()).unwrap();
    let (chinese, english) = (words(Locale::ZhCn), words(Locale::En));
    assert_eq!(chinese.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    let helpers = include_str!("../../templates/redress.typ");
    for source in PaperKind::ALL.iter().map(|kind| shipped::source(*kind)).chain([helpers]) {
        for rest in source.split("word(\"").skip(1) {
            let word = rest.split('"').next().unwrap();
            assert!(chinese.contains_key(word), "no word {word}");
        }
    }
    for status in redress_domain::status::CaseStatus::ALL {
        assert!(chinese.contains_key(&format!("status.{status}")), "no word for {status}");
    }
}
