//! A definition made ready to fill and to judge answers: expressions read, schemas compiled, conditions in order.

use std::collections::BTreeMap;

use jsonschema::Validator;

use crate::check::{Finding, Severity, check};
use crate::condition::Condition;
use crate::definition::{Check, Definition, Field};
use crate::schema::{control_schema, options};

/// A definition without errors, ready for use. Making it ready costs far more than judging answers, so keep it.
#[derive(Debug)]
pub struct Form {
    pub(crate) definition: Definition,
    /// Fields as they stand.
    pub(crate) fields: Vec<Prepared>,
    /// Places in `fields`, so that each comes after those that its visibility depends on.
    pub(crate) order: Vec<usize>,
    pub(crate) checks: Vec<(Check, Condition)>,
}

/// A field, ready for use.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) field: Field,
    pub(crate) validator: Validator,
    pub(crate) show: Option<Condition>,
    pub(crate) require: Option<Condition>,
}

impl Form {
    /// Makes a definition ready, a draft as well, so that it can be tried before it is published.
    ///
    /// # Errors
    /// The findings of [`check()`] that are errors.
    pub fn prepare(definition: Definition) -> Result<Self, Vec<Finding>> {
        let errors: Vec<_> = check(&definition).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        Self::build(definition).map_err(|finding| vec![finding])
    }

    /// The definition.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// What [`check()`] has found in order can be built; should it ever not, that is a finding too and no panic.
    fn build(definition: Definition) -> Result<Self, Finding> {
        let mut fields = Vec::new();
        for field in definition.fields() {
            let broken = |why: String| Finding::error(String::new(), format!("the field '{}' cannot be used: {why}", field.key));
            let schema = control_schema(&field.control, definition.currency);
            let validator = options().build(&schema).map_err(|error| broken(error.to_string()))?;
            let read = |text: &Option<String>| text.as_deref().map(Condition::parse).transpose().map_err(|problem| broken(problem.message));
            let (show, require) = (read(&field.show_when)?, read(&field.require_when)?);
            fields.push(Prepared { field: field.clone(), validator, show, require });
        }
        let checks = definition.checks.iter().map(|check| {
            let broken = |problem: redress_expression::Problem| {
                Finding::error(String::new(), format!("the check '{}' cannot be used: {}", check.key, problem.message))
            };
            Ok((check.clone(), Condition::parse(&check.expression).map_err(broken)?))
        });
        let checks = checks.collect::<Result<_, Finding>>()?;
        let order = order(&fields).map_err(|keys| Finding::error(String::new(), circle(&keys)))?;
        Ok(Self { definition, fields, order, checks })
    }
}

/// Says that conditions depend on each other in a circle.
pub(crate) fn circle(keys: &[String]) -> String {
    format!("conditions depend on each other in a circle ({}): break it", keys.join(" → "))
}

/// Places of fields in an order in which their visibility can be found out.
fn order(fields: &[Prepared]) -> Result<Vec<usize>, Vec<String>> {
    let needs = fields.iter().map(|prepared| (prepared.field.key.as_str(), prepared.show.as_ref().map_or(&[][..], |show| &show.reads)));
    let places: BTreeMap<&str, usize> = fields.iter().enumerate().map(|(at, prepared)| (prepared.field.key.as_str(), at)).collect();
    sorted(&needs.collect::<Vec<_>>()).map(|keys| keys.into_iter().filter_map(|key| places.get(key).copied()).collect())
}

/// Sorts names so that each stands after those that it needs, otherwise as they come; names that do not exist are passed over.
///
/// # Errors
/// Names that need each other in a circle, the first again at the end.
pub(crate) fn sorted<'a>(needs: &[(&'a str, &'a [String])]) -> Result<Vec<&'a str>, Vec<String>> {
    let by_name: BTreeMap<&str, &[String]> = needs.iter().copied().collect();
    let mut done = Vec::new();
    let mut way = Vec::new();
    for (name, _) in needs {
        visit(name, &by_name, &mut way, &mut done)?;
    }
    Ok(done)
}

/// Forms have at most a few hundred fields, so the recursion is bounded.
fn visit<'a>(
    name: &'a str,
    needs: &BTreeMap<&'a str, &'a [String]>,
    way: &mut Vec<&'a str>,
    done: &mut Vec<&'a str>,
) -> Result<(), Vec<String>> {
    let Some((name, needed)) = needs.get_key_value(name) else { return Ok(()) };
    if done.contains(name) {
        return Ok(());
    }
    if let Some(at) = way.iter().position(|before| before == name) {
        return Err(way[at..].iter().chain([name]).map(|name| (*name).to_owned()).collect());
    }
    way.push(name);
    for next in *needed {
        visit(next, needs, way, done)?;
    }
    way.pop();
    done.push(name);
    Ok(())
}
