//! Files that belong to tickets (L5, Z1), and which files are taken.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{AttachmentId, TicketId};
use crate::timeline::Actor;

/// A file that somebody uploaded. Its bytes lie in the object store under their digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attachment {
    /// Redress id.
    pub id: AttachmentId,
    /// Ticket it belongs to; null until somebody uses it.
    pub ticket: Option<TicketId>,
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// Bytes.
    pub size: u64,
    /// What the bytes are, as their first ones tell.
    pub media_type: String,
    /// File name as the uploader gave it, without folders and control characters.
    pub name: String,
    /// Who uploaded it.
    pub uploaded_by: Actor,
    /// The customer must not see it.
    pub internal: bool,
    /// When.
    pub created_at: Timestamp,
}

/// Kinds of files that a control of a form takes (Z1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Control {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// Any file that the server takes.
    Attachment,
}

impl Control {
    /// True when the control takes such files.
    pub fn takes(self, media_type: &str) -> bool {
        match self {
            Self::Image => media_type.starts_with("image/"),
            Self::Video => media_type.starts_with("video/"),
            Self::Attachment => true,
        }
    }
}

/// Longest file name in characters.
const LONGEST_NAME: usize = 200;

/// A file name without what a browser, a shell or a file system could misread: folders, control characters, and the marks that
/// turn the direction of writing (so that `photo\u{202e}gnp.exe` does not pass for a picture). What is left empty is `file`.
pub fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|letter| !letter.is_control() && !turns(*letter)).take(LONGEST_NAME).collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    if kept.is_empty() { "file".to_owned() } else { kept.to_owned() }
}

/// Marks of Unicode that change the direction of writing or take no place.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l5_a_file_name_is_only_a_name() {
        for (given, kept) in [
            ("破损照片.jpg", "破损照片.jpg"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\a.png", "a.png"),
            ("a\r\nSet-Cookie: x=1.png", "aSet-Cookie: x=1.png"),
            ("photo\u{202e}gnp.exe", "photognp.exe"),
            ("..", "file"),
            ("", "file"),
            ("<script>alert(1)</script>", "script>"),
            (".htaccess", "htaccess"),
        ] {
            assert_eq!(file_name(given), kept);
        }
        assert_eq!(file_name(&"长".repeat(500)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn z1_a_control_takes_its_kind() {
        assert!(Control::Image.takes("image/webp") && !Control::Image.takes("video/mp4"));
        assert!(Control::Video.takes("video/webm") && !Control::Video.takes("application/pdf"));
        assert!(Control::Attachment.takes("application/pdf"));
    }
}
