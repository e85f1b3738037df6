//! Calls that are not functions because they do not evaluate their arguments first: `has` and the macros over lists.

use super::tree::{Fold, FoldKind, Kind, Node};
use crate::Problem;

/// A call that turned out to be a plain function: its target and arguments, given back.
type Plain = (Option<Node>, Vec<Node>);

/// Makes a macro's own part of the call, or gives target and arguments back when it is no macro.
pub(crate) fn expand(name: &str, at: u32, target: Option<Node>, mut arguments: Vec<Node>) -> Result<Result<Kind, Plain>, Problem> {
    let how = match (name, arguments.len(), &target) {
        ("has", 1, None) => return has(arguments.remove(0)).map(Ok),
        ("all", 2, Some(_)) => FoldKind::All,
        ("exists", 2, Some(_)) => FoldKind::Exists,
        ("exists_one" | "existsOne", 2, Some(_)) => FoldKind::ExistsOne,
        ("filter", 2, Some(_)) => FoldKind::Filter,
        ("map", 2 | 3, Some(_)) => FoldKind::Map,
        ("all" | "exists" | "exists_one" | "existsOne" | "filter" | "map", found, Some(_)) => {
            return Err(Problem::new(
                at as usize,
                format!("{name}() takes a name and a condition, as in list.{name}(item, item > 1); here are {found} arguments"),
            ));
        }
        _ => return Ok(Err((target, arguments))),
    };
    let Some(over) = target else { return Ok(Err((None, arguments))) };
    let mut arguments = arguments.into_iter();
    let variable = match arguments.next() {
        Some(Node { kind: Kind::Path(path), .. }) if path.len() == 1 => path.into_iter().next().unwrap_or_default(),
        other => {
            let at = other.map_or(at, |node| node.at);
            return Err(Problem::new(at as usize, format!("{name}() needs a plain name for the item first, as in list.{name}(item, …)")));
        }
    };
    let (first, second) = (arguments.next(), arguments.next());
    let (filter, body) = match how {
        FoldKind::Filter => (first, None),
        FoldKind::Map if second.is_some() => (first, second),
        _ => (None, first),
    };
    Ok(Ok(Kind::Fold(Box::new(Fold { how, over, variable, filter, body }))))
}

fn has(argument: Node) -> Result<Kind, Problem> {
    let at = argument.at;
    let wrong = || Problem::new(at as usize, "has() asks for a field, as in has(order.delivered_at)");
    match argument.kind {
        Kind::Path(mut path) if path.len() > 1 => {
            let field = path.pop().ok_or_else(wrong)?;
            let of = Node { kind: Kind::Path(path), at, depth: argument.depth };
            Ok(Kind::Has(Box::new(of), field))
        }
        Kind::Select(of, field) => Ok(Kind::Has(of, field)),
        _ => Err(wrong()),
    }
}
