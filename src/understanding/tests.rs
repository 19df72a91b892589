//! The whole way of an utterance, on the test house.

mod accuracy;
mod lent;

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::Understanding;
use super::fixture::lexicon;
use crate::domain::ids::Locale;
use crate::domain::understood::{Ask, Context, Extreme, Reading, Request, Test, Understood};
use crate::domain::value::Value;

static HOUSE: LazyLock<Understanding> =
    LazyLock::new(|| Understanding::train(&lexicon(), &Arc::default()));

/// `locale`, then words like `slot=fleet_size`, `focus=lastesel`, `choices=option.a,option.b`.
fn context(line: &str) -> Context {
    let mut context = Context { today: NaiveDate::from_ymd_opt(2026, 3, 4), ..Context::default() };
    for word in line.split_whitespace() {
        match word.split_once('=') {
            None => context.locale = Some(word.into()),
            Some(("slot", slot)) => context.slot = Some(slot.into()),
            Some(("focus", ids)) => context.focus = ids.split(',').map(Into::into).collect(),
            Some(("choices", ids)) => {
                context.choices = ids.split(',').map(|c| c.parse().expect("a choice")).collect();
            }
            Some(other) => panic!("unknown {other:?}"),
        }
    }
    context
}

fn read(line: &str, said: &str) -> Understood {
    HOUSE.understand(said, &context(line))
}

fn value(value: &Value) -> String {
    match value {
        Value::Integer(n) => n.to_string(),
        Value::Money(m) => format!("{} {}", m.amount.normalize(), m.currency),
        Value::Quantity(q) => format!("{} {}", q.amount.normalize(), q.unit.as_str()),
        Value::Choice(id) => id.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Moment(m) => format!(
            "{}{}",
            m.from,
            m.time.map(|t| t.format(" %H:%M").to_string()).unwrap_or_default()
        ),
        Value::Email(s) | Value::Phone(s) | Value::Place(s) | Value::Text(s) => s.clone(),
        other => format!("{other:?}"),
    }
}

fn reading(understood: &Understood) -> String {
    match &understood.reading {
        None => "-".into(),
        Some(Reading::Value(v)) => value(v),
        Some(Reading::Choice(c)) => c.to_string(),
        Some(Reading::OutOfRange(v)) => format!("out of range {}", value(v)),
        Some(other) => format!("{other:?}").to_lowercase(),
    }
}

fn fills(understood: &Understood) -> String {
    let list: Vec<String> =
        understood.fills.iter().map(|f| format!("{}={}", f.slot, value(&f.value))).collect();
    list.join(" ")
}

fn query(understood: &Understood) -> String {
    let Some(query) = &understood.catalogue else { return "-".into() };
    let mut words = vec![format!("{:?}", query.ask).to_lowercase()];
    words.extend(query.products.iter().map(ToString::to_string));
    words.extend(query.attributes.iter().map(|a| format!("?{a}")));
    if let Some((attribute, end)) = &query.extreme {
        words.push(format!("{}{attribute}", if *end == Extreme::Most { "+" } else { "-" }));
    }
    words.extend(query.filters.iter().map(|f| {
        let sign = match f.test {
            Test::AtLeast => ">=",
            Test::AtMost => "<=",
            Test::Is => "=",
        };
        format!("{}{sign}{}", f.attribute, value(&f.value))
    }));
    words.extend(query.count.map(|n| format!("x{n}")));
    words.join(" ")
}

#[test]
fn questions_about_the_catalogue() {
    for (line, said, expected) in [
        ("en", "how far does the big one go on a charge?", "fact ?range_km +payload_kg"),
        ("en", "how much is the lastessel", "fact lastesel ?price"),
        ("en focus=lastesel", "what does it cost for 15 of them", "fact lastesel ?price x15"),
        ("en", "which can carry 200 kg", "which payload_kg>=200 kg"),
        ("en", "anything that tows 150 kg", "which towing_kg>=150 kg"),
        ("en", "the cheapest with a roof", "extreme -price roof=true"),
        ("en", "bikes with a roof", "which roof=true"),
        ("en", "how much for the big one", "fact ?price +payload_kg"),
        (
            "en focus=lastesel",
            "is it faster than 25 km/h",
            "fact lastesel ?top_speed_kmh top_speed_kmh>=25 kmh",
        ),
        ("en", "under 5000 € with a roof", "which price<=5000 EUR roof=true"),
        ("en", "do you have anything under 4k", "which price<=4000 EUR"),
        ("en", "Lastesel or Stadtwerker?", "compare lastesel stadtwerker"),
        ("en", "and the Lastesel?", "about lastesel"),
        ("en focus=brotbote", "how heavy is it", "fact brotbote ?weight_kg"),
        ("en", "does the Frostbeule have a reverse gear", "fact frostbeule ?reverse"),
        ("de", "was kostet das bei 15 Stück?", "fact ?price x15"),
        ("de", "welches hat ein Dach und trägt 200 kg", "which payload_kg>=200 kg roof=true"),
        ("de", "das günstigste ohne Dach", "extreme -price roof=false"),
        ("de focus=blitzkurier", "und wie schwer ist er?", "fact blitzkurier ?weight_kg"),
        ("es", "el más barato con techo", "extreme -price roof=true"),
        ("pl", "najtańszy z dachem", "extreme -price roof=true"),
        ("pl focus=lastesel", "ile to kosztuje za 15 sztuk", "fact lastesel ?price x15"),
        ("en", "what would you recommend for a bakery", "-"),
        ("en", "can I lease", "-"),
        ("en", "talk to a person", "-"),
    ] {
        assert_eq!(query(&read(line, said)), expected, "{line}: {said}");
    }
}

#[test]
fn slots_fill_without_being_asked() {
    for (line, said, expected) in [
        (
            "en",
            "we are a bakery with 3 vans in Graz, what would you recommend",
            "business=bakery vehicles=3 city=Graz",
        ),
        (
            "de",
            "Wir sind eine Bäckerei mit 3 Lieferwagen in Graz",
            "business=bakery vehicles=3 city=Graz",
        ),
        (
            "es",
            "somos una panadería con 3 furgonetas en Graz",
            "business=bakery vehicles=3 city=Graz",
        ),
        (
            "pl",
            "jesteśmy piekarnią z 3 busami w Krakowie",
            "business=bakery vehicles=3 city=Kraków",
        ),
        ("en", "our budget is 20k", "budget=20000 EUR"),
        ("en", "which can carry 200 kg", "load_kg=200 kg"),
        ("en", "anything that tows 150 kg", ""),
        ("en", "is it under 30 kg", ""),
        ("en", "not 15, 12 bikes", "fleet_size=12"),
        ("en", "what's the weather in Rome", ""),
        (
            "en",
            "call me tomorrow at 10, +43 664 1234567",
            "callback_time=2026-03-05 10:00 phone=+436641234567",
        ),
        (
            "de",
            "Wir brauchen ca. 15 Räder, Budget etwa 80.000 Euro",
            "fleet_size=15 budget=80000 EUR",
        ),
        (
            "en",
            "I am Tom from Huber Logistics GmbH",
            "contact_name=Tom company=Huber Logistics GmbH",
        ),
        ("pl", "najtańszy z dachem", ""),
        // Goodbyes end with words for "soon", and tell no time.
        ("en", "great, see you soon", ""),
        ("de", "danke, bis bald", ""),
        ("es", "gracias, hasta pronto", ""),
        ("pl", "do zobaczenia wkrótce", ""),
        // Whoever is asked for by name is not the visitor.
        ("en", "can I speak with Kim again", ""),
        ("de", "Ich würde gern mit Anna sprechen", ""),
        ("es", "quiero hablar con Ana", ""),
        ("pl", "chcę porozmawiać z Anną", ""),
    ] {
        assert_eq!(fills(&read(line, said)), expected, "{line}: {said}");
    }
}

#[test]
fn replies_to_the_open_question() {
    for (line, said, expected) in [
        ("en slot=fleet_size", "about 15, and do you deliver to Linz?", "15"),
        ("en slot=fleet_size", "a dozen or so", "12"),
        ("en slot=fleet_size", "5-10", "5"),
        ("en slot=fleet_size", "just one", "1"),
        ("en slot=fleet_size", "around 600", "out of range 600"),
        ("en slot=fleet_size", "no idea yet", "notsure"),
        ("en slot=fleet_size", "3 vans", "-"),
        ("pl slot=fleet_size", "nie wiem", "notsure"),
        ("es slot=fleet_size", "no sé", "notsure"),
        ("de slot=fleet_size", "keine Ahnung", "notsure"),
        ("pl slot=fleet_size", "może dwanaście", "12"),
        ("de slot=fleet_size", "anderthalb Dutzend", "18"),
        ("de slot=load_kg", "so um die 80 Kilo", "80 kg"),
        ("en slot=load_kg", "440 lb", "199.6 kg"),
        ("en slot=load_kg", "80", "80 kg"),
        ("de slot=budget", "höchstens 20.000", "20000 EUR"),
        ("en slot=business", "we deliver parcels", "courier"),
        (
            "en slot=business choices=option.bakery,option.courier",
            "the second one",
            "option.courier",
        ),
        ("en slot=business choices=option.bakery,option.courier", "2", "option.courier"),
        ("en slot=fleet_size choices=option.talk,option.look", "2", "2"),
        ("en slot=fleet_size choices=option.talk,option.look", "2)", "option.look"),
        ("en choices=option.talk,option.quote,option.look", "#3", "option.look"),
        ("en choices=option.talk,option.quote", "yes", "yes"),
        ("en choices=option.talk,option.quote", "yes please", "yes"),
        ("de choices=option.talk,option.quote", "lieber nicht", "no"),
        ("de slot=city", "in Wels", "Wels"),
        ("de slot=city", "Hintertupfing", "Hintertupfing"),
        ("en slot=phone", "0664 1234567", "+436641234567"),
        ("en slot=email", "its anna@huber.at", "anna@huber.at"),
        ("en slot=contact_name", "my name is Anna Huber", "Anna Huber"),
        ("en slot=contact_name", "Anna", "Anna"),
        ("en slot=contact_name", "I want to talk to a human", "-"),
        ("en slot=contact_name", "let me talk to Kim", "-"),
        ("de slot=contact_name", "kann ich mit Anna sprechen", "-"),
        ("de slot=timeline", "bald", "now"),
        ("de slot=timeline", "bis bald", "-"),
        ("es slot=timeline", "hasta pronto", "-"),
        ("pl slot=timeline", "do zobaczenia wkrótce", "-"),
        ("en slot=contact_name", "do you have insurance?", "-"),
        ("en slot=callback_time", "tomorrow at 10", "2026-03-05 10:00"),
        ("pl slot=callback_time", "we wtorek o 15", "2026-03-10 15:00"),
        ("en slot=plate", "it is G-12345", "G-12345"),
    ] {
        assert_eq!(reading(&read(line, said)), expected, "{line}: {said}");
    }
}

#[test]
fn two_requests_in_one_message() {
    let understood = read("en slot=fleet_size", "about 15, and do you deliver to Linz?");
    assert_eq!(
        understood.answers.first().map(|a| a.id.to_string()).as_deref(),
        Some("delivery_area")
    );
    let understood = read("en", "can I lease? and what is the range of the Lastesel?");
    assert_eq!(understood.answers.first().map(|a| a.id.to_string()).as_deref(), Some("leasing"));
    assert!(matches!(understood.also.as_slice(), [Request::Catalogue(q)] if q.ask == Ask::Fact));
}

#[test]
fn corrections_are_told() {
    for (line, said, expected) in [
        ("en", "actually 12", true),
        ("de", "eigentlich doch 12", true),
        ("de", "nimm lieber zwölf", true),
        ("es", "en realidad 12", true),
        ("pl", "właściwie 12", true),
        ("en", "no, make it 12", true),
        ("en", "not 15, 12", true),
        ("en", "we have 12", false),
    ] {
        let understood = read(line, said);
        assert_eq!(understood.corrects, expected, "{line}: {said}");
        assert!(understood.entities.iter().any(|e| e.value == Value::Integer(12)), "{said}");
    }
}

#[test]
fn the_locale_sticks_unless_a_sentence_is_clear() {
    for (line, said, expected) in [
        ("", "wie weit kommt der Lastesel", "de"),
        ("", "hola", "es"),
        ("", "cześć", "pl"),
        ("", "12", "en"),
        ("de", "ok", "de"),
        ("de", "12", "de"),
        ("de", "Lastesel", "de"),
        ("de", "anna@huber.at", "de"),
        ("de", "how much does the Lastesel cost?", "en"),
        ("en", "¿cuánto cuesta la Lastesel?", "es"),
        ("en", "ile kosztuje ten rower?", "pl"),
        ("en", "was kostet der Lastesel?", "de"),
    ] {
        assert_eq!(read(line, said).locale, Some(Locale::from(expected)), "{line}: {said}");
    }
    for (said, tag) in [
        ("combien coute le velo avec un toit pour une boulangerie?", Some("fr")),
        ("сколько стоит велосипед", Some("ru")),
        ("wat kost deze fiets voor een bakkerij?", Some("nl")),
        ("Brotbote Lastesel Stadtwerker", None),
        ("how much is it", None),
    ] {
        assert_eq!(read("en", said).not_served.as_deref(), tag, "{said}");
    }
}

#[test]
fn stop_is_understood_and_its_look_alikes_are_not() {
    let stops =
        |line: &str, said: &str| read(line, said).intents.first().is_some_and(|i| i.id == "stop");
    for (line, said) in
        [("en", "stop"), ("en", "STOP!!!"), ("de", "stopp"), ("es", "stop"), ("pl", "stop")]
    {
        assert!(stops(line, said), "{said}");
    }
    for said in ["non-stop delivery", "can you stop by on Friday?", "is there a bus stop near you"]
    {
        assert!(!stops("en", said), "{said}");
    }
}

#[test]
fn somebody_asked_for_by_name_is_a_person() {
    let human =
        |line: &str, said: &str| read(line, said).intents.first().is_some_and(|i| i.id == "human");
    for (line, said) in [
        ("en", "talk to Kim again"),
        ("en", "can I speak with Kim again"),
        ("en slot=contact_name", "let me talk to Kim"),
        ("de", "kann ich noch einmal mit Kim sprechen?"),
        ("es", "¿puedo hablar con Kim?"),
        ("pl", "chcę porozmawiać z Kim"),
    ] {
        assert!(human(line, said), "{said}");
    }
    for (line, said) in [("en", "I talked to Kim yesterday"), ("de", "ich habe mit Kim gesprochen")]
    {
        assert!(!human(line, said), "{said}");
    }
}

#[test]
fn what_is_stored_understands_the_same() {
    let bytes = HOUSE.to_bytes();
    let again =
        Understanding::from_bytes(&lexicon(), &Arc::default(), &bytes).expect("the same lexicon");
    let said = "how far does the big one go on a charge, and can I lease?";
    assert_eq!(again.understand(said, &context("en")), read("en", said));
    let mut other = lexicon();
    other.locales.remove("pl");
    assert!(Understanding::from_bytes(&other, &Arc::default(), &bytes).is_none());
    assert!(
        Understanding::from_bytes(&lexicon(), &Arc::default(), &bytes[..bytes.len() / 2]).is_none()
    );
    assert!(Understanding::from_bytes(&lexicon(), &Arc::default(), b"nonsense").is_none());
}

#[test]
fn long_and_odd_input_is_read_quietly() {
    for said in [
        String::new(),
        " ".into(),
        "?".into(),
        "\u{0}".into(),
        "a".repeat(10_000),
        "1".repeat(10_000),
        "€ ".repeat(3_000),
        "and ".repeat(2_500),
        "👍🏽".repeat(500),
        "مرحبا كيف الحال".into(),
        "{ $x } <b>&amp;</b> \u{202e}abc".into(),
        "99999999999999999999999 kg".into(),
        "31.02.2027 25:99".into(),
    ] {
        for line in
            ["", "en slot=fleet_size", "pl slot=callback_time", "de slot=city", "es slot=phone"]
        {
            check_spans(&said, &read(line, &said));
        }
    }
}

fn check_spans(said: &str, understood: &Understood) {
    for entity in &understood.entities {
        assert!(
            entity.start < entity.end && said.get(entity.start..entity.end).is_some(),
            "{said}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_input_gives_sound_spans_and_the_same_result(
        said in "(\\PC|[0-9]{1,4}[.:/-]|[€%] ?|at |um |in |bis |za |von |und |mañana |[A-Z]ö|\u{fb01}|\\s){0,40}",
        locale in "en|de|es|pl",
        slot in "fleet_size|callback_time|city|phone|budget|business|contact_name|plate",
    ) {
        let line = format!("{locale} slot={slot}");
        let understood = read(&line, &said);
        check_spans(&said, &understood);
        prop_assert_eq!(understood, read(&line, &said));
    }
}
