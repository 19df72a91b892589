//! The graph of a flow: which steps are reached, which never end, which go round in silence.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::FlowId;
use crate::script::lower::flow::Lowered;
use crate::script::model::{Action, Flow, StepKind, Target};
use crate::script::place::Faults;

/// Where a path goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge<'f> {
    /// At a step of the same flow.
    Step(usize),
    /// At the beginning of another flow, in place of this one.
    Flow(&'f FlowId),
    /// Nowhere: the flow is over.
    End,
}

/// The edges out of a step.
#[derive(Default)]
struct Edges<'f> {
    /// Taken without waiting for the visitor.
    silent: Vec<Edge<'f>>,
    /// Taken after the visitor spoke.
    heard: Vec<Edge<'f>>,
    /// A flow that is run in between, before the silent ones.
    runs: Option<&'f FlowId>,
}

impl<'f> Edges<'f> {
    fn all(&self) -> impl Iterator<Item = Edge<'f>> {
        self.silent.iter().chain(&self.heard).copied()
    }
}

fn edge<'f>(flow: &'f Flow, target: &'f Target) -> Edge<'f> {
    match target {
        Target::Step(id) => {
            flow.steps.iter().position(|step| step.id == *id).map_or(Edge::End, Edge::Step)
        }
        Target::Flow(id) => Edge::Flow(id),
        Target::End => Edge::End,
    }
}

fn edges(flow: &Flow, at: usize) -> Edges<'_> {
    let mut edges = Edges::default();
    let Some(step) = flow.steps.get(at) else {
        return edges;
    };
    let following = if at + 1 < flow.steps.len() { Edge::Step(at + 1) } else { Edge::End };
    let next = step.go.as_ref().map_or(following, |target| edge(flow, target));
    match &step.kind {
        // A slot that is known is not asked for, so the second time round it does not wait.
        StepKind::Say(_)
        | StepKind::Score(_)
        | StepKind::Handoff { .. }
        | StepKind::Collect { .. } => {
            edges.silent.push(next);
        }
        StepKind::Wait { .. } => edges.heard.push(next),
        StepKind::End => edges.silent.push(Edge::End),
        StepKind::Choose { options, .. } => {
            for option in options {
                edges.heard.push(option.go.as_ref().map_or(next, |target| edge(flow, target)));
            }
            if options.iter().all(|option| option.condition.is_some()) {
                edges.silent.push(next);
            }
        }
        StepKind::Branch(arms) => {
            edges.silent.extend(arms.iter().map(|arm| edge(flow, &arm.go)));
            if arms.iter().all(|arm| arm.when.is_some()) {
                edges.silent.push(next);
            }
        }
        StepKind::Recommend(search) => {
            edges.silent.push(next);
            edges.silent.push(search.none.as_ref().map_or(following, |target| edge(flow, target)));
        }
        StepKind::Call(Action::Flow(other)) => {
            edges.silent.push(next);
            edges.runs = Some(other);
        }
        // Standard behaviour may take the talk elsewhere.
        StepKind::Call(_) => edges.silent.extend([next, Edge::End]),
    }
    if step.condition.is_some() {
        edges.silent.push(following);
    }
    edges
}

/// Whether a flow has a step that asks for a person.
pub(super) fn hands_over(flow: &Lowered) -> bool {
    let reached = reached(&flow.flow);
    flow.flow.steps.iter().enumerate().any(|(at, step)| {
        reached.contains(&at)
            && match &step.kind {
                StepKind::Handoff { .. } => true,
                StepKind::Choose { options, .. } => options
                    .iter()
                    .any(|option| matches!(option.then.as_deref(), Some(StepKind::Handoff { .. }))),
                _ => false,
            }
    })
}

/// The steps that some path leads to: from the beginning, after a correction, or for talks whose
/// step is gone.
fn reached(flow: &Flow) -> BTreeSet<usize> {
    let position = |id: &_| flow.steps.iter().position(|step| step.id == *id);
    let mut open = vec![0];
    open.extend(flow.on_correct.values().filter_map(|to| position(&to.from)));
    open.extend(flow.migrate.values().filter_map(position));
    let mut reached = BTreeSet::new();
    while let Some(at) = open.pop() {
        if reached.insert(at) {
            open.extend(edges(flow, at).all().filter_map(|edge| match edge {
                Edge::Step(to) => Some(to),
                _ => None,
            }));
        }
    }
    reached
}

/// Reports steps that no path leads to; of several in a row only the first, with the others.
pub(super) fn unreachable(flow: &Lowered, faults: &mut Faults) {
    let reached = reached(&flow.flow);
    let steps = &flow.flow.steps;
    for at in (0..steps.len()).filter(|at| !reached.contains(at)) {
        // What follows an unreached step would be reached with it.
        let follows = (0..steps.len()).any(|from| {
            from != at
                && !reached.contains(&from)
                && edges(&flow.flow, from).all().any(|e| e == Edge::Step(at))
        });
        if follows && at > 0 && !reached.contains(&(at - 1)) {
            continue;
        }
        let id = &steps[at].id;
        let fault =
            Diagnostic::new(&codes::UNREACHABLE_STEP, format!("no path leads to the step `{id}`"))
                .help(format!("lead to it with `go: {id}`, or remove it"));
        faults.add(flow.places[at], fault);
    }
}

/// Reports steps from which the flow never ends.
pub(super) fn dead_ends(flow: &Lowered, faults: &mut Faults) {
    let steps = &flow.flow.steps;
    let mut ends: BTreeSet<usize> = BTreeSet::new();
    loop {
        let before = ends.len();
        for at in 0..steps.len() {
            let gets_there = edges(&flow.flow, at).all().any(|edge| match edge {
                Edge::Step(to) => ends.contains(&to),
                Edge::Flow(_) | Edge::End => true,
            });
            if gets_there {
                ends.insert(at);
            }
        }
        if ends.len() == before {
            break;
        }
    }
    let reached = reached(&flow.flow);
    let stuck: Vec<usize> = reached.into_iter().filter(|at| !ends.contains(at)).collect();
    // The question that visitors are stuck at, else the first step.
    let question = stuck.iter().find(|at| matches!(steps[**at].kind, StepKind::Choose { .. }));
    let Some(at) = question.or(stuck.first()) else {
        return;
    };
    let names: Vec<String> = stuck.iter().map(|at| format!("`{}`", steps[*at].id)).collect();
    let message = format!("from the step `{}` no path leads to an end", steps[*at].id);
    let mut fault = Diagnostic::new(&codes::DEAD_END, message)
        .help("give a way out: an option with `end: true`, or a `go` to another step or flow");
    if names.len() > 1 {
        fault = fault.reason(format!("{} lead only to each other", names.join(", ")));
    }
    faults.add(flow.places[*at], fault);
}

/// A step of all flows: the place of its flow, and its own.
type Node = (usize, usize);

/// Reports paths that lead back to a step without waiting for the visitor, across flows too.
/// Gives the flows they go through.
pub(super) fn silent_loops(flows: &[Lowered], faults: &mut Faults) -> BTreeSet<FlowId> {
    let passing = passing(flows);
    let graph = |(flow, at): Node| silent(flows, &passing, flow, at);
    let mut seen: BTreeSet<Node> = BTreeSet::new();
    let mut looping = BTreeSet::new();
    for (number, flow) in flows.iter().enumerate().filter(|(_, flow)| flow.sound) {
        for at in 0..flow.flow.steps.len() {
            let node = (number, at);
            if seen.contains(&node) {
                continue;
            }
            let from_here = reach(node, graph);
            if !from_here.contains(&node) {
                continue;
            }
            let round: Vec<Node> = from_here
                .iter()
                .copied()
                .filter(|other| reach(*other, graph).contains(&node))
                .collect();
            seen.extend(&round);
            looping.extend(round.iter().map(|(flow, _)| flows[*flow].flow.id.clone()));
            report_loop(flows, &round, faults);
        }
    }
    looping
}

fn report_loop(flows: &[Lowered], round: &[Node], faults: &mut Faults) {
    let (Some(first), Some(last)) = (round.first(), round.last()) else {
        return;
    };
    let place = |(flow, at): &Node| flows[*flow].places[*at];
    let name = |(flow, at): &Node| &flows[*flow].flow.steps[*at].id;
    let message =
        format!("from the step `{}` the talk comes back to it without a question", name(last));
    let mut fault = Diagnostic::new(&codes::SILENT_LOOP, message)
        .reason("the bot would talk to itself; a slot that is known is not asked for again")
        .help("wait for the visitor on the way, with `choose` or `wait`");
    if first != last {
        fault = fault
            .label("goes on")
            .related(faults.location(place(first)), "and comes by here again");
    }
    faults.add(place(last), fault);
}

/// All that is reached from a node in one step or more.
fn reach(from: Node, graph: impl Fn(Node) -> Vec<Node>) -> BTreeSet<Node> {
    let mut reached = BTreeSet::new();
    let mut open = graph(from);
    while let Some(node) = open.pop() {
        if reached.insert(node) {
            open.extend(graph(node));
        }
    }
    reached
}

/// Where a talk may go on from a step without waiting.
fn silent(flows: &[Lowered], passing: &BTreeSet<&FlowId>, flow: usize, at: usize) -> Vec<Node> {
    let Some(lowered) = flows.get(flow).filter(|flow| flow.sound) else {
        return Vec::new();
    };
    let edges = edges(&lowered.flow, at);
    let number = |id: &FlowId| flows.iter().position(|flow| flow.flow.id == *id);
    let mut nodes: Vec<Node> =
        edges.runs.and_then(number).map(|flow| (flow, 0)).into_iter().collect();
    // The step itself is passed silently only if the flow that it runs is.
    let passes = edges.runs.is_none_or(|id| passing.contains(id));
    let skipped = lowered.flow.steps.get(at).is_some_and(|step| step.condition.is_some());
    for edge in
        edges.silent.iter().filter(|edge| passes || (skipped && **edge == Edge::Step(at + 1)))
    {
        match edge {
            Edge::Step(to) => nodes.push((flow, *to)),
            Edge::Flow(id) => nodes.extend(number(id).map(|flow| (flow, 0))),
            Edge::End => {}
        }
    }
    nodes
}

/// The flows that can be run from beginning to end without waiting.
fn passing(flows: &[Lowered]) -> BTreeSet<&FlowId> {
    let mut passing: BTreeSet<&FlowId> = BTreeSet::new();
    loop {
        let before = passing.len();
        for flow in flows.iter().filter(|flow| flow.sound) {
            let mut seen = BTreeSet::new();
            let mut open = vec![0];
            while let Some(at) = open.pop() {
                if !seen.insert(at) {
                    continue;
                }
                let edges = edges(&flow.flow, at);
                if edges.runs.is_some_and(|id| !passing.contains(id)) {
                    continue;
                }
                for edge in edges.silent {
                    match edge {
                        Edge::Step(to) => open.push(to),
                        Edge::Flow(id) if !passing.contains(id) => {}
                        Edge::Flow(_) | Edge::End => {
                            passing.insert(&flow.flow.id);
                        }
                    }
                }
            }
        }
        if passing.len() == before {
            return passing;
        }
    }
}
