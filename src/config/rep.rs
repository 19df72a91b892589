//! Settings of the reps' chats: where reps are alerted, and where they have their talks.

use std::collections::BTreeMap;

use super::Wrong;
use super::channels::wrong;
use super::layers::Layers;
use crate::domain::ids::Channel;

/// The reps' chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rep {
    /// The platform.
    pub channel: Channel,
    /// The platform's id of the chat.
    pub chat: String,
    /// Chats of single teams, by their names; all others use the one above.
    pub teams: BTreeMap<String, (Channel, String)>,
    /// Talks have topics in those of these chats that are groups of Telegram.
    pub topics: bool,
}

impl Layers {
    pub(super) fn rep(&mut self, telegram: bool, discord: bool) -> Option<Rep> {
        let before = self.mistakes.len();
        let channel = self.value("rep.channel", None, |text| platform(text).map(Some));
        let chat = self.value("rep.chat", None, |text| chat(text).map(Some));
        let teams = self.value("rep.teams", BTreeMap::new(), teams);
        let topics = self.value("rep.place", false, place);
        if self.mistakes.len() > before {
            return None;
        }
        match (channel, chat) {
            (Some(channel), Some(chat)) => {
                let is_on = |channel| match channel {
                    Channel::Telegram => telegram,
                    Channel::Discord => discord,
                    Channel::Terminal => false,
                };
                for (team, (channel, _)) in &teams {
                    if !is_on(*channel) {
                        let name = channel.as_str();
                        self.missing(
                            "rep.teams",
                            &format!("{name} is off, so the team {team} cannot be alerted there"),
                            &format!("set {name}.token, or take {team} out"),
                        );
                    }
                }
                if !is_on(channel) {
                    let name = channel.as_str();
                    self.missing(
                        "rep.channel",
                        &format!("{name} is off, so nobody can be alerted there"),
                        &format!("set {name}.token, or name the other platform"),
                    );
                }
                let rep = Rep { channel, chat, teams, topics };
                self.check_topics(&rep);
                Some(rep)
            }
            (Some(_), None) => {
                self.missing(
                    "rep.channel",
                    "no chat is named",
                    "set rep.chat to its id; `docent doctor` says how to find it",
                );
                None
            }
            (None, Some(_)) => {
                self.missing(
                    "rep.chat",
                    "no platform is named",
                    "set rep.channel to telegram or discord",
                );
                None
            }
            (None, None) => {
                if topics {
                    self.missing(
                        "rep.place",
                        "there is no reps' group that could have topics",
                        "set rep.channel to telegram and rep.chat to the group's id",
                    );
                }
                if !teams.is_empty() {
                    self.missing(
                        "rep.teams",
                        "teams have chats, and whoever belongs to no team has none",
                        "set rep.channel and rep.chat to the chat of all others",
                    );
                }
                None
            }
        }
    }

    /// Topics are in groups of Telegram, so one of the reps' chats must be such.
    fn check_topics(&mut self, rep: &Rep) {
        let all = std::iter::once((rep.channel, &rep.chat));
        let all = all.chain(rep.teams.values().map(|(channel, chat)| (*channel, chat)));
        let mut there = all.filter(|(channel, _)| *channel == Channel::Telegram).peekable();
        if !rep.topics {
            return;
        }
        if there.peek().is_none() {
            self.missing(
                "rep.place",
                "no chat of the reps is on Telegram, and topics are nowhere else",
                "leave it out: on Discord each talk has a thread by itself",
            );
        } else if let Some((_, chat)) = there.find(|(_, chat)| !chat.starts_with('-')) {
            let problem = format!("{chat} is a private chat, which has no topics");
            self.missing(
                "rep.place",
                &problem,
                "name a group whose id begins with -, or set rep.place to private",
            );
        }
    }
}

/// Whether talks have topics.
fn place(text: &str) -> Result<bool, Wrong> {
    match text {
        "private" => Ok(false),
        "topics" => Ok(true),
        _ => wrong(format!("{text:?} is no place for talks"), "write private or topics"),
    }
}

fn platform(text: &str) -> Result<Channel, Wrong> {
    match text {
        "telegram" => Ok(Channel::Telegram),
        "discord" => Ok(Channel::Discord),
        _ => wrong(
            format!("{text:?} is no platform that reps can be on"),
            "write telegram or discord",
        ),
    }
}

/// `service=telegram:-100123, berlin=discord:900`.
fn teams(text: &str) -> Result<BTreeMap<String, (Channel, String)>, Wrong> {
    let mut teams = BTreeMap::new();
    for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
        let parts = entry.split_once('=').and_then(|(team, place)| {
            let (channel, id) = place.split_once(':')?;
            Some((team.trim(), channel.trim(), id.trim()))
        });
        let Some((team, channel, id)) = parts else {
            return wrong(
                format!("{entry:?} names no chat of a team"),
                "write team=platform:chat, several with commas, as in service=telegram:-100123",
            );
        };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if team.is_empty() || !team.chars().all(plain) {
            return wrong(
                format!("{team:?} is no name of a team"),
                "write it as the dialogs do, in small letters, digits and _",
            );
        }
        if teams.insert(team.to_owned(), (platform(channel)?, chat(id)?)).is_some() {
            return wrong(format!("the team {team} has two chats"), "leave one of them");
        }
    }
    Ok(teams)
}

fn chat(text: &str) -> Result<String, Wrong> {
    match text.parse::<i64>() {
        Ok(id) if id != 0 => Ok(id.to_string()),
        _ => wrong(
            format!("{text:?} is not the id of a chat"),
            "write its digits, with the minus that groups of Telegram have",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chats_of_teams() {
        let found = teams("service = telegram:-100123, vienna=discord:900,").expect("two");
        let chat = |channel, id: &str| Some((channel, id.to_owned()));
        assert_eq!(found.get("service").cloned(), chat(Channel::Telegram, "-100123"));
        assert_eq!(found.get("vienna").cloned(), chat(Channel::Discord, "900"));
        for (wrong, why) in [
            ("service", "names no chat of a team"),
            ("service=-100123", "names no chat of a team"),
            ("Service=telegram:-1", "no name of a team"),
            ("service=telegram:here", "not the id of a chat"),
            ("service=mail:5", "no platform"),
            ("a=telegram:-1,a=telegram:-2", "two chats"),
        ] {
            let (problem, _) = teams(wrong).expect_err(wrong);
            assert!(problem.contains(why), "{wrong}: {problem}");
        }
    }
}
