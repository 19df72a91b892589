//! The built-in towns and given names.

use std::collections::HashMap;

use crate::understanding::normalize::fold;

/// The built-in towns by folded name.
#[derive(Debug)]
pub(crate) struct Places {
    pub(super) towns: HashMap<String, Town>,
    /// Names of one word by their first three letters, for inflected forms.
    by_start: HashMap<[u8; 3], Vec<(String, &'static str)>>,
    /// Given names of people, folded.
    given: HashMap<String, &'static str>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Town {
    pub(super) name: &'static str,
    pub(super) ambiguous: bool,
    /// ISO 3166 alpha-2.
    country: &'static str,
}

impl Places {
    /// Reads the list.
    pub(crate) fn new() -> Self {
        let mut made =
            Self { towns: HashMap::new(), by_start: HashMap::new(), given: HashMap::new() };
        for line in include_str!("../../words/given.txt").lines().filter(|l| !l.starts_with('#')) {
            made.given.extend(line.split(' ').map(|name| (fold(name), name)));
        }
        let mut country = "";
        for line in include_str!("../../words/towns.txt").lines().filter(|l| !l.starts_with('#')) {
            if let Some(code) = line.strip_prefix('@') {
                country = code;
                continue;
            }
            let (line, ambiguous) = line.strip_prefix('!').map_or((line, false), |l| (l, true));
            let mut base = "";
            for (i, name) in line.split('|').enumerate() {
                let (name, shown) = match name.strip_prefix('~') {
                    Some(ending) => (ending, base),
                    None => (name, name),
                };
                base = shown;
                let folded = fold(name);
                if made.towns.contains_key(&folded) {
                    continue;
                }
                let town = Town { name: shown, ambiguous: ambiguous && i == 0, country };
                if let Some(start) = folded.as_bytes().first_chunk::<3>()
                    && !folded.contains(' ')
                    && !ambiguous
                {
                    made.by_start.entry(*start).or_default().push((folded.clone(), shown));
                }
                made.towns.entry(folded).or_insert(town);
            }
        }
        made
    }

    /// The given name that a folded word is, as it is written.
    pub(crate) fn given(&self, word: &str) -> Option<&'static str> {
        self.given.get(word).copied()
    }

    /// Whether a folded name is one of the towns listed.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.towns.contains_key(name)
    }

    /// The country of a place by its name, as in `GB`; `None` where the name is not listed.
    pub(super) fn country(&self, name: &str) -> Option<&'static str> {
        let bare = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
        self.towns.get(&fold(bare)).map(|town| town.country)
    }

    /// The town that a Polish form such as `krakowie` belongs to.
    pub(super) fn inflected(&self, word: &str, capital: bool) -> Option<&'static str> {
        let start = word.as_bytes().first_chunk::<3>()?;
        let best = self.by_start.get(start)?.iter().filter_map(|(name, shown)| {
            let common = word.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
            let (cut, ending) = (name.len() - common, word.get(common..)?);
            let near = if capital { cut <= 2 && common >= 3 } else { cut <= 1 && common >= 5 };
            let short = ending.is_empty() && cut == 1 && name.ends_with("ia");
            (near && POLISH.contains(&ending) || short).then_some((common, *shown))
        });
        best.max_by_key(|b| b.0).map(|b| b.1)
    }
}

/// Endings of towns in the genitive, locative and instrumental, folded.
const POLISH: &[&str] = &[
    "a", "u", "ie", "owie", "y", "i", "em", "iem", "ze", "dzie", "cie", "wie", "niu", "nia", "lu",
    "la", "rze", "w", "ach", "ami", "ow", "dzi", "mia", "le", "ej", "ia", "iu", "ce", "sku", "ska",
    "skiem", "da", "dziu",
];
