//! Between the words of the business and the records of `redress:rules`. Nothing is looked up and nothing decided here.

pub(crate) mod answer;
pub(crate) mod case;
pub(crate) mod gateway;
pub(crate) mod history;
pub(crate) mod money;
pub(crate) mod question;
