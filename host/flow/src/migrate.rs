//! What would change if a run went on under another version. Publishing never does this by itself: a run keeps the version
//! that it began with, and a person looks at the preview first.

use serde::Serialize;

use crate::compile::Flow;
use crate::context::Context;
use crate::definition::{Awaited, Node, NodeId, NodeKind};
use crate::effect::Effect;
use crate::refusal::Refusal;
use crate::run::{Run, Token, Waiting};

/// What would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowMigration))]
pub struct Migration {
    /// The version that the run follows.
    pub from: u32,
    /// The version that it would follow.
    pub to: u32,
    /// True when every token has a place; otherwise [`migrate()`] refuses.
    pub possible: bool,
    /// What would become of each token.
    pub moves: Vec<Move>,
    /// Nodes of the old version that the new one does not have, whose outcomes would no longer be seen.
    pub nodes_gone: Vec<NodeId>,
    /// Values that would be lost, because the new version does not have the field or gives it another type.
    pub fields_lost: Vec<String>,
}

/// What would become of one token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowMove))]
pub struct Move {
    /// Its number.
    pub token: u32,
    /// Where it stands.
    pub from: NodeId,
    /// Where it would stand; none when there is no place for it.
    pub to: Option<NodeId>,
    /// How.
    pub fate: Fate,
    /// Voices that would be lost with its task.
    pub votes_lost: u32,
    /// Why, in a sentence.
    pub why: String,
}

/// How a token would go over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowFate))]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The node is the same: its task, voices and timers stay.
    Stays,
    /// The node has changed: it would begin anew there.
    Restarts,
    /// The node is gone: it would begin anew at the last step before it that the run has passed.
    GoesBack,
    /// There is no place for it.
    Blocked,
}

/// What would change if a run of `old` went on under `new`. Pure; the run stays as it is.
pub fn preview(old: &Flow, new: &Flow, run: &Run) -> Migration {
    let moves: Vec<Move> = run.tokens.iter().map(|token| go_over(old, new, run, token)).collect();
    let (before, after) = (old.definition(), new.definition());
    let nodes_gone = run.outcomes.keys().filter(|id| new.node(id).is_none()).cloned().collect();
    let same = |name: &String| before.fields.get(name).map(|field| field.kind) == after.fields.get(name).map(|field| field.kind);
    let fields_lost = run.form.keys().filter(|name| !same(name)).cloned().collect();
    let possible = before.id == after.id && run.is_running() && moves.iter().all(|one| one.to.is_some());
    Migration { from: run.version, to: after.version, possible, moves, nodes_gone, fields_lost }
}

/// Takes a run over to another version, as [`preview()`] says.
///
/// # Errors
/// [`Refusal::CannotMigrate`] when a token has no place, [`Refusal::Ended`] or [`Refusal::NotBegun`] when the run does not
/// go on, and what [`crate::advance()`] refuses.
pub fn migrate(old: &Flow, new: &Flow, run: Run, context: &mut Context<'_>) -> Result<(Run, Vec<Effect>), Refusal> {
    let plan = preview(old, new, &run);
    if !plan.possible {
        let why = plan.moves.into_iter().find(|one| one.to.is_none()).map(|one| one.why);
        return Err(Refusal::CannotMigrate { why: why.unwrap_or_else(|| "it does not go on, or follows another workflow".to_owned()) });
    }
    crate::advance::take_over(new, run, &plan, context)
}

fn go_over(old: &Flow, new: &Flow, run: &Run, token: &Token) -> Move {
    let votes = match token.waiting {
        Waiting::Task { task, .. } => run.task(task).map_or(0, |task| task.votes().count()),
        _ => 0,
    };
    let tell = |to: Option<&NodeId>, fate: Fate, why: String| Move {
        token: token.id,
        from: token.node.clone(),
        to: to.cloned(),
        fate,
        votes_lost: if fate == Fate::Stays { 0 } else { u32::try_from(votes).unwrap_or(u32::MAX) },
        why,
    };
    let from = &token.node;
    let (before, after) = (old.node(from), new.node(from));
    let fitting = |id: &NodeId| new.splits_of(id) == token.frames.iter().map(|frame| &frame.split).collect::<Vec<_>>();
    if token.waiting == Waiting::Join || !token.frames.iter().all(|frame| same_split(old, new, &frame.split)) {
        let whole = token.frames.iter().all(|frame| same_split(old, new, &frame.split)) && before == after && fitting(from);
        return if whole {
            tell(Some(from), Fate::Stays, format!("'{from}' waits for the other ways as before"))
        } else {
            tell(None, Fate::Blocked, format!("'{from}' is within a split that has changed: wait until its ways have come together"))
        };
    }
    let apart = matches!(token.waiting, Waiting::Task { apart: true, .. });
    let meanwhile = |node: &Node| matches!(node.kind, NodeKind::Subtask { meanwhile: Some(_), .. });
    match (before, after) {
        _ if apart && !after.is_some_and(|after| meanwhile(after) && fitting(from)) => {
            tell(None, Fate::Blocked, format!("the sub-task '{from}' is gone or stands elsewhere: wait until it is done"))
        }
        (Some(before), Some(after)) if fitting(from) && same_kind(&before.kind, &after.kind) => {
            if same_work(before, after) && still_waits(run, new, token) {
                return tell(Some(from), Fate::Stays, format!("'{from}' is the same"));
            }
            tell(Some(from), Fate::Restarts, format!("'{from}' has changed, so its work begins anew"))
        }
        _ => match back(old, new, run, token, &fitting) {
            Some(to) => {
                let why = format!("'{from}' is gone or stands elsewhere; '{to}' is the last step before it that was passed");
                tell(Some(&to), Fate::GoesBack, why)
            }
            None => tell(None, Fate::Blocked, format!("'{from}' is gone, and no step before it that was passed is left")),
        },
    }
}

/// The nearest step before a token's that the run has passed, and that the new version has in the same place. Never a step
/// behind it, because an approval must not be skipped by publishing.
fn back(old: &Flow, new: &Flow, run: &Run, token: &Token, fitting: &dyn Fn(&NodeId) -> bool) -> Option<NodeId> {
    let nodes = &old.definition().nodes;
    let mut seen = vec![old.at(&token.node)?];
    let mut next = 0;
    while let Some(at) = seen.get(next).copied() {
        next += 1;
        for (from, node) in nodes.iter().enumerate() {
            if seen.contains(&from) || !node.exits().contains(&&nodes[at].id) {
                continue;
            }
            seen.push(from);
            let kept = new.node(&node.id).is_some_and(|after| same_kind(&node.kind, &after.kind));
            if kept && run.outcomes.contains_key(&node.id) && fitting(&node.id) {
                return Some(node.id.clone());
            }
        }
    }
    None
}

/// True when both are nodes of one kind.
fn same_kind(before: &NodeKind, after: &NodeKind) -> bool {
    std::mem::discriminant(before) == std::mem::discriminant(after)
}

/// True when whoever works at the node notices no difference. Names and places on the canvas do not count.
fn same_work(before: &Node, after: &Node) -> bool {
    let waits = match (&before.kind, &after.kind) {
        (NodeKind::Wait { awaited, .. }, NodeKind::Wait { awaited: other, .. }) => awaited == other,
        (NodeKind::Timer { when, .. }, NodeKind::Timer { when: other, .. }) => when == other,
        (NodeKind::Hook { hook, .. }, NodeKind::Hook { hook: other, .. }) => hook == other,
        (NodeKind::Approval { mode }, NodeKind::Approval { mode: other }) => mode == other,
        (NodeKind::Subtask { ticket, meanwhile }, NodeKind::Subtask { ticket: other, meanwhile: then }) => {
            ticket == other && meanwhile.is_some() == then.is_some()
        }
        _ => true,
    };
    waits && before.work == after.work && before.limit == after.limit
}

/// True when what a token waits for still exists.
fn still_waits(run: &Run, new: &Flow, token: &Token) -> bool {
    match &token.waiting {
        Waiting::Subtask { node } => {
            let meant = new.node(&token.node).map(|node| &node.kind);
            let same = matches!(meant, Some(NodeKind::Wait { awaited: Awaited::Subtask(of), .. }) if of == node);
            same && new.node(node).is_some() && run.tokens.iter().any(|token| token.node == *node)
        }
        _ => true,
    }
}

/// True when a split has the same ways and the same join in both versions.
fn same_split(old: &Flow, new: &Flow, split: &NodeId) -> bool {
    old.node(split).is_some_and(|before| new.node(split).is_some_and(|after| before.kind == after.kind))
}
