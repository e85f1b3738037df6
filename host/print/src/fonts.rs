//! Chinese fonts, from a folder of the system.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ttf_parser::name_id;
use typst::foundations::Bytes;
use typst::text::Font;

/// Folders within the fonts' folder that are looked into.
const DEEPEST: usize = 4;

/// Where fonts are looked for, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fonts {
    /// Folder with font files.
    pub folder: PathBuf,
    /// Family that papers are printed in, for example `Noto Sans CJK SC`.
    pub family: String,
}

/// One face in a font file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The file.
    pub path: PathBuf,
    /// Place of the face in the file, which may be a collection.
    pub index: u32,
}

/// Why there is no font.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// No face of the family.
    #[error(
        "no font file below {folder} has a regular face of the family '{family}', so nothing can be printed: install the package \
         fonts-noto-cjk (apt-get install fonts-noto-cjk), or set print.fonts_dir and print.font_family to a font with Chinese characters"
    )]
    Missing {
        /// Folder that was searched.
        folder: PathBuf,
        /// Family that was wanted.
        family: String,
    },
    /// A file that was found cannot be read any more.
    #[error("the font file {path} cannot be read: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Fonts {
    /// The regular and bold upright faces of the family.
    ///
    /// # Errors
    /// [`FontError::Missing`] without a regular one.
    pub fn find(&self) -> Result<Vec<Face>, FontError> {
        let mut files = Vec::new();
        collect(&self.folder, 0, &mut files);
        files.sort();
        let (mut regular, mut bold) = (None, None);
        for path in files {
            // A file that cannot be read has no face to offer.
            let Ok(bytes) = fs::read(&path) else { continue };
            for index in 0..ttf_parser::fonts_in_collection(&bytes).unwrap_or(1) {
                let Ok(face) = ttf_parser::Face::parse(&bytes, index) else { continue };
                if !is_of(&face, &self.family) || face.is_italic() {
                    continue;
                }
                match face.weight().to_number() {
                    400 => _ = regular.get_or_insert_with(|| Face { path: path.clone(), index }),
                    700 => _ = bold.get_or_insert_with(|| Face { path: path.clone(), index }),
                    _ => {}
                }
            }
            if regular.is_some() && bold.is_some() {
                break;
            }
        }
        let missing = || FontError::Missing { folder: self.folder.clone(), family: self.family.clone() };
        Ok([Some(regular.ok_or_else(missing)?), bold].into_iter().flatten().collect())
    }
}

fn is_of(face: &ttf_parser::Face<'_>, family: &str) -> bool {
    let named = |name: ttf_parser::name::Name<'_>| {
        matches!(name.name_id, name_id::FAMILY | name_id::TYPOGRAPHIC_FAMILY)
            && name.to_string().is_some_and(|text| text.eq_ignore_ascii_case(family))
    };
    face.names().into_iter().any(named)
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    // A folder that is missing or closed holds no fonts; the caller says that none were found.
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && depth < DEEPEST {
            collect(&path, depth + 1, files);
        } else if path.extension().and_then(|end| end.to_str()).is_some_and(|end| ["ttc", "otf", "ttf"].contains(&end)) {
            files.push(path);
        }
    }
}

/// Reads faces that [`Fonts::find`] found.
///
/// # Errors
/// [`FontError::Unreadable`].
pub fn load(faces: &[Face]) -> Result<Vec<Font>, FontError> {
    let unreadable = |path: &Path, source| FontError::Unreadable { path: path.to_owned(), source };
    let mut fonts = Vec::with_capacity(faces.len());
    for Face { path, index } in faces {
        let bytes = fs::read(path).map_err(|source| unreadable(path, source))?;
        let font = Font::new(Bytes::new(bytes), *index);
        fonts.push(font.ok_or_else(|| unreadable(path, std::io::Error::other("it holds no such face")))?);
    }
    Ok(fonts)
}
