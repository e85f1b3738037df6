//! A printer, and eyes.

use std::path::PathBuf;

use redress_print::{Finding, Fonts, Job, Limits, Locale, PrintError, Printer};
use serde_json::json;

/// Where Debian's fonts-noto-cjk is, and its family for China.
pub(crate) fn fonts() -> Fonts {
    Fonts { folder: PathBuf::from("/usr/share/fonts"), family: "Noto Sans CJK SC".to_owned() }
}

/// A printer with these limits.
pub(crate) fn printer_with(fonts: Fonts, limits: Limits) -> Printer {
    Printer::new((PathBuf::from(env!("CARGO_BIN_EXE_redress-print")), Vec::new()), fonts, limits)
}

/// A printer.
pub(crate) fn printer() -> Printer {
    printer_with(fonts(), Limits::default())
}

/// A template of a few words, with nothing to print.
pub(crate) fn job(template: &str) -> Job {
    Job::new(template, json!({"now": "2026-10-05 16:00", "shop": {"name": "店"}}), Locale::ZhCn)
}

/// What is wrong with a template.
pub(crate) async fn findings(printer: &Printer, template: &str) -> Vec<Finding> {
    match printer.print(&job(template)).await {
        Err(PrintError::Template(findings)) => findings,
        other => panic!("{template}: {other:?}"),
    }
}

/// The text of every page, without the spaces and breaks that come and go with the layout.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    let text = |number: &u32| document.extract_text(&[*number]).unwrap();
    numbers.iter().map(|number| text(number).replace(|c: char| c.is_whitespace() || c == '\u{200b}', "")).collect()
}

/// Grey pixels of a page.
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// The first page of a paper, at 288 dots per inch.
    pub(crate) fn of(job: &Job) -> Self {
        let fonts = fonts();
        let faces = redress_print::load(&fonts.find().unwrap()).unwrap();
        let document = redress_print::layout(job, faces, &fonts.family).unwrap();
        let options = typst_render::RenderOptions { pixel_per_pt: 4.0.into(), render_bleed: false };
        let image = typst_render::render(&document.pages()[0], &options);
        let pixels = image.pixels().iter().map(|pixel| pixel.green()).collect();
        Self { width: image.width() as usize, height: image.height() as usize, pixels }
    }

    pub(crate) fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x]
    }

    /// A row as lengths of light and dark, light first.
    pub(crate) fn runs(&self, y: usize) -> Vec<usize> {
        let row = &self.pixels[y * self.width..(y + 1) * self.width];
        let mut runs: Vec<usize> = row.chunk_by(|a, b| (*a < 128) == (*b < 128)).map(<[u8]>::len).collect();
        if row[0] < 128 {
            runs.insert(0, 0);
        }
        runs
    }
}
