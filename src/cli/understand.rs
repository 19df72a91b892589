//! `docent understand`: how a sentence is understood, and how surely.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value as Json, json};

use crate::app::plain::written;
use crate::config::Settings;
use crate::domain::ids::Locale;
use crate::domain::understood::{Context, Entity, Understood};
use crate::domain::value::Value;
use crate::understanding::Understanding;
use crate::understanding::reasons::Reason;

use super::{dialogs, house};

#[derive(Args)]
pub(super) struct UnderstandArguments {
    /// The sentence
    text: String,
    /// The language of the talk so far
    #[arg(long)]
    locale: Option<String>,
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
    let context = Context {
        locale,
        today: Some(now.with_timezone(&bot.time_zone).date_naive()),
        ..Context::default()
    };
    let understood = edition.understanding.understand(&arguments.text, &context);
    let why = why(&edition.understanding, &understood, &arguments.text);
    let mut out = std::io::stdout().lock();
    if arguments.json {
        writeln!(out, "{}", json_of(&understood, &why))?;
    } else {
        write!(out, "{}", words_of(&understood, &arguments.text, &why))?;
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
fn json_of(understood: &Understood, why: &[Why]) -> Json {
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
        "entities": understood.entities.iter().map(entity_of).collect::<Vec<_>>(),
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

fn entity_of(entity: &Entity) -> Json {
    let (value, unit) = match &entity.value {
        Value::Integer(n) => (json!(n), Json::Null),
        Value::Decimal(n) => (number(*n), Json::Null),
        Value::Money(m) => (number(m.amount), json!(m.currency)),
        Value::Quantity(q) => (number(q.amount), json!(q.unit.as_str())),
        Value::Boolean(held) => (json!(held), Json::Null),
        other => (json!(written(other)), Json::Null),
    };
    json!({
        "kind": entity.value.kind(),
        "value": value,
        "unit": unit,
        "start": entity.start,
        "end": entity.end,
    })
}

/// A number as JSON has it.
fn number(n: rust_decimal::Decimal) -> Json {
    let text = n.normalize().to_string();
    serde_json::from_str(&text).unwrap_or(Json::String(text))
}

fn words_of(understood: &Understood, text: &str, why: &[Why]) -> String {
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
    for entity in &understood.entities {
        let said = text.get(entity.start..entity.end).unwrap_or("");
        line("entity", format!("{} {} (\"{said}\")", entity.value.kind(), written(&entity.value)));
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
