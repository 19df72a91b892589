//! Where a deal is, and which moves are allowed.

use crate::domain::lead::Stage;

/// Whether a deal may move so. Backwards and aside only with a reason.
#[must_use]
pub fn allowed(from: Stage, to: Stage, has_reason: bool) -> bool {
    let aside = |stage| matches!(stage, Stage::Recycled | Stage::Disqualified | Stage::Lost);
    if from == to {
        return false;
    }
    if aside(to) || aside(from) {
        return has_reason;
    }
    (from as i16) < (to as i16) || has_reason
}

/// What a turn gave to know.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// A slot was filled or a choice made.
    pub told: bool,
    /// A product question of theirs was answered.
    pub asked: bool,
    /// A wish was expressed.
    pub wished: bool,
}

/// The move that follows from a turn by itself, with its reason: a bare visitor who gives
/// something to know is engaged. Everything further takes a person.
#[must_use]
pub fn after(stage: Stage, evidence: Evidence) -> Option<(Stage, &'static str)> {
    if stage != Stage::Visitor {
        return None;
    }
    let reason = if evidence.wished {
        "stage-engaged-wish"
    } else if evidence.told {
        "stage-engaged-told"
    } else if evidence.asked {
        "stage-engaged-asked"
    } else {
        return None;
    };
    Some((Stage::Engaged, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forward_is_free_and_back_needs_a_reason() {
        assert!(allowed(Stage::Visitor, Stage::Engaged, false));
        assert!(allowed(Stage::Engaged, Stage::Customer, false));
        assert!(!allowed(Stage::Customer, Stage::Engaged, false));
        assert!(allowed(Stage::Customer, Stage::Engaged, true));
        assert!(!allowed(Stage::Engaged, Stage::Lost, false));
        assert!(allowed(Stage::Lost, Stage::Engaged, true));
        assert!(!allowed(Stage::Engaged, Stage::Engaged, true));
    }
}
