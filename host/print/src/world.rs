//! What a template can see: itself, its data, the words, the helpers, two fonts. Nothing else exists for it.

use typst::diag::{FileError, FileResult, StrResult};
use typst::foundations::{Bytes, Datetime, Duration, func};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontFamily, FontList, Lang, Region, TextElem};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::codes;
use crate::job::{Job, Locale};

/// The helpers that every template may import.
const HELPERS: &str = include_str!("../templates/redress.typ");

/// The world of one paper.
pub(crate) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    helpers: Source,
    data: (FileId, Bytes),
    words: (FileId, Bytes),
}

impl Desk {
    /// Lays everything out for a job. `family` is the name of the font that text has unless a template says otherwise.
    pub(crate) fn new(job: &Job, fonts: Vec<Font>, family: &str) -> Self {
        let mut library = Library::builder().build();
        library.global.scope_mut().define_func::<code128>();
        library.global.scope_mut().define_func::<qr_code>();
        library.styles.set(TextElem::font, FontList(vec![FontFamily::new(family)]));
        let (lang, region) = match job.locale {
            Locale::ZhCn => (Lang::CHINESE, "CN".parse::<Region>().ok()),
            Locale::En => (Lang::ENGLISH, None),
        };
        library.styles.set(TextElem::lang, lang);
        library.styles.set(TextElem::region, region);
        Self {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id("/main.typ"), job.template.clone()),
            helpers: Source::new(id("/redress.typ"), HELPERS.to_owned()),
            data: (id("/data.json"), Bytes::from_string(job.data.to_string())),
            words: (id("/words.json"), Bytes::from_string(job.locale.words())),
        }
    }
}

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our own paths stay below the root");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn refused(wanted: FileId) -> FileError {
    let name = match wanted.get().root() {
        VirtualRoot::Package(package) => package.to_string(),
        VirtualRoot::Project => wanted.get().vpath().get_with_slash().to_owned(),
    };
    FileError::Other(Some(format!("a template reads only /redress.typ, /data.json and /words.json, not {name}").into()))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, wanted: FileId) -> FileResult<Source> {
        [&self.main, &self.helpers].into_iter().find(|source| source.id() == wanted).cloned().ok_or_else(|| refused(wanted))
    }

    fn file(&self, wanted: FileId) -> FileResult<Bytes> {
        [&self.data, &self.words].into_iter().find(|(id, _)| *id == wanted).map(|(_, bytes)| bytes.clone()).ok_or_else(|| refused(wanted))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Papers say the moment that the host wrote into their data, so that the same job gives the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// SVG of a Code 128 barcode, for `image(code128("T-1"), format: "svg")`.
#[func]
fn code128(
    /// Visible ASCII.
    text: typst::foundations::Str,
) -> StrResult<Bytes> {
    Ok(Bytes::from_string(codes::code128_svg(&String::from(text))?))
}

/// SVG of a QR code, for `image(qr-code("https://…"), format: "svg")`.
#[func]
fn qr_code(
    /// Any text.
    text: typst::foundations::Str,
) -> StrResult<Bytes> {
    Ok(Bytes::from_string(codes::qr_svg(&String::from(text))?))
}
