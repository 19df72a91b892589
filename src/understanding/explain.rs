//! Why the classifier found a class: the nearest examples and the words that speak for it.

use super::grams::{self, Gram};
use super::intent::Classifier;
use super::normalize::Text;
use super::query::{Query, Reader, kept};

/// Why a class was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reasons {
    /// The nearest examples and how near they are.
    pub near: Vec<(usize, f32)>,
    /// The words that speak for it (or against it), the strongest first.
    pub words: Vec<(String, f32)>,
}

impl Classifier {
    /// The examples that lie nearest to a text, of the closest classes, the nearest first.
    pub(crate) fn near(&self, text: &Text<'_>, reader: Reader<'_>) -> Vec<(usize, f32)> {
        let (query, _) = self.whole(text, reader);
        let dense = self.spread(&query);
        let classes = self.signs(&query).into_iter().map(|(class, _)| class);
        let phrases = classes.flat_map(|class| self.phrases_of(class));
        let mut near: Vec<(usize, f32)> = phrases
            .map(|p| (self.phrase_examples[p] as usize, self.likeness(p, &query, &dense)))
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near
    }

    /// A text in all blocks, and its words.
    fn whole(&self, text: &Text<'_>, reader: Reader<'_>) -> (Query, Vec<String>) {
        let kept = kept(text, self.speller.as_ref(), reader, |_| true);
        let mut query = self.first_look(&kept, reader);
        self.second_look(&mut query, &kept, reader);
        (query, kept.words.into_iter().map(str::to_owned).collect())
    }

    /// The cells of a query as one number for each gram.
    pub(super) fn spread(&self, query: &Query) -> Vec<f32> {
        let mut dense = vec![0.0f32; self.grams.len()];
        for &(feature, x) in &query.cells {
            dense[feature as usize] = x;
        }
        dense
    }

    /// Why a class was found for a text.
    pub(crate) fn reasons(&self, class: u16, text: &Text<'_>, reader: Reader<'_>) -> Reasons {
        let (query, kept) = self.whole(text, reader);
        let dense = self.spread(&query);
        let mut near: Vec<(usize, f32)> = self
            .phrases_of(class)
            .map(|p| (self.phrase_examples[p] as usize, self.likeness(p, &query, &dense)))
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        let column = usize::from(class);
        let mut words: Vec<(String, f32)> = Vec::new();
        for word in &kept {
            let mut grams = Vec::new();
            let stems = self.stemmed.then_some(reader.stems);
            grams::collect(&[word.as_str()], stems, Some(reader.vocabulary), &mut grams);
            let weight = |gram: &Gram| {
                let feature = self.index.get(&grams::feature(*gram)).copied();
                feature.map_or(0.0, |f| dense[f as usize] * self.weights.at(f as usize, column))
            };
            let sum: f32 = grams.iter().map(weight).sum();
            if !words.iter().any(|(held, _)| held == word) {
                words.push((word.clone(), sum * self.unit));
            }
        }
        words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        Reasons { near, words }
    }
}
