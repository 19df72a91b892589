//! What a stretch of a message is made of: filler, something told, a bare value.

use super::clause::Clause;
use super::entity::What;
use super::model::Model;
use super::normalize::Kind;
use super::phrase::Target;
use super::vocabulary::Mark;

/// Greetings and thanks beside something else are no request of their own, nor is a value that is
/// put right ("rather 8").
pub(super) fn is_filler(model: &Model, part: Clause<'_, '_>) -> bool {
    let mut at = part.from;
    while at < part.to {
        let plain = part.text.tokens[at].kind == Kind::Mark
            || model.vocabulary.is(part.text.word(at), Mark::Stop);
        let value = part.found().find(|f| f.from == at).map(|f| f.to);
        let said = part
            .tags
            .mark(at, Mark::Greeting)
            .or(part.tags.mark(at, Mark::Correct))
            .or(part.tags.mark(at, Mark::Yes));
        match value.or(said) {
            Some(to) => at = to,
            None if plain => at += 1,
            None => return false,
        }
    }
    true
}

/// Whether a stretch tells something that is kept: a count, a place, what they are.
pub(super) fn tells(part: Clause<'_, '_>) -> bool {
    let values = part.found().filter(|f| !f.weak).count();
    let options = part.mentions().filter(|m| matches!(m.target, Target::Option(_))).count();
    values > 0 && values + options > 1
}

/// Whether a stretch is a value with hardly a word beside it, or a bare number.
pub(super) fn is_value(clause: Clause<'_, '_>) -> bool {
    let values = clause.values();
    let numbers = clause.found().filter(|f| f.what == What::Number).map(|f| (f.from, f.to));
    let all: Vec<(usize, usize)> = numbers.chain(values.iter().copied()).collect();
    let beside = |ranges: &[(usize, usize)]| {
        (clause.from..clause.to)
            .filter(|&i| clause.text.is_word(i) && !clause.tags.is(i, Mark::Stop))
            .filter(|&i| !ranges.iter().any(|r| r.0 <= i && i < r.1))
            .count()
    };
    (!values.is_empty() && beside(&values) <= 1) || (!all.is_empty() && beside(&all) == 0)
}
