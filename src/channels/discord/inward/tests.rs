use serde_json::json;

use super::*;
use crate::domain::ids::Locale;
use crate::domain::reply::ChoiceId;

fn us() -> Us {
    Us { account: "900".into(), user: Snowflake(900) }
}

fn now() -> DateTime<Utc> {
    "2026-03-04T09:00:00Z".parse().expect("a time")
}

fn read(kind: &str, event: Value) -> Heard {
    heard(kind, &event, &us(), now())
}

/// A private message as the gateway sends it, recorded from the documentation's example.
fn private(changes: Value) -> Value {
    let mut message = json!({
        "type": 0, "tts": false, "timestamp": "2026-03-04T08:59:58.123000+00:00", "pinned": false,
        "nonce": "1234", "mentions": [], "mention_roles": [], "mention_everyone": false,
        "id": "1478665500000000001", "flags": 0, "embeds": [], "edited_timestamp": null,
        "content": "Hello", "components": [], "channel_id": "777", "channel_type": 1,
        "author": { "username": "ann", "public_flags": 0, "id": "42", "global_name": "Ann B.",
            "discriminator": "0", "avatar": null },
        "attachments": []
    });
    for (key, value) in changes.as_object().expect("an object") {
        message[key] = value.clone();
    }
    message
}

fn used(changes: Value) -> Value {
    let mut used = json!({
        "version": 1, "type": 3, "token": "secret", "locale": "de", "id": "1478665500000000900",
        "application_id": "900", "channel_id": "777", "context": 1, "entitlements": [],
        "user": { "username": "ann", "id": "42", "global_name": null },
        "data": { "id": 2, "custom_id": "option.talk|12", "component_type": 2 }
    });
    for (key, value) in changes.as_object().expect("an object") {
        used[key] = value.clone();
    }
    used
}

fn event_of(heard: Heard) -> Event {
    match heard {
        Heard::Said { incoming, .. } => incoming.event,
        Heard::Used(used) => used.incoming.expect("a turn").event,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_private_message_is_said() {
    let Heard::Said { incoming, talk } = read("MESSAGE_CREATE", private(json!({}))) else {
        panic!("not said")
    };
    assert_eq!(talk, Snowflake(777));
    assert_eq!(incoming.update_id, 1_478_665_500_000_000_001);
    assert_eq!(incoming.identity.external_id, "42");
    assert_eq!(incoming.identity.account, "900");
    assert_eq!(incoming.name.as_deref(), Some("Ann B."));
    assert_eq!(incoming.event, Event::Said { text: "Hello".to_owned() });
    assert_eq!(incoming.at.to_rfc3339(), "2026-03-04T08:59:58.123+00:00");
}

#[test]
fn what_is_no_text_is_media() {
    let kind = |changes: Value| match event_of(read("MESSAGE_CREATE", private(changes))) {
        Event::Media { kind } => kind,
        other => format!("{other:?}"),
    };
    let file =
        |kind: &str| json!({"content": "", "attachments": [{"id": "1", "content_type": kind}]});
    assert_eq!(kind(file("image/png")), "photo");
    assert_eq!(kind(file("application/pdf")), "document");
    assert_eq!(kind(file("video/mp4")), "video");
    assert_eq!(kind(json!({"content": "", "attachments": [{"id": "1"}]})), "document");
    assert_eq!(
        kind(json!({"content": "", "flags": 8192, "attachments": [{"content_type": "audio/ogg"}]})),
        "voice"
    );
    assert_eq!(kind(json!({"content": "", "sticker_items": [{"id": "1"}]})), "sticker");
    assert_eq!(kind(json!({"content": "", "poll": {"question": {}}})), "poll");
    assert_eq!(kind(json!({"content": ""})), "other");
}

#[test]
fn words_beside_a_picture_are_said() {
    let changes = json!({"content": "this one?", "attachments": [{"content_type": "image/png"}]});
    let said = Event::Said { text: "this one?".to_owned() };
    assert_eq!(event_of(read("MESSAGE_CREATE", private(changes))), said);
}

#[test]
fn control_characters_stay_at_the_edge() {
    let said = Event::Said { text: "ab\nc".to_owned() };
    let changes = json!({"content": "a\u{0}b\n\u{1b}c"});
    assert_eq!(event_of(read("MESSAGE_CREATE", private(changes))), said);
}

#[test]
fn odd_fields_spoil_no_message() {
    let changes =
        json!({"attachments": null, "mentions": 7, "flags": "x", "timestamp": 5, "poll": null});
    let Heard::Said { incoming, .. } = read("MESSAGE_CREATE", private(changes)) else {
        panic!("not said")
    };
    assert_eq!(incoming.at, now());
    let least = json!({"id": 5, "channel_id": 6, "author": {"id": 7}, "content": "x"});
    assert!(matches!(read("MESSAGE_CREATE", least), Heard::Said { .. }));
}

#[test]
fn programs_and_notices_are_not_heard() {
    for changes in [
        json!({"author": {"id": "42", "bot": true}}),
        json!({"author": {"id": "900"}}),
        json!({"webhook_id": "3"}),
        json!({"type": 6}),
        json!({"author": null}),
    ] {
        assert_eq!(read("MESSAGE_CREATE", private(changes.clone())), Heard::Nothing, "{changes}");
    }
    assert_eq!(read("TYPING_START", json!({})), Heard::Nothing);
    assert_eq!(read("MESSAGE_CREATE", json!({"content": "no id"})), Heard::Nothing);
}

#[test]
fn what_is_written_in_a_server_is_for_reps_to_be_heard() {
    for changes in [json!({"guild_id": "5"}), json!({"guild_id": "5", "mentions": [{"id": "43"}]})]
    {
        let Heard::Written(written) = read("MESSAGE_CREATE", private(changes)) else {
            panic!("not heard")
        };
        assert_eq!((written.hand.user.as_str(), written.channel.0), ("42", 777));
    }
}

#[test]
fn mentions_are_read_by_name_and_what_has_none_keeps_its_sign() {
    let said = |content: &str, more: Value| {
        let mut changes = json!({
            "guild_id": "5", "content": content,
            "mentions": [{"id": "43", "username": "ben_n", "global_name": "Ben Novak"}],
        });
        for (key, value) in more.as_object().expect("an object") {
            changes[key] = value.clone();
        }
        let Heard::Written(written) = read("MESSAGE_CREATE", private(changes)) else {
            panic!("not heard")
        };
        written.text.expect("words")
    };
    let no = json!({});
    assert_eq!(said("**<@43>** und <@!43> helfen", no.clone()), "@Ben Novak und @Ben Novak helfen");
    assert_eq!(said("fragt <@44> oder <@&77>", no.clone()), "fragt @… oder @…");
    let channels = json!({"mention_channels": [{"id": "8", "name": "werkstatt", "type": 0}]});
    assert_eq!(said("siehe <#8> und <#9>", channels), "siehe #werkstatt und #…");
    assert_eq!(said("<:rad:42> <a:los:43> </ask:99>", no.clone()), ":rad: :los: /ask");
    assert_eq!(said("ab <t:1772614800:D>", no.clone()), "ab 2026-03-04");
    assert_eq!(
        said("<t:1772614800:R>, <t:1772614800:t>", no.clone()),
        "2026-03-04 09:00 UTC, 09:00 UTC"
    );
    assert_eq!(said("`<@43>` a<b> <3 <@x>", no), "<@43> a<b> <3 <@x>");
    let changes = json!({
        "guild_id": "5", "content": "<@43>, nein", "edited_timestamp": "2026-03-04T09:00:00Z",
        "mentions": [{"id": "43", "username": "ben_n"}],
    });
    let Heard::Rewritten(written) = read("MESSAGE_UPDATE", private(changes)) else {
        panic!("not heard")
    };
    assert_eq!(written.text.as_deref(), Some("@ben_n, nein"));
}

#[test]
fn a_mention_in_a_server_is_heard_without_the_mention() {
    let changes = json!({
        "guild_id": "5", "content": "hey <@900> what does the  Lastesel cost", "mentions": [{"id": "900"}],
    });
    let Heard::Mentioned(mention) = read("MESSAGE_CREATE", private(changes)) else {
        panic!("not heard")
    };
    assert_eq!(mention.text, "hey what does the Lastesel cost");
    assert_eq!((mention.channel.0, mention.author.0), (777, 42));
}

#[test]
fn an_edit_changes_the_record() {
    let changes = json!({"content": "12, sorry", "edited_timestamp": "2026-03-04T08:59:59+00:00"});
    let Heard::Edited { who, message, words: (text, _) } = read("MESSAGE_UPDATE", private(changes))
    else {
        panic!("not edited")
    };
    assert_eq!((who.external_id.as_str(), text.as_str()), ("42", "12, sorry"));
    assert_eq!(message, 1_478_665_500_000_000_001);
    // A preview was added.
    assert_eq!(read("MESSAGE_UPDATE", private(json!({"embeds": [{}]}))), Heard::Nothing);
    assert_eq!(read("MESSAGE_UPDATE", json!({"id": "1", "channel_id": "2"})), Heard::Nothing);
}

#[test]
fn a_button_is_pressed_with_its_turn() {
    let Heard::Used(used) = read("INTERACTION_CREATE", used(json!({}))) else { panic!("not used") };
    assert_eq!(used.answer, Answer::Taken);
    assert_eq!(used.locale.as_ref().map(Locale::as_str), Some("de"));
    assert_eq!(used.talk, Some(Snowflake(777)));
    let incoming = used.incoming.expect("a turn");
    assert_eq!(incoming.update_id, 1_478_665_500_000_000_900);
    assert_eq!(incoming.name.as_deref(), Some("ann"));
    let choice = ChoiceId::Option("talk".into());
    assert_eq!(incoming.event, Event::Pressed { choice, of_turn: Some(12) });
}

#[test]
fn a_select_is_pressed_by_its_value() {
    let data = json!({"custom_id": "pick|3", "component_type": 3, "values": ["product.lastesel"]});
    let choice = ChoiceId::Product("lastesel".into());
    let event = event_of(read("INTERACTION_CREATE", used(json!({ "data": data }))));
    assert_eq!(event, Event::Pressed { choice, of_turn: Some(3) });
}

#[test]
fn a_button_of_another_age_is_an_old_button() {
    let data = json!({"custom_id": "whatever", "component_type": 2});
    let event = event_of(read("INTERACTION_CREATE", used(json!({ "data": data }))));
    let choice = ChoiceId::Option("old_button".into());
    assert_eq!(event, Event::Pressed { choice, of_turn: None });
}

#[test]
fn commands_become_wishes() {
    let command = |name: &str, options: Value, changes: Value| {
        let mut event = used(json!({"type": 2, "data": {"name": name, "options": options}}));
        for (key, value) in changes.as_object().expect("an object") {
            event[key] = value.clone();
        }
        match read("INTERACTION_CREATE", event) {
            Heard::Used(used) => (used.answer, used.incoming.map(|incoming| incoming.event)),
            other => panic!("{other:?}"),
        }
    };
    let wish =
        |id: &str| Some(Event::Pressed { choice: ChoiceId::Intent(id.into()), of_turn: None });
    assert_eq!(command("stop", json!([]), json!({})), (Answer::Moment, wish("stop")));
    assert_eq!(command("human", json!(null), json!({})), (Answer::Moment, wish("human")));
    assert_eq!(command("privacy", json!([]), json!({})), (Answer::Moment, wish("privacy")));
    assert_eq!(
        command("language", json!([]), json!({})),
        (Answer::Moment, wish("change_language"))
    );
    let named = json!([{"name": "language", "type": 3, "value": "pl"}]);
    let choice = ChoiceId::Option("language_pl".into());
    let chosen = Some(Event::Pressed { choice, of_turn: None });
    assert_eq!(command("language", named, json!({})), (Answer::Moment, chosen));

    let question = json!([{"name": "question", "type": 3, "value": "how far?"}]);
    let said = Some(Event::Said { text: "how far?".to_owned() });
    let echo = Answer::Echo("how far?".to_owned());
    assert_eq!(command("ask", question.clone(), json!({})), (echo, said));

    // In a server nothing personal is said in public.
    let member = json!({"guild_id": "5", "user": null, "member": {"user": {"id": "42"}}});
    assert_eq!(command("stop", json!([]), member.clone()), (Answer::InPrivate, wish("stop")));
    assert_eq!(command("ask", question, member), (Answer::Facts("how far?".to_owned()), None));
}

#[test]
fn the_button_of_a_public_reply_opens_the_talk() {
    let changes = json!({
        "guild_id": "5", "user": null, "member": {"user": {"id": "42", "username": "ann"}},
        "data": {"custom_id": "private", "component_type": 2},
    });
    let Heard::Used(used) = read("INTERACTION_CREATE", used(changes)) else { panic!("not used") };
    assert_eq!((used.answer, used.talk), (Answer::InPrivate, None));
    let event = used.incoming.expect("a turn").event;
    assert_eq!(event, Event::Start { campaign: None });
}

#[test]
fn in_a_server_edits_and_deletions_have_numbers_of_their_own() {
    let written = |at: &str| {
        let more = json!({"content": "12", "guild_id": "5", "edited_timestamp": at});
        match read("MESSAGE_UPDATE", private(more)) {
            Heard::Rewritten(Written { hand, text, .. }) => {
                assert_eq!(text.as_deref(), Some("12"));
                assert_eq!(hand.message, Some(1_478_665_500_000_000_001));
                hand.update
            }
            other => panic!("not rewritten: {other:?}"),
        }
    };
    let first = written("2026-03-04T08:59:59+00:00");
    assert!(first > 0 && first != 1_478_665_500_000_000_001);
    assert_eq!(first, written("2026-03-04T08:59:59+00:00"), "the same when it is told again");
    assert_ne!(first, written("2026-03-04T09:00:00+00:00"), "another edit is another event");
    let gone = json!({"id": "7", "channel_id": "2", "guild_id": "5"});
    let Heard::Deleted(Deleted { channel, message, update }) = read("MESSAGE_DELETE", gone) else {
        panic!("not deleted")
    };
    assert_eq!((channel, message), (Snowflake(2), Snowflake(7)));
    assert!(update > 0);
    // Of private talks nobody is told whose message it was.
    let private = json!({"id": "7", "channel_id": "2"});
    let withdrawn = Heard::Withdrawn { talk: Snowflake(2), message: 7 };
    assert_eq!(read("MESSAGE_DELETE", private), withdrawn);
}
