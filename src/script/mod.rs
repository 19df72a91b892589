//! R1: YAML to a checked script.
//!
//! Start reading at [`load`]: files are parsed to trees with places ([`parse`]), their names are
//! declared and then resolved ([`lower`]), and the structure of flows is checked ([`check`]). Every
//! fault of every file is reported in one run. What comes out is plain ([`model`]): the engine
//! knows no YAML. Texts are known here by their keys only, handed in as [`KnownTexts`].

mod check;
mod condition;
mod lower;
pub mod model;
mod names;
mod parse;
mod place;
mod read;
pub mod schema;
mod source;
pub mod standard;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use source::{SourceError, Sources};

use crate::diagnostic::{Diagnostic, Location, codes};
use crate::domain::ids::{IntentId, Locale};
use lower::{bot, catalogue, flow, scoring, slots, tables};
use model::{Flows, Script};
use names::Names;
use parse::Node;
use place::{Faults, Place};

/// What the script needs to know of the texts, as plain data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownTexts {
    /// The keys of the default locale; an attribute has the key `message.attribute`. Unknown when
    /// there is no such locale, which the texts report.
    pub keys: Option<BTreeSet<String>>,
    /// Intents that have phrases in the default locale.
    pub intents: BTreeSet<IntentId>,
    /// Some text file could not be read, so names of texts and intents are not checked.
    pub incomplete: bool,
}

/// The outcome of loading.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The script, when no error prevents running it.
    pub script: Option<Script>,
    /// All faults of all files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Errors that leave a script able to run.
const HARMLESS: &[&crate::diagnostic::Code] =
    &[&codes::ANSWER_EXPIRED, &codes::STRANGE_FILE, &codes::UNREACHABLE_STEP];

/// Checks and lowers all YAML files. `today` decides which answers have run out.
#[must_use]
pub fn load(sources: &Sources, texts: &KnownTexts, today: NaiveDate) -> Checked {
    let mut faults = Faults::default();
    for fault in &sources.faults {
        faults.add_bare(fault.clone());
    }
    let files = Files::parse(sources, &mut faults);
    let script = files.lower(sources, texts, today, &mut faults);
    let diagnostics = faults.into_list();
    let prevented =
        diagnostics.iter().any(|fault| fault.is_error() && !HARMLESS.contains(&fault.code));
    Checked { script: script.filter(|_| !prevented), diagnostics }
}

/// The default locale and all served ones, as far as `dialogs/bot.yaml` can be read; else English.
#[must_use]
pub fn locales(sources: &Sources) -> (Locale, Vec<Locale>) {
    let mut names = Names::default();
    let text = sources.text("dialogs/bot.yaml").unwrap_or_default();
    if let Ok(node) = parse::parse(0, text) {
        bot::declare(&node, &mut names);
    }
    let default = names.default_locale.as_deref().unwrap_or("en");
    let mut locales: Vec<Locale> = names.locales.iter().map(|l| Locale::from(l.as_str())).collect();
    if !locales.iter().any(|locale| locale == default) {
        locales.insert(0, default.into());
    }
    (default.into(), locales)
}

/// The parsed files; `None` for those that could not be parsed.
struct Files {
    tables: BTreeMap<String, Option<Node>>,
    flows: BTreeMap<String, (Place, Option<Node>)>,
}

impl Files {
    fn parse(sources: &Sources, faults: &mut Faults) -> Self {
        let mut files = Self { tables: BTreeMap::new(), flows: BTreeMap::new() };
        for (path, text) in sources.files.iter().filter(|(path, _)| path.starts_with("dialogs/")) {
            let Some(stem) =
                path.strip_prefix("dialogs/").and_then(|path| path.strip_suffix(".yaml"))
            else {
                continue;
            };
            let number = faults.file(path);
            let node = match parse::parse(number, text) {
                Ok(node) => Some(node),
                Err(error) => {
                    let message = format!("this is not valid YAML: {}", error.message);
                    let fault = Diagnostic::new(&codes::YAML_SYNTAX, message)
                        .help_if(error.help.map(str::to_owned));
                    faults.add(Place::new(number, error.span), fault);
                    None
                }
            };
            if source::flow_name(path).is_some() {
                files.flows.insert(path.clone(), (Place::new(number, 0..0), node));
            } else if !stem.contains('/') {
                files.tables.insert(stem.to_owned(), node);
            }
        }
        // A file that is no text was reported when it was read; what it declares is not known.
        for fault in &sources.faults {
            if let Some(at) = fault.location.as_ref().filter(|_| fault.code == &codes::NOT_TEXT) {
                let number = faults.file(&at.file);
                if source::flow_name(&at.file).is_some() {
                    files.flows.insert(at.file.clone(), (Place::new(number, 0..0), None));
                } else if let Some(stem) = at.file.strip_prefix("dialogs/") {
                    files.tables.insert(stem.trim_end_matches(".yaml").to_owned(), None);
                }
            }
        }
        files.drop_overridden();
        files
    }

    /// A flow in `dialogs/` takes the place of one of that name in `dialogs/standard/`.
    fn drop_overridden(&mut self) {
        let own: BTreeSet<String> = self
            .flows
            .keys()
            .filter(|path| !path.starts_with(standard::FOLDER))
            .filter_map(|path| source::flow_name(path).map(str::to_owned))
            .collect();
        self.flows.retain(|path, _| {
            !(path.starts_with(standard::FOLDER)
                && source::flow_name(path).is_some_and(|name| own.contains(name)))
        });
    }

    /// A table that is there and could be parsed.
    fn table(&self, name: &str) -> Option<&Node> {
        self.tables.get(name).and_then(Option::as_ref)
    }

    /// A table is there but could not be parsed.
    fn broken(&self, name: &str) -> bool {
        self.tables.get(name).is_some_and(Option::is_none)
    }

    fn lower(
        &self,
        sources: &Sources,
        texts: &KnownTexts,
        today: NaiveDate,
        faults: &mut Faults,
    ) -> Option<Script> {
        let mut names = Names::default();
        if !self.tables.contains_key("bot") {
            let fault = Diagnostic::new(&codes::MISSING_FILE, "there is no dialogs/bot.yaml")
                .reason("it says whose bot it is, and which languages it speaks")
                .help("docent check --explain D008 shows what it holds");
            faults.add_bare(fault.at(Location::file("dialogs/bot.yaml")));
        }
        if let Some(node) = self.table("bot") {
            bot::declare(node, &mut names);
        }
        self.declare_texts(texts, &mut names);
        names.slots.open = self.broken("slots");
        names.attributes.open = self.broken("catalogue");
        names.kinds.open = self.broken("catalogue");
        names.products.open = self.broken("catalogue");
        names.answers.open = self.broken("answers");
        names.campaigns.open = self.broken("campaigns");
        names.groups.open = self.broken("scoring") || self.broken("slots");
        names.rules.open = self.broken("scoring") || self.broken("slots");
        names.options.open = self.broken("slots") || self.broken("catalogue");

        let slots =
            self.table("slots").map(|n| slots::declare(n, &mut names, faults)).unwrap_or_default();
        let catalogue = self
            .table("catalogue")
            .map(|n| catalogue::declare(n, &mut names, faults))
            .unwrap_or_default();
        let answers = self.table("answers").map(|node| {
            tables::declare(node, ("answers.yaml", "answers"), &mut names.answers, faults)
        });
        let campaigns = self.table("campaigns").map(|node| {
            tables::declare(node, ("campaigns.yaml", "campaigns"), &mut names.campaigns, faults)
        });
        let scoring = scoring::declare(self.table("scoring"), &slots.scores, &mut names, faults);
        let mut declared = Vec::new();
        let mut all_flows_read = true;
        for (path, (place, node)) in &self.flows {
            match node {
                Some(node) => declared.extend(flow::declare(path, node, &mut names, faults)),
                None => {
                    flow::declare_unread(
                        source::flow_name(path).unwrap_or_default(),
                        *place,
                        &mut names,
                    );
                    all_flows_read = false;
                }
            }
        }

        let names = names;
        let bot = self.table("bot").and_then(|node| bot::lower(node, &names, faults));
        let catalogue = catalogue::lower(catalogue, &names, faults);
        let answers = tables::answers(answers.unwrap_or_default(), &names, today, faults);
        let campaigns = tables::campaigns(campaigns.unwrap_or_default(), &names, faults);
        let lowered: Vec<_> =
            declared.into_iter().map(|flow| flow::lower(flow, &names, faults)).collect();
        let awarded = check::awarded(&lowered);
        let known =
            (all_flows_read && lowered.iter().all(|flow| flow.sound)).then_some(awarded.as_slice());
        let scoring = scoring::lower(scoring, &names, known, faults);
        let offered = answers.values().filter_map(|answer| answer.offers.clone()).collect();
        let whole = check::Whole {
            all_read: all_flows_read,
            answers_read: !self.broken("answers"),
            offered,
        };
        let (by_intent, by_campaign) = check::flows(&lowered, &whole, faults);

        let by_id = lowered.into_iter().map(|l| (l.flow.id.clone(), l.flow)).collect();
        Some(Script {
            version: sources.version(),
            bot: bot?,
            slots: slots.defs,
            answers,
            catalogue,
            scoring,
            campaigns,
            flows: Flows { by_id, by_intent, by_campaign },
        })
    }

    /// Declares the texts of the default locale and the intents.
    fn declare_texts(&self, texts: &KnownTexts, names: &mut Names) {
        let own = texts.keys.as_ref().filter(|_| names.default_locale.is_some());
        // Without the locale there is nothing to compare with; its absence is told by the texts.
        names.texts.open = own.is_none() || texts.incomplete;
        names.intents.open = own.is_none() || texts.incomplete;
        for key in own.into_iter().flatten() {
            names.texts.add(key, Place::default(), ());
        }
        for intent in &texts.intents {
            names.intents.add(intent.as_str(), Place::default(), ());
        }
    }
}
