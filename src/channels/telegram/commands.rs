//! The menu of commands, in every language that the house speaks.

use std::sync::Arc;

use teloxide_core::payloads::SetMyCommands;
use teloxide_core::types::BotCommand;
use tracing::{debug, info};

use crate::app::edition::Edition;
use crate::domain::ids::{Locale, ScriptVersion};

use super::api::Failure;
use super::receive::Receiver;

/// What stands in the menu. Each has a text `command-<name>`.
const COMMANDS: [&str; 5] = ["help", "human", "language", "privacy", "stop"];
/// The longest description.
const LONGEST: usize = 256;

/// Registers the menu beside whatever goes on, once for each version of the texts.
pub(super) fn keep_registered(receiver: &Arc<Receiver>, registered: &mut Option<ScriptVersion>) {
    let edition = receiver.editions.current();
    if registered.as_ref() == Some(&edition.script.version) {
        return;
    }
    *registered = Some(edition.script.version.clone());
    let api = receiver.telegram.api.clone();
    tokio::spawn(async move {
        for menu in menus(&edition) {
            match api.call(&menu).await {
                Ok(_) => {}
                Err(Failure::Later(after)) => {
                    tokio::time::sleep(after).await;
                    if let Err(failure) = api.call(&menu).await {
                        debug!(%failure, "a menu of commands was not registered");
                    }
                }
                Err(failure) => debug!(%failure, "a menu of commands was not registered"),
            }
        }
        info!("the menu of commands is registered");
    });
}

/// The menu for everybody, and one for each language with a code of two letters.
pub(super) fn menus(edition: &Edition) -> Vec<SetMyCommands> {
    let bot = &edition.script.bot;
    let menu = |locale: &Locale| {
        SetMyCommands::new(COMMANDS.map(|name| {
            let words = edition.phrase(locale, &format!("command-{name}"));
            BotCommand::new(name, words.chars().take(LONGEST).collect::<String>())
        }))
    };
    let mut menus = vec![menu(&bot.default_locale)];
    for locale in &bot.locales {
        let language = locale.as_str().split('-').next().unwrap_or_default();
        if language.len() == 2 {
            let mut menu = menu(locale);
            menu.language_code = Some(language.to_lowercase());
            menus.push(menu);
        }
    }
    menus
}
