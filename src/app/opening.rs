//! What a talk's place begins with: what was said so far. One that was deleted and is made anew begins with
//! what the talk is about, as it stood there at first, and what was said since.

use crate::domain::contact::ContactId;
use crate::domain::reply::{ForReps, Outbound, Span};
use crate::store::history::{DELETED, Fate, Line};
use crate::store::turns::Author;
use crate::store::{Db, StoreError};

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

/// The last lines of a talk as somebody reads them who takes it.
pub(super) fn story_of(lines: &[Line]) -> Vec<String> {
    const LINES: usize = 14;
    const LONG: usize = 240;
    let told = lines.iter().skip(lines.len().saturating_sub(LINES)).map(|line| {
        let sign = match line.author {
            Author::Contact => "💬",
            Author::Bot => "🤖",
            Author::Rep => "👤",
        };
        let fate = match line.fate {
            Fate::Said => "",
            Fate::NotArrived => "✖ ",
            Fate::TakenBack => DELETED,
        };
        let words: String = line.text.chars().take(LONG).collect();
        let more = if line.text.chars().count() > LONG { "…" } else { "" };
        format!("{sign} {fate}{}{more}", words.replace('\n', " "))
    });
    told.collect()
}

/// What somebody has said since the last words of a rep, as it stands by now.
pub(super) fn standing(lines: &[Line]) -> Box<[String]> {
    let since = lines.iter().rev().take_while(|line| line.author != Author::Rep);
    let mut said: Vec<String> = since
        .filter(|line| line.author == Author::Contact && !line.text.starts_with(DELETED))
        .map(|line| line.text.clone())
        .collect();
    said.reverse();
    said.into()
}
