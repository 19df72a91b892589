//! An edition: one version of everything that writers edit, loaded, checked and trained.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::diagnostic::Diagnostic;
use crate::domain::conversation::State;
use crate::domain::ids::{IntentId, Locale, OptionId, SlotId, TextKey};
use crate::domain::lexicon::{Lexicon, SlotKind};
use crate::domain::reply::{Arg, ChoiceId, Part, Reply};
use crate::domain::value::{Moment, Value};
use crate::script::model::{Script, StepKind};
use crate::script::{self, Sources};
use crate::texts::check::Expected;
use crate::texts::{Ids, Rendered, Texts};
use crate::understanding::Understanding;
use crate::understanding::vectors::Vectors;

use super::expected::{expected, known_texts};
use super::plain::readable;
use super::scope::TalkScope;

/// One version of a house.
pub struct Edition {
    /// The checked script.
    pub script: Script,
    /// Every visible word.
    pub texts: Texts,
    /// What was trained from what people say.
    pub understanding: Understanding,
}

/// Where trained models are kept between starts.
pub trait Models: Sync {
    /// A model kept under this hash.
    fn find(&self, hash: &str) -> Option<Vec<u8>>;
    /// Keeps a model. A failure is no harm: it will be trained again.
    fn keep(&self, hash: &str, model: &[u8]);
    /// The sentence vectors to understand with.
    fn vectors(&self) -> Arc<Vectors>;
}

/// Trains each time, from words alone.
pub struct NoModels;

impl Models for NoModels {
    fn find(&self, _hash: &str) -> Option<Vec<u8>> {
        None
    }
    fn keep(&self, _hash: &str, _model: &[u8]) {}
    fn vectors(&self) -> Arc<Vectors> {
        Arc::default()
    }
}

/// What loading gave.
pub struct Loaded {
    /// The edition; none when a fault would break talks.
    pub edition: Option<Edition>,
    /// All that was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads and checks files, and trains what they teach. An error in a script or a text means that
/// there is no edition.
pub fn load(sources: &Sources, today: NaiveDate, models: &dyn Models) -> Loaded {
    let House { script, texts, diagnostics } = House::check(sources, today);
    let edition = script.map(|script| Edition::train(script, texts, models));
    Loaded { edition, diagnostics }
}

/// Loads files that were checked when they went live, whatever a newer check would say of them;
/// none when they cannot be run by this version.
pub fn load_stored(sources: &Sources, today: NaiveDate, models: &dyn Models) -> Option<Edition> {
    let house = House::read(sources, today);
    Some(Edition::train(house.script?, house.texts, models))
}

/// A house as its files have it, untrained.
pub struct House {
    /// The script, when nothing would break a talk.
    pub script: Option<Script>,
    /// The texts.
    pub texts: Texts,
    /// All that was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl House {
    /// Reads files: what can be run of them.
    #[must_use]
    pub fn read(sources: &Sources, today: NaiveDate) -> Self {
        let (default_locale, locales) = script::locales(sources);
        let (texts, mut diagnostics) = Texts::load(&sources.files, &default_locale, &locales);
        let known = known_texts(&texts, !diagnostics.is_empty());
        let checked = script::load(sources, &known, today);
        diagnostics.extend(checked.diagnostics);
        Self { script: checked.script, texts, diagnostics }
    }

    /// Reads files and checks the texts against the script, too.
    #[must_use]
    pub fn check(sources: &Sources, today: NaiveDate) -> Self {
        let mut house = Self::read(sources, today);
        let expected = house
            .script
            .as_ref()
            .map_or_else(Expected::default, |script| expected(script, &house.texts));
        let faults = house.texts.check(&sources.files, &expected);
        if faults.iter().any(Diagnostic::is_error) {
            house.script = None;
        }
        house.diagnostics.extend(faults);
        house
    }
}

impl Edition {
    fn train(script: Script, texts: Texts, models: &dyn Models) -> Self {
        let lexicon = lexicon(&script, &texts);
        let vectors = models.vectors();
        let hash = Understanding::content_hash(&lexicon, &vectors);
        let understanding = models
            .find(&hash)
            .and_then(|bytes| Understanding::from_bytes(&lexicon, &vectors, &bytes))
            .unwrap_or_else(|| {
                let trained = Understanding::train(&lexicon, &vectors);
                models.keep(&hash, &trained.to_bytes());
                trained
            });
        Self { script, texts, understanding }
    }

    /// Renders a reply in the language of a talk.
    #[must_use]
    pub fn render(&self, state: &State, reply: &Reply, now: DateTime<Utc>) -> Rendered {
        let locale = state.locale.as_ref().unwrap_or(&self.script.bot.default_locale);
        self.texts.render(locale, reply, &self.scope(state, locale, now))
    }

    /// Why something counts, as a rep reads it; the id in words when the writer gave no text.
    #[must_use]
    pub fn reason(&self, locale: &Locale, state: &State, key: &str) -> String {
        if !self.texts.has(locale, key, None) {
            return readable(key.split_once('-').map_or(key, |(_, id)| id));
        }
        let now = state.heard_at.unwrap_or_default();
        self.texts.render_plain(
            locale,
            &Part::tell(TextKey::from(key)),
            &self.scope(state, locale, now),
        )
    }

    /// What is written on a button.
    #[must_use]
    pub fn label(&self, locale: &Locale, choice: &ChoiceId) -> String {
        let part = match choice {
            ChoiceId::Flow(flow) => Part::tell(format!("offer-{flow}")),
            ChoiceId::Time(at) => Part::tell("option-time").with("time", Arg::moment(*at)),
            other => Part::tell(other.to_string().replacen('.', "-", 1)),
        };
        self.texts.render_plain(locale, &part, &())
    }

    /// A text that stands for itself, such as the words of a menu.
    #[must_use]
    pub fn phrase(&self, locale: &Locale, key: &str) -> String {
        self.texts.render_plain(locale, &Part::tell(key), &())
    }

    /// What a slot is called, as a rep reads it.
    #[must_use]
    pub fn slot_label(&self, slot: &SlotId) -> String {
        let locale = &self.script.bot.default_locale;
        let key = format!("ask-{slot}");
        if self.texts.has(locale, &key, Some("label")) {
            self.texts.render_plain(locale, &Part::tell(key).attribute("label"), &())
        } else {
            readable(slot.as_str())
        }
    }

    /// What a language is called, as a rep reads it.
    #[must_use]
    pub fn language(&self, tag: &Locale) -> String {
        let word = Arg::Value(Value::Text(tag.to_string()));
        let part = Part::tell("card-language").with("language", word);
        self.texts.render_plain(&self.script.bot.default_locale, &part, &())
    }

    /// A time as a rep reads it on the clock of the house: of today without the day.
    #[must_use]
    pub fn clock(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let local = |at: DateTime<Utc>| at.with_timezone(&self.script.bot.time_zone).naive_local();
        if local(at).date() == local(now).date() {
            return local(at).format("%H:%M").to_string();
        }
        self.value_text(&Value::Moment(Moment::at(local(at))), now)
    }

    /// The day of a time as a rep reads it, on the clock of the house.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let day = at.with_timezone(&self.script.bot.time_zone).date_naive();
        self.value_text(&Value::Moment(Moment { from: day, to: day, time: None }), now)
    }

    /// A value in words, as a rep reads it.
    #[must_use]
    pub fn value_text(&self, value: &Value, now: DateTime<Utc>) -> String {
        let locale = &self.script.bot.default_locale;
        let state = State::default();
        let arg = match value {
            Value::Choice(option) => Arg::Text(format!("option-{option}").into()),
            value => Arg::Value(value.clone()),
        };
        let part = Part::tell("value-alone").with("value", arg);
        self.texts.render_plain(locale, &part, &self.scope(&state, locale, now))
    }

    /// What is known of a slot, as it stands in the one line about what somebody needs: in the writer's
    /// words for that, or for repeating it, else with the slot's name.
    #[must_use]
    pub fn need_text(&self, slot: &SlotId, value: &Value, now: DateTime<Utc>) -> String {
        let locale = &self.script.bot.default_locale;
        let key = match value {
            Value::Choice(option) => format!("option-{option}"),
            _ => format!("ask-{slot}"),
        };
        let forms = ["need", "noted"];
        let Some(form) = forms.into_iter().find(|form| self.texts.has(locale, &key, Some(*form)))
        else {
            return format!("{}: {}", self.slot_label(slot), self.value_text(value, now));
        };
        let part = Part::tell(key).attribute(form).with("value", Arg::Value(value.clone()));
        let state = State::default();
        self.texts.render_plain(locale, &part, &self.scope(&state, locale, now))
    }

    fn scope<'a>(
        &'a self,
        state: &'a State,
        locale: &'a Locale,
        now: DateTime<Utc>,
    ) -> TalkScope<'a> {
        let today = now.with_timezone(&self.script.bot.time_zone).date_naive();
        TalkScope { script: &self.script, slots: &state.slots, today, locale, texts: &self.texts }
    }
}

/// Lowers words and catalogue into what the understanding is trained on.
#[must_use]
pub fn lexicon(script: &Script, texts: &Texts) -> Lexicon {
    let ids = ids(script, texts);
    Lexicon {
        locales: script
            .bot
            .locales
            .iter()
            .map(|locale| (locale.clone(), texts.words(locale, &ids)))
            .collect(),
        default_locale: Some(script.bot.default_locale.clone()),
        slots: script.slots.iter().map(|(id, def)| (id.clone(), def.form.clone())).collect(),
        attributes: script.catalogue.attributes.iter().cloned().collect(),
        products: script
            .catalogue
            .products
            .iter()
            .map(|product| (product.id.clone(), product.kind.clone()))
            .collect(),
        currency: script.bot.currency.clone(),
        country: script.bot.country.clone(),
        names_of_house: vec![script.bot.name.clone(), script.bot.bot_name.clone()],
    }
}

/// Everything that people may speak about.
fn ids(script: &Script, texts: &Texts) -> Ids {
    let mut options: BTreeSet<OptionId> = script
        .slots
        .values()
        .filter_map(|def| match &def.form.kind {
            SlotKind::Choice(options) => Some(options.iter().cloned()),
            _ => None,
        })
        .flatten()
        .collect();
    for step in script.flows.by_id.values().flat_map(|flow| &flow.steps) {
        if let StepKind::Choose { options: offered, .. } = &step.kind {
            options.extend(offered.iter().map(|option| option.option.clone()));
        }
    }
    options.extend(
        texts
            .keys_with_prefix("option-")
            .into_iter()
            .filter_map(|key| key.strip_prefix("option-").map(OptionId::from)),
    );
    Ids {
        intents: texts
            .keys_with_prefix("intent-")
            .into_iter()
            .filter_map(|key| key.strip_prefix("intent-").map(IntentId::from))
            .collect(),
        answers: script.answers.keys().cloned().collect(),
        options: options.into_iter().collect(),
        products: script.catalogue.products.iter().map(|product| product.id.clone()).collect(),
        kinds: script.catalogue.kinds.clone(),
        attributes: script.catalogue.attributes.iter().map(|(id, _)| id.clone()).collect(),
        slots: script.slots.keys().cloned().collect(),
    }
}
