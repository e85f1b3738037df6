//! Language and clock of a paper, as callers ask for them.

use redress_domain::calendar::Zone;
use redress_domain::tenant::Tenant;
use redress_print::Locale;

use crate::http::{Code, Problem};
use crate::print::model::Style;

/// The style that was asked for; the tenant's language, and that language's usual clock, where nothing was.
///
/// # Errors
/// 400 `invalid_query`.
pub(in crate::http) fn style(tenant: &Tenant, locale: Option<&str>, time_zone: Option<&str>) -> Result<Style, Problem> {
    let locale = Locale::nearest(locale.unwrap_or(&tenant.locale));
    let zone = match (time_zone, locale) {
        (Some(name), _) => {
            name.parse().map_err(|error: redress_domain::calendar::ZoneError| Problem::new(Code::InvalidQuery, error.to_string()))?
        }
        // China has one zone.
        (None, Locale::ZhCn) => Zone::SHANGHAI,
        (None, Locale::En) => Zone::UTC,
    };
    Ok(Style { locale, zone })
}
