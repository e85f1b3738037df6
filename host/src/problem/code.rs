//! The only table of problem codes and statuses. Codes are a promise: they may be added, never changed.

use axum::http::StatusCode;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $status:ident $code:literal $title:literal,)+) => {
        /// The stable name of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Status, name and title.
            pub const fn row(self) -> (StatusCode, &'static str, &'static str) {
                match self { $(Self::$name => (StatusCode::$status, $code, $title),)+ }
            }
        }
    };
}

codes! {
    /// The body is not JSON.
    MalformedJson = BAD_REQUEST "malformed_json" "The body is not valid JSON",
    /// The body has a field that is not known.
    UnknownField = BAD_REQUEST "unknown_field" "The body has an unknown field",
    /// The query string cannot be read.
    InvalidQuery = BAD_REQUEST "invalid_query" "The query string cannot be used",
    /// `If-Match` is not a version.
    InvalidIfMatch = BAD_REQUEST "invalid_if_match" "If-Match cannot be used",
    /// `Idempotency-Key` is empty, too long or not ASCII.
    InvalidIdempotencyKey = BAD_REQUEST "invalid_idempotency_key" "Idempotency-Key cannot be used",
    /// No key, or one that is not valid.
    Unauthenticated = UNAUTHORIZED "unauthenticated" "A valid API key is needed",
    /// The signature of a message does not fit.
    InvalidSignature = UNAUTHORIZED "invalid_signature" "The signature does not fit",
    /// The key's user may not do this.
    Forbidden = FORBIDDEN "forbidden" "Not allowed for this key",
    /// Nothing of that name in this tenant.
    NotFound = NOT_FOUND "not_found" "Not found",
    /// The address exists, the method does not.
    MethodNotAllowed = METHOD_NOT_ALLOWED "method_not_allowed" "Method not allowed",
    /// The thing is in a state that does not allow this.
    NotAllowedNow = CONFLICT "not_allowed_now" "Not allowed in the present state",
    /// The time for an answer is over.
    OfferExpired = CONFLICT "offer_expired" "The offer has ended",
    /// The customer has chosen something else before.
    OfferAnswered = CONFLICT "offer_answered" "The offer is answered already",
    /// A unique name is taken.
    AlreadyExists = CONFLICT "already_exists" "Already exists",
    /// The channel has sent this case before.
    DuplicateTicket = CONFLICT "duplicate_ticket" "Ticket exists already",
    /// This plugin version was uploaded with other bytes.
    VersionTaken = CONFLICT "version_taken" "Plugin version taken",
    /// Other things refer to it.
    InUse = CONFLICT "in_use" "Still in use",
    /// Golden decisions would end in another way, and nobody signs for it.
    GoldenChanged = CONFLICT "golden_changed" "Golden decisions would change",
    /// It changed since it was read.
    StaleVersion = PRECONDITION_FAILED "stale_version" "Changed in the meantime",
    /// The body is too large.
    BodyTooLarge = PAYLOAD_TOO_LARGE "body_too_large" "The body is too large",
    /// The body has the wrong media type.
    UnsupportedMediaType = UNSUPPORTED_MEDIA_TYPE "unsupported_media_type" "The media type is not supported",
    /// A value has the wrong type or form.
    InvalidBody = UNPROCESSABLE_ENTITY "invalid_body" "A value has the wrong type or form",
    /// A value breaks a rule of the business.
    Invalid = UNPROCESSABLE_ENTITY "invalid" "A value is not allowed",
    /// The body names something that does not exist.
    UnknownReference = UNPROCESSABLE_ENTITY "unknown_reference" "The request refers to something that does not exist",
    /// More money than was paid.
    AmountOverPaid = UNPROCESSABLE_ENTITY "amount_over_paid" "More than was paid",
    /// More pieces than were bought.
    QuantityOverBought = UNPROCESSABLE_ENTITY "quantity_over_bought" "More than was bought",
    /// A currency other than the order's.
    ForeignCurrency = UNPROCESSABLE_ENTITY "foreign_currency" "Another currency than the order's",
    /// The body names an order that is not known.
    UnknownOrder = UNPROCESSABLE_ENTITY "unknown_order" "The order is not known",
    /// The order has no such line.
    UnknownOrderLine = UNPROCESSABLE_ENTITY "unknown_order_line" "The order has no such line",
    /// The key was used with another request.
    IdempotencyKeyReused = UNPROCESSABLE_ENTITY "idempotency_key_reused" "Idempotency-Key used with another request",
    /// The upload is not a plugin that may run.
    PluginRejected = UNPROCESSABLE_ENTITY "plugin_rejected" "The plugin was rejected",
    /// The configuration does not fit the plugin.
    InvalidConfig = UNPROCESSABLE_ENTITY "invalid_config" "The configuration does not fit the plugin",
    /// The template cannot be printed.
    TemplateRejected = UNPROCESSABLE_ENTITY "template_rejected" "The template cannot be printed",
    /// The server has no font to print with.
    FontMissing = SERVICE_UNAVAILABLE "font_missing" "No font to print with",
    /// More than the tenant's plan pays for.
    QuotaExceeded = FORBIDDEN "quota_exceeded" "The plan allows no more",
    /// The upload ended before it was complete.
    UploadCutOff = BAD_REQUEST "upload_cut_off" "The upload was cut off",
    /// More requests than this link or address may send.
    TooManyRequests = TOO_MANY_REQUESTS "too_many_requests" "Too many requests",
    /// The place where files lie does not answer.
    StorageUnavailable = SERVICE_UNAVAILABLE "storage_unavailable" "The file storage does not answer",
    /// The range lies outside of the file.
    RangeNotSatisfiable = RANGE_NOT_SATISFIABLE "range_not_satisfiable" "The range lies outside of the file",
    /// The database does not answer.
    DatabaseUnavailable = SERVICE_UNAVAILABLE "database_unavailable" "The database does not answer",
    /// A gateway's plugin or secrets are not there.
    GatewayNotReady = SERVICE_UNAVAILABLE "gateway_not_ready" "The gateway cannot be asked",
    /// Too much work at once.
    Busy = SERVICE_UNAVAILABLE "busy" "Busy",
    /// A failure of ours.
    Internal = INTERNAL_SERVER_ERROR "internal_error" "Internal error",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The console and the portal put refusals into their readers' words by these codes.
    #[test]
    fn every_code_has_words_in_the_console() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.row().1).collect();
        for language in ["zh-CN", "en"] {
            let place = format!("{}/console/src/words/problems.{language}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&place).expect(&place);
            let words: BTreeMap<String, String> = serde_json::from_str(&text).expect(&place);
            for code in &codes {
                assert!(words.get(*code).is_some_and(|words| !words.is_empty()), "{place} has no words for {code}");
            }
            assert_eq!(words.len(), codes.len(), "{place} has words for codes that are gone");
        }
    }
}
