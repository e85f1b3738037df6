//! Tokens to a tree.

use super::lex::{Token, lex};
use super::macros;
use super::tree::{Call, Kind, Node, Operator};
use crate::{Limits, Problem, Value};

/// Words that CEL keeps for itself or for languages around it.
const RESERVED: [&str; 18] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Reads a whole text.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Node, Problem> {
    if text.len() > limits.text {
        return Err(Problem::new(0, format!("the expression has {} bytes; at most {} are allowed: split it up", text.len(), limits.text)));
    }
    let mut parser = Parser { tokens: lex(text)?, next: 0, nodes: 0, open: 0, limits };
    let tree = parser.expression()?;
    match parser.peek() {
        Token::End => Ok(tree),
        _ => Err(parser.unexpected("the end of the expression")),
    }
}

struct Parser<'a> {
    tokens: Vec<(Token<'a>, u32)>,
    next: usize,
    nodes: usize,
    open: u16,
    limits: &'a Limits,
}

impl<'a> Parser<'a> {
    /// `condition ? yes : no`, or what binds tighter.
    fn expression(&mut self) -> Result<Node, Problem> {
        self.open += 1;
        if self.open > self.limits.depth {
            return Err(self.too_deep(self.at()));
        }
        let condition = self.any()?;
        let node = if self.take("?") {
            let at = condition.at;
            let yes = self.any()?;
            self.expect(":")?;
            let no = self.expression()?;
            let depth = condition.depth.max(yes.depth).max(no.depth);
            self.node(Kind::Choice(Box::new((condition, yes, no))), at, depth)?
        } else {
            condition
        };
        self.open -= 1;
        Ok(node)
    }

    fn any(&mut self) -> Result<Node, Problem> {
        self.chain("||", Kind::Any, Self::all)
    }

    fn all(&mut self) -> Result<Node, Problem> {
        self.chain("&&", Kind::All, Self::relation)
    }

    fn chain(
        &mut self,
        symbol: &str,
        make: fn(Vec<Node>) -> Kind,
        operand: fn(&mut Self) -> Result<Node, Problem>,
    ) -> Result<Node, Problem> {
        let first = operand(self)?;
        if !self.is(symbol) {
            return Ok(first);
        }
        let (at, mut depth, mut parts) = (first.at, first.depth, vec![first]);
        while self.take(symbol) {
            let part = operand(self)?;
            depth = depth.max(part.depth);
            parts.push(part);
        }
        self.node(make(parts), at, depth)
    }

    fn relation(&mut self) -> Result<Node, Problem> {
        let left = self.sum()?;
        self.operators(left, Self::sum, |token| {
            Some(match token {
                Token::Symbol("==") => Operator::Equal,
                Token::Symbol("!=") => Operator::NotEqual,
                Token::Symbol("<") => Operator::Less,
                Token::Symbol("<=") => Operator::LessEqual,
                Token::Symbol(">") => Operator::Greater,
                Token::Symbol(">=") => Operator::GreaterEqual,
                Token::Name("in") => Operator::In,
                _ => return None,
            })
        })
    }

    fn sum(&mut self) -> Result<Node, Problem> {
        let left = self.product()?;
        self.operators(left, Self::product, |token| {
            Some(match token {
                Token::Symbol("+") => Operator::Add,
                Token::Symbol("-") => Operator::Subtract,
                _ => return None,
            })
        })
    }

    fn product(&mut self) -> Result<Node, Problem> {
        let left = self.unary()?;
        self.operators(left, Self::unary, |token| {
            Some(match token {
                Token::Symbol("*") => Operator::Multiply,
                Token::Symbol("/") => Operator::Divide,
                Token::Symbol("%") => Operator::Remainder,
                _ => return None,
            })
        })
    }

    fn operators(
        &mut self,
        mut left: Node,
        operand: fn(&mut Self) -> Result<Node, Problem>,
        read: fn(&Token<'a>) -> Option<Operator>,
    ) -> Result<Node, Problem> {
        while let Some(operator) = read(self.peek()) {
            self.next += 1;
            let right = operand(self)?;
            let (at, depth) = (left.at, left.depth.max(right.depth));
            left = self.node(Kind::Binary(operator, Box::new((left, right))), at, depth)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Node, Problem> {
        let at = self.at();
        let (symbol, make): (_, fn(Box<Node>) -> Kind) = match self.peek() {
            Token::Symbol("!") => ("!", Kind::Not),
            Token::Symbol("-") => ("-", Kind::Negate),
            _ => return self.member(),
        };
        let mut count = 0;
        while self.take(symbol) {
            count += 1;
        }
        // The smallest whole number has no positive twin, and `-1` is a number, not an operation on one.
        if symbol == "-" && count % 2 == 1 {
            let negative = match self.peek() {
                Token::Whole(value) => Some(Value::Int(0_i64.checked_sub_unsigned(*value).ok_or_else(|| too_large(at))?)),
                Token::Literal(Value::Double(value)) => Some(Value::Double(-value)),
                _ => None,
            };
            if let Some(value) = negative {
                self.next += 1;
                let number = self.node(Kind::Literal(value), at, 0)?;
                return self.members(number);
            }
        }
        let operand = self.member()?;
        if count % 2 == 0 {
            // Two signs undo each other, but the operand must still be of the kind they are for.
            let depth = operand.depth;
            let once = self.node(make(Box::new(operand)), at, depth)?;
            let depth = once.depth;
            return self.node(make(Box::new(once)), at, depth);
        }
        let depth = operand.depth;
        self.node(make(Box::new(operand)), at, depth)
    }

    fn member(&mut self) -> Result<Node, Problem> {
        let primary = self.primary()?;
        self.members(primary)
    }

    fn members(&mut self, mut of: Node) -> Result<Node, Problem> {
        loop {
            let at = self.at();
            if self.take(".") {
                if self.is("?") {
                    return Err(Problem::new(at as usize, "optional selection .? is not supported: ask has(…) first"));
                }
                let name = self.selector()?;
                of = if self.take("(") {
                    let arguments = self.list(")")?;
                    self.call(name, at + 1, Some(of), arguments)?
                } else if let Kind::Path(path) = &mut of.kind {
                    path.push(name.into());
                    of
                } else {
                    let depth = of.depth;
                    self.node(Kind::Select(Box::new(of), name.into()), at + 1, depth)?
                };
            } else if self.take("[") {
                if self.is("?") {
                    return Err(Problem::new(at as usize, "optional indexing [? is not supported: test with `in` first"));
                }
                let index = self.expression()?;
                self.expect("]")?;
                let (at, depth) = (of.at, of.depth.max(index.depth));
                of = self.node(Kind::Index(Box::new(of), Box::new(index)), at, depth)?;
            } else if self.is("{") && matches!(of.kind, Kind::Path(_)) {
                return Err(Problem::new(at as usize, "messages cannot be built here: use a map such as {\"name\": value}"));
            } else {
                return Ok(of);
            }
        }
    }

    fn primary(&mut self) -> Result<Node, Problem> {
        let at = self.at();
        match self.peek().clone() {
            Token::Literal(value) => {
                self.next += 1;
                self.node(Kind::Literal(value), at, 0)
            }
            Token::Whole(value) => {
                self.next += 1;
                let value = i64::try_from(value).map_err(|_| too_large(at))?;
                self.node(Kind::Literal(Value::Int(value)), at, 0)
            }
            Token::Symbol("(") => {
                self.next += 1;
                let inner = self.expression()?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Symbol("[") => {
                self.next += 1;
                let items = self.list("]")?;
                let depth = deepest(&items);
                self.node(Kind::List(items), at, depth)
            }
            Token::Symbol("{") => {
                self.next += 1;
                self.map(at)
            }
            Token::Symbol(".") | Token::Name(_) => {
                self.take(".");
                let name = self.name()?;
                if self.take("(") {
                    let arguments = self.list(")")?;
                    return self.call(name, at, None, arguments);
                }
                self.node(Kind::Path(vec![name.into()]), at, 0)
            }
            _ => Err(self.unexpected("a value, a name or an opening bracket")),
        }
    }

    fn call(&mut self, name: &str, at: u32, target: Option<Node>, arguments: Vec<Node>) -> Result<Node, Problem> {
        let depth = target.iter().chain(&arguments).map(|part| part.depth).max().unwrap_or(0);
        let kind = match macros::expand(name, at, target, arguments)? {
            Ok(kind) => kind,
            Err((target, arguments)) => Kind::Call(Box::new(Call { name: name.into(), target, arguments })),
        };
        self.node(kind, at, depth)
    }

    fn list(&mut self, close: &str) -> Result<Vec<Node>, Problem> {
        let mut items = Vec::new();
        while !self.take(close) {
            if self.is("?") {
                return Err(self.unexpected("a value (optional entries are not supported)"));
            }
            items.push(self.expression()?);
            if !self.take(",") {
                self.expect(close)?;
                break;
            }
            if close == ")" && self.is(close) {
                return Err(self.unexpected("a value"));
            }
        }
        Ok(items)
    }

    fn map(&mut self, at: u32) -> Result<Node, Problem> {
        let (mut entries, mut depth) = (Vec::new(), 0);
        while !self.take("}") {
            let key = self.expression()?;
            self.expect(":")?;
            let value = self.expression()?;
            depth = depth.max(key.depth).max(value.depth);
            entries.push((key, value));
            if !self.take(",") {
                self.expect("}")?;
                break;
            }
        }
        self.node(Kind::Map(entries), at, depth)
    }

    fn name(&mut self) -> Result<&'a str, Problem> {
        match *self.peek() {
            Token::Name(name) if !RESERVED.contains(&name) => {
                self.next += 1;
                Ok(name)
            }
            Token::Name(name) => Err(Problem::new(self.at() as usize, format!("'{name}' is a reserved word and cannot be a name"))),
            _ => Err(self.unexpected("a name")),
        }
    }

    /// After a dot reserved words are names too.
    fn selector(&mut self) -> Result<&'a str, Problem> {
        match *self.peek() {
            Token::Name(name) if name != "in" => {
                self.next += 1;
                Ok(name)
            }
            Token::Quoted(name) => {
                self.next += 1;
                Ok(name)
            }
            _ => Err(self.unexpected("the name of a field")),
        }
    }

    fn node(&mut self, kind: Kind, at: u32, below: u16) -> Result<Node, Problem> {
        self.nodes += 1;
        if self.nodes > self.limits.nodes {
            let message = format!("the expression has more than {} parts: split it up", self.limits.nodes);
            return Err(Problem::new(at as usize, message));
        }
        if below >= self.limits.depth {
            return Err(self.too_deep(at));
        }
        Ok(Node { kind, at, depth: below + 1 })
    }

    fn too_deep(&self, at: u32) -> Problem {
        Problem::new(at as usize, format!("the expression is nested more than {} levels deep: split it up", self.limits.depth))
    }

    fn peek(&self) -> &Token<'a> {
        self.tokens.get(self.next).map_or(&Token::End, |(token, _)| token)
    }

    fn at(&self) -> u32 {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |(_, at)| *at)
    }

    fn is(&self, symbol: &str) -> bool {
        matches!(self.peek(), Token::Symbol(found) if *found == symbol)
    }

    fn take(&mut self, symbol: &str) -> bool {
        let found = self.is(symbol);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, symbol: &str) -> Result<(), Problem> {
        if self.take(symbol) { Ok(()) } else { Err(self.unexpected(&format!("'{symbol}'"))) }
    }

    fn unexpected(&self, wanted: &str) -> Problem {
        let found = match self.peek() {
            Token::End => "the expression ends".to_owned(),
            Token::Name(name) | Token::Quoted(name) => format!("'{name}' stands"),
            Token::Symbol(symbol) => format!("'{symbol}' stands"),
            Token::Whole(value) => format!("{value} stands"),
            Token::Literal(value) => format!("{value} stands"),
        };
        Problem::new(self.at() as usize, format!("{found} where {wanted} is expected"))
    }
}

fn too_large(at: u32) -> Problem {
    Problem::new(at as usize, "the whole number does not fit 64 bits")
}

fn deepest(nodes: &[Node]) -> u16 {
    nodes.iter().map(|node| node.depth).max().unwrap_or(0)
}
