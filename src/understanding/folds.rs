//! Cross-validation of the classifier on the examples it learns from.
//!
//! Start at [`judge`].

use super::confidence::Sample;
use super::dense::Dense;
use super::query::Query;
use super::vectors::{ENCODER, TABLE};
use super::weights::{Examples, Plan, build};

/// Judged examples: by a first look, and by all there is.
#[derive(Default)]
pub(super) struct Judged {
    pub first: Vec<Sample>,
    pub whole: Vec<Sample>,
    /// By the encoder alone.
    pub foreign: Vec<Sample>,
}

impl Judged {
    pub fn right(&self) -> usize {
        self.whole.iter().filter(|sample| sample.right).count()
    }
}

/// Up to so many phrases of a class are judged in folds.
const JUDGED: usize = 20;

/// Cross-validates: in each of three folds a fifth of the classes is held out whole, and a third
/// of the phrases of the others. With `every` above one, only so many classes are looked at.
pub(super) fn judge(examples: &Examples, plan: Plan, every: usize) -> Judged {
    const FOLDS: usize = 3;
    let mut sizes = vec![0usize; usize::from(examples.classes)];
    let places: Vec<usize> = examples
        .of_class
        .iter()
        .map(|&class| {
            sizes[usize::from(class)] += 1;
            sizes[usize::from(class)] - 1
        })
        .collect();
    if examples.classes < 10 {
        return Judged::default();
    }
    let fold = |fold: usize| {
        let mut judged = Judged::default();
        let class = |i: usize| usize::from(examples.of_class[i]);
        let held = |i: usize| class(i) / every % 5 == fold;
        let tested = |i: usize| places[i] % FOLDS == fold && sizes[class(i)] > 1;
        let judged_at_all: Vec<usize> = (0..examples.of_class.len())
            .filter(|&i| places[i] < JUDGED && class(i) % every == 0)
            .collect();
        let chosen: Vec<usize> =
            judged_at_all.iter().copied().filter(|&i| !held(i) && !tested(i)).collect();
        let made = build(examples, &chosen, plan);
        for i in judged_at_all {
            let served = !held(i);
            if served && !tested(i) {
                continue;
            }
            let (cells, known) = made.vector(&examples.grams[i]);
            let place = |dense: &Option<Dense>, vectors: &Option<Vec<f32>>, width: usize| match (
                dense, vectors,
            ) {
                (Some(dense), Some(vectors)) => dense.place(&vectors[i * width..(i + 1) * width]),
                _ => Vec::new(),
            };
            let table = place(&made.table, &examples.table, TABLE);
            let mut query = Query { cells, known, table, encoder: Vec::new() };
            let best = |query: &Query| {
                let (class, signs) = made.signs(query).into_iter().next()?;
                Some(Sample { signs, served, right: served && class == examples.of_class[i] })
            };
            let first = best(&query);
            judged.first.extend(first);
            query.encoder = place(&made.encoder, &examples.encoder, ENCODER);
            if query.encoder.is_empty() {
                judged.whole.extend(first);
                continue;
            }
            judged.whole.extend(best(&query));
            judged.foreign.extend(best(&Query::foreign(query.encoder)));
        }
        judged
    };
    let parts: [Judged; FOLDS] = std::thread::scope(|scope| {
        let beside = [scope.spawn(|| fold(0)), scope.spawn(|| fold(1))];
        let own = fold(2);
        let [a, b] = beside.map(|b| b.join().unwrap_or_default());
        [a, b, own]
    });
    let mut all = Judged::default();
    for part in parts {
        all.first.extend(part.first);
        all.whole.extend(part.whole);
        all.foreign.extend(part.foreign);
    }
    all
}
