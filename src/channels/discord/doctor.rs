//! What `docent doctor` finds out about Discord: each thing tried, with the mend.

use super::begin::may_read;
use super::rest::Trouble;
use super::shards::look_up;
use super::{Discord, Setup};
use crate::app::channel::Finding;

/// Seeing a channel, writing into it, and attaching pictures.
const VIEW: u64 = 1 << 10;
const SEND: u64 = 1 << 11;
const ADMINISTRATOR: u64 = 1 << 3;
/// What a talk in a thread takes.
const THREADS: [(u64, &str); 4] = [
    (1 << 35, "Create Public Threads"),
    (1 << 38, "Send Messages in Threads"),
    (1 << 16, "Read Message History"),
    (1 << 6, "Add Reactions"),
];

/// Tries everything that is set up.
pub async fn findings(setup: Setup) -> Vec<Finding> {
    let discord = match Discord::new(setup) {
        Ok(discord) => discord,
        Err(reason) => {
            let (why, mend) = reason.split_once(": ").unwrap_or((&reason, "check discord.token"));
            return vec![Finding::bad("discord token", why, mend)];
        }
    };
    let mut found = vec![];
    match discord.rest.get("/users/@me").await {
        Ok(me) => found.push(account(&discord, &me)),
        Err(trouble) => {
            found.push(refused("discord token", &trouble));
            // Nothing else can be tried.
            return found;
        }
    }
    found.push(match look_up(&discord).await {
        Ok(lookup) => gateway(&discord, &lookup).await,
        Err(trouble) => refused("discord gateway", &trouble),
    });
    found.push(application(&discord).await);
    for chat in discord.setup.rep_chats() {
        found.push(rep_chat(&discord, chat).await);
    }
    found
}

fn account(discord: &Discord, me: &serde_json::Value) -> Finding {
    let (id, name) = (me["id"].as_str().unwrap_or("?"), me["username"].as_str().unwrap_or("?"));
    match id == discord.account.as_str() {
        true => Finding::good("discord token", format!("the bot {name}, id {id}")),
        false => Finding::bad(
            "discord token",
            format!("the bot {name} has the id {id}, and the settings say {}", discord.account),
            "take discord.application_id out of the settings, or set it to that id",
        ),
    }
}

async fn gateway(discord: &Discord, lookup: &super::shards::Lookup) -> Finding {
    let url = discord.setup.gateway_url.as_deref().unwrap_or(&lookup.url);
    let limit = &lookup.session_start_limit;
    if limit.remaining == 0 {
        return Finding::bad(
            "discord gateway",
            "the sessions that Discord allows in a day are used up",
            format!(
                "wait {} minutes, and find out what starts so often",
                limit.reset_after / 60_000
            ),
        );
    }
    match super::gateway::greets(url).await {
        true => Finding::good(
            "discord gateway",
            format!(
                "{url} answers; {} shard(s), {} new sessions left today",
                lookup.shards, limit.remaining
            ),
        ),
        false => Finding::bad(
            "discord gateway",
            format!("{url} does not answer"),
            match discord.setup.gateway_url.is_some() {
                true => "check discord.gateway_url, or take it out to use Discord's own",
                false => "let this machine open connections to it (port 443)",
            },
        ),
    }
}

/// Whether reps' words could be read; nothing else needs an intent that must be turned on.
async fn application(discord: &Discord) -> Finding {
    let flags = match discord.rest.get("/applications/@me").await {
        Ok(application) => application["flags"].as_u64().unwrap_or_default(),
        Err(trouble) => return refused("discord intents", &trouble),
    };
    match (discord.setup.rep_chats().next().is_some(), may_read(flags)) {
        (_, true) => Finding::good("discord intents", "Message Content Intent is on"),
        (false, false) => {
            Finding::good("discord intents", "Message Content Intent is off, and not needed")
        }
        (true, false) => Finding::bad(
            "discord intents",
            "Message Content Intent is off, so what reps write in their channel cannot be read",
            "turn it on in the developer portal, page Bot, section Privileged Gateway Intents",
        ),
    }
}

async fn rep_chat(discord: &Discord, chat: &str) -> Finding {
    let what = "discord rep chat";
    let invite = format!(
        "invite the bot: https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions=309237763136",
        discord.setup.application_id.unwrap_or(discord.us().0)
    );
    let channel = match discord.rest.get(&format!("/channels/{chat}")).await {
        Ok(channel) => channel,
        Err(Trouble::Refused { code: 50001, .. }) => {
            return Finding::bad(what, format!("the bot may not see the channel {chat}"), invite);
        }
        Err(Trouble::Refused { status: 404 | 400, .. }) => {
            return Finding::bad(
                what,
                format!("there is no channel {chat} that the bot knows"),
                format!(
                    "copy the channel's id (developer mode, right click, Copy Channel ID), or {invite}"
                ),
            );
        }
        Err(trouble) => return refused(what, &trouble),
    };
    if !matches!(channel["type"].as_u64(), Some(0 | 5 | 10 | 11 | 12)) {
        return Finding::bad(
            what,
            format!("{chat} is no text channel of a server"),
            "set rep.chat to a text channel that only reps can see",
        );
    }
    let name = channel["name"].as_str().unwrap_or("?");
    match permissions(discord, &channel).await {
        Ok(held) if held & ADMINISTRATOR != 0 || held & (VIEW | SEND) == (VIEW | SEND) => {
            let all = held & ADMINISTRATOR != 0;
            let lacks = THREADS.iter().filter(|(right, _)| !all && held & right == 0);
            let lacks: Vec<&str> = lacks.map(|(_, name)| *name).collect();
            match lacks.is_empty() {
                true => Finding::good(
                    what,
                    format!("#{name}, the bot may write there and open threads"),
                ),
                false => Finding::bad(
                    what,
                    format!("the bot may write in #{name}, but a talk in a thread takes more"),
                    format!(
                        "give it there: {}; until then talks go on in the channel itself",
                        lacks.join(", ")
                    ),
                ),
            }
        }
        Ok(_) => Finding::bad(
            what,
            format!("the bot may not write in #{name}"),
            "give it View Channel, Send Messages, Embed Links, Attach Files, and for threads Create Public Threads, Send Messages in Threads, Read Message History and Add Reactions there",
        ),
        Err(trouble) => refused(what, &trouble),
    }
}

/// What we may do in a channel: the roles' permissions, then what the channel changes for them.
async fn permissions(discord: &Discord, channel: &serde_json::Value) -> Result<u64, Trouble> {
    let guild = channel["guild_id"].as_str().unwrap_or_default().to_owned();
    let us = discord.us().to_string();
    let member = discord.rest.get(&format!("/guilds/{guild}/members/{us}")).await?;
    let roles = discord.rest.get(&format!("/guilds/{guild}/roles")).await?;
    let mine: Vec<&str> =
        member["roles"].as_array().into_iter().flatten().filter_map(|role| role.as_str()).collect();
    let bits = |value: &serde_json::Value| -> u64 {
        value.as_str().and_then(|text| text.parse().ok()).unwrap_or_default()
    };
    // The role that everybody has carries the server's own id.
    let holds = |id: &str| id == guild || mine.contains(&id);
    let mut held = roles
        .as_array()
        .into_iter()
        .flatten()
        .filter(|role| role["id"].as_str().is_some_and(holds))
        .fold(0, |held, role| held | bits(&role["permissions"]));
    let changes: Vec<&serde_json::Value> =
        channel["permission_overwrites"].as_array().into_iter().flatten().collect();
    let change = |held: u64, which: &dyn Fn(&str) -> bool| {
        let of = |key: &str| {
            changes
                .iter()
                .filter(|change| change["id"].as_str().is_some_and(which))
                .fold(0, |all, change| all | bits(&change[key]))
        };
        (held & !of("deny")) | of("allow")
    };
    held = change(held, &|id| id == guild);
    held = change(held, &|id| mine.contains(&id));
    Ok(change(held, &|id| id == us))
}

fn refused(what: &str, trouble: &Trouble) -> Finding {
    let told = trouble.explained();
    let explained = matches!(trouble, Trouble::Refused { .. });
    match told.split_once(": ").filter(|_| explained) {
        Some((why, mend)) => Finding::bad(what, why, mend),
        None => Finding::bad(
            what,
            told,
            "check discord.api_url, and that this machine may open connections to it",
        ),
    }
}
