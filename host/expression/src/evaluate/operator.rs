//! Operators. Whole numbers never wrap around: a result out of range is an error.

use std::cmp::Ordering;
use std::sync::Arc;

use super::type_error;
use crate::Value;
use crate::fault::Cause;
use crate::syntax::Operator;
use crate::time::Duration;

/// What an operator copies or searches, in bytes or items.
pub(super) fn cost(operator: Operator, left: &Value, right: &Value) -> usize {
    let size = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        // An item of a list is a step of its own when it is compared or copied.
        Value::List(items) => items.len() * 16,
        Value::Map(entries) => entries.len() * 16,
        _ => 0,
    };
    match operator {
        Operator::Add => size(left) + size(right),
        Operator::In => size(right),
        _ => size(left).min(size(right)),
    }
}

pub(super) fn apply(operator: Operator, left: &Value, right: &Value) -> Result<Value, Cause> {
    let wrong = || type_error(operator.symbol(), &[left, right]);
    Ok(match operator {
        Operator::Equal => Value::Bool(left == right),
        Operator::NotEqual => Value::Bool(left != right),
        Operator::Less | Operator::LessEqual | Operator::Greater | Operator::GreaterEqual => {
            let order = left.order(right);
            // Only NaN is a number without an order; then nothing holds.
            if order.is_none() && !(left.is_number() && right.is_number()) {
                return Err(wrong());
            }
            Value::Bool(match operator {
                Operator::Less => order == Some(Ordering::Less),
                Operator::LessEqual => order.is_some_and(Ordering::is_le),
                Operator::Greater => order == Some(Ordering::Greater),
                _ => order.is_some_and(Ordering::is_ge),
            })
        }
        Operator::In => match right {
            Value::List(items) => Value::Bool(items.contains(left)),
            Value::Map(entries) => Value::Bool(left.as_key().is_some_and(|key| entries.contains_key(&key))),
            _ => return Err(wrong()),
        },
        Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => {
            return arithmetic(operator, left, right);
        }
    })
}

fn arithmetic(operator: Operator, left: &Value, right: &Value) -> Result<Value, Cause> {
    let overflow = || Cause::Overflow(format!("{left} {} {right}", operator.symbol()));
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => whole(operator, (*a).into(), (*b).into(), i64::MIN.into(), i64::MAX.into())?
            .and_then(|result| i64::try_from(result).ok())
            .map(Value::Int)
            .ok_or_else(overflow),
        (Value::Uint(a), Value::Uint(b)) => whole(operator, (*a).into(), (*b).into(), 0, u64::MAX.into())?
            .and_then(|result| u64::try_from(result).ok())
            .map(Value::Uint)
            .ok_or_else(overflow),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(match operator {
            Operator::Add => a + b,
            Operator::Subtract => a - b,
            Operator::Multiply => a * b,
            Operator::Divide => a / b,
            _ => return Err(type_error(operator.symbol(), &[left, right])),
        })),
        _ => joined(operator, left, right)?.ok_or_else(overflow),
    }
}

/// `None` when the result lies outside of the range.
fn whole(operator: Operator, a: i128, b: i128, least: i128, most: i128) -> Result<Option<i128>, Cause> {
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a.saturating_mul(b),
        _ if b == 0 => return Err(Cause::DivisionByZero),
        Operator::Divide => a / b,
        // As in other implementations, the remainder of the smallest number by −1 is out of range like its quotient.
        _ if a == least && b == -1 => return Ok(None),
        _ => a % b,
    };
    Ok(Some(result).filter(|result| (least..=most).contains(result)))
}

/// Texts, lists and times.
fn joined(operator: Operator, left: &Value, right: &Value) -> Result<Option<Value>, Cause> {
    Ok(match (operator, left, right) {
        (Operator::Add, Value::Text(a), Value::Text(b)) => Some(Value::Text(Arc::from([&**a, &**b].concat()))),
        (Operator::Add, Value::Bytes(a), Value::Bytes(b)) => Some(Value::Bytes(Arc::from([&**a, &**b].concat()))),
        (Operator::Add, Value::List(a), Value::List(b)) => Some(Value::List(a.iter().chain(b.iter()).cloned().collect())),
        (Operator::Add, Value::Timestamp(at), Value::Duration(length)) | (Operator::Add, Value::Duration(length), Value::Timestamp(at)) => {
            at.plus(*length).map(Value::Timestamp)
        }
        (Operator::Add, Value::Duration(a), Value::Duration(b)) => Duration::from_nanos(a.nanos() + b.nanos()).map(Value::Duration),
        (Operator::Subtract, Value::Timestamp(a), Value::Timestamp(b)) => a.since(*b).map(Value::Duration),
        (Operator::Subtract, Value::Timestamp(at), Value::Duration(length)) => at.minus(*length).map(Value::Timestamp),
        (Operator::Subtract, Value::Duration(a), Value::Duration(b)) => Duration::from_nanos(a.nanos() - b.nanos()).map(Value::Duration),
        _ => return Err(type_error(operator.symbol(), &[left, right])),
    })
}

pub(super) fn negate(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Int(value) => value.checked_neg().map(Value::Int).ok_or_else(|| Cause::Overflow(format!("-({value})"))),
        Value::Double(value) => Ok(Value::Double(-value)),
        Value::Duration(length) => Duration::from_nanos(-length.nanos()).map(Value::Duration).ok_or_else(|| Cause::Overflow("-".into())),
        other => Err(type_error("-", &[other])),
    }
}

pub(super) fn index(of: &Value, at: &Value) -> Result<Value, Cause> {
    match of {
        Value::List(items) => {
            let Some(crate::Key::Int(place)) = at.as_key() else { return Err(type_error("[ ]", &[of, at])) };
            usize::try_from(place).ok().and_then(|place| items.get(place)).cloned().ok_or_else(|| Cause::NoEntry(at.to_string()))
        }
        Value::Map(entries) => {
            let key = at.as_key().ok_or_else(|| type_error("[ ]", &[of, at]))?;
            entries.get(&key).cloned().ok_or_else(|| Cause::NoEntry(at.to_string()))
        }
        other => Err(type_error("[ ]", &[other, at])),
    }
}
