//! `bot.yaml`: who the house is.

pub(crate) mod handoff;

use chrono::{NaiveDate, NaiveTime};

use crate::diagnostic::{Diagnostic, codes};
use crate::script::model::Bot;
use crate::script::names::Names;
use crate::script::parse::{Kind, Node};
use crate::script::place::Faults;
use crate::script::read::Fields;
use crate::script::read::value::is_currency;

/// The keys of `bot.yaml` and of its blocks.
pub(crate) const KEYS: &[&str] = &[
    "name",
    "bot_name",
    "default_locale",
    "locales",
    "time_zone",
    "currency",
    "country",
    "contact",
    "hours",
    "holidays",
    "handoff",
    "privacy_url",
    "retention",
];
pub(crate) const CONTACT_KEYS: &[&str] = &["phone", "email", "web"];
pub(crate) const RETENTION_KEYS: &[&str] = &["visitors"];

/// Days after which bare visitors are dropped, unless the file says otherwise.
const VISITOR_DAYS: u32 = 90;

const DAYS: &[(&str, usize)] =
    &[("mon", 0), ("tue", 1), ("wed", 2), ("thu", 3), ("fri", 4), ("sat", 5), ("sun", 6)];

/// What other files need to know of `bot.yaml`: locales and currency. Its faults are reported
/// when it is lowered.
pub(crate) fn declare(node: &Node, names: &mut Names) {
    let quiet = &mut Faults::default();
    let Some(entries) = node.pairs(quiet) else {
        return;
    };
    for (key, value) in entries {
        let text = match &value.kind {
            Kind::Scalar(scalar) => Some(scalar.text.clone()),
            _ => None,
        };
        match key.text.as_str() {
            "default_locale" => names.default_locale = text,
            "currency" => names.currency = text.filter(|text| is_currency(text)),
            "locales" => {
                let list = value.list(quiet).unwrap_or_default();
                let texts = list.iter().filter_map(|locale| locale.text(&mut Faults::default()));
                names.locales = texts.map(str::to_owned).collect();
            }
            _ => {}
        }
    }
}

/// Lowers `bot.yaml`.
pub(crate) fn lower(node: &Node, names: &Names, faults: &mut Faults) -> Option<Bot> {
    let fields = node.fields("bot.yaml", KEYS, node.place, faults)?;
    let name = text(&fields, "name", faults);
    let bot_name = text(&fields, "bot_name", faults);
    let locales = locales(&fields, faults);
    let default_locale =
        fields.need("default_locale", faults).and_then(|n| Some((locale(n, faults)?, n)));
    if let (Some((default, node)), Some(locales)) = (&default_locale, &locales)
        && !locales.contains(default)
    {
        let message = format!("the default locale `{default}` is not among the locales");
        let fault = Diagnostic::new(&codes::DEFAULT_LOCALE, message).help("add it to `locales`");
        faults.add(node.place, fault);
    }
    let time_zone = fields.need("time_zone", faults).and_then(|n| time_zone(n, faults));
    let currency = fields.need("currency", faults).and_then(|node| {
        coded(
            node,
            "a currency",
            "three capital letters (ISO 4217), as in `EUR`",
            is_currency,
            faults,
        )
    });
    let country = fields.need("country", faults).and_then(|node| {
        let is_country = |c: &str| c.len() == 2 && c.chars().all(|c| c.is_ascii_uppercase());
        coded(node, "a country", "two capital letters (ISO 3166), as in `AT`", is_country, faults)
    });
    let [phone, email, web] = contact(&fields, faults);
    let hours = fields.get("hours").map(|n| hours(n, faults)).unwrap_or_default();
    let holidays = fields.get("holidays").map(|n| holidays(n, faults)).unwrap_or_default();
    let policy = handoff::lower(&fields, names, faults);
    let privacy_url = fields.get("privacy_url").and_then(|node| {
        coded(node, "an address", "an address that begins with https://", is_url, faults)
    });
    let visitor_days = fields
        .get("retention")
        .and_then(|n| n.fields("`retention`", RETENTION_KEYS, n.place, faults))
        .and_then(|retention| retention.get("visitors")?.days(faults))
        .and_then(|days| u32::try_from(days).ok());
    Some(Bot {
        name: name?,
        bot_name: bot_name?,
        default_locale: default_locale?.0.into(),
        locales: locales?.into_iter().map(Into::into).collect(),
        time_zone: time_zone?,
        currency: currency?,
        country: country?,
        phone,
        email,
        web,
        privacy_url,
        hours,
        holidays,
        offer_person_when: policy.offer_person_when,
        callback: policy.callback,
        ladder: policy.ladder,
        teams: policy.teams,
        send_after: policy.send_after,
        visitor_days: visitor_days.unwrap_or(VISITOR_DAYS),
    })
}

fn text(fields: &Fields<'_>, key: &str, faults: &mut Faults) -> Option<String> {
    fields.need(key, faults)?.text(faults).map(str::to_owned)
}

/// A text of a usual form.
fn coded(
    node: &Node,
    what: &str,
    form: &str,
    good: impl Fn(&str) -> bool,
    faults: &mut Faults,
) -> Option<String> {
    let text = node.text(faults)?;
    if good(text) {
        return Some(text.to_owned());
    }
    let fault = Diagnostic::new(&codes::BAD_CODE, format!("`{text}` is not {what}"));
    faults.add(node.place, fault.help(format!("write {form}")));
    None
}

fn locale(node: &Node, faults: &mut Faults) -> Option<String> {
    let is_locale = |text: &str| {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        (2..=3).contains(&language.len())
            && language.chars().all(|c| c.is_ascii_lowercase())
            && parts
                .all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    coded(node, "a language", "a language tag, as in `en` or `pt-BR`", is_locale, faults)
}

fn locales(fields: &Fields<'_>, faults: &mut Faults) -> Option<Vec<String>> {
    let list = fields.need("locales", faults)?.filled_list(faults)?;
    let mut locales: Vec<String> = Vec::new();
    for node in list {
        let Some(locale) = locale(node, faults) else {
            continue;
        };
        if locales.contains(&locale) {
            let fault =
                Diagnostic::new(&codes::DUPLICATE_ID, format!("`{locale}` is listed twice"))
                    .help("remove one of them");
            faults.add(node.place, fault);
        } else {
            locales.push(locale);
        }
    }
    Some(locales)
}

fn time_zone(node: &Node, faults: &mut Faults) -> Option<chrono_tz::Tz> {
    let is_zone = |text: &str| text.parse::<chrono_tz::Tz>().is_ok();
    let form = "a name of the time zone database, as in `Europe/Vienna`";
    coded(node, "a time zone", form, is_zone, faults)?.parse().ok()
}

fn contact(fields: &Fields<'_>, faults: &mut Faults) -> [Option<String>; 3] {
    let place = fields.key("contact").map_or(fields.place, |key| key.place);
    let lines = fields
        .get("contact")
        .and_then(|node| node.fields("`contact`", CONTACT_KEYS, place, faults));
    let (mut phone, mut email, mut web) = (None, None, None);
    if let Some(lines) = &lines {
        if lines.get("phone").is_none() && lines.get("email").is_none() {
            no_contact(lines, faults);
        }
        let is_phone = |text: &str| {
            text.chars().filter(char::is_ascii_digit).count() >= 5
                && text.chars().all(|c| c.is_ascii_digit() || " +()-/".contains(c))
        };
        let form = "it with the country's number, as in `+43 316 555 0142`";
        phone = lines.get("phone").and_then(|n| coded(n, "a phone number", form, is_phone, faults));
        let form = "it as in `hello@pedalwerk.example`";
        email =
            lines.get("email").and_then(|n| coded(n, "an e-mail address", form, is_email, faults));
        let form = "an address that begins with https://";
        web = lines.get("web").and_then(|n| coded(n, "an address", form, is_url, faults));
    } else if fields.get("contact").is_none() {
        no_contact(fields, faults);
    }
    [phone, email, web]
}

fn no_contact(at: &Fields<'_>, faults: &mut Faults) {
    let message = "no phone and no e-mail address to reach a person by";
    let fault = Diagnostic::new(&codes::NO_CONTACT, message)
        .help("write `contact: { phone: \"…\", email: \"…\" }`, at least one of the two");
    faults.add(at.place, fault);
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !host.contains('@') && !text.contains(' ')
    })
}

fn is_url(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(' ')
}

type Hours = [Vec<(NaiveTime, NaiveTime)>; 7];

fn hours(node: &Node, faults: &mut Faults) -> Hours {
    let mut week = Hours::default();
    for (key, value) in node.pairs(faults).unwrap_or_default() {
        let day = |word: &str| DAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day);
        let days = match key.text.split_once('-') {
            None => day(&key.text).map(|day| day..=day),
            Some((from, to)) => day(from).zip(day(to)).map(|(from, to)| from..=to),
        };
        let Some(days) = days.filter(|days| !days.is_empty()) else {
            let message = format!("`{}` is no day and no range of days", key.text);
            let help = "days are mon tue wed thu fri sat sun, a range is `mon-fri`";
            faults.add(key.place, Diagnostic::new(&codes::BAD_HOURS, message).help(help));
            continue;
        };
        let spans: Vec<&Node> = match &value.kind {
            Kind::List(list) => list.iter().collect(),
            _ => vec![value],
        };
        for node in spans {
            let Some(span) = span(node, faults) else {
                continue;
            };
            for day in days.clone() {
                if week[day].iter().any(|(from, to)| span.0 < *to && *from < span.1) {
                    let message = format!("the hours of {} overlap with others", DAYS[day].0);
                    let fault = Diagnostic::new(&codes::BAD_HOURS, message);
                    faults.add(
                        node.place,
                        fault.help("let each span begin where the one before has ended"),
                    );
                    break;
                }
                week[day].push(span);
            }
        }
    }
    for day in &mut week {
        day.sort_unstable();
    }
    week
}

fn span(node: &Node, faults: &mut Faults) -> Option<(NaiveTime, NaiveTime)> {
    let text = &node.scalar("opening hours", faults)?.text;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let span = text.split_once('-').and_then(|(from, to)| Some((time(from)?, time(to)?)));
    let good = span.filter(|(from, to)| from < to);
    if good.is_none() {
        let fault = Diagnostic::new(&codes::BAD_HOURS, format!("`{text}` are no opening hours"))
            .help("write from-to in 24 hours, as in \"08:00-17:00\", or a list of such spans");
        faults.add(node.place, fault);
    }
    good
}

fn holidays(node: &Node, faults: &mut Faults) -> Vec<NaiveDate> {
    let list = node.list(faults).unwrap_or_default();
    let mut days: Vec<NaiveDate> = list.iter().filter_map(|day| day.date(faults)).collect();
    days.sort_unstable();
    days.dedup();
    days
}
