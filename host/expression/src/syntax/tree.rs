//! What a parsed expression looks like.

use crate::Value;

/// One part of an expression and where it begins, in bytes from the start of the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) at: u32,
    /// Levels below and including this one; the parser keeps it within the limit, so that walking the tree cannot exhaust
    /// the stack.
    pub(crate) depth: u16,
}

/// The parts an expression is made of. Macros of CEL (`has`, `all`, `map`, …) are parts of their own instead of being spelt
/// out as loops, so that messages can speak of what the author wrote.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Literal(Value),
    /// A name and the fields selected from it: `order.paid` is one path.
    Path(Vec<Box<str>>),
    /// A field of something that is not a path: `lines[0].sku`.
    Select(Box<Node>, Box<str>),
    /// `has(path.field)`
    Has(Box<Node>, Box<str>),
    Index(Box<Node>, Box<Node>),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    Call(Box<Call>),
    Not(Box<Node>),
    Negate(Box<Node>),
    Binary(Operator, Box<(Node, Node)>),
    /// `a && b && …`
    All(Vec<Node>),
    /// `a || b || …`
    Any(Vec<Node>),
    /// `condition ? yes : no`
    Choice(Box<(Node, Node, Node)>),
    Fold(Box<Fold>),
}

/// A function or method call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    pub(crate) name: Box<str>,
    pub(crate) target: Option<Node>,
    pub(crate) arguments: Vec<Node>,
}

/// A macro over a list or the keys of a map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fold {
    pub(crate) how: FoldKind,
    pub(crate) over: Node,
    pub(crate) variable: Box<str>,
    /// Which items count; for `map` with three arguments, else true in all.
    pub(crate) filter: Option<Node>,
    /// What is asked or made of each item.
    pub(crate) body: Option<Node>,
}

/// Which macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FoldKind {
    All,
    Exists,
    ExistsOne,
    Map,
    Filter,
}

/// Operators between two operands whose both sides are always needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Operator {
    pub(crate) const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::In => "in",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }
}

impl FoldKind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Exists => "exists",
            Self::ExistsOne => "exists_one",
            Self::Map => "map",
            Self::Filter => "filter",
        }
    }
}

impl Node {
    /// Calls `visit` with this node and every node below it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        visit(self);
        match &self.kind {
            Kind::Literal(_) | Kind::Path(_) => {}
            Kind::Select(of, _) | Kind::Has(of, _) | Kind::Not(of) | Kind::Negate(of) => of.walk(visit),
            Kind::Index(of, at) => {
                of.walk(visit);
                at.walk(visit);
            }
            Kind::List(items) | Kind::All(items) | Kind::Any(items) => items.iter().for_each(|item| item.walk(visit)),
            Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
                key.walk(visit);
                value.walk(visit);
            }),
            Kind::Call(call) => call.target.iter().chain(&call.arguments).for_each(|part| part.walk(visit)),
            Kind::Binary(_, sides) => {
                sides.0.walk(visit);
                sides.1.walk(visit);
            }
            Kind::Choice(parts) => {
                parts.0.walk(visit);
                parts.1.walk(visit);
                parts.2.walk(visit);
            }
            Kind::Fold(fold) => {
                fold.over.walk(visit);
                fold.filter.iter().chain(&fold.body).for_each(|part| part.walk(visit));
            }
        }
    }
}
