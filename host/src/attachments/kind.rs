//! What the first bytes of a file say it is. What the sender says is never believed.

/// Bytes that are looked at; a file is not written before they are here.
pub(super) const HEAD: usize = 8 << 10;

/// The media type of a file that begins with `head`. Text in UTF-8 without control characters is `text/plain`; what nobody knows is
/// `application/octet-stream`.
pub fn media_type(head: &[u8]) -> &'static str {
    match infer::get(head).map(|kind| kind.mime_type()) {
        Some("image/heif") => "image/heic",
        // Apple's name for the same container.
        Some("video/x-m4v") => "video/mp4",
        Some(known) => known,
        None if is_text(head) => "text/plain",
        None => "application/octet-stream",
    }
}

fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The last letter may be cut in two.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
        Err(_) => return false,
    };
    !text.is_empty() && text.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn z1_the_first_bytes_say_what_a_file_is() {
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        let mov = b"\0\0\0\x14ftypqt  \0\0\0\0qt  ";
        let mp4 = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2";
        let webm = {
            let mut bytes = b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\x82\x84webm".to_vec();
            bytes.resize(300, 0);
            bytes
        };
        let mut elf = b"\x7fELF\x02\x01\x01".to_vec();
        elf.resize(64, 0);
        for (head, kind) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
            (heic, "image/heic"),
            (mov, "video/quicktime"),
            (mp4, "video/mp4"),
            (&webm, "video/webm"),
            (b"%PDF-1.7\n", "application/pdf"),
            ("收货时包装破损".as_bytes(), "text/plain"),
            (&"破".as_bytes()[..2], "application/octet-stream"),
            (b"<!DOCTYPE html><script>", "text/html"),
            (&elf, "application/x-executable"),
            (b"\0\0\0\0", "application/octet-stream"),
        ] {
            assert_eq!(media_type(head), kind, "{head:?}");
        }
        assert!(is_text(&"破损".as_bytes()[..5]), "a cut letter at the end is no sign of anything");
    }
}
