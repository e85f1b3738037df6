//! Messages that leave: how they are composed without a rule, signed and delivered.

pub mod deliver;
pub mod guard;
pub mod link;
pub mod mail;
pub mod notice;
pub mod payload;
pub mod sign;
pub mod template;
