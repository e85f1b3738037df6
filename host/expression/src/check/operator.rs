//! Operators and what they fit.

use super::{Checker, hint};
use crate::Type;
use crate::syntax::{Node, Operator};

impl<'a> Checker<'a> {
    pub(super) fn binary(&mut self, operator: Operator, left: &'a Node, right: &'a Node) -> Type {
        let (a, b) = (self.kind(left), self.kind(right));
        let symbol = operator.symbol();
        let gives = match operator {
            Operator::Equal | Operator::NotEqual => a.comparable(&b).then_some(Type::Bool),
            Operator::Less | Operator::LessEqual | Operator::Greater | Operator::GreaterEqual => {
                (a.comparable(&b) && a.is_ordered() && b.is_ordered()).then_some(Type::Bool)
            }
            Operator::In => return self.contains(&a, &b, right.at),
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => {
                arithmetic(operator, &a, &b)
            }
        };
        gives.unwrap_or_else(|| self.problem(left.at, format!("{symbol} does not fit {a} and {b}{}", hint(&a, &b))))
    }

    fn contains(&mut self, item: &Type, of: &Type, at: u32) -> Type {
        match of {
            Type::Any => Type::Bool,
            Type::List(items) if item.comparable(items) => Type::Bool,
            Type::Map(_) if item.fits(&Type::Text) => Type::Bool,
            Type::Text => self.problem(at, "in looks into lists: for a part of a text write text.contains(\"part\")"),
            other => self.problem(at, format!("in cannot look for {item} in {other}")),
        }
    }

    pub(super) fn negate(&mut self, of: &'a Node) -> Type {
        match self.kind(of) {
            found @ (Type::Any | Type::Int | Type::Double | Type::Money | Type::Duration) => found,
            other => self.problem(of.at, format!("- needs a number, an amount or a length of time, and this is {other}")),
        }
    }

    pub(super) fn index(&mut self, of: &'a Node, index: &'a Node) -> Type {
        match self.kind(of) {
            Type::List(items) => {
                self.want(index, &Type::Int, "the place in a list");
                *items
            }
            Type::Map(values) => {
                self.want(index, &Type::Text, "the key of a map");
                *values
            }
            Type::Any => {
                self.kind(index);
                Type::Any
            }
            other => self.problem(of.at, format!("[ ] picks from lists and maps, and this is {other}")),
        }
    }
}

/// What an arithmetic operator gives, if it fits.
fn arithmetic(operator: Operator, left: &Type, right: &Type) -> Option<Type> {
    use Operator::{Add, Divide, Multiply, Remainder, Subtract};
    Some(match (operator, left, right) {
        (_, Type::Any, _) | (_, _, Type::Any) => Type::Any,
        // For amounts: how many times one goes into another.
        (_, Type::Int, Type::Int) | (Divide, Type::Money, Type::Money) => Type::Int,
        (_, Type::Uint, Type::Uint) => Type::Uint,
        (Add | Subtract | Multiply | Divide, Type::Double, Type::Double) => Type::Double,
        (Add | Subtract, Type::Money, Type::Money) | (Multiply | Divide, Type::Money, Type::Int) | (Multiply, Type::Int, Type::Money) => {
            Type::Money
        }
        (Remainder, Type::Money, Type::Money) => Type::Money,
        (Add, Type::Text, Type::Text) => Type::Text,
        (Add, Type::Bytes, Type::Bytes) => Type::Bytes,
        (Add, Type::List(a), Type::List(b)) => Type::list(a.common(b)?),
        (Add | Subtract, Type::Timestamp, Type::Duration) | (Add, Type::Duration, Type::Timestamp) => Type::Timestamp,
        (Subtract, Type::Timestamp, Type::Timestamp) | (Add | Subtract, Type::Duration, Type::Duration) => Type::Duration,
        _ => return None,
    })
}
