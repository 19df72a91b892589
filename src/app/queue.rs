//! A queue for each conversation: one job of it at a time, in the order accepted, and nobody waits
//! for another conversation's.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::domain::contact::ContactId;

/// Queues by conversation.
pub(super) struct Queues<J> {
    /// What is not begun, for each conversation that has anything.
    waiting: HashMap<ContactId, VecDeque<J>>,
    /// Conversations with something waiting and nothing begun.
    ready: VecDeque<ContactId>,
    /// Conversations whose head is being settled.
    busy: HashSet<ContactId>,
}

impl<J> Default for Queues<J> {
    fn default() -> Self {
        Self { waiting: HashMap::new(), ready: VecDeque::new(), busy: HashSet::new() }
    }
}

impl<J> Queues<J> {
    /// Puts a job behind those of its conversation.
    pub(super) fn push(&mut self, contact: ContactId, job: J) {
        let queue = self.waiting.entry(contact).or_default();
        queue.push_back(job);
        if queue.len() == 1 && !self.busy.contains(&contact) {
            self.ready.push_back(contact);
        }
    }

    /// Takes the heads of up to `most` conversations, which are busy from now on.
    pub(super) fn heads(&mut self, most: usize) -> Vec<J> {
        let mut heads = Vec::new();
        while heads.len() < most {
            let Some(contact) = self.ready.pop_front() else { break };
            if let Some(job) = self.waiting.get_mut(&contact).and_then(VecDeque::pop_front) {
                self.busy.insert(contact);
                heads.push(job);
            }
        }
        heads
    }

    /// Whether a conversation has work and is not busy.
    pub(super) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// The conversation is free for its next job. Tells whether there is one.
    pub(super) fn release(&mut self, contact: ContactId) -> bool {
        self.busy.remove(&contact);
        let more = self.waiting.get(&contact).is_some_and(|queue| !queue.is_empty());
        if more {
            self.ready.push_back(contact);
        } else {
            self.waiting.remove(&contact);
        }
        more
    }

    /// Puts a job that was begun back to the head of its conversation, which is free again.
    pub(super) fn put_back(&mut self, contact: ContactId, job: J) {
        self.waiting.entry(contact).or_default().push_front(job);
        self.release(contact);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_conversation_has_one_job_begun_and_keeps_its_order() {
        let (ann, bob) = (ContactId(Uuid::from_u128(1)), ContactId(Uuid::from_u128(2)));
        let mut queues = Queues::default();
        queues.push(ann, "ann 1");
        queues.push(ann, "ann 2");
        queues.push(bob, "bob 1");
        assert_eq!(queues.heads(8), ["ann 1", "bob 1"]);
        queues.push(ann, "ann 3");
        assert!(queues.heads(8).is_empty());
        queues.put_back(ann, "ann 1");
        assert_eq!(queues.heads(8), ["ann 1"]);
        assert!(queues.release(ann));
        assert!(!queues.release(bob));
        assert_eq!(queues.heads(8), ["ann 2"]);
        assert!(queues.release(ann));
        assert_eq!(queues.heads(1), ["ann 3"]);
        assert!(!queues.has_ready());
    }
}
