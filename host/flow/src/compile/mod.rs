//! A definition made ready to run: names resolved, expressions parsed once.

mod environment;
mod facts;
mod graph;
mod regions;

use std::collections::HashMap;

use redress_expression::{Environment, Expression, Settings};

use crate::check::{Finding, Severity, check};
use crate::definition::{Change, Definition, Node, NodeId, NodeKind, When};
use crate::party::Who;

pub(crate) use environment::{OWN as OWN_NAMES, extend};
pub(crate) use facts::RunFacts;
pub(crate) use graph::Graph;
pub(crate) use regions::regions;

/// A definition that has been checked and is ready to run. Make it once per version and share it.
#[derive(Debug, Clone)]
pub struct Flow {
    definition: Definition,
    index: HashMap<NodeId, usize>,
    rooms: Vec<Room>,
    start: usize,
    expressions: HashMap<String, Expression>,
    pub(crate) settings: Settings,
}

/// What the engine needs of a node besides its definition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Room {
    /// Where it leads: for work one for each button, for a condition one for each branch and the last for `else`,
    /// for a hook the answer and the failure, otherwise as the node names them.
    pub(crate) next: Vec<Option<usize>>,
    /// Conditions of the branches.
    pub(crate) when: Vec<Expression>,
    /// The splits it is within, outermost first.
    pub(crate) splits: Vec<usize>,
}

impl Flow {
    /// Checks a definition against the names that its expressions may use, and makes it ready to run. The environment is
    /// the caller's: `ticket`, `order`, `customer`, `history`, parameters and so on; `form` and `outcome` are added here.
    ///
    /// # Errors
    /// Every finding when one of them is an error. Call [`check()`] for the warnings of a definition that compiles.
    pub fn compile(definition: Definition, environment: &Environment) -> Result<Self, Vec<Finding>> {
        let findings = check(&definition, environment);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(findings);
        }
        Self::link(definition, environment.money_digits)
    }

    /// Makes a version ready that was checked when it was published. Its expressions are not checked again: a run that is pinned
    /// to it must go on when a name that it mentions has meanwhile gone, and is then told that nothing is known of it.
    ///
    /// # Errors
    /// When names of nodes or expressions cannot be read at all, because the definition was never one that compiles.
    pub fn restore(definition: Definition, money_digits: Option<u32>) -> Result<Self, Vec<Finding>> {
        Self::link(definition, money_digits)
    }

    /// Resolves names and parses expressions, and checks nothing else.
    pub(crate) fn link(definition: Definition, money_digits: Option<u32>) -> Result<Self, Vec<Finding>> {
        let index: HashMap<NodeId, usize> = definition.nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect();
        let mut findings = Vec::new();
        let graph = Graph::of(&definition);
        let mut rooms: Vec<Room> = definition.nodes.iter().map(|node| room(node, &index, &mut findings)).collect();
        for region in regions(&definition, &graph) {
            // Outer regions are larger and come first.
            for at in &region.inside {
                rooms[*at].splits.push(region.split);
            }
        }
        let mut expressions = HashMap::new();
        for (node, text) in definition.nodes.iter().flat_map(|node| texts(node).into_iter().map(move |text| (node, text))) {
            match Expression::parse(text) {
                Ok(parsed) => drop(expressions.insert(text.to_owned(), parsed)),
                Err(problem) => findings.push(Finding::expression(node, text, &problem)),
            }
        }
        let start = definition.nodes.iter().position(|node| matches!(node.kind, NodeKind::Start { .. }));
        let Some(start) = start else {
            findings.push(Finding::no_start());
            return Err(findings);
        };
        if !findings.is_empty() {
            return Err(findings);
        }
        let settings = Settings { money_digits, ..Settings::default() };
        Ok(Self { definition, index, rooms, start, expressions, settings })
    }

    /// The definition.
    pub const fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The node of that name.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.at(id).map(|at| &self.definition.nodes[at])
    }

    pub(crate) const fn start(&self) -> usize {
        self.start
    }

    pub(crate) fn at(&self, id: &NodeId) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The node and what the engine needs of it. `at` comes from [`Flow::at`] or a room.
    pub(crate) fn get(&self, at: usize) -> (&Node, &Room) {
        (&self.definition.nodes[at], &self.rooms[at])
    }

    /// The splits that a node is within, outermost first.
    pub(crate) fn splits_of(&self, id: &NodeId) -> Vec<&NodeId> {
        let splits = self.at(id).map(|at| self.rooms[at].splits.as_slice());
        splits.unwrap_or_default().iter().map(|split| &self.definition.nodes[*split].id).collect()
    }

    pub(crate) fn expression(&self, text: &str) -> Option<&Expression> {
        self.expressions.get(text)
    }
}

/// Resolves the exits of a node.
fn room(node: &Node, index: &HashMap<NodeId, usize>, findings: &mut Vec<Finding>) -> Room {
    let mut resolve = |id: &NodeId| {
        let at = index.get(id).copied();
        if at.is_none() {
            findings.push(Finding::unknown_node(node, id));
        }
        at
    };
    let mut room = Room::default();
    match &node.kind {
        NodeKind::Form {} | NodeKind::Approval { .. } | NodeKind::Subtask { meanwhile: None, .. } => {
            let buttons = node.work.iter().flat_map(|work| &work.buttons);
            room.next = buttons.map(|button| button.next.as_ref().and_then(&mut resolve)).collect();
        }
        NodeKind::End { .. } => {}
        _ => room.next = node.exits().into_iter().map(resolve).collect(),
    }
    if let NodeKind::Condition { branches, .. } = &node.kind {
        for branch in branches {
            match Expression::parse(&branch.when) {
                Ok(parsed) => room.when.push(parsed),
                Err(problem) => findings.push(Finding::expression(node, &branch.when, &problem)),
            }
        }
    }
    room
}

/// Texts of the expressions of a node, besides the conditions of its branches.
fn texts(node: &Node) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for who in everybody(node) {
        if let Who::Expression(text) = who {
            texts.push(text);
        }
    }
    match &node.kind {
        NodeKind::Timer { when: When::Until(text), .. } => texts.push(text),
        NodeKind::Set { changes, .. } => {
            for change in changes {
                match change {
                    Change::Field { value, .. } | Change::Form { value, .. } => texts.push(value),
                    Change::Apply { details, .. } => texts.extend(details.values().map(String::as_str)),
                    _ => {}
                }
            }
        }
        _ => {}
    }
    texts
}

/// Everybody whom a node names, in every place where it can.
pub(crate) fn everybody(node: &Node) -> Vec<&Who> {
    use crate::definition::Escalation;
    let mut all: Vec<&Who> = node.work.iter().flat_map(|work| &work.who).collect();
    if let NodeKind::Notify { to, .. } = &node.kind {
        all.extend(to);
    }
    for action in node.limit.iter().flat_map(|limit| &limit.steps).flat_map(|step| &step.actions) {
        if let Escalation::Tell { to, .. } | Escalation::HandOver { to, .. } = action {
            all.extend(to);
        }
    }
    all
}
