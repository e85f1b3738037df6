//! Which figures tell a field that somebody may not see (Z36): a table by problem type shows problem types, and a filter finds them out.

use super::definition::Definition;
use super::fact::{BATCH, Dimension, Field, Flag};
use crate::access::{FieldAccess, Resource};
use crate::finding::Finding;

impl Dimension {
    /// True when the person may see what it tells tickets apart by.
    pub fn is_shown(self, access: &FieldAccess) -> bool {
        let ticket = |path: &[&str]| access.shows(Resource::Tickets, path);
        match self {
            Self::ProblemType => ticket(&["problem_type"]),
            Self::Reason => ticket(&["lines", "reason"]),
            Self::Tier => ticket(&["approvals"]),
            Self::Batch => BATCH.iter().all(|name| ticket(&["fields", name])),
            Self::Channel | Self::Kind | Self::Queue | Self::Assignee | Self::Case | Self::Outcome | Self::Category | Self::Sku => true,
        }
    }
}

impl Flag {
    /// True when the person may see what it is made of.
    pub fn is_shown(self, access: &FieldAccess) -> bool {
        match self {
            Self::Quality => Dimension::ProblemType.is_shown(access) && Dimension::Reason.is_shown(access),
            Self::AutoApproved => Dimension::Tier.is_shown(access),
            _ => true,
        }
    }
}

impl Field {
    /// True when the person may see what it adds up.
    pub fn is_shown(self, access: &FieldAccess) -> bool {
        match self {
            Self::Requested => access.shows(Resource::Tickets, &["lines", "requested"]),
            Self::RefundedAmount => access.shows(Resource::Tickets, &["refund"]),
            _ => true,
        }
    }
}

impl Definition {
    /// Every place that would tell the person what is hidden or masked for them.
    pub fn veiled(&self, access: &FieldAccess) -> Vec<Finding> {
        if access.is_open() {
            return Vec::new();
        }
        let finding = |path: String, what: &str| Finding { path, message: format!("the caller's roles hide {what}") };
        let hidden = |dimension: Dimension| (!dimension.is_shown(access)).then(|| dimension.as_str());
        let by = self.dimensions.iter().enumerate().filter_map(|(at, dimension)| Some((format!("/dimensions/{at}"), hidden(*dimension)?)));
        let only = self.filters.iter().enumerate().filter_map(|(at, filter)| Some((format!("/filters/{at}"), hidden(filter.dimension)?)));
        let figures = self.measures.iter().enumerate().filter_map(|(at, measure)| {
            let flag = [measure.flag, measure.less, measure.of].into_iter().flatten().find(|flag| !flag.is_shown(access)).map(Flag::as_str);
            let field = measure.field.filter(|field| !field.is_shown(access)).map(Field::as_str);
            Some((format!("/measures/{at}"), flag.or(field)?))
        });
        by.chain(only).chain(figures).map(|(path, what)| finding(path, what)).collect()
    }
}
