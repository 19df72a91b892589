//! What a talk's place begins with that was deleted and is made anew: what the talk is about, as it stood
//! there at first, and what was said since.

use crate::domain::contact::ContactId;
use crate::domain::reply::{ForReps, Outbound, Span};
use crate::store::{Db, StoreError};

use super::reps::story_of;

/// The opening of a talk's new place.
///
/// # Errors
/// When the database does not answer.
pub async fn opening(db: &Db, talk: ContactId) -> Result<Outbound, StoreError> {
    let first = db.find_opening(talk).await?;
    let lines = db.list_messages(talk).await?;
    let since = first.as_ref().map_or(0, |(turn, _)| *turn);
    let later: Vec<_> = lines.into_iter().filter(|line| line.turn > since).collect();
    let mut opening = match first {
        Some((_, opening)) => opening,
        None => Outbound::relayed(Vec::new(), ForReps::default()),
    };
    if let Some(anew) = opening.reps.anew.take() {
        opening.spans.insert(0, Span::inserted(format!("{anew}\n\n")));
    }
    let said = story_of(&later);
    if !said.is_empty() {
        opening.spans.push(Span::inserted(format!("\n\n{}", said.join("\n"))));
    }
    Ok(opening)
}
