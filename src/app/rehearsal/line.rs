//! The lines of a talk, as a marketer writes them.

use chrono::Duration;

/// One line of a talk.
pub(super) enum Line<'a> {
    Hears(&'a str),
    SaysKey(&'a str),
    SaysWords(&'a str),
    SaysNot(&'a str),
    Choices(Vec<&'a str>),
    Holds(&'a str),
    Passes(Duration),
}

/// What a line says; else what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Line<'_>, String> {
    let quoted = |rest: &'_ str| {
        let rest = rest.trim();
        (rest.len() >= 2 && rest.starts_with('"') && rest.ends_with('"')).then_some(rest.len())
    };
    if let Some(rest) = text.strip_prefix('>') {
        return Ok(Line::Hears(rest.trim()));
    }
    if let Some(rest) = text.strip_prefix('<') {
        let rest = rest.trim();
        return Ok(match quoted(rest) {
            Some(end) => Line::SaysWords(&rest[1..end - 1]),
            None => Line::SaysKey(rest),
        });
    }
    if let Some(rest) = text.strip_prefix('!') {
        let rest = rest.trim();
        return Ok(Line::SaysNot(rest.trim_matches('"')));
    }
    if let Some(rest) = text.strip_prefix('=') {
        return Ok(Line::Holds(rest.trim()));
    }
    if let Some(rest) = text.strip_prefix('+') {
        return duration(rest.trim()).map(Line::Passes);
    }
    if text.starts_with('[') {
        let ids = text.split(['[', ']']).map(str::trim).filter(|id| !id.is_empty()).collect();
        return Ok(Line::Choices(ids));
    }
    Err(format!(
        "`{text}` is no line of a talk: expected `> visitor`, `< key or \"words\"`, `! words`, \
         `[choice]`, `= slot NAME VALUE` or `+3d`; before the first of them also `locale: de`, \
         `campaign: NAME`, `now: 2026-03-04 10:00`"
    ))
}

fn duration(text: &str) -> Result<Duration, String> {
    let bad = || format!("`+{text}` is no time: expected a number and m, h, d or w, as in `+3d`");
    let at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(bad)?;
    let number: i64 = text[..at].parse().map_err(|_| bad())?;
    match &text[at..] {
        "m" => Ok(Duration::minutes(number)),
        "h" => Ok(Duration::hours(number)),
        "d" => Ok(Duration::days(number)),
        "w" => Ok(Duration::weeks(number)),
        _ => Err(bad()),
    }
}
