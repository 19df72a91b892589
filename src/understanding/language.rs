//! In which of the served locales an utterance is written.
//!
//! Evidence is words: function words of the language, words that the house uses in it, letters
//! that only it has; a statistical detector has a vote among the languages that it knows. The
//! talk's locale is kept unless a clear sentence of another stands against it: short and neutral
//! messages never switch. Start at [`Languages::tell`].

use std::collections::HashMap;

use whichlang::Lang;

use super::normalize::{Kind, Text};
use crate::domain::ids::Locale;

/// The word evidence of the served locales.
pub(crate) struct Languages {
    locales: Vec<Locale>,
    /// For each word the weight that it lends to each locale.
    words: HashMap<String, Vec<f32>>,
    /// Function words of languages not served, a bit for each of [`OTHERS`].
    others: HashMap<&'static str, u16>,
    default: usize,
}

/// What was told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    pub locale: Option<Locale>,
    pub not_served: Option<String>,
}

/// Function words of languages that may come and are not served; enough to tell them apart.
const OTHERS: &[(&str, &str)] = &[
    (
        "fr",
        "le la les des une est vous nous je avez combien pour avec dans pas sur qui que quel quelle comment bonjour merci cherche livrez puis etes votre vos notre mon suis voudrais aimerais coute sont oui non ou et peut",
    ),
    (
        "it",
        "il lo gli un una e che per con non sono quanto come dove quale avete costa vorrei buongiorno ciao grazie nella della delle degli questo questa possiamo consegnate abbiamo siamo anche piu sono ho mi",
    ),
    (
        "nl",
        "de het een en is van ik wij jullie hoeveel kost niet met voor zijn hebben welke wat hoe kan naar goedendag hallo bedankt graag ook wel geen leveren zou deze dat heeft",
    ),
    (
        "pt",
        "o os um uma e que nao com para voces quanto custa voce qual onde como temos estamos ola obrigado bom dia entregam gostaria queria tem por mais sao muito da do na no",
    ),
    (
        "cs",
        "je jsou a v na se ze kolik jak kde kdy ktery mate prosim dobry den dekuji chteli bychom mame jsme ale nebo pro neni stoji kolo muzete potrebujeme",
    ),
    (
        "sv",
        "och att det ar en ett for med hur vad kan jag vi ni har pa som inte till hej tack kostar mycket vilken",
    ),
    (
        "tr",
        "bir ve bu ne kadar icin var mi merhaba nasil kac fiyat tesekkurler ben biz siz ile degil mu",
    ),
    (
        "hu",
        "a az egy es hogy van mennyi nem jo napot koszonom szeretnek hol mikor mennyibe kerul vagy kell mi",
    ),
    (
        "ro",
        "este si un o cat costa pentru cu nu va rog buna ziua multumesc care unde cum aveti sunt vreau",
    ),
];

impl Languages {
    /// Collects the evidence: for each locale its function words and the words of the house.
    pub(crate) fn new<'a>(
        locales: impl Iterator<Item = (Locale, Vec<String>, Vec<&'a str>)>,
        default: Option<&Locale>,
    ) -> Self {
        let lists: Vec<_> = locales.collect();
        let names: Vec<Locale> = lists.iter().map(|l| l.0.clone()).collect();
        let default = default.and_then(|d| names.iter().position(|n| n == d)).unwrap_or(0);
        let mut words: HashMap<String, Vec<f32>> = HashMap::new();
        for (k, (_, house, function)) in lists.iter().enumerate() {
            let weighed =
                house.iter().map(|w| (w.as_str(), 0.6)).chain(function.iter().map(|w| (*w, 1.0)));
            for (word, weight) in weighed {
                let weights =
                    words.entry(word.to_owned()).or_insert_with(|| vec![0.0; names.len()]);
                weights[k] = weights[k].max(weight);
            }
        }
        let mut others: HashMap<&'static str, u16> = HashMap::new();
        for (k, (tag, list)) in OTHERS.iter().enumerate() {
            if !names.iter().any(|n| n.as_str().starts_with(tag)) {
                for word in list.split(' ') {
                    *others.entry(word).or_default() |= 1 << k;
                }
            }
        }
        Self { locales: names, words, others, default }
    }

    /// The locale that an utterance is in, given the talk's and the platform's.
    pub(crate) fn tell(
        &self,
        text: &Text<'_>,
        current: Option<&Locale>,
        hint: Option<&Locale>,
    ) -> Told {
        let current = current.and_then(|c| self.served(c));
        let hint = hint.and_then(|h| self.served(h));
        let fallback = current.or(hint).unwrap_or(self.default);
        let told = |k: usize| Told { locale: self.locales.get(k).cloned(), not_served: None };
        if self.locales.is_empty() {
            return Told { locale: None, not_served: None };
        }
        let (scores, words, known) = self.score(text);
        if let Some(tag) = self.not_served(text, words, known, &scores) {
            return Told { locale: told(fallback).locale, not_served: Some(tag) };
        }
        let mut best = fallback;
        for k in 0..scores.len() {
            if scores[k] > scores[best] {
                best = k;
            }
        }
        let lead = scores[best] - scores[fallback];
        let enough = match current {
            // A clear sentence: three words and more, most of them of the other locale.
            Some(_) => words >= 3 && lead >= 1.5 && scores[best] >= 0.5 * words as f32,
            None if hint.is_some() => lead >= 0.8,
            None => lead > 0.0,
        };
        told(if enough { best } else { fallback })
    }

    /// The tag of the language when it clearly is none that is served.
    fn not_served(
        &self,
        text: &Text<'_>,
        words: usize,
        known: usize,
        scores: &[f32],
    ) -> Option<String> {
        let serves = |tag: &str| self.locales.iter().any(|l| l.as_str().starts_with(tag));
        if words == 0 {
            return None;
        }
        let detected = || tag(whichlang::detect_language(shortened(text.original)));
        let script = text.original.chars().take(400).filter(|c| c.is_alphabetic());
        let (mut foreign, mut letters, mut sign) = (0usize, 0usize, ' ');
        for c in script {
            letters += 1;
            if u32::from(c) > 0x24f {
                (foreign, sign) = (foreign + 1, c);
            }
        }
        if foreign * 2 > letters && letters >= 3 {
            let tag = script_tag(sign).unwrap_or_else(detected);
            return (!serves(tag)).then(|| tag.to_owned());
        }
        if words < 3 {
            return None;
        }
        let best = scores.iter().copied().fold(0.0, f32::max);
        let mut hits = [0u8; OTHERS.len()];
        for i in (0..text.len()).filter(|&i| text.is_word(i)) {
            let bits = self.others.get(text.word(i)).copied().unwrap_or(0);
            for (k, hit) in hits.iter_mut().enumerate() {
                *hit = hit.saturating_add(u8::from(bits >> k & 1 == 1));
            }
        }
        let mut other = (0.0f32, "");
        for (hit, (tag, _)) in hits.iter().zip(OTHERS) {
            if f32::from(*hit) > other.0 {
                other = (f32::from(*hit), tag);
            }
        }
        let strange = known * 3 < words * 2;
        if other.0 >= 2.0 && other.0 > best * 1.3 && strange {
            return Some(other.1.to_owned());
        }
        let guess = detected();
        (words >= 4
            && known * 4 < words
            && best < 1.5
            && other.0 >= 1.0
            && other.1 == guess
            && !serves(guess))
        .then(|| guess.to_owned())
    }

    /// The place of a locale or of its language among the served ones.
    fn served(&self, locale: &Locale) -> Option<usize> {
        let language = |l: &str| l.split(['-', '_']).next().unwrap_or(l).to_lowercase();
        let exact = self.locales.iter().position(|l| l == locale);
        exact.or_else(|| {
            let wanted = language(locale.as_str());
            self.locales.iter().position(|l| language(l.as_str()) == wanted)
        })
    }

    /// Evidence for each locale, how many words there are, and how many of them are known.
    fn score(&self, text: &Text<'_>) -> (Vec<f32>, usize, usize) {
        let mut scores = vec![0.0f32; self.locales.len()];
        let (mut words, mut known) = (0, 0);
        let addressed = text.original.contains(['@', '/']);
        for (i, token) in text.tokens.iter().enumerate().take(200) {
            if token.kind != Kind::Word || (addressed && in_address(text.original, token.start)) {
                continue;
            }
            words += 1;
            let word = text.word(i);
            let weights = self
                .words
                .get(word)
                .or_else(|| word.split_once('\'').and_then(|(head, _)| self.words.get(head)));
            if let Some(weights) = weights {
                known += 1;
                // A word of several locales tells little.
                let among = weights.iter().filter(|w| **w > 0.0).count().max(1) as f32;
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score += weight / among;
                }
            }
        }
        for (letters, language, weight) in LETTERS {
            let count =
                text.original.chars().take(400).filter(|c| letters.contains(*c)).count().min(2);
            for (score, locale) in scores.iter_mut().zip(&self.locales) {
                if locale.as_str().starts_with(language) {
                    *score += *weight * count as f32;
                }
            }
        }
        if words >= 3 {
            let lang = tag(whichlang::detect_language(shortened(text.original)));
            for (score, locale) in scores.iter_mut().zip(&self.locales) {
                if locale.as_str().starts_with(lang) {
                    *score += 0.7;
                }
            }
        }
        (scores, words, known)
    }
}

/// Letters that speak for one language.
const LETTERS: &[(&str, &str, f32)] = &[
    ("ßäöüÄÖÜ", "de", 0.6),
    ("ñ¿¡Ñ", "es", 1.0),
    ("áíóúÁÍÓÚ", "es", 0.4),
    ("ąęłśżźćńĄĘŁŚŻŹĆŃ", "pl", 1.0),
];

fn script_tag(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x370..=0x3ff => "el",
        0x400..=0x52f => "ru",
        0x590..=0x5ff => "he",
        0x600..=0x6ff => "ar",
        0x900..=0x97f => "hi",
        0xe00..=0xe7f => "th",
        0x3040..=0x30ff => "ja",
        0xac00..=0xd7af => "ko",
        0x4e00..=0x9fff => "zh",
        _ => return None,
    })
}

/// Whether the stretch without spaces around a byte is an address or a link, in no language.
fn in_address(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).unwrap_or(0);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
    let stretch = &text[start..end];
    stretch.contains('@') || stretch.contains("://")
}

/// The first few hundred bytes, which are enough to tell a language by.
fn shortened(text: &str) -> &str {
    let end = (0..=text.len().min(300)).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    &text[..end]
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Hin => "hi",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
    }
}
