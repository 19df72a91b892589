//! Frames on a stack: opening, leaving and resuming flows.

use crate::domain::conversation::Frame;
use crate::domain::ids::FlowId;
use crate::domain::reply::Part;
use crate::domain::value::Value;
use crate::script::model::{Signal, Step, StepKind, Target};

use super::talk::Talk;

/// The most flows open within each other; beyond it the outermost is given up.
const DEPTH: usize = 6;

impl Talk<'_> {
    /// Opens a flow inside the one that is open. A flow that is open already is not opened
    /// twice: the talk goes on there.
    pub fn open(&mut self, id: &FlowId) {
        let Some(flow) = self.flow(id) else { return };
        if let Some(at) = self.state.stack.iter().position(|frame| frame.flow == *id) {
            self.state.stack.truncate(at + 1);
            return;
        }
        let first = flow.steps[0].id.clone();
        self.state.stack.push(Frame {
            flow: id.clone(),
            step: first,
            waiting: false,
            misses: 0,
            asides: 0,
            worded: 0,
            found: Vec::new(),
        });
        if self.state.stack.len() > DEPTH {
            self.state.stack.remove(0);
        }
        self.pin();
    }

    /// Gives up an open flow for another one; the times agreed in it are off.
    fn give_up(&mut self, id: &FlowId) {
        self.state.stack.retain(|frame| frame.flow != *id);
        let Some(flow) = self.flow(id) else { return };
        for step in &flow.steps {
            if let StepKind::Collect { slot, .. } = &step.kind
                && matches!(self.known(slot), Some(Value::Moment(_)))
            {
                self.state.slots.remove(slot);
                self.filled.retain(|filled| filled != slot);
            }
        }
        self.pin();
    }

    /// Opens a flow in place of the open topic: a new wish of the visitor. Standard behaviour
    /// opens inside instead, since it is no topic.
    pub fn turn_to(&mut self, id: &FlowId) {
        let standard = self.flow(id).is_some_and(|flow| flow.standard);
        for other in self.flow(id).map_or(&[][..], |flow| &flow.instead_of) {
            self.give_up(other);
        }
        if !standard && !self.state.stack.iter().any(|frame| frame.flow == *id) {
            // What was offered and not taken up is over; a question that waits stays below.
            while let Some(top) = self.state.stack.last() {
                let idle = self.flow(&top.flow).is_none_or(|flow| flow.standard)
                    || self
                        .open_step()
                        .is_some_and(|step| matches!(step.kind, StepKind::Choose { .. }));
                if !idle {
                    break;
                }
                self.state.stack.pop();
            }
        }
        self.open(id);
    }

    /// "So what would you recommend?" where that is what is going on: advice that was given is
    /// given anew, and whoever is asked and asks back wants it without more questions. Tells whether
    /// that was so.
    pub(super) fn wished_again(&mut self, id: &FlowId) -> bool {
        let Some(frame) = self.state.stack.last().filter(|f| f.flow == *id && f.waiting) else {
            return false;
        };
        let given = !frame.found.is_empty();
        let advises = self.flow(id).is_some_and(|flow| {
            flow.steps.iter().any(|step| matches!(step.kind, StepKind::Recommend(_)))
        });
        if given {
            self.state.stack.pop();
            self.open(id);
            return true;
        }
        if !advises || !self.filled.is_empty() {
            return false;
        }
        while let Some(StepKind::Collect { slot, .. }) = self.open_step().map(|step| &step.kind)
            && self.state.stack.last().is_some_and(|frame| frame.flow == *id)
            && self.script.slots.get(slot).is_some_and(|def| def.skippable)
        {
            self.skip();
            self.advance();
        }
        true
    }

    /// Goes where a step points.
    pub(super) fn follow(&mut self, target: &Target) {
        match target {
            Target::Step(step) => {
                if let Some(frame) = self.state.stack.last_mut() {
                    frame.step = step.clone();
                    frame.waiting = false;
                    frame.misses = 0;
                    frame.asides = 0;
                    frame.worded = 0;
                }
            }
            Target::Flow(flow) => {
                self.leave();
                self.open(flow);
            }
            Target::End => self.leave(),
        }
    }

    /// Goes on with the step after the open one.
    pub(super) fn next(&mut self) {
        let Some(frame) = self.state.stack.last() else { return };
        let following = self.flow(&frame.flow).and_then(|flow| {
            let at = flow.position(&frame.step)?;
            flow.steps.get(at + 1).map(|step| step.id.clone())
        });
        match following {
            Some(step) => self.follow(&Target::Step(step)),
            None => self.leave(),
        }
    }

    /// Leaves the open flow, which is declined: nothing was finished.
    pub(super) fn decline(&mut self) {
        self.state.stack.pop();
        self.state.wake_at = None;
        self.pin();
    }

    /// Leaves the open flow, which is through.
    pub(super) fn leave(&mut self) {
        let Some(frame) = self.state.stack.pop() else { return };
        let flow = self.flow(&frame.flow);
        let asks = |step: &Step| matches!(step.kind, StepKind::Collect { .. });
        self.settled |= flow.is_some_and(|flow| flow.standard && flow.steps.iter().any(asks));
        if flow.is_some_and(|flow| !flow.standard) {
            self.signals.push(Signal::Flow(frame.flow));
        }
        self.state.wake_at = None;
        self.pin();
    }

    /// Gives up everything that is open.
    pub(super) fn abandon(&mut self) {
        self.state.stack.clear();
        self.state.wake_at = None;
        self.state.pinned = None;
    }

    /// A talk stays on the script that it began with until no flow is open.
    pub(super) fn pin(&mut self) {
        if self.state.stack.is_empty() {
            self.state.pinned = None;
        } else if self.state.pinned.is_none() {
            self.state.pinned = Some(self.script.version.clone());
        }
    }

    /// Drops frames whose flow or step is gone, with a word about it.
    pub fn mend_stack(&mut self) {
        let before = self.state.stack.len();
        let whole: Vec<bool> =
            self.state.stack.iter().map(|frame| self.step_of(frame).is_some()).collect();
        let mut keep = whole.iter();
        self.state.stack.retain(|_| *keep.next().unwrap_or(&false));
        if self.state.stack.len() < before {
            self.tell(Part::tell("repair-gone"));
            self.pin();
        }
    }
}
