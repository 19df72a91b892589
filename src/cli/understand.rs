//! `docent understand`: how a sentence is understood, and how surely.

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use serde_json::{Value as Json, json};

use crate::app::plain::written;
use crate::config::Settings;
use crate::domain::ids::Locale;
use crate::domain::understood::{Context, Understood};
use crate::understanding::reasons::Reason;
use crate::understanding::{Said, Told, Understanding};

use super::{dialogs, house};

#[derive(Args)]
pub(super) struct UnderstandArguments {
    /// The sentence; with `-` and `--json` each line of the standard input, one object for each
    text: String,
    /// The language of the talk so far
    #[arg(long)]
    locale: Option<String>,
    /// The visitor's country, where phone numbers are dialled (two letters, as in AT)
    #[arg(long)]
    country: Option<String>,
    /// The moment it is, for "tomorrow" (as in 2026-03-10T10:00:00; now when left out)
    #[arg(long)]
    now: Option<String>,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    settings: &Settings,
    arguments: &UnderstandArguments,
) -> anyhow::Result<ExitCode> {
    let edition = dialogs::edition(settings)?;
    let now = house::clock().now();
    let bot = &edition.script.bot;
    let locale = arguments.locale.as_deref().map(Locale::from);
    if let Some(locale) = &locale {
        anyhow::ensure!(
            bot.locales.contains(locale),
            "the locale `{locale}` is not served; served are {}",
            bot.locales.iter().map(Locale::as_str).collect::<Vec<_>>().join(", ")
        );
    }
    let here = match &arguments.now {
        Some(said) => said
            .get(..19.min(said.len()))
            .and_then(|said| said.parse::<chrono::NaiveDateTime>().ok())
            .with_context(|| {
                format!("`{said}` is no moment; give one as in 2026-03-10T10:00:00")
            })?,
        None => now.with_timezone(&bot.time_zone).naive_local(),
    };
    let context = Context {
        locale,
        today: Some(here.date()),
        clock: Some(here.time()),
        country: arguments.country.clone(),
        ..Context::default()
    };
    let mut out = std::io::stdout().lock();
    if arguments.json && arguments.text == "-" {
        for line in std::io::stdin().lines() {
            let line = line.context("reading the lines to understand")?;
            let understood = edition.understanding.understand(&line, &context);
            let told = edition.understanding.entities(&line, &context);
            let why = why(&edition.understanding, &understood, &line);
            writeln!(out, "{}", json_of(&understood, &told, &why))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let understood = edition.understanding.understand(&arguments.text, &context);
    let told = edition.understanding.entities(&arguments.text, &context);
    let why = why(&edition.understanding, &understood, &arguments.text);
    if arguments.json {
        writeln!(out, "{}", json_of(&understood, &told, &why))?;
    } else {
        write!(out, "{}", words_of(&understood, &told, &arguments.text, &why))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Why a meaning was found, or came nearest.
struct Why {
    reason: Reason,
    confidence: f32,
}

/// The reasons of what was found; of what came nearest when nothing was.
fn why(understanding: &Understanding, understood: &Understood, text: &str) -> Vec<Why> {
    let Some(locale) = &understood.locale else { return Vec::new() };
    let intents = understood.intents.iter().map(|i| (format!("intent.{}", i.id), i.confidence));
    let answers = understood.answers.iter().map(|a| (format!("answer.{}", a.id), a.confidence));
    let mut found: Vec<(String, f32)> = intents.chain(answers).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    if found.is_empty() {
        found = understanding.nearest(locale, text);
    }
    found.truncate(2);
    let ids: Vec<String> = found.iter().map(|(id, _)| id.clone()).collect();
    let reasons = understanding.reasons(locale, text, &ids).into_iter();
    reasons.zip(found).map(|(reason, (_, confidence))| Why { reason, confidence }).collect()
}

/// The documented form, then everything else under `more`.
fn json_of(understood: &Understood, told: &[Told], why: &[Why]) -> Json {
    let best = understood.intents.first();
    let answer = understood.answers.first();
    let confidence = best
        .map(|intent| intent.confidence)
        .into_iter()
        .chain(answer.map(|answer| answer.confidence))
        .fold(0.0_f32, f32::max);
    json!({
        "locale": understood.locale,
        "intent": best.map(|intent| &intent.id),
        "confidence": confidence,
        "answers": understood.answers.iter().map(|a| &a.id).collect::<Vec<_>>(),
        "entities": told.iter().map(entity_of).collect::<Vec<_>>(),
        "fills": understood.fills,
        "catalogue": understood.catalogue,
        "also": understood.also,
        "corrects": understood.corrects,
        "intents": understood.intents,
        "answer_confidences": understood.answers,
        "why": why.iter().map(|why| json!({
            "id": why.reason.id,
            "confidence": why.confidence,
            "phrases": why.reason.phrases,
            "words": why.reason.words,
        })).collect::<Vec<_>>(),
    })
}

/// A value with its kind, unit and place; `readings` instead of a value where either may be meant.
fn entity_of(told: &Told) -> Json {
    let mut shown = json!({
        "kind": told.kind,
        "value": told.value().map_or(Json::Null, said),
        "unit": told.unit,
        "start": told.start,
        "end": told.end,
    });
    if let Some(fields) = shown.as_object_mut() {
        if told.value().is_none() {
            fields.insert("ambiguous".to_owned(), json!(true));
            let readings = told.readings.iter().map(said).collect();
            fields.insert("readings".to_owned(), Json::Array(readings));
        }
        if told.refused {
            fields.insert("refused".to_owned(), json!(true));
        }
    }
    shown
}

/// One reading of a value.
fn said(said: &Said) -> Json {
    match said {
        Said::Number(n) => number(*n),
        Said::Range(from, to) => {
            let ends = [("from", from), ("to", to)];
            ends.into_iter()
                .filter_map(|(name, end)| Some((name.to_owned(), number((*end)?))))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
        Said::Date(day) => json!(day),
        Said::Period(from, to) => json!({ "from": from, "to": to }),
        Said::Time(time) => json!(time.format("%H:%M").to_string()),
        Said::Words(words) => json!(words),
    }
}

/// A reading in a line of text.
fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A number as JSON has it.
fn number(n: rust_decimal::Decimal) -> Json {
    let text = n.normalize().to_string();
    serde_json::from_str(&text).unwrap_or(Json::String(text))
}

fn words_of(understood: &Understood, told: &[Told], text: &str, why: &[Why]) -> String {
    let mut lines = Vec::new();
    let mut line = |name: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("{name:<10} {value}\n"));
        }
    };
    line("locale", understood.locale.as_ref().map_or("-".to_owned(), ToString::to_string));
    let sure = |id: &str, confidence: f32| format!("{id} {:.0} %", confidence * 100.0);
    line(
        "intents",
        understood
            .intents
            .iter()
            .map(|i| sure(i.id.as_str(), i.confidence))
            .collect::<Vec<_>>()
            .join(", "),
    );
    line(
        "answers",
        understood
            .answers
            .iter()
            .map(|a| sure(a.id.as_str(), a.confidence))
            .collect::<Vec<_>>()
            .join(", "),
    );
    if let Some(query) = &understood.catalogue {
        line("catalogue", serde_json::to_string(query).unwrap_or_default());
    }
    for entity in told {
        let words = text.get(entity.start..entity.end).unwrap_or("");
        let readings: Vec<String> = entity.readings.iter().map(|r| plain(&said(r))).collect();
        let unit = entity.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        let refused = if entity.refused { ", refused" } else { "" };
        line(
            "entity",
            format!("{} {}{unit} (\"{words}\"{refused})", entity.kind, readings.join(" or ")),
        );
    }
    for fill in &understood.fills {
        line("fills", format!("{} = {}", fill.slot, written(&fill.value)));
    }
    for request in &understood.also {
        line("also", serde_json::to_string(request).unwrap_or_default());
    }
    if lines.len() == 1 {
        lines.push("none of these: it would be met with a repair\n".to_owned());
    }
    for Why { reason, confidence } in why {
        let phrases = reason.phrases.iter();
        let phrases = phrases.map(|(text, near)| format!("{text:?} {:.0} %", near * 100.0));
        let words = reason.words.iter().map(|(word, weight)| format!("{word} {weight:+.2}"));
        lines.push(format!(
            "{:<10} {} {:.0} %: near {}; words {}\n",
            "why",
            reason.id,
            confidence * 100.0,
            phrases.collect::<Vec<_>>().join(", "),
            words.collect::<Vec<_>>().join(", ")
        ));
    }
    lines.concat()
}
