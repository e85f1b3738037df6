//! Templates that want more than paper.

use std::time::Duration;

use redress_print::{Limits, PrintError, Severity};

use crate::support::{findings, fonts, job, printer, printer_with};

/// A template sees its data, the words and the helpers, and nothing else.
#[tokio::test]
async fn a_template_reads_no_file_no_package_and_no_clock() {
    let printer = printer();
    let rows = [
        ("ok\n#read(\"/etc/passwd\")", "reads only"),
        ("ok\n#read(\"../../../../etc/passwd\")", "escape"),
        ("ok\n#image(\"/usr/share/pixmaps/debian-logo.png\")", "reads only"),
        ("ok\n#include \"/other.typ\"", "reads only"),
        ("ok\n#import \"@preview/cetz:0.3.0\"", "reads only"),
        ("ok\n#plugin(\"/x.wasm\")", "reads only"),
        ("ok\n#datetime.today()", "date"),
        ("ok\n#sys.env.HOME", "env"),
    ];
    for (template, told) in rows {
        let found = findings(&printer, template).await;
        assert!(found[0].message.contains(told), "{template}: {found:?}");
        assert_eq!((found[0].severity, found[0].line), (Severity::Error, Some(2)), "{template}: {found:?}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_line() {
    let printer = printer();
    let rows = [
        ("a\n\nb #data.missing", 3, "data"),
        ("#import \"/redress.typ\": *\n\n\n#data.ticket.number", 4, "ticket"),
        ("#import \"/redress.typ\": *\n#paper(", 2, "unclosed"),
        // Within a helper: the line that called it.
        ("#import \"/redress.typ\": *\n退货\n#money(\"12\")", 3, "fields on type string"),
        ("#code128(\"工单\")", 1, "visible ASCII"),
    ];
    for (template, line, told) in rows {
        let found = findings(&printer, template).await;
        assert_eq!(found[0].line, Some(line), "{template}: {found:?}");
        assert!(found[0].message.contains(told), "{template}: {found:?}");
    }
    let text = PrintError::Template(findings(&printer, "\n#nothing").await).to_string();
    assert!(text.contains("line 2: unknown variable: nothing"), "{text}");
}

#[tokio::test]
async fn a_template_without_end_is_stopped() {
    let limits = Limits { cpu_seconds: 2, ..Limits::default() };
    let printer = printer_with(fonts(), limits);
    // What Typst itself stops.
    assert!(findings(&printer, "#while true {}").await[0].message.contains("always true"));
    assert!(findings(&printer, "#let n = 0\n#while n < 1 { n = n * 2 }").await[0].message.contains("infinite"));
    assert!(findings(&printer, "#let f(n) = f(n + 1)\n#f(0)").await[0].message.contains("depth"));
    // What only the process limits stop.
    let found = findings(&printer, "#let n = 0\n#for a in range(100000) { for b in range(100000) { n += 1 } }").await;
    assert!(found[0].message.contains("2 s of processor time"), "{found:?}");
    // The next one prints.
    assert_eq!(printer.print(&job("好")).await.unwrap().pages, 1);
}

#[tokio::test]
async fn a_template_that_takes_all_memory_is_stopped() {
    let limits = Limits { memory_bytes: 512 << 20, ..Limits::default() };
    let printer = printer_with(fonts(), limits);
    let found = findings(&printer, "#let s = \"长\" * 1000000000\n#s.len()").await;
    assert!(found[0].message.contains("bytes of memory"), "{found:?}");
}

#[tokio::test]
async fn a_paper_that_takes_too_long_or_grows_too_large_is_given_up() {
    let slow = printer_with(fonts(), Limits { wall: Duration::from_millis(1), ..Limits::default() });
    assert!(findings(&slow, "好").await[0].message.contains("takes longer"));
    let small = printer_with(fonts(), Limits { paper_bytes: 100, ..Limits::default() });
    assert!(findings(&small, "好").await[0].message.contains("larger than 100 bytes"));
}
