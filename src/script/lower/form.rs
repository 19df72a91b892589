//! What slots and attributes have in common: names that are free, keys of one type, options.

use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::OptionId;
use crate::script::condition::typing::FACTS;
use crate::script::names::Names;
use crate::script::parse::Node;
use crate::script::place::{Faults, Place};
use crate::script::read::Fields;

/// The most options that are shown at once.
pub(crate) const MOST_OPTIONS: usize = 5;

/// Words that conditions use themselves.
const KEYWORDS: &[&str] = &["and", "or", "not", "has", "known", "true", "false", "slot"];

/// Reports a name that conditions use themselves.
pub(crate) fn check_reserved(name: &str, sort: &str, place: Place, faults: &mut Faults) {
    if KEYWORDS.contains(&name) || FACTS.iter().any(|(fact, _)| *fact == name) {
        let message = format!("a {sort} cannot be called `{name}`");
        let fault = Diagnostic::new(&codes::RESERVED_NAME, message)
            .reason(format!("`{name}` has a meaning of its own in conditions"))
            .help(format!("choose another name, for example `my_{name}`"));
        faults.add(place, fault);
    }
}

/// Reports a key that belongs to another type.
pub(crate) fn only_for(
    fields: &Fields<'_>,
    name: &str,
    fits: bool,
    owner: &str,
    faults: &mut Faults,
) {
    if let Some(key) = fields.key(name).filter(|_| !fits) {
        let message = format!("`{name}` belongs to {owner}");
        let fault = Diagnostic::new(&codes::KEY_OF_OTHER_TYPE, message);
        faults.add(key.place, fault.help("remove it, or change the type"));
    }
}

/// Reports a list that is too long to be shown.
pub(crate) fn too_many_options(count: usize, place: Place, faults: &mut Faults) {
    let message = format!("{count} options are too many: {MOST_OPTIONS} are shown at most");
    let fault = Diagnostic::new(&codes::TOO_MANY_OPTIONS, message);
    faults.add(place, fault.help("join some, or ask in two steps"));
}

/// Reads a list of options and declares them.
pub(crate) fn options(
    node: &Node,
    names: &mut Names,
    faults: &mut Faults,
) -> Option<Vec<OptionId>> {
    let mut options: Vec<OptionId> = Vec::new();
    for node in node.filled_list(faults)? {
        let Some(id) = node.id(faults) else { continue };
        if options.iter().any(|option| option == id) {
            let message = format!("the option `{id}` is listed twice");
            let fault = Diagnostic::new(&codes::DUPLICATE_ID, message);
            faults.add(node.place, fault.help("remove one of them"));
            continue;
        }
        names.options.add(id, node.place, ());
        options.push(id.into());
    }
    Some(options)
}
