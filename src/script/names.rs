//! What is declared where: the tables that names are looked up in.

use std::collections::BTreeMap;

use super::place::{Faults, Place};
use super::read::unknown;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::domain::lexicon::{AttributeForm, SlotForm};

/// Names of one sort.
#[derive(Debug)]
pub(crate) struct Table<T> {
    sort: &'static str,
    known: BTreeMap<String, (Place, T)>,
    /// Something that declares such names could not be read, so unknown ones are let pass.
    pub open: bool,
}

impl<T> Table<T> {
    /// An empty table of a sort of names, such as "slot".
    pub fn new(sort: &'static str) -> Self {
        Self { sort, known: BTreeMap::new(), open: false }
    }

    /// Declares a name, or reports that it was declared before.
    pub fn declare(&mut self, name: &str, place: Place, value: T, faults: &mut Faults) -> bool {
        if let Some((first, _)) = self.known.get(name) {
            let message = format!("two {}s are called `{name}`", self.sort);
            let fault = Diagnostic::new(&codes::DUPLICATE_ID, message)
                .label("again")
                .related(faults.location(*first), "first here")
                .help("rename one of the two");
            faults.add(place, fault);
            return false;
        }
        self.known.insert(name.to_owned(), (place, value));
        true
    }

    /// Declares a name that may be declared more than once.
    pub fn add(&mut self, name: &str, place: Place, value: T) {
        self.known.entry(name.to_owned()).or_insert((place, value));
    }

    /// What was declared by a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.known.get(name).map(|(_, value)| value)
    }

    /// Where a name was declared.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.known.get(name).map(|(place, _)| *place)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.known.keys().map(String::as_str)
    }

    /// Whether the name is declared, or might be in what could not be read.
    pub fn may_have(&self, name: &str) -> bool {
        self.open || self.known.contains_key(name)
    }

    /// Whether the name may be used; reports it when not.
    pub fn check(
        &self,
        name: &str,
        place: Place,
        code: &'static Code,
        faults: &mut Faults,
    ) -> bool {
        let good = self.may_have(name);
        if !good {
            faults.add(place, unknown(code, self.sort, name, self.names()));
        }
        good
    }
}

/// What other files need to know of a flow.
#[derive(Debug, Default)]
pub(crate) struct FlowNames {
    /// Its steps; empty when the file could not be read.
    pub steps: BTreeMap<String, Place>,
}

/// All tables.
#[derive(Debug)]
pub(crate) struct Names {
    /// With their forms; `None` when the form could not be read.
    pub slots: Table<Option<SlotForm>>,
    /// With their forms; `None` when the form could not be read.
    pub attributes: Table<Option<AttributeForm>>,
    pub kinds: Table<()>,
    pub products: Table<()>,
    pub answers: Table<()>,
    pub campaigns: Table<()>,
    pub groups: Table<()>,
    /// Rules (`true`) and wishes (`false`).
    pub rules: Table<bool>,
    pub flows: Table<FlowNames>,
    /// Options of slots, of attributes and of choose steps.
    pub options: Table<()>,
    /// Intents with phrases.
    pub intents: Table<()>,
    /// Texts of the default locale.
    pub texts: Table<()>,
    /// Served locales, when `bot.yaml` could be read.
    pub locales: Vec<String>,
    /// The default locale.
    pub default_locale: Option<String>,
    /// The house's currency.
    pub currency: Option<String>,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            slots: Table::new("slot"),
            attributes: Table::new("attribute"),
            kinds: Table::new("kind of product"),
            products: Table::new("product"),
            answers: Table::new("answer"),
            campaigns: Table::new("campaign"),
            groups: Table::new("group"),
            rules: Table::new("rule"),
            flows: Table::new("flow"),
            options: Table::new("option"),
            intents: Table::new("intent"),
            texts: Table::new("text"),
            locales: Vec::new(),
            default_locale: None,
            currency: None,
        }
    }
}

impl Names {
    /// Reports something that is said or shown and has no text, by the place that needs it.
    pub fn need_text(&self, key: &str, what: &str, place: Place, faults: &mut Faults) {
        if self.texts.may_have(key) {
            return;
        }
        let locale = self.default_locale.as_deref().unwrap_or("the default locale");
        let fault = Diagnostic::new(&codes::MISSING_TEXT, format!("{what} has no text `{key}`"))
            .label(format!("needs `{key}`"))
            .help(format!("write it in locales/{locale}/: `{key} = …`"));
        faults.add(place, fault);
    }
}
