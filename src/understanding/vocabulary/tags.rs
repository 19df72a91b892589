//! The roles that were found in a text, and how they are looked up.

use super::{Mark, Role};

/// A role found in a text, at the tokens `from..to`.
#[derive(Clone, Debug)]
pub(crate) struct Tag<'v> {
    pub from: usize,
    pub to: usize,
    pub role: &'v Role,
}

/// The tags of a text in the order of their first tokens.
pub(crate) struct Tags<'v> {
    pub(super) tags: Vec<Tag<'v>>,
    /// Where the tags of each token begin.
    pub(super) starts: Vec<u32>,
}

impl<'v> Tags<'v> {
    /// All tags that begin at a token.
    pub(crate) fn at(&self, index: usize) -> &[Tag<'v>] {
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&a), Some(&b)) => &self.tags[a as usize..b as usize],
            _ => &[],
        }
    }

    /// All tags.
    pub(crate) fn all(&self) -> &[Tag<'v>] {
        &self.tags
    }

    /// The end of the longest tag at a token that is this mark.
    pub(crate) fn mark(&self, index: usize, mark: Mark) -> Option<usize> {
        let found = self.at(index).iter().filter(|t| *t.role == Role::Is(mark));
        found.map(|t| t.to).max()
    }

    /// Whether this mark begins at a token.
    pub(crate) fn is(&self, index: usize, mark: Mark) -> bool {
        self.mark(index, mark).is_some()
    }

    /// The first token of the longest tag that is this mark and ends before `index`.
    pub(crate) fn before(&self, index: usize, mark: Mark) -> Option<usize> {
        (index.saturating_sub(5)..index)
            .find(|&from| self.at(from).iter().any(|t| t.to == index && *t.role == Role::Is(mark)))
    }

    /// Whether this mark stands anywhere.
    pub(crate) fn any(&self, mark: Mark) -> bool {
        self.tags.iter().any(|t| *t.role == Role::Is(mark))
    }

    /// The longest tag at a token for which `pick` finds something.
    pub(crate) fn find<T>(
        &self,
        index: usize,
        pick: impl Fn(&'v Role) -> Option<T>,
    ) -> Option<(T, usize)> {
        let mut best: Option<(T, usize)> = None;
        for tag in self.at(index) {
            if best.as_ref().is_none_or(|b| tag.to > b.1)
                && let Some(found) = pick(tag.role)
            {
                best = Some((found, tag.to));
            }
        }
        best
    }
}
