//! What the desk's record says: how fast people were answered, and what came of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Timelike, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::Serialize;

use super::amount;
use crate::store::report::{Alert, Ending};

/// By what alerts are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// All of them.
    Whole,
    /// The team of whoever took the talk.
    Team,
    /// Whoever took the talk.
    Rep,
    /// The hour of the day, local to the house, in which reps were alerted.
    Hour,
    /// Where the visitor talks to us.
    Channel,
}

/// How fast the alerts of one group were answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speed {
    /// The group; `nobody` took the talk where it is grouped by people.
    pub group: String,
    /// How many alerts.
    pub alerts: usize,
    /// From the alert until somebody took the talk.
    pub to_claim: Option<Spread>,
    /// From then until their first words.
    pub to_words: Option<Spread>,
    /// Nobody took it, or said anything.
    pub never_answered: usize,
}

/// Durations in whole seconds, by nearest rank: the smallest one that at least this share does not
/// exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// How many there are.
    pub samples: usize,
    /// Half of them are not longer.
    pub median: i64,
    /// 95 of 100 are not longer.
    pub p95: i64,
}

/// What came of the talks from one source under one script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Yield {
    /// What brought them first; none for those who came by themselves.
    pub source: Option<String>,
    /// The script, by the first twelve characters of its hash.
    pub script: Option<String>,
    /// How often reps were alerted.
    pub alerts: i64,
    /// Won.
    pub won: i64,
    /// For how much, by currency, as far as what reps wrote is an amount.
    pub amounts: BTreeMap<String, Decimal>,
    /// Lost.
    pub lost: i64,
    /// Nothing for us, by reason.
    pub not_for_us: BTreeMap<String, i64>,
}

/// How fast alerts were answered, group by group.
#[must_use]
pub fn speed(alerts: &[Alert], by: Grouping, zone: Tz) -> Vec<Speed> {
    let mut groups: BTreeMap<String, Vec<&Alert>> = BTreeMap::new();
    for alert in alerts {
        groups.entry(group_of(alert, by, zone)).or_default().push(alert);
    }
    groups
        .into_iter()
        .map(|(group, alerts)| {
            let between = |from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>| {
                Some((to? - from?).num_seconds().max(0))
            };
            let claims = alerts.iter().filter_map(|a| between(Some(a.at), a.claimed_at));
            let words = alerts.iter().filter_map(|a| between(a.claimed_at, a.said_at));
            Speed {
                group,
                alerts: alerts.len(),
                to_claim: spread(claims.collect()),
                to_words: spread(words.collect()),
                never_answered: alerts.iter().filter(|a| a.said_at.is_none()).count(),
            }
        })
        .collect()
}

/// Fewer alerts than this tell nothing about what is usual.
const SAMPLES: usize = 20;

/// How long people usually wait from the alert to the first words of a person: the median in whole
/// minutes, at least one; none from fewer than 20 that were answered.
#[must_use]
pub fn usual_wait(alerts: &[Alert]) -> Option<u32> {
    let waits = alerts.iter().filter_map(|a| Some((a.said_at? - a.at).num_seconds().max(0)));
    let spread = spread(waits.collect()).filter(|spread| spread.samples >= SAMPLES)?;
    u32::try_from(spread.median).ok().map(|seconds| seconds.div_ceil(60).max(1))
}

fn group_of(alert: &Alert, by: Grouping, zone: Tz) -> String {
    let nobody = || "nobody".to_owned();
    match by {
        Grouping::Whole => "all".to_owned(),
        Grouping::Team => alert.team.clone().unwrap_or_else(nobody),
        Grouping::Rep => alert.rep.as_ref().map_or_else(nobody, ToString::to_string),
        Grouping::Hour => format!("{:02}:00", alert.at.with_timezone(&zone).hour()),
        Grouping::Channel => alert.channel.as_str().to_owned(),
    }
}

/// None without samples.
fn spread(mut seconds: Vec<i64>) -> Option<Spread> {
    seconds.sort_unstable();
    let rank = |percent: usize| {
        let place = (seconds.len() * percent).div_ceil(100).max(1);
        seconds.get(place - 1).copied()
    };
    Some(Spread { samples: seconds.len(), median: rank(50)?, p95: rank(95)? })
}

/// What came of the talks, by source and script. Amounts without a currency are in that of the house,
/// and left out where that is not known.
#[must_use]
pub fn handoffs(endings: &[Ending], currency: Option<&str>) -> Vec<Yield> {
    let mut yields: BTreeMap<(Option<String>, Option<String>), Yield> = BTreeMap::new();
    for ending in endings {
        let script = ending.script.as_ref().map(|hash| hash.chars().take(12).collect::<String>());
        let key = (ending.source.clone(), script.clone());
        let entry = yields.entry(key).or_default();
        (entry.source, entry.script) = (ending.source.clone(), script);
        match (ending.deed.as_str(), &ending.reason) {
            ("alert", _) => entry.alerts += ending.count,
            ("won", amount) => {
                entry.won += ending.count;
                if let Some(money) = amount.as_deref().and_then(|text| amount::read(text, currency))
                {
                    *entry.amounts.entry(money.currency).or_default() +=
                        money.amount * Decimal::from(ending.count);
                }
            }
            ("lost", _) => entry.lost += ending.count,
            (_, reason) => {
                let reason = reason.clone().unwrap_or_else(|| "unknown".to_owned());
                *entry.not_for_us.entry(reason).or_default() += ending.count;
            }
        }
    }
    yields.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Channel;

    fn alert(claimed: Option<i64>, said: Option<i64>) -> Alert {
        let at: DateTime<Utc> = "2026-03-02T22:30:00Z".parse().expect("a time");
        let after = |seconds: Option<i64>| Some(at + chrono::Duration::seconds(seconds?));
        Alert {
            channel: Channel::Telegram,
            at,
            claimed_at: after(claimed),
            rep: claimed.map(|_| "kim".into()),
            team: claimed.map(|_| "sales".to_owned()),
            said_at: after(said),
        }
    }

    #[test]
    fn the_median_and_the_95th_are_values_that_happened() {
        let alerts: Vec<Alert> = (1..=20)
            .map(|n| alert(Some(n * 10), Some(n * 10 + 5)))
            .chain([alert(None, None)])
            .collect();
        let told = speed(&alerts, Grouping::Whole, Tz::Europe__Vienna);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].to_claim, Some(Spread { samples: 20, median: 100, p95: 190 }));
        assert_eq!(told[0].to_words, Some(Spread { samples: 20, median: 5, p95: 5 }));
        assert_eq!((told[0].alerts, told[0].never_answered), (21, 1));
    }

    #[test]
    fn who_was_never_answered_stands_by_itself_and_the_hour_is_the_house_s() {
        let alerts = [alert(Some(30), None), alert(None, None)];
        let groups = |by| -> Vec<(String, usize)> {
            let told = speed(&alerts, by, Tz::Europe__Vienna);
            told.into_iter().map(|line| (line.group, line.never_answered)).collect()
        };
        assert_eq!(groups(Grouping::Rep), [("kim".to_owned(), 1), ("nobody".to_owned(), 1)]);
        assert_eq!(groups(Grouping::Hour), [("23:00".to_owned(), 2)]);
        assert_eq!(speed(&[], Grouping::Whole, Tz::UTC), []);
    }

    #[test]
    fn endings_are_put_together_by_source_and_script() {
        let ending = |deed: &str, reason: Option<&str>, count| Ending {
            source: Some("fleet_guide".to_owned()),
            script: Some("0123456789abcdef".to_owned()),
            deed: deed.to_owned(),
            reason: reason.map(str::to_owned),
            count,
        };
        let endings = [
            ending("alert", None, 5),
            ending("won", None, 1),
            ending("won", Some("12,400 EUR"), 2),
            ending("won", Some("1.000,50"), 1),
            ending("won", Some("three bikes"), 1),
            ending("won", Some("900 zł"), 1),
            ending("not_for_us", Some("spam"), 2),
        ];
        let told = handoffs(&endings, Some("EUR"));
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].script.as_deref(), Some("0123456789ab"));
        assert_eq!((told[0].alerts, told[0].won, told[0].lost), (5, 6, 0));
        let sum = |amount: &str| amount.parse::<Decimal>().expect(amount);
        let sums = [("EUR".to_owned(), sum("25800.50")), ("PLN".to_owned(), sum("900"))];
        assert_eq!(told[0].amounts, BTreeMap::from(sums));
        assert_eq!(told[0].not_for_us, BTreeMap::from([("spam".to_owned(), 2)]));
    }
}
