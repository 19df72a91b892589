//! Signals to awards, awards to points.
//!
//! An award keeps its `base`; its `points` now are computed from the whole list, so that fit and
//! interest are exactly the sums of the points shown.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use crate::domain::conversation::Wish;
use crate::domain::ids::{RuleId, TurnNumber};
use crate::domain::lead::{Award, Axis, Heat};
use crate::script::model::{Condition, Repeat, Rule, Scoring, Signal, Trigger, WishDef};

/// A rule set to `daily` is awarded again after this many hours.
const DAILY_HOURS: i64 = 24;

/// What awards are worth at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weighed {
    /// The points of each award, in the order given.
    pub points: Vec<i32>,
    /// Their sum on the axis of fit.
    pub fit: i32,
    /// Their sum on the axis of interest.
    pub interest: i32,
}

/// Weighs awards, which must be in the order they were made.
///
/// An award on interest loses its base linearly over its decay days; the rest is rounded toward
/// zero. Within a group the running sum stays between minus and plus the cap; what goes beyond
/// counts for nothing. A withdrawn award is worth 0.
#[must_use]
pub fn weigh(awards: &[Award], as_of: DateTime<Utc>) -> Weighed {
    let mut running: HashMap<(Axis, &str), i32> = HashMap::new();
    let mut weighed = Weighed::default();
    for award in awards {
        let worth = decayed(award, as_of);
        let sum = running.entry((award.axis, award.group.as_str())).or_default();
        let after = sum.saturating_add(worth).clamp(-award.cap.abs(), award.cap.abs());
        let points = after - *sum;
        *sum = after;
        weighed.points.push(points);
        match award.axis {
            Axis::Fit => weighed.fit += points,
            Axis::Interest => weighed.interest += points,
        }
    }
    weighed
}

/// What is left of an award, in whole points.
fn decayed(award: &Award, as_of: DateTime<Utc>) -> i32 {
    if award.withdrawn.is_some() {
        return 0;
    }
    let Some(days) = award.decay_days else { return award.base };
    let whole = i64::from(days) * 86_400;
    let left = (whole - (as_of - award.at).num_seconds().max(0)).max(0);
    if whole == 0 {
        return 0;
    }
    // Division of integers rounds toward zero, as promised.
    i32::try_from(i64::from(award.base) * left / whole).unwrap_or(0)
}

/// What happened in a turn, as scoring sees it.
pub struct Happened<'a> {
    /// Signals of the turn.
    pub signals: &'a [Signal],
    /// Rules awarded by steps.
    pub steps: &'a [RuleId],
    /// Whether a condition holds after the turn.
    pub holds: &'a dyn Fn(&Condition) -> bool,
    /// Whether a condition speaks of something said in this turn.
    pub touched: &'a dyn Fn(&Condition) -> bool,
    /// The turn.
    pub turn: TurnNumber,
    /// When.
    pub now: DateTime<Utc>,
}

/// Makes and withdraws awards for what happened. Returns the new ones and the withdrawn ones.
pub fn award(
    scoring: &Scoring,
    awards: &mut Vec<Award>,
    happened: &Happened<'_>,
) -> (Vec<Award>, Vec<Award>) {
    let (mut made, mut withdrawn) = (Vec::new(), Vec::new());
    for rule in &scoring.rules {
        let standing =
            awards.iter().rposition(|award| award.rule == rule.id && award.withdrawn.is_none());
        let again = match &rule.trigger {
            Trigger::If(condition) => {
                let holds = (happened.holds)(condition);
                if let Some(at) = standing
                    && (!holds || (happened.touched)(condition))
                {
                    awards[at].withdrawn = Some(happened.turn);
                    withdrawn.push(awards[at].clone());
                    holds
                } else {
                    holds && standing.is_none()
                }
            }
            Trigger::On(signals, repeat) => {
                signals.iter().any(|signal| happened.signals.contains(signal))
                    && allowed(*repeat, standing.map(|at| awards[at].at), happened.now)
            }
            Trigger::Step => {
                happened.steps.contains(&rule.id)
                    && allowed(Repeat::Daily, standing.map(|at| awards[at].at), happened.now)
            }
        };
        let by_step = happened.steps.contains(&rule.id)
            && !matches!(rule.trigger, Trigger::Step)
            && allowed(Repeat::Daily, standing.map(|at| awards[at].at), happened.now);
        if again || by_step {
            let ordinal = i16::try_from(made.len()).unwrap_or(i16::MAX);
            let Some(new) = made_by(scoring, rule, ordinal, happened) else { continue };
            awards.push(new.clone());
            made.push(new);
        }
    }
    (made, withdrawn)
}

fn allowed(repeat: Repeat, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    match (repeat, last) {
        (_, None) | (Repeat::Always, _) => true,
        (Repeat::Never, Some(_)) => false,
        (Repeat::Daily, Some(at)) => now - at >= Duration::hours(DAILY_HOURS),
    }
}

fn made_by(scoring: &Scoring, rule: &Rule, ordinal: i16, happened: &Happened<'_>) -> Option<Award> {
    let group = scoring.groups.get(&rule.group)?;
    Some(Award {
        turn: happened.turn,
        ordinal,
        at: happened.now,
        rule: rule.id.clone(),
        group: rule.group.clone(),
        axis: group.axis,
        base: rule.points,
        decay_days: group.decay_days,
        cap: group.cap,
        withdrawn: None,
    })
}

/// Forgets what can no longer count: withdrawn awards, and those decayed to nothing that may be
/// made again. The record keeps them; the state stays small.
pub fn prune(scoring: &Scoring, awards: &mut Vec<Award>, now: DateTime<Utc>) {
    awards.retain(|award| {
        let once = scoring.rules.iter().any(|rule| {
            rule.id == award.rule && matches!(rule.trigger, Trigger::On(_, Repeat::Never))
        });
        award.withdrawn.is_none() && (once || decayed(award, now) != 0)
    });
}

/// The wish that was expressed, the hottest one if several were.
#[must_use]
pub fn wished<'a>(scoring: &'a Scoring, signals: &[Signal]) -> Option<&'a WishDef> {
    scoring
        .wishes
        .iter()
        .filter(|wish| wish.on.iter().any(|signal| signals.contains(signal)))
        .max_by_key(|wish| wish.heat)
}

/// The heat that scores and a lasting wish make.
#[must_use]
pub fn heat(
    scoring: &Scoring,
    wish: Option<&Wish>,
    now: DateTime<Utc>,
    holds: &dyn Fn(&Condition) -> bool,
) -> Heat {
    let lasting = wish
        .filter(|wish| (now - wish.at).num_seconds() < scoring.wish_seconds)
        .and_then(|wish| scoring.wishes.iter().find(|def| def.id == wish.rule))
        .map_or(Heat::Browsing, |def| def.heat);
    let scored = if scoring.hot.as_ref().is_some_and(holds) {
        Heat::Hot
    } else if scoring.warm.as_ref().is_some_and(holds) {
        Heat::Warm
    } else {
        Heat::Browsing
    };
    lasting.max(scored)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn at(day: i64) -> DateTime<Utc> {
        Utc.timestamp_opt(1_770_000_000 + day * 86_400, 0).single().expect("a valid time")
    }

    fn one(day: i64, base: i32, cap: i32, decay_days: Option<u16>) -> Award {
        Award {
            turn: day + 1,
            ordinal: 0,
            at: at(day),
            rule: "r".into(),
            group: "g".into(),
            axis: if decay_days.is_some() { Axis::Interest } else { Axis::Fit },
            base,
            decay_days,
            cap,
            withdrawn: None,
        }
    }

    fn check(awards: &[Award], day: i64, points: &[i32]) {
        let weighed = weigh(awards, at(day));
        assert_eq!(weighed.points, points);
        assert_eq!(weighed.fit + weighed.interest, points.iter().sum::<i32>());
    }

    #[test]
    fn points_sum_up_after_cap_and_decay() {
        check(&[], 0, &[]);
        check(&[one(0, 15, 20, None), one(1, 15, 20, None)], 9, &[15, 5]);
        check(&[one(0, 10, 60, Some(60))], 0, &[10]);
        check(&[one(0, 10, 60, Some(60))], 7, &[8]); // 8.83 rounded toward zero
        check(&[one(0, -10, 60, Some(60))], 7, &[-8]);
        check(&[one(0, 10, 60, Some(60))], 60, &[0]);
        check(&[one(0, 10, 60, Some(60))], 600, &[0]);
    }

    #[test]
    fn decay_makes_room_under_the_cap() {
        let awards = [one(0, 20, 20, Some(10)), one(5, 20, 20, Some(10))];
        check(&awards, 5, &[10, 10]);
    }

    #[test]
    fn a_withdrawn_award_counts_for_nothing_and_frees_its_cap() {
        let mut first = one(0, 15, 20, None);
        first.withdrawn = Some(2);
        check(&[first, one(1, 15, 20, None)], 1, &[0, 15]);
    }
}
