//! Messages of every lane, delivered straight to the fake.

use docent::app::channel::{ChatChannel as _, Delivered, Delivery, DeliveryError};
use docent::app::pictures::Pictures;
use docent::channels::discord::{Discord, Setup};
use docent::domain::contact::Identity;
use docent::domain::ids::Channel;
use docent::domain::reply::{Button, ChoiceId, Lane, Outbound, Span};

use super::fake::{Fake, buttons};
use super::world::{BOT, REPS, TOKEN};
use crate::support::database::runtime;

fn discord(fake: &Fake) -> std::sync::Arc<Discord> {
    let setup = Setup {
        token: TOKEN.into(),
        application_id: None,
        api_url: format!("http://{}", fake.api),
        gateway_url: None,
        total_per_second: 50,
        rep_chat: Some(REPS.to_string()),
        team_chats: Vec::new(),
        pictures: Pictures::of(std::path::Path::new("/nowhere")),
    };
    Discord::new(setup).unwrap()
}

fn who(channel: Channel, account: u64, id: u64) -> Identity {
    Identity { channel, account: account.to_string().into(), external_id: id.to_string() }
}

fn outbound(text: &str, choices: usize) -> Outbound {
    let choice = |n: usize| Button {
        id: ChoiceId::Option(format!("o{n}").into()),
        label: format!("Option {n}"),
    };
    Outbound {
        v: 1,
        spans: vec![Span::written(text.to_owned())],
        choices: (0..choices).map(choice).collect(),
        picture: None,
        unreachable: None,
        reps: Default::default(),
    }
}

fn delivery(to: Identity, lane: Lane, turn: i64, outbound: Outbound) -> Delivery {
    Delivery {
        about: to.clone(),
        to,
        known_since: chrono::DateTime::UNIX_EPOCH,
        turn,
        ordinal: 1,
        lane,
        outbound,
        replaces: None,
        follows: None,
        attempt: 1,
        maybe_repeated: false,
        waited: std::time::Duration::ZERO,
        points_at: None,
        alert_since: None,
        opening: None,
        joined: false,
    }
}

#[test]
fn a_card_is_sent_once_and_edited_in_place() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        let discord = discord(&fake);
        assert_eq!(discord.rep_chat(), Some(REPS.to_string().as_str()));
        // The prospect is on another platform; the card comes here all the same.
        let ann = who(Channel::Telegram, 7, 42);
        let reps = who(Channel::Discord, BOT, REPS);
        let card = |turn: i64, text: &str| Delivery {
            about: ann.clone(),
            ..delivery(reps.clone(), Lane::Card, turn, outbound(text, 2))
        };
        let Ok(Delivered { platform_id: Some(id) }) = discord.deliver(card(3, "warm")).await else {
            panic!("not delivered")
        };
        let mut hotter = card(5, "hot");
        hotter.replaces = Some(id.clone());
        let told = discord.deliver(hotter.clone()).await.unwrap();
        assert_eq!(told.platform_id.as_ref(), Some(&id));
        assert_eq!(fake.in_channel(REPS).len(), 1, "never twice");
        assert_eq!(fake.world().edits.len(), 1);
        assert_eq!(fake.world().edits[0].1["content"], "hot");
        // Somebody deleted it.
        hotter.replaces = Some("5".to_owned());
        discord.deliver(hotter).await.unwrap();
        assert_eq!(fake.in_channel(REPS)[1].content, "hot");
        fake.is_content();
    });
}

#[test]
fn a_long_reply_comes_in_pieces_that_are_each_known_again() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        let discord = discord(&fake);
        let ann = fake.person("ann");
        let paragraphs: Vec<String> =
            (0..9).map(|n| format!("{n}: {}", "So much to say. ".repeat(30))).collect();
        let long = outbound(&paragraphs.join("\n\n"), 30);
        let letter = delivery(who(Channel::Discord, BOT, ann), Lane::Prospect, 4, long);
        assert!(discord.reserve(&letter).is_zero());
        discord.deliver(letter.clone()).await.unwrap();
        let pieces = fake.replies(ann);
        assert_eq!(pieces.len(), 3);
        assert!(pieces.iter().all(|piece| piece.content.chars().count() <= 2000));
        assert!(pieces[1].content.starts_with("4: "), "between paragraphs");
        assert!(buttons(&pieces[0].body).is_empty());
        assert_eq!(buttons(&pieces[2].body).len(), 2, "selects, since no more fit as buttons");
        // Once more, as after a crash: Discord knows each of them.
        let again = Delivery { maybe_repeated: true, attempt: 2, ..letter };
        tokio::time::sleep(discord.reserve(&again)).await;
        discord.deliver(again).await.unwrap();
        assert_eq!(fake.replies(ann).len(), 3);
        fake.is_content();
    });
}

#[test]
fn what_cannot_be_delivered_says_why() {
    runtime().block_on(async {
        let fake = Fake::start().await;
        let discord = discord(&fake);
        let ann = fake.person("ann");
        let to = |id: u64| who(Channel::Discord, BOT, id);
        let empty = delivery(to(ann), Lane::Prospect, 1, outbound(" ", 0));
        let refused = discord.deliver(empty).await;
        assert!(matches!(refused, Err(DeliveryError::Rejected { .. })), "{refused:?}");
        let talk = fake.world().talk(ann);
        fake.world().closed.insert(talk);
        let letter = delivery(to(ann), Lane::Prospect, 2, outbound("hi", 0));
        let closed = discord.deliver(letter).await;
        assert!(matches!(closed, Err(DeliveryError::Unreachable { .. })), "{closed:?}");
        fake.world().api_down = true;
        let bea = fake.person("bea");
        let letter = delivery(to(bea), Lane::Prospect, 3, outbound("hi", 0));
        let Err(DeliveryError::RetryAt { reason, .. }) = discord.deliver(letter).await else {
            panic!("not to be tried again")
        };
        assert!(!reason.contains("hi"), "{reason}");
    });
}
