//! Discord: private talks over the gateway, replies over the API.
//!
//! * In: [`gateway`] brings events in the order of their numbers, [`inward`] reads them (pure),
//!   [`lanes`] keeps each talk in the order of its ids and makes turns of them, with [`patience`] and
//!   [`sounding`] for what comes out of order. [`progress`] knows how far all is committed; [`shards`] keeps the session at that number, so that it can be gone
//!   on with after a crash, and [`catchup`] asks for what was missed when it cannot, also of
//!   [`strangers`].
//! * At the desk: [`desk`] takes what reps write, change and take back, [`changes`] what visitors do to
//!   their messages, each in its place ([`crate::channels::order`]). [`meanwhile`] catches up with reps.
//! * Out: [`outward`] and [`markup`] (pure) make requests of replies, [`deliver`] sends each once,
//!   [`pace`] keeps Discord's limits, [`rest`] is the wire.
//! * At once: [`presses`] and [`answer`] answer interactions, [`public`] replies to mentions in servers
//!   with product facts.
//!
//! What is deliberately absent: a cache of servers and members, and any intent that would tell us
//! what people say to each other. Start reading at [`Discord`].

mod amend;
mod answer;
mod arrived;
mod begin;
mod catchup;
mod changes;
mod commands;
mod deliver;
mod desk;
mod doctor;
mod erased;
mod file_place;
mod gateway;
mod hearing;
mod inward;
mod lanes;
mod markup;
mod meanwhile;
mod media;
mod mentions;
mod outward;
mod pace;
mod patience;
mod presses;
mod progress;
mod public;
mod reactions;
mod reading;
mod recent;
mod rest;
mod shards;
mod sheet;
mod sounding;
mod strangers;
mod threads;
mod wire;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use secrecy::{ExposeSecret as _, SecretString};
use tokio_util::sync::CancellationToken;

use crate::app::channel::{ChatChannel, Delivered, Delivery, DeliveryError, PATIENCE, Wellness};
use crate::app::duty::Duty;
use crate::app::front::Front;
use crate::app::gateway::Gateway;
use crate::app::people::People;
use crate::app::pictures::Pictures;
use crate::app::reps::Reps;
use crate::app::turns::Turns;
use crate::domain::ids::{AccountId, Channel};
use crate::domain::reply::Lane;

use super::files::Shelves;
use super::order::Lines;
pub use doctor::findings;

use deliver::Mail;
use erased::Asked;
use lanes::Lanes;
use pace::Pace;
use recent::Recent;
use rest::Rest;
use strangers::Strangers;
use wire::Snowflake;

/// How Discord is set up.
#[derive(Clone)]
pub struct Setup {
    /// The bot's token.
    pub token: SecretString,
    /// The application's id, when the token does not tell.
    pub application_id: Option<u64>,
    /// The server of the API.
    pub api_url: String,
    /// The gateway, when it is not the one that the API names.
    pub gateway_url: Option<String>,
    /// Requests a second.
    pub total_per_second: u32,
    /// The reps' chat, when it is a channel of Discord.
    pub rep_chat: Option<String>,
    /// Channels of single teams, when they are on Discord.
    pub team_chats: Vec<String>,
    /// Pictures of products.
    pub pictures: Pictures,
}

/// Our account on Discord.
pub struct Discord {
    setup: Setup,
    account: AccountId,
    rest: Arc<Rest>,
    mail: Arc<Mail>,
    wellness: Wellness,
    /// Our user, as the gateway tells it; until then the account.
    user: AtomicU64,
}

/// Where events go.
#[derive(Clone)]
pub struct Outlets {
    /// Turns.
    pub turns: Turns,
    /// Records of people.
    pub people: People,
    /// People of the house.
    pub reps: Reps,
    /// What may be said in public.
    pub front: Front,
    /// The memory of sessions and talks.
    pub gateway: Gateway,
}

/// What the parts of a running channel share.
#[derive(Clone)]
struct Parts {
    rest: Arc<Rest>,
    mail: Arc<Mail>,
    lanes: Lanes,
    front: Front,
    gateway: Gateway,
    people: People,
    reps: Reps,
    strangers: Strangers,
    /// The channels of reps.
    desks: Arc<[Snowflake]>,
    /// The order of what reps do in a channel, and of what is done to a message in private.
    lines: Lines<Snowflake>,
    /// What reps wrote, and what was deleted.
    recent: Recent,
    gone: Recent,
    asked: Asked,
}

impl Discord {
    /// An account. Nothing is asked of Discord yet.
    ///
    /// # Errors
    /// When the settings cannot work, with the mend.
    pub fn new(setup: Setup) -> Result<Arc<Self>, String> {
        let account = account_of(&setup).ok_or_else(|| {
            "the token does not tell the bot's id: copy it from the developer portal, page Bot, \
             or set discord.application_id"
                .to_owned()
        })?;
        let pace = Arc::new(Pace::new(setup.total_per_second).after_another());
        let rest = Arc::new(Rest::new(&setup.api_url, &setup.token, pace)?);
        let wellness = Wellness::new(Channel::Discord);
        let (pictures, reps) = (setup.pictures.clone(), setup.rep_chat.clone());
        let mail = Arc::new(Mail::new(pictures, reps, wellness.clone()));
        let user = AtomicU64::new(account);
        let account = AccountId::from(account.to_string());
        Ok(Arc::new(Self { setup, account, rest, mail, wellness, user }))
    }

    /// Lets other platforms fetch files here, and ours be fetched.
    pub fn shares(&self, shelves: &Shelves) {
        shelves.put(Channel::Discord, self.rest.clone());
        self.mail.shares(shelves);
    }

    /// Whether Discord can be reached.
    #[must_use]
    pub fn wellness(&self) -> &Wellness {
        &self.wellness
    }

    /// Listens until stopped. `duty` makes the lease of a name.
    pub async fn listen(
        self: Arc<Self>,
        outlets: Outlets,
        duty: impl Fn(String, CancellationToken) -> Duty + Send + Sync,
        stop: CancellationToken,
    ) {
        let parts = Parts {
            rest: self.rest.clone(),
            mail: self.mail.clone(),
            lanes: Lanes::new(outlets.turns),
            front: outlets.front,
            gateway: outlets.gateway,
            people: outlets.people,
            reps: outlets.reps,
            strangers: Strangers::default(),
            desks: self.setup.rep_chats().filter_map(|id| id.parse().ok()).map(Snowflake).collect(),
            lines: Lines::default(),
            recent: Recent::default(),
            gone: Recent::default(),
            asked: Asked::default(),
        };
        shards::listen(&self, &parts, &duty, &stop).await;
    }

    fn us(&self) -> Snowflake {
        Snowflake(self.user.load(Ordering::Relaxed))
    }
}

impl Setup {
    /// The channels of reps.
    fn rep_chats(&self) -> impl Iterator<Item = &String> {
        self.rep_chat.iter().chain(&self.team_chats)
    }
}

impl ChatChannel for Discord {
    fn channel(&self) -> Channel {
        Channel::Discord
    }

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn rep_chat(&self) -> Option<&str> {
        self.setup.rep_chat.as_deref()
    }

    fn finds_again(&self) -> bool {
        true
    }

    fn reserve(&self, delivery: &Delivery) -> Duration {
        let thread = delivery.replaces.as_ref().filter(|_| delivery.lane == Lane::Thread);
        self.rest.pace().reserve(Some(thread.unwrap_or(&delivery.to.external_id)), PATIENCE)
    }

    fn alert_was_late(&self, by: Duration) {
        self.wellness.alert_was_late(by);
    }

    async fn deliver(&self, delivery: Delivery) -> Result<Delivered, DeliveryError> {
        let sent = self.mail.deliver(&self.rest, self.us(), &delivery).await;
        if let Err(DeliveryError::OutOfReach { reason }) = &sent {
            self.wellness.reps_in_trouble(&format!(
                "the reps' channel cannot be written to ({reason}); see that it exists and that the bot may write there, or set rep.chat anew"
            ));
        }
        sent
    }
}

/// Our account, as the settings tell it, if they do.
#[must_use]
pub fn account(setup: &Setup) -> Option<AccountId> {
    account_of(setup).map(|id| id.to_string().into())
}

/// Our user's id: what stands before the first dot of the token; else the application's, which is
/// the same for all but the oldest bots.
fn account_of(setup: &Setup) -> Option<u64> {
    let from_token = || {
        let first = setup.token.expose_secret().split('.').next()?;
        let config = GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true);
        let bytes = GeneralPurpose::new(&URL_SAFE, config).decode(first.as_bytes()).ok()?;
        String::from_utf8(bytes).ok()?.parse::<u64>().ok()
    };
    from_token().or(setup.application_id).filter(|id| *id > 0 && i64::try_from(*id).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(token: &str, application_id: Option<u64>) -> Option<u64> {
        account_of(&Setup {
            token: token.into(),
            application_id,
            api_url: String::new(),
            gateway_url: None,
            total_per_second: 50,
            rep_chat: None,
            team_chats: Vec::new(),
            pictures: Pictures::of(std::path::Path::new(".")),
        })
    }

    #[test]
    fn the_token_tells_who_we_are() {
        // "1234567890" in base64.
        assert_eq!(account("MTIzNDU2Nzg5MA.Xabc.def", None), Some(1_234_567_890));
        assert_eq!(account("MTIzNDU2Nzg5MA==.Xabc.def", Some(7)), Some(1_234_567_890));
        assert_eq!(account("nonsense", Some(7)), Some(7));
        assert_eq!(account("nonsense", None), None);
    }
}
