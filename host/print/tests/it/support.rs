//! A printer, and eyes.

use std::path::PathBuf;
use std::time::Duration;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint, PathDrawMode, SoftMask,
    interpret_page,
};
use kurbo::{Affine, BezPath, Rect};
use redress_print::{Finding, Fonts, Job, Limits, Locale, PrintError, Printer};
use serde_json::json;

/// Where Debian's fonts-noto-cjk is, and its family for China.
pub(crate) fn fonts() -> Fonts {
    Fonts { folder: PathBuf::from("/usr/share/fonts"), family: "Noto Sans CJK SC".to_owned() }
}

/// A printer with these limits.
pub(crate) fn printer_with(fonts: Fonts, limits: Limits) -> Printer {
    // A machine that builds at the same time is slow on the clock.
    let limits = if limits.wall < Limits::default().wall { limits } else { Limits { wall: Duration::from_secs(600), ..limits } };
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

/// The text of every page, without the spaces and breaks that come and go with the layout. Read by a PDF reader that others wrote,
/// through the font's own table of characters (`ToUnicode`), as a search in a viewer does.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let document = Pdf::new(pdf.to_vec()).unwrap();
    let cache = InterpreterCache::new();
    let read = |page| {
        let mut reader = Reader::default();
        let (nowhere, anywhere) = (Affine::IDENTITY, Rect::new(0.0, 0.0, 1.0, 1.0));
        let mut context = Context::new(nowhere, anywhere, &cache, document.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut reader);
        reader.0
    };
    document.pages().iter().map(read).collect()
}

/// Keeps the characters and nothing else.
#[derive(Default)]
struct Reader(String);

impl Device<'_> for Reader {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, _: Affine, _: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(one)) => one.to_string(),
            Some(BfString::String(some)) => some,
            None => panic!("a glyph without a character cannot be searched for or copied"),
        };
        self.0.extend(text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}'));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
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
