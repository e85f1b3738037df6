//! Words of the hook [`crate::Settlement`]: requests to a gateway and what its answers mean.

pub use crate::bindings::settlement::exports::redress::rules::settlement::{
    Header, HeaderValue, HttpRequest, HttpResponse, Instruction, Method, Notice, Outcome, Purpose, Refusal, SecretText,
};
pub use crate::bindings::settlement::redress::rules::crypto::CryptoError;

impl HttpRequest {
    /// A request that reads.
    pub fn get(url: impl Into<String>) -> Self {
        Self { method: Method::Get, url: url.into(), headers: Vec::new(), body: String::new() }
    }

    /// A request that does something.
    pub fn post(url: impl Into<String>, body: impl Into<String>) -> Self {
        Self { method: Method::Post, url: url.into(), headers: Vec::new(), body: body.into() }
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push(Header { name: name.to_owned(), value: HeaderValue::Text(value.into()) });
        self
    }

    /// With a header that holds a secret, which the host writes behind `before`.
    #[must_use]
    pub fn secret(mut self, name: &str, before: &str, secret: &str) -> Self {
        let value = SecretText { before: before.to_owned(), secret: secret.to_owned() };
        self.headers.push(Header { name: name.to_owned(), value: HeaderValue::Secret(value) });
        self
    }
}

impl HttpResponse {
    /// The first header of this name, in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }
}

/// The first header of this name, in lower case.
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

impl Outcome {
    /// The gateway refused it for good.
    pub fn refused(reason: impl Into<String>) -> Self {
        Self::Failed(Refusal { reason: reason.into(), retryable: false })
    }

    /// The gateway refused it for now.
    pub fn not_now(reason: impl Into<String>) -> Self {
        Self::Failed(Refusal { reason: reason.into(), retryable: true })
    }

    /// The answer says nothing certain.
    pub fn unknown(why: impl Into<String>) -> Self {
        Self::Unknown(why.into())
    }
}

/// Text in the query or the body of a form (WHATWG URL, `application/x-www-form-urlencoded`).
pub fn form(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        encode(&mut text, name);
        text.push('=');
        encode(&mut text, value);
    }
    text
}

fn encode(text: &mut String, part: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => text.push(char::from(byte)),
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.push(char::from(DIGITS[usize::from(byte >> 4)]));
                text.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn forms_are_encoded() {
        assert_eq!(form(&[("metadata[a b]", "退&1"), ("x", "~*-_.")]), "metadata%5Ba+b%5D=%E9%80%80%261&x=%7E*-_.");
    }
}
