//! What a clause is likeliest to mean: which of its words the classifier is shown, and what is
//! said word for word.
//!
//! Names of products, greetings and idioms are no evidence for anything. Start at
//! [`Model::rank`].

use super::clause::Clause;
use super::entity::What;
use super::intent::Candidate;
use super::model::{Class, Model};
use super::normalize::Kind;
use super::phrase::Target;
use super::query::{Look, Reader};
use super::vocabulary::Mark;

/// The confidence in a phrase said word for word.
const EXACT: f32 = 0.97;
/// What function words alone must reach.
const WHOLE: f32 = 0.6;

/// From this confidence on, a word or two beside a value are a wish.
const BARE: f32 = 0.75;
/// So many words of a question may be left for another one.
const UNEXPLAINED: usize = 2;

/// Tokens `from..to`.
type Stretch = (usize, usize);

fn within(stretches: &[Stretch], i: usize) -> bool {
    stretches.iter().any(|s| s.0 <= i && i < s.1)
}

impl Model {
    /// The likeliest classes of a clause, names of products left out; with values said beside a
    /// wish ("next week, a test ride") also without these, if that tells more.
    ///
    /// Function words alone mean something only as a whole phrase: "ok" and "and that" are no
    /// questions, "hi" and "why" are.
    pub(crate) fn rank(&self, clause: Clause<'_, '_>) -> Vec<Candidate> {
        self.rank_but(clause, &[])
    }

    /// The likeliest classes of what is left of a clause without the words that say which product
    /// is meant: in "how much for the big one", of "how much for". `None` where nothing is left or
    /// no product is meant so.
    pub(crate) fn rank_beside_product(&self, clause: Clause<'_, '_>) -> Option<Vec<Candidate>> {
        let meant: Vec<Stretch> = clause
            .mentions()
            .filter(|m| matches!(m.target, Target::Most(_) | Target::Least(_)))
            .map(|m| (m.from, m.to))
            .collect();
        let left = (clause.from..clause.to)
            .filter(|&i| clause.text.is_word(i) && !within(&meant, i))
            .count();
        (!meant.is_empty() && left > 1).then(|| self.rank_but(clause, &meant))
    }

    /// The likeliest meanings of the few words of a question that nothing in it explains: in "what
    /// would two be with VAT?", of "VAT". Nothing where none or many are left.
    pub(crate) fn rank_unexplained(&self, clause: Clause<'_, '_>) -> Vec<Candidate> {
        let explained = |i: usize| {
            clause.mentions().any(|m| m.from <= i && i < m.to)
                || clause.found().any(|f| f.from <= i && i < f.to)
                || clause.tags.all().iter().any(|tag| tag.from <= i && i < tag.to)
                || self.vocabulary.is(clause.text.word(i), Mark::Stop)
                || self.phrases.is_name(clause.text.word(i))
        };
        let left: Vec<usize> =
            (clause.from..clause.to).filter(|&i| clause.text.is_word(i) && !explained(i)).collect();
        if left.is_empty() || left.len() > UNEXPLAINED {
            return Vec::new();
        }
        self.classifier.rank(clause.text, self.reader(), Look::Second, |i| left.contains(&i))
    }

    fn rank_but(&self, clause: Clause<'_, '_>, but: &[Stretch]) -> Vec<Candidate> {
        let Clause { text, tags, from, to, .. } = clause;
        let (values, preludes) = (clause.values(), clause.preludes());
        if !(from..to).any(|i| text.is_word(i)) {
            return Vec::new();
        }
        // "Stop by" and "non-stop" are no stop.
        let idiom = |i: usize| {
            (i.saturating_sub(2)..=i).any(|k| tags.mark(k, Mark::Idiom).is_some_and(|end| end > i))
        };
        let keep = |i: usize| {
            let inside = i >= from && i < to && !within(&preludes, i) && !within(but, i);
            inside && !self.phrases.is_name(text.word(i)) && !idiom(i)
        };
        let read = Reader { foreign: clause.foreign, ..self.reader() };
        // Whoever says what is written down needs no second look.
        let said = if but.is_empty() { self.exactly(clause) } else { None };
        let look = if said.is_some() { Look::First } else { Look::Second };
        let mut ranked = self.classifier.rank(text, read, look, keep);
        let value = |i: usize| within(&values, i);
        let content = |i: &usize| {
            let word = text.word(*i);
            text.is_word(*i) && !value(*i) && !self.vocabulary.is(word, Mark::Stop)
        };
        // What is left must still be a sentence, or a sure wish ("test ride, Tuesday at 9"):
        // "tomorrow would be good" is about tomorrow.
        let left = (from..to).filter(content).count();
        if left > 0 && (from..to).any(|i| text.is_word(i) && value(i)) {
            let bare = self.classifier.rank(text, read, look, |i| keep(i) && !value(i));
            let sure = |r: &[Candidate]| r.first().map_or(0.0, |c| c.confidence);
            let is_wish = |c: &Candidate| {
                c.confidence >= BARE
                    && matches!(self.classes[usize::from(c.class)], Class::Intent(_))
            };
            if sure(&bare) > sure(&ranked) && (left >= 3 || bare.first().is_some_and(is_wish)) {
                ranked = bare;
            }
        }
        if super::clause::content(text, &self.vocabulary, from, to) == 0 {
            ranked.retain(|c| c.confidence >= WHOLE);
        }
        if let Some(class) = said {
            ranked.retain(|candidate| candidate.class != class);
            ranked.insert(0, Candidate { class, confidence: EXACT });
            for other in &mut ranked[1..] {
                other.confidence = other.confidence.min(1.0 - EXACT);
            }
        }
        ranked
    }

    /// Whoever says just what the house wrote down means just that, for however many pieces:
    /// "an offer, please, for ten bikes".
    fn exactly(&self, clause: Clause<'_, '_>) -> Option<u16> {
        let said = |but: &[Stretch]| {
            let words: Vec<&str> = (clause.from..clause.to)
                .filter(|&i| clause.text.tokens[i].kind != Kind::Mark && !within(but, i))
                .map(|i| clause.text.word(i))
                .collect();
            self.exact.get(&words.join(" ")).copied()
        };
        if let Some(class) = said(&[]) {
            return Some(class);
        }
        let counts: Vec<Stretch> = clause
            .found()
            .filter(|f| f.what == What::Number)
            .map(|f| (f.from, self.noun_after(clause, f.to)))
            .collect();
        if counts.is_empty() {
            return None;
        }
        // "For ten bikes": the small word before goes with them.
        let with_word = counts.iter().map(|&(from, to)| {
            let before = from.saturating_sub(1);
            let small = before >= clause.from && clause.tags.is(before, Mark::Stop);
            (if small { before } else { from }, to)
        });
        let with_word: Vec<Stretch> = with_word.collect();
        said(&with_word).or_else(|| said(&counts))
    }

    /// Where the noun that a number counts ends.
    fn noun_after(&self, clause: Clause<'_, '_>, at: usize) -> usize {
        let noun = clause
            .mentions()
            .find(|m| m.from == at && matches!(m.target, Target::Kind(_) | Target::Slot(_)));
        match noun {
            Some(mention) => mention.to,
            None if at < clause.to && clause.tags.is(at, Mark::Piece) => at + 1,
            None => at,
        }
    }
}
