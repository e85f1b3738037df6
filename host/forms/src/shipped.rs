//! The forms that come with the house, for merchants to begin with.

use crate::definition::Definition;

const TEXTS: [&str; 3] =
    [include_str!("../forms/service.json"), include_str!("../forms/return.json"), include_str!("../forms/problem.json")];

/// 服务单 (Z2), 退货单 (Z3 with Z4–Z6) and 问题标签 (U9), published as version 1.
///
/// # Panics
/// Never: the texts are part of the program, and a test reads them.
pub fn shipped() -> Vec<Definition> {
    TEXTS.iter().map(|text| serde_json::from_str(text).expect("a test reads every form that comes with the house")).collect()
}
