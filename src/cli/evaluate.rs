//! `docent evaluate`: how well it understands, on labelled lines or on a house's own phrases.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use clap::Args;
use serde::Deserialize;
use serde_json::json;

use crate::config::{Settings, sentence_models};
use crate::domain::ids::Locale;
use crate::understanding::crossed::Crossed;
use crate::understanding::evaluate::{Figures, Labelled, Measured};

use super::dialogs;

#[derive(Args)]
pub(super) struct EvaluateArguments {
    /// Lines {"text", "label"} to learn from; without it the house's own phrases are judged by
    /// each other
    #[arg(long, value_name = "FILE", requires = "test")]
    train: Option<PathBuf>,
    /// Lines {"text", "label"} to be understood
    #[arg(long, value_name = "FILE", requires = "train")]
    test: Option<PathBuf>,
    /// Lines {"text"} that mean none of the labels
    #[arg(long, value_name = "FILE", requires = "train")]
    oos: Option<PathBuf>,
    /// The language of the lines, or the one locale to judge
    #[arg(long)]
    locale: Option<String>,
    /// The language of the test lines, when it is another one
    #[arg(long, requires = "train")]
    test_locale: Option<String>,
    /// Sentence vectors: none, static-en or all; otherwise as set
    #[arg(long)]
    models: Option<String>,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(settings: &Settings, arguments: &EvaluateArguments) -> anyhow::Result<ExitCode> {
    let mut settings = settings.clone();
    if let Some(name) = &arguments.models {
        let chosen = sentence_models(name);
        settings.models =
            chosen.map_err(|(problem, mend)| anyhow::anyhow!("--models: {problem}; {mend}"))?;
    }
    match (&arguments.train, &arguments.test) {
        (Some(train), Some(test)) => lines(&settings, arguments, train, test),
        _ => house(&settings, arguments),
    }
}

/// Learns from one file and reads another.
#[expect(clippy::disallowed_methods, reason = "takes the time that training and reading need")]
fn lines(
    settings: &Settings,
    arguments: &EvaluateArguments,
    train: &Path,
    test: &Path,
) -> anyhow::Result<ExitCode> {
    let (train, test) = (read(train)?, read(test)?);
    let strange = arguments.oos.as_deref().map(read).transpose()?.unwrap_or_default();
    anyhow::ensure!(!train.is_empty() && !test.is_empty(), "a file without lines tells nothing");
    let language = arguments.locale.as_deref().unwrap_or("en");
    let vectors = Arc::new(super::vectors::vectors(settings.models));
    let began = Instant::now();
    let mut measured = Measured::train(language, &train, &vectors);
    let training = began.elapsed();
    if let Some(other) = &arguments.test_locale {
        measured = measured.reading(other);
    }
    let mut times: Vec<u128> = Vec::with_capacity(test.len() + strange.len());
    let mut judge = |line: &Labelled| {
        let began = Instant::now();
        let judged = measured.judge(&line.text);
        times.push(began.elapsed().as_nanos());
        judged
    };
    let test: Vec<_> = test.iter().map(|line| (line.clone(), judge(line))).collect();
    let strange: Vec<_> = strange.iter().map(&mut judge).collect();
    let figures = measured.figures(&test, &strange);
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times.get(place).map_or(0.0, |&nanos| nanos as f64 / 1e3)
    };
    let cost = Cost {
        train_ms: training.as_secs_f64() * 1e3,
        p50_us: at(50),
        p99_us: at(99),
        peak_mib: peak_mib(),
    };
    let mut out = std::io::stdout().lock();
    let strange = !strange.is_empty();
    if arguments.json {
        writeln!(out, "{}", json_of(&figures, &cost, strange))?;
    } else {
        write!(out, "{}", words_of(&figures, &cost, strange))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What it cost.
struct Cost {
    train_ms: f64,
    p50_us: f64,
    p99_us: f64,
    peak_mib: f64,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    label: String,
}

fn read(path: &Path) -> anyhow::Result<Vec<Labelled>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("reading the lines of {}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let Line { text, label } = serde_json::from_str(line).with_context(|| {
                let place = format!("{}:{}", path.display(), number + 1);
                format!("{place}: a line is {{\"text\": \"...\", \"label\": \"...\"}}")
            })?;
            Ok(Labelled { text, label })
        })
        .collect()
}

/// The most memory this process ever held; 0 where the system does not tell.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.map_or(0.0, |kib| kib / 1024.0)
}

fn rounded(value: f64, places: i32) -> f64 {
    let scale = 10f64.powi(places);
    (value * scale).round() / scale
}

fn json_of(figures: &Figures, cost: &Cost, strange: bool) -> serde_json::Value {
    let of_strange = |value: f64| if strange { json!(rounded(value, 4)) } else { json!(null) };
    json!({
        "accuracy": rounded(figures.accuracy, 4),
        "macro_f1": rounded(figures.macro_f1, 4),
        "oos_recall": of_strange(figures.oos_recall),
        "in_scope_accuracy": rounded(figures.in_scope_accuracy, 4),
        "auroc": of_strange(figures.auroc),
        "threshold": rounded(figures.threshold, 3),
        "train_ms": rounded(cost.train_ms, 1),
        "p50_us": rounded(cost.p50_us, 1),
        "p99_us": rounded(cost.p99_us, 1),
        "peak_mib": rounded(cost.peak_mib, 1),
    })
}

fn words_of(figures: &Figures, cost: &Cost, strange: bool) -> String {
    let mut text = format!(
        "accuracy           {:.1} %, macro-F1 {:.1} %\n\
         at the threshold   {:.2}: {:.1} % accepted and right\n",
        figures.accuracy * 100.0,
        figures.macro_f1 * 100.0,
        figures.threshold,
        figures.in_scope_accuracy * 100.0,
    );
    if strange {
        text.push_str(&format!(
            "out of scope       {:.1} % refused, AUROC {:.3}\n",
            figures.oos_recall * 100.0,
            figures.auroc
        ));
    }
    text.push_str(&format!(
        "training           {:.0} ms\n\
         a line             p50 {:.0} \u{b5}s, p99 {:.0} \u{b5}s\n\
         memory at its peak {:.0} MiB\n",
        cost.train_ms, cost.p50_us, cost.p99_us, cost.peak_mib
    ));
    for (line, taken) in figures.misses.iter().take(20) {
        text.push_str(&format!("missed {:?}: {}, taken for {taken}\n", line.text, line.label));
    }
    text
}

/// Judges the house by its own phrases.
fn house(settings: &Settings, arguments: &EvaluateArguments) -> anyhow::Result<ExitCode> {
    let edition = dialogs::edition(settings)?;
    let served = &edition.script.bot.locales;
    let locales: Vec<Locale> = match &arguments.locale {
        Some(one) => vec![one.as_str().into()],
        None => served.to_vec(),
    };
    let mut out = std::io::stdout().lock();
    let mut all = serde_json::Map::new();
    for locale in &locales {
        let crossed = edition.understanding.crossed(locale).with_context(|| {
            let served: Vec<_> = served.iter().map(Locale::as_str).collect();
            format!("the locale `{locale}` is not served; served are {}", served.join(", "))
        })?;
        if arguments.json {
            all.insert(locale.to_string(), json_of_house(&crossed));
        } else {
            writeln!(out, "{}", words_of_house(locale, &crossed))?;
        }
    }
    if arguments.json {
        writeln!(out, "{}", serde_json::Value::Object(all))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn json_of_house(crossed: &Crossed) -> serde_json::Value {
    let wrong = crossed.wrong.iter().map(|wrong| {
        json!({
            "text": wrong.phrase.text,
            "label": wrong.phrase.label,
            "taken": wrong.taken,
            "confidence": rounded(f64::from(wrong.confidence), 3),
            "accepted": wrong.enough,
        })
    });
    let confusions =
        crossed.confusions.iter().map(|(label, taken, count)| json!([label, taken, count]));
    let hurting = crossed
        .hurting
        .iter()
        .map(|(line, drawn)| json!({ "text": line.text, "label": line.label, "drawn": drawn }));
    let close = crossed.close.iter().map(|(a, b, likeness)| {
        json!([a.text, a.label, b.text, b.label, rounded(f64::from(*likeness), 3)])
    });
    json!({
        "phrases": crossed.phrases,
        "accuracy": rounded(crossed.accuracy, 4),
        "accepted": rounded(crossed.accepted, 4),
        "wrong": wrong.collect::<Vec<_>>(),
        "confusions": confusions.collect::<Vec<_>>(),
        "hurting": hurting.collect::<Vec<_>>(),
        "close": close.collect::<Vec<_>>(),
        "thin": crossed.thin,
    })
}

fn words_of_house(locale: &Locale, crossed: &Crossed) -> String {
    let mut text = format!(
        "{locale}: {} phrases; held back, {:.1} % are understood by the others, and {:.1} % of \
         these surely enough to be acted upon\n",
        crossed.phrases,
        crossed.accuracy * 100.0,
        crossed.accepted * 100.0
    );
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("\n  {title}\n"));
            for line in lines {
                text.push_str(&format!("    {line}\n"));
            }
        }
    };
    let confusions = crossed.confusions.iter().filter(|(_, _, count)| *count > 1);
    part(
        "meanings taken for each other (write what tells them apart):",
        confusions
            .map(|(meant, taken, n)| format!("{meant} taken for {taken}, {n} times"))
            .collect(),
    );
    part(
        "meanings that lie too close (two phrases that say nearly the same):",
        crossed
            .close
            .iter()
            .map(|(a, b, near)| {
                let (a_text, b_text) = (&a.text, &b.text);
                format!(
                    "{:.0} %  {a_text:?} ({}) and {b_text:?} ({})",
                    near * 100.0,
                    a.label,
                    b.label
                )
            })
            .collect(),
    );
    part(
        "phrases that hurt (they draw others to their meaning):",
        crossed
            .hurting
            .iter()
            .map(|(line, drawn)| {
                format!("{:?} ({}) draws {}", line.text, line.label, quoted(drawn))
            })
            .collect(),
    );
    part(
        "phrases that the others do not explain (a second one like it would help):",
        crossed
            .wrong
            .iter()
            .take(20)
            .map(|wrong| {
                let acted = if wrong.enough { ", and acted upon" } else { "" };
                let Labelled { text, label } = &wrong.phrase;
                format!("{text:?} ({label}) taken for {}{acted}", wrong.taken)
            })
            .collect(),
    );
    part("meanings with fewer than three phrases:", crossed.thin.clone());
    text
}

fn quoted(list: &[String]) -> String {
    list.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", ")
}
