//! Finding rows by the beginning of a text, through the index of its column.

/// Everything that begins with the text lies between it and this.
pub(crate) fn end(text: &str) -> String {
    format!("{text}\u{10ffff}")
}

/// Rows of each way that are looked at: whoever types one letter wants to type more, not to wait.
pub(crate) const MOST: i64 = 500;

/// Adds the query of the customers whose own number, telephone number or name begins with a text.
macro_rules! push_customers {
    ($query:ident, $tenant:expr, $begins:expr) => {
        let ways = [(true, "external_id"), ($begins.phone, "phone"), ($begins.name, "name")];
        for (place, (_, column)) in ways.into_iter().filter(|(open, _)| *open).enumerate() {
            $query.push(if place == 0 { "SELECT id FROM (" } else { " UNION SELECT id FROM (" });
            $query.push("SELECT id FROM customer WHERE tenant_id = ").push_bind($tenant);
            $query.push(" AND ").push(column).push(" IS NOT NULL AND ").push(column).push(" >= ").push_bind($begins.text.clone());
            $query.push(" AND ").push(column).push(" <= ").push_bind($crate::sql::prefix::end(&$begins.text));
            $query.push(" LIMIT ").push_bind($crate::sql::prefix::MOST).push(") w").push(place);
        }
    };
}
pub(crate) use push_customers;
