//! What a rep began, and what they are told of it.

use tokio::sync::oneshot;
use tracing::info;

use super::{Hand, Reps};
use crate::app::turns::{NotTaken, Receipt};
use crate::domain::contact::ContactId;
use crate::domain::desk::Deed;

/// What whoever acted is told, and whether they have a talk now that they had not before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// A sentence.
    pub text: String,
    /// It is done.
    pub done: bool,
    /// They have just taken a talk.
    pub took: bool,
    /// It need not be said: a sign will tell.
    pub silent: bool,
    /// Words that were not passed on, since a colleague has the talk.
    pub note: bool,
    /// It is told although it is done: nothing else tells it so well.
    pub aloud: bool,
    /// A note of their own is in the record.
    pub noted: bool,
    /// They hold the talk: they have just taken it, or had it already.
    pub theirs: bool,
    /// The same update had its effect before.
    pub again: bool,
}

impl Word {
    /// A sentence about something that was not done.
    #[must_use]
    pub fn told(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Something that a rep does, on its way.
pub enum Begun {
    /// Nothing is to be done.
    Told(Word),
    /// It waits for its turn.
    Queued(Box<Queued>),
}

/// A rep's turn that waits for its commit.
pub struct Queued {
    pub(super) reps: Reps,
    pub(super) hand: Hand,
    pub(super) talk: ContactId,
    pub(super) name: Option<String>,
    pub(super) took: bool,
    pub(super) deed: Deed,
    pub(super) receipt: oneshot::Receiver<Result<Receipt, NotTaken>>,
}

impl Begun {
    /// Waits for the commit: what whoever acted is told.
    ///
    /// # Errors
    /// [`NotTaken`] when the process stops before.
    pub async fn done(self) -> Result<Word, NotTaken> {
        let Queued { reps, hand, talk, name, took, deed, receipt } = match self {
            Self::Told(word) => return Ok(word),
            Self::Queued(queued) => *queued,
        };
        let again = receipt.await.unwrap_or(Err(NotTaken))? == Receipt::Duplicate;
        // Committed now or before: the audit log tells what came of it.
        let (db, number) = (&reps.0.db, -hand.update.abs());
        let Some(act) = reps.insist(|| db.find_act(talk, hand.channel, number)).await? else {
            return Ok(Word::told(reps.say("desk-gone", &[])));
        };
        info!(
            conversation.id = %talk,
            rep = %act.rep,
            deed = act.deed,
            outcome = act.outcome,
            "a rep acted"
        );
        let word = Word { again, ..reps.word(&act, &hand, name.as_deref(), took) };
        match deed {
            Deed::Later { minutes } if word.done => Ok(reps.until(&act, minutes, word)),
            Deed::Call { .. } if word.done => reps.told_of_call(talk, name.as_deref(), word).await,
            _ => Ok(word),
        }
    }
}
