//! Names in texts that mean nothing: variables, other texts, functions; texts that contain
//! themselves.

use std::collections::BTreeSet;

use super::{Checker, Written};
use crate::diagnostic::near::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, codes};
use crate::texts::bundle::Bundle;
use crate::texts::full_key;
use crate::texts::source::{Name, Text, Use};
use crate::texts::within::WITHIN;

/// Functions that texts may call.
const FUNCTIONS: [&str; 2] = ["NUMBER", "DATETIME"];

impl Checker<'_> {
    pub(super) fn names(&mut self, bundle: &Bundle, written: &Written<'_>) {
        let mut told = BTreeSet::new();
        for used in &written.text.uses {
            if !told.insert(&used.name) {
                continue;
            }
            match &used.name {
                Name::Variable(name) => self.variable(written, name, used),
                _ => {
                    if let Some(fault) = self.reference(bundle, &written.name(), used) {
                        self.faults.push(fault.at(self.place(written.file, &used.span)));
                    }
                }
            }
        }
        self.loops(bundle, written);
    }

    /// The names that terms use. Their variables are what they are given where they are used.
    pub(super) fn terms(&mut self, bundle: &Bundle) {
        for (id, term) in &bundle.terms {
            for (attribute, file, text) in term.texts() {
                for used in &text.uses {
                    if matches!(used.name, Name::Variable(_)) || self.is_built_in(file) {
                        continue;
                    }
                    let name = format!("-{}", full_key(id, attribute));
                    if let Some(fault) = self.reference(bundle, &name, used) {
                        self.faults.push(fault.at(self.place(file, &used.span)));
                    }
                }
            }
        }
    }

    fn variable(&mut self, written: &Written<'_>, name: &str, used: &Use) {
        let Some(variables) = &self.expected.variables else { return };
        let standard = self.standard.get(&written.name());
        let allowed = || {
            let standard = standard.into_iter().flatten().map(String::as_str);
            variables.of(written.key, written.attribute).chain(standard)
        };
        // A day within a sentence.
        let alone = name.strip_suffix(WITHIN).unwrap_or(name);
        if allowed().any(|known| known == name || known == alone) {
            return;
        }
        let near = nearest(name, allowed()).map(|near| format!("did you mean `${near}`?"));
        let fault = Diagnostic::new(
            &codes::UNKNOWN_VARIABLE,
            format!("`{}` uses `${name}`, which nothing fills", written.name()),
        )
        .at(self.place(written.file, &used.span))
        .reason("there is no slot, product attribute or other variable of that name in this text")
        .help(near.unwrap_or_else(|| {
            "use a slot by its id, a value of the catalogue as `$product-attribute`, or one of the \
             house's, such as `$phone`"
                .to_owned()
        }));
        self.faults.push(fault);
    }

    /// A use of another text or of a function that is not there.
    fn reference(&self, bundle: &Bundle, by: &str, used: &Use) -> Option<Diagnostic> {
        match &used.name {
            Name::Variable(_) => None,
            Name::Message(key, attribute) => {
                let attribute = attribute.as_deref();
                if bundle.text(key, attribute).is_some() || bundle.broken.contains_key(&**key) {
                    return None;
                }
                let keys = bundle.messages.keys().map(|key| &**key);
                let help = if bundle.messages.contains_key(key) {
                    Some(part_missing(key, attribute))
                } else {
                    did_you_mean(key, keys)
                };
                Some(unknown(by, &full_key(key, attribute), bundle).help_if(help))
            }
            Name::Term(key, attribute) => {
                let attribute = attribute.as_deref();
                if bundle.term(key, attribute).is_some() {
                    return None;
                }
                let help = if bundle.terms.contains_key(key) {
                    Some(part_missing(&format!("-{key}"), attribute))
                } else {
                    let near = nearest(key, bundle.terms.keys().map(|key| &**key));
                    near.map(|near| format!("did you mean `-{near}`?"))
                };
                let wanted = format!("-{}", full_key(key, attribute));
                Some(unknown(by, &wanted, bundle).help_if(help))
            }
            Name::Function(name) if FUNCTIONS.contains(&&**name) => None,
            Name::Function(name) => Some(
                Diagnostic::new(
                    &codes::TEXT_FUNCTION,
                    format!("`{by}` calls `{name}`, which is no function"),
                )
                .reason("values are written as the locale writes them, without functions")
                .help("write the variable alone, as in `{ $fleet_size }`"),
            ),
            Name::Option(name) => Some(
                Diagnostic::new(
                    &codes::TEXT_FUNCTION,
                    format!("`{by}` gives a function the option `{name}`, which does nothing"),
                )
                .reason("values are written as the locale writes them")
                .help("leave the option out"),
            ),
        }
    }

    fn loops(&mut self, bundle: &Bundle, written: &Written<'_>) {
        let mut path = Vec::new();
        let start = (written.key, written.attribute);
        // Each loop is told once, at its first key.
        if leads_back(bundle, start, written.text, &mut path)
            && path.iter().all(|step| *step >= start)
        {
            let chain: Vec<String> = path.iter().map(|(key, at)| full_key(key, *at)).collect();
            self.faults.push(
                Diagnostic::new(&codes::TEXT_LOOP, format!("`{}` contains itself", written.name()))
                    .at(self.place(written.file, &written.text.span))
                    .reason(format!("it refers to `{}`", chain.join("`, which refers to `")))
                    .help("write out one of them"),
            );
        }
    }
}

fn unknown(by: &str, wanted: &str, bundle: &Bundle) -> Diagnostic {
    Diagnostic::new(
        &codes::UNKNOWN_REFERENCE,
        format!("`{by}` refers to `{wanted}`, which is not there"),
    )
    .reason(format!("there is no text `{wanted}` in {}", bundle.locale))
}

/// The mend when a message or term is there, but not the part that is wanted.
fn part_missing(key: &str, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => {
            format!("give `{key}` a line `.{attribute} = ...`, or write only `{key}`")
        }
        None => format!("write a text after `{key} =`"),
    }
}

type Step<'a> = (&'a str, Option<&'a str>);

/// Whether the references of a text lead back to `start`; `path` then holds the way.
fn leads_back<'a>(
    bundle: &'a Bundle,
    start: Step<'_>,
    text: &'a Text,
    path: &mut Vec<Step<'a>>,
) -> bool {
    for used in &text.uses {
        let Name::Message(key, attribute) = &used.name else { continue };
        let step = (&**key, attribute.as_deref());
        if path.contains(&step) {
            continue;
        }
        path.push(step);
        if step == start {
            return true;
        }
        if let Some(next) = bundle.text(step.0, step.1)
            && leads_back(bundle, start, next, path)
        {
            return true;
        }
        path.pop();
    }
    false
}
