//! What `docent doctor` finds out about Telegram.

use serde_json::Value;
use teloxide_core::payloads::{GetChat, GetChatMember, GetMe, GetWebhookInfo};
use teloxide_core::types::{ChatId, Recipient, UserId};

use crate::app::channel::{ChatChannel as _, Finding};

use super::api::Failure;
use super::{Telegram, hook};

/// How updates are meant to come.
#[derive(Clone, Copy, Debug)]
pub enum Way<'a> {
    /// We ask.
    Polling,
    /// They are sent to this address.
    Webhook(&'a str),
}

/// Tries the account: the token, the way of updates, the reps' chat.
pub async fn findings(telegram: &Telegram, way: Way<'_>) -> Vec<Finding> {
    let me = match telegram.api.call(&GetMe::new()).await {
        Ok(me) => me.unwrap_or_default(),
        Err(failure) => return vec![no_token(&failure)],
    };
    let name = me["username"].as_str().unwrap_or("without a name");
    let mut found = vec![Finding::good("telegram token", format!("we are @{name}"))];
    found.push(way_of_updates(telegram, way).await);
    for chat in telegram.rep_chats() {
        found.extend(reps(telegram, chat, &me).await);
    }
    found
}

fn no_token(failure: &Failure) -> Finding {
    let what = "telegram token";
    match failure {
        Failure::Refused { code: 401 | 404, .. } => Finding::bad(
            what,
            format!("Telegram does not know it ({failure})"),
            "copy it again from BotFather (/mybots, API Token) into DOCENT_TELEGRAM_TOKEN",
        ),
        Failure::NotSent(_) | Failure::Unknown(_) => Finding::bad(
            what,
            format!("the API cannot be reached ({failure})"),
            "see that this machine may reach DOCENT_TELEGRAM_API_URL (https://api.telegram.org)",
        ),
        Failure::Later(_) | Failure::Server(_) | Failure::Refused { .. } => Finding::bad(
            what,
            format!("the API does not answer as it should ({failure})"),
            "try again in a minute; if it stays so, see that telegram.api_url is a Bot API server",
        ),
    }
}

async fn way_of_updates(telegram: &Telegram, way: Way<'_>) -> Finding {
    let told = match telegram.api.call(&GetWebhookInfo::new()).await {
        Ok(told) => told.unwrap_or_default(),
        Err(failure) => {
            return Finding::bad(
                "telegram updates",
                format!("Telegram does not say how updates go ({failure})"),
                "try again in a minute",
            );
        }
    };
    judge(&told, way, &hook::path(telegram))
}

/// What Telegram says about its webhook, and what we want of it.
fn judge(told: &Value, way: Way<'_>, path: &str) -> Finding {
    let what = "telegram updates";
    let url = told["url"].as_str().unwrap_or_default();
    let waiting = told["pending_update_count"].as_i64().unwrap_or_default();
    match way {
        Way::Polling if url.is_empty() => {
            Finding::good(what, format!("by polling; {waiting} wait"))
        }
        Way::Polling => Finding::bad(
            what,
            "they go to a webhook, and polling is set up",
            "`docent serve` takes the webhook away by itself; or set DOCENT_TELEGRAM_MODE=webhook",
        ),
        Way::Webhook(public) if !public.starts_with("https://") => Finding::bad(
            what,
            "Telegram sends to https addresses only",
            "set DOCENT_TELEGRAM_PUBLIC_URL to the https address of your reverse proxy",
        ),
        Way::Webhook(public) => {
            let ours = format!("{}{path}", public.trim_end_matches('/'));
            let trouble = told["last_error_message"].as_str();
            match (url == ours, trouble) {
                (false, _) => Finding::bad(
                    what,
                    "the webhook is not registered, or is somebody else's",
                    "start `docent serve`, which registers it; one bot serves one installation",
                ),
                (true, Some(trouble)) if waiting > 0 => Finding::bad(
                    what,
                    format!("Telegram cannot deliver {waiting} updates ({trouble})"),
                    format!(
                        "see that {ours} leads to the address in DOCENT_LISTEN, port 443, 80, 88 or 8443, with a valid certificate"
                    ),
                ),
                (true, _) => Finding::good(what, format!("by webhook; {waiting} wait")),
            }
        }
    }
}

async fn reps(telegram: &Telegram, chat: &str, me: &Value) -> Vec<Finding> {
    let what = "telegram reps";
    let id = Recipient::Id(ChatId(chat.parse().unwrap_or_default()));
    let found = match telegram.api.call(&GetChat::new(id.clone())).await {
        Ok(found) => found.unwrap_or_default(),
        Err(Failure::Refused { moved_to: Some(moved), .. }) => {
            return vec![Finding::bad(
                what,
                "the group became a supergroup and has another id now",
                format!("set DOCENT_REP_CHAT={moved}"),
            )];
        }
        Err(failure) => {
            return vec![Finding::bad(
                what,
                format!("the chat {chat} is not known to the bot ({failure})"),
                "add the bot to the group, then set DOCENT_REP_CHAT to the group's id (it begins with -)",
            )];
        }
    };
    if found["type"] == "private" {
        return vec![Finding::good(what, "a private chat; cards go to that person")];
    }
    let us = UserId(telegram.account().as_str().parse().unwrap_or_default());
    let member = match telegram.api.call(&GetChatMember::new(id, us)).await {
        Ok(member) => member.unwrap_or_default(),
        Err(failure) => {
            return vec![Finding::bad(
                what,
                format!("the bot's rights in the chat cannot be seen ({failure})"),
                "add the bot to the group",
            )];
        }
    };
    let mut told = vec![may_write(&found, &member)];
    if telegram.wants_topics && told.iter().all(|finding| finding.ok) {
        told.push(topics(&found, &member, me));
    }
    told
}

/// Whether cards can be sent to a group.
fn may_write(found: &Value, member: &Value) -> Finding {
    let what = "telegram reps";
    let muted = found["permissions"]["can_send_messages"] == Value::Bool(false);
    match member["status"].as_str().unwrap_or_default() {
        "creator" | "administrator" => Finding::good(what, "the bot is an administrator there"),
        "member" if !muted => Finding::good(what, "the bot is a member and may write"),
        "restricted" if member["can_send_messages"] == Value::Bool(true) => {
            Finding::good(what, "the bot may write there")
        }
        "member" | "restricted" => Finding::bad(
            what,
            "the bot may not write there",
            "make the bot an administrator of the group, or let members write",
        ),
        status => Finding::bad(
            what,
            format!("the bot is not in the chat ({status})"),
            "add the bot to the group",
        ),
    }
}

/// Whether talks can have topics in a group, and whether the bot hears what reps write there.
fn topics(found: &Value, member: &Value, me: &Value) -> Finding {
    let what = "telegram topics";
    let is = |value: &Value| *value == Value::Bool(true);
    let leads = matches!(member["status"].as_str(), Some("creator" | "administrator"));
    let manages = member["status"] == "creator" || is(&member["can_manage_topics"]);
    if !is(&found["is_forum"]) {
        return Finding::bad(
            what,
            "the group has no topics, so talks go on in private chats",
            "turn on Topics in the group's settings, or set DOCENT_REP_PLACE=private",
        );
    }
    if !leads && !is(&me["can_read_all_group_messages"]) {
        return Finding::bad(
            what,
            "the bot sees only commands in the group (privacy mode), so words in topics would reach nobody",
            "make the bot an administrator of the group with the right to manage topics",
        );
    }
    if !leads || !manages {
        return Finding::bad(
            what,
            "the bot may not make topics there, so talks go on in private chats",
            "make the bot an administrator of the group with the right to manage topics",
        );
    }
    Finding::good(what, "the bot may make topics and hears what is written there")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(told: Value, way: Way<'_>) -> (bool, String) {
        let finding = judge(&told, way, "/telegram/42");
        (finding.ok, finding.why)
    }

    #[test]
    fn what_topics_need() {
        let check = |forum: bool, member: Value, reads: bool| {
            let found = json!({ "type": "supergroup", "is_forum": forum });
            topics(&found, &member, &json!({ "can_read_all_group_messages": reads })).why
        };
        let member = json!({ "status": "member" });
        let admin =
            |manages: bool| json!({ "status": "administrator", "can_manage_topics": manages });
        assert!(check(false, admin(true), false).contains("no topics"));
        assert!(check(true, member.clone(), false).contains("privacy mode"));
        assert!(check(true, member, true).contains("may not make topics"));
        assert!(check(true, admin(false), false).contains("may not make topics"));
        assert!(check(true, admin(true), false).contains("hears"));
    }

    #[test]
    fn what_telegram_says_of_its_webhook() {
        let none = json!({ "url": "", "pending_update_count": 3 });
        let ours = json!({ "url": "https://b.example/telegram/42", "pending_update_count": 0 });
        let stuck = json!({ "url": "https://b.example/telegram/42", "pending_update_count": 9,
            "last_error_message": "Wrong response from the webhook: 502 Bad Gateway" });
        assert_eq!(check(none.clone(), Way::Polling), (true, "by polling; 3 wait".to_owned()));
        assert!(!check(ours.clone(), Way::Polling).0);
        assert!(check(ours, Way::Webhook("https://b.example/")).0);
        assert!(!check(none.clone(), Way::Webhook("https://b.example")).0);
        assert!(!check(none, Way::Webhook("http://b.example")).0);
        let (ok, why) = check(stuck, Way::Webhook("https://b.example"));
        assert!(!ok && why.contains("502"), "{why}");
    }
}
