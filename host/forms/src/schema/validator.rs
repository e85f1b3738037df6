//! How this house runs the validator.

use jsonschema::{PatternOptions, ValidationOptions};

/// The `jsonschema` crate as forms use it: draft 2020-12, nothing fetched from anywhere, and patterns by an engine of linear
/// time, so that no pattern of a merchant stops the server.
pub fn options<'a>() -> ValidationOptions<'a> {
    jsonschema::draft202012::options().offline().with_pattern_options(PatternOptions::regex().size_limit(1 << 20))
}
