use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;

use super::*;
use crate::domain::reply::{Arg, Choice, ChoiceId, Span};
use crate::domain::value::{Moment, Money, Quantity, Unit, Value};

/// All threads share one.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
};

/// A house's variables.
struct House(Vec<(&'static str, Arg)>);

impl Scope for House {
    fn variable(&self, name: &str) -> Option<Arg> {
        self.0.iter().find(|(id, _)| *id == name).map(|(_, arg)| arg.clone())
    }

    fn today(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 3, 4)
    }
}

fn load(files: &[(&str, &str)]) -> (Texts, Vec<Diagnostic>) {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let locales = ["en", "de", "es", "pl"].map(Locale::from);
    Texts::load(&files.collect(), &Locale::from("en"), &locales)
}

/// One text in every language.
fn loaded(texts: &[(&str, &str)]) -> Texts {
    let paths: Vec<(String, &str)> =
        texts.iter().map(|(locale, text)| (format!("locales/{locale}/a.ftl"), *text)).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let (texts, faults) = load(&files);
    assert!(faults.is_empty(), "{faults:?}");
    texts
}

fn everywhere(text: &str) -> Texts {
    loaded(&["en", "de", "es", "pl"].map(|locale| (locale, text)))
}

fn value(value: Value) -> Arg {
    Arg::Value(value)
}

fn text(words: &str) -> Arg {
    value(Value::Text(words.to_owned()))
}

fn amount(number: &str, unit: Unit) -> Arg {
    value(Value::Quantity(Quantity { amount: number.parse().unwrap(), unit }))
}

/// How an argument looks in a locale.
fn shown(locale: &str, arg: Arg) -> String {
    let texts = everywhere("a = { $x }\noption-bakery = Bakery\noption-courier = Courier");
    texts.render_plain(&locale.into(), &Part::tell("a").with("x", arg), &House(vec![]))
}

#[track_caller]
fn in_all(arg: &Arg, expected: [&str; 4]) {
    let shown = ["en", "de", "es", "pl"].map(|locale| shown(locale, arg.clone()));
    assert_eq!(shown.each_ref().map(String::as_str), expected);
}

fn nbsp(text: &str) -> String {
    text.replace('_', "\u{a0}")
}

#[test]
fn money_is_written_as_each_locale_writes_it() {
    let cases = [
        ("4890", "EUR", ["€4,890", "4.890_€", "4.890_€", "4_890_€"]),
        ("4890.50", "EUR", ["€4,890.50", "4.890,50_€", "4.890,50_€", "4_890,50_€"]),
        ("149", "EUR", ["€149", "149_€", "149_€", "149_€"]),
        ("0.5", "EUR", ["€0.50", "0,50_€", "0,50_€", "0,50_€"]),
        ("73350.00", "EUR", ["€73,350", "73.350_€", "73.350_€", "73_350_€"]),
        ("1234567", "EUR", ["€1,234,567", "1.234.567_€", "1.234.567_€", "1_234_567_€"]),
        ("-50", "EUR", ["-€50", "-50_€", "-50_€", "-50_€"]),
        ("4890", "CHF", ["CHF_4,890", "4.890_CHF", "4.890_CHF", "4_890_CHF"]),
        ("1200", "PLN", ["PLN_1,200", "1.200_PLN", "1.200_PLN", "1_200_zł"]),
    ];
    for (number, currency, expected) in cases {
        let expected = expected.map(nbsp);
        let arg = Arg::money(number.parse::<Decimal>().unwrap(), currency);
        in_all(&arg, expected.each_ref().map(String::as_str));
    }
}

#[test]
fn numbers_and_units_follow_the_locale() {
    let cases = [
        (Arg::integer(12), ["12", "12", "12", "12"]),
        (Arg::integer(12_500), ["12,500", "12.500", "12.500", "12_500"]),
        (value(Value::Decimal("2.50".parse().unwrap())), ["2.5", "2,5", "2,5", "2,5"]),
        (amount("180", Unit::Kilogram), ["180_kg", "180_kg", "180_kg", "180_kg"]),
        (amount("20", Unit::Percent), ["20%", "20_%", "20_%", "20%"]),
        (amount("1", Unit::Week), ["1_week", "1_Woche", "1_semana", "1_tydzień"]),
        (amount("3", Unit::Week), ["3_weeks", "3_Wochen", "3_semanas", "3_tygodnie"]),
        (amount("6", Unit::Week), ["6_weeks", "6_Wochen", "6_semanas", "6_tygodni"]),
        (amount("22", Unit::Year), ["22_years", "22_Jahre", "22_años", "22_lata"]),
        (amount("1.5", Unit::Year), ["1.5_years", "1,5_Jahre", "1,5_años", "1,5_roku"]),
        (amount("25", Unit::KilometerPerHour), ["25_km/h", "25_km/h", "25_km/h", "25_km/h"]),
        (value(Value::Boolean(true)), ["yes", "ja", "sí", "tak"]),
    ];
    for (arg, expected) in cases {
        let expected = expected.map(nbsp);
        in_all(&arg, expected.each_ref().map(String::as_str));
    }
}

#[test]
fn dates_and_periods_follow_the_locale() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let moment = |from, to, time| value(Value::Moment(Moment { from, to, time }));
    let at = NaiveTime::from_hms_opt(10, 30, 0);
    let one = |d: NaiveDate, time| moment(d, d, time);
    let cases = [
        (
            one(day(2026, 3, 10), None),
            ["Tuesday, March 10", "Dienstag, 10. März", "martes, 10 de marzo", "wtorek, 10 marca"],
        ),
        (
            one(day(2027, 6, 30), None),
            [
                "Wednesday, June 30, 2027",
                "Mittwoch, 30. Juni 2027",
                "miércoles, 30 de junio de 2027",
                "środa, 30 czerwca 2027",
            ],
        ),
        (
            one(day(2026, 3, 10), at),
            [
                "Tuesday, March 10 at 10:30\u{202f}AM",
                "Dienstag, 10. März um 10:30\u{a0}Uhr",
                "martes, 10 de marzo a las 10:30",
                "wtorek, 10 marca 10:30",
            ],
        ),
        (
            moment(day(2026, 4, 1), day(2026, 4, 30), None),
            ["April 2026", "April 2026", "abril de 2026", "kwiecień 2026"],
        ),
        (
            moment(day(2026, 3, 9), day(2026, 3, 13), None),
            [
                "March 9 – March 13",
                "9. März – 13. März",
                "9 de marzo – 13 de marzo",
                "9 marca – 13 marca",
            ],
        ),
        (moment(day(2027, 1, 1), day(2027, 12, 31), None), ["2027", "2027", "2027", "2027"]),
    ];
    for (arg, expected) in cases {
        in_all(&arg, expected);
    }
}

#[test]
fn lists_are_joined_as_the_locale_joins_them() {
    let words = |words: &[&str]| words.iter().map(|word| text(word)).collect::<Vec<_>>();
    let cases = [
        (Arg::And(words(&["a"])), ["a", "a", "a", "a"]),
        (Arg::And(words(&["a", "b"])), ["a and b", "a und b", "a y b", "a i b"]),
        (Arg::And(words(&["a", "b", "c"])), ["a, b, and c", "a, b und c", "a, b y c", "a, b i c"]),
        (Arg::Or(words(&["a", "o"])), ["a or o", "a oder o", "a u o", "a lub o"]),
        (Arg::And(words(&["a", "Iglu"])), ["a and Iglu", "a und Iglu", "a e Iglu", "a i Iglu"]),
        (
            Arg::And(vec![text("a"), Arg::Nothing, text(" "), text("b")]),
            ["a and b", "a und b", "a y b", "a i b"],
        ),
        (Arg::And(vec![]), ["", "", "", ""]),
        (Arg::Lines(words(&["a", "b"])), ["\n• a\n• b"; 4]),
        (Arg::Joined(vec![text("a"), Arg::Nothing, text("b")]), ["a b"; 4]),
        (
            value(Value::Choices(vec!["bakery".into(), "courier".into()])),
            ["Bakery and Courier", "Bakery und Courier", "Bakery y Courier", "Bakery i Courier"],
        ),
    ];
    for (arg, expected) in cases {
        in_all(&arg, expected);
    }
}

#[test]
fn plural_forms_are_chosen_by_number() {
    let texts = everywhere(
        "a = { $n ->\n [0] zero\n [one] one\n [few] few\n [many] many\n *[other] other\n }",
    );
    let cases = [
        ("en", "0", "zero"),
        ("en", "1", "one"),
        ("en", "2", "other"),
        ("de", "1", "one"),
        ("pl", "1", "one"),
        ("pl", "2", "few"),
        ("pl", "4", "few"),
        ("pl", "5", "many"),
        ("pl", "12", "many"),
        ("pl", "22", "few"),
        ("pl", "1.5", "other"),
        ("es", "1", "one"),
        ("es", "3", "other"),
    ];
    for (locale, number, expected) in cases {
        let number: Decimal = number.parse().unwrap();
        let unit = Unit::Kilogram;
        for arg in [
            value(Value::Decimal(number)),
            value(Value::Quantity(Quantity { amount: number, unit })),
            value(Value::Money(Money { amount: number, currency: "EUR".into() })),
        ] {
            let part = Part::tell("a").with("n", arg);
            assert_eq!(
                texts.render_plain(&locale.into(), &part, &()),
                expected,
                "{locale} {number}"
            );
        }
    }
}

#[test]
fn variants_are_chosen_by_words_too() {
    let texts = everywhere(
        "a = { $x ->\n [bakery] bread\n [yes] agreed\n [none] nothing\n *[other] else\n }\n\
         option-bakery = Bakery",
    );
    let cases = [
        (Some(value(Value::Choice("bakery".into()))), "bread"),
        (Some(value(Value::Choices(vec!["courier".into(), "bakery".into()]))), "bread"),
        (Some(text("bakery")), "bread"),
        (Some(value(Value::Boolean(true))), "agreed"),
        (Some(value(Value::Boolean(false))), "else"),
        (Some(Arg::Nothing), "nothing"),
        (Some(text("")), "nothing"),
        (None, "nothing"),
        (Some(text("van")), "else"),
    ];
    for (arg, expected) in cases {
        let mut part = Part::tell("a");
        part.args.extend(arg.map(|arg| ("x".to_owned(), arg)));
        let rendered = texts.render(&"en".into(), &said(part), &());
        assert_eq!(rendered.outbound.text(), expected);
        assert_eq!(rendered.missing, []);
    }
}

fn said(part: Part) -> Reply {
    Reply { parts: vec![part], ..Reply::default() }
}

#[test]
fn terms_references_and_functions_are_resolved() {
    let texts = everywhere(concat!(
        "-brand = { $case ->\n   *[nominative] Pedalwerk\n    [genitive] Pedalwerks\n }\n    .gender = it\n",
        "a = { -brand } and { -brand(case: \"genitive\") }, { b } { b.c } { \"{\" }{ 3 }\n",
        "b = see { $x }\n    .c = dots\n",
        "d = { NUMBER($w) } of { $w }\n",
        "e = { -brand.gender ->\n    [it] neuter\n   *[other] odd\n }\n",
    ));
    let check = |part: Part, expected: &str| {
        let rendered = texts.render(&"en".into(), &said(part), &());
        assert_eq!(rendered.outbound.text(), expected);
        assert_eq!(rendered.missing, []);
    };
    check(Part::tell("a").with("x", text("it")), "Pedalwerk and Pedalwerks, see it dots {3");
    check(Part::tell("d").with("w", amount("6", Unit::Week)), "6 of 6\u{a0}weeks");
    check(Part::tell("e"), "neuter");
}

#[test]
fn inserted_values_stay_literal_and_marked() {
    let texts =
        loaded(&[("en", "a = Hello { $name }, *you*!\nb = { a }\nn = <b>Bold</b> { $house }")]);
    let house = House(vec![("house", text("Pedalwerk"))]);
    for evil in
        ["{ $house }", "*bold* _x_", "<b>x</b>", "{ a }", "[x](http://x)", "@everyone", "a{"]
    {
        let part = Part::tell("a").with("name", text(evil));
        let spans = texts.render(&"en".into(), &said(part), &house).outbound.spans;
        let span = |text: &str, inserted| Span { text: text.to_owned(), inserted };
        assert_eq!(spans, [span("Hello ", false), span(evil, true), span(", *you*!", false)]);
    }
    // A text within a text is a writer's, its own values are not; in a list too.
    let part = Part::tell("a").with("name", Arg::And(vec![Arg::Text("n".into()), text("<i>")]));
    let spans = texts.render(&"en".into(), &said(part), &house).outbound.spans;
    let marked: Vec<_> = spans.iter().map(|s| (s.text.as_str(), s.inserted)).collect();
    assert_eq!(
        marked,
        [
            ("Hello <b>Bold</b> ", false),
            ("Pedalwerk", true),
            (" and ", false),
            ("<i>", true),
            (", *you*!", false)
        ]
    );
}

#[test]
fn no_characters_are_added_and_none_reach_beyond_a_value() {
    assert_eq!(shown("en", text("https://x.example/?a=b")), "https://x.example/?a=b");
    assert_eq!(shown("en", value(Value::Phone("+43316555".into()))), "+43316555");
    assert_eq!(shown("en", text("a\u{202e}b\u{2067}c\u{0}d\u{7}\te\nf\u{e001}")), "abcd e\nf");
    assert_eq!(shown("en", text("שלום")), "שלום");
}

#[test]
fn a_reply_is_never_in_two_languages() {
    let texts = loaded(&[
        (
            "en",
            "a = Hello.\nb = Which town?\nonly_en = Yes.\noption-x = Ex\nproduct-p = Pea\nv = { $p }",
        ),
        ("de", "a = Hallo.\nb = Welche Stadt?\noption-x = Ix\nv = { $p }"),
    ]);
    let check = |locale: &str, parts: Vec<Part>, expected: (&str, &str)| {
        let label = "option-x".into();
        let choices = vec![Choice { id: ChoiceId::Option("x".into()), label }];
        let rendered = texts.render(&locale.into(), &Reply { parts, choices, picture: None }, &());
        assert_eq!((rendered.locale.as_str(), rendered.outbound.text().as_str()), expected);
        let label = if rendered.locale == "de" { "Ix" } else { "Ex" };
        assert_eq!(rendered.outbound.choices[0].label, label);
        rendered.missing
    };
    let (a, b) = (Part::tell("a"), Part::ask("b"));
    assert_eq!(check("de", vec![a.clone(), b.clone()], ("de", "Hallo.\n\nWelche Stadt?")), []);
    let missing = check(
        "de",
        vec![a.clone(), Part::tell("only_en"), b.clone()],
        ("en", "Hello.\n\nYes.\n\nWhich town?"),
    );
    assert_eq!(missing.len(), 1);
    // The same for a text among the arguments.
    let v = Part::tell("v").with("p", Arg::Text("product-p".into()));
    check("de", vec![v], ("en", "Pea"));
    // What is nowhere is left out, in the language asked for.
    let missing = check("de", vec![a.clone(), Part::tell("nowhere")], ("de", "Hallo."));
    assert_eq!(missing.len(), 1);
    // Regions and unknown languages.
    check("de-AT", vec![a.clone()], ("de", "Hallo."));
    check("fr", vec![a.clone()], ("en", "Hello."));
    check("", vec![a], ("en", "Hello."));
}

#[test]
fn unknown_variables_are_left_out_and_told() {
    let texts = everywhere("a = Up to { $kg }.\nl = { m }\nm = { l }\nt = { $t }");
    let rendered = texts.render(&"en".into(), &said(Part::tell("a")), &());
    assert_eq!(rendered.outbound.text(), "Up to .");
    let told: Vec<String> = rendered.missing.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["no value for $kg in a"]);
    // Texts that contain themselves end.
    let rendered = texts.render(&"en".into(), &said(Part::tell("l")), &());
    assert!(matches!(rendered.missing[0], Missing::Loop { .. }));
    let looped = Part::tell("t").with("t", Arg::Text("t".into()));
    assert_eq!(texts.render_plain(&"en".into(), &looped, &()), "");
}

#[test]
fn a_house_overrides_standard_texts_one_by_one() {
    let (texts, faults) = load(&[(
        "locales/en/standard.ftl",
        "thanks-reply = My pleasure.\nintent-thanks = Says thanks\n",
    )]);
    assert!(faults.is_empty());
    let say = |locale: &str, key: &str| texts.render_plain(&locale.into(), &Part::tell(key), &());
    assert_eq!(say("en", "thanks-reply"), "My pleasure.");
    assert_ne!(say("de", "thanks-reply"), "My pleasure.");
    assert!(texts.has(&"en".into(), "apology", None));
    let known = &texts.known()[&Locale::from("en")];
    assert!(!known["thanks-reply"].built_in && known["apology"].built_in);
    assert!(known["apology"].variables.contains("phone"));
    let (french, _) = Texts::load(&BTreeMap::new(), &"fr".into(), &["fr".into()]);
    assert!(!french.render_plain(&"fr".into(), &Part::tell("thanks-reply"), &()).is_empty());
}

#[test]
fn phrases_are_read_one_a_line() {
    let texts = loaded(&[(
        "en",
        "intent-x = I want it\n    .said =\n        can I, please, have it\n\n        give {\"{\"}me\n          it\n\
         attribute-kg = payload\n    .said = payload\n    .most = heaviest, strongest,\n        big one\n    .least =\n        lightest\n\
         slot-n =\n    .said =\n        bikes\n        of them\n\
         product-p = Pea\n    .said =\n        pea\n        Pea\n",
    )]);
    let en = Locale::from("en");
    assert_eq!(
        texts.phrases(&en, "intent-x", "said"),
        ["can I, please, have it", "give {me", "it"]
    );
    assert_eq!(texts.phrases(&"de".into(), "intent-x", "said"), [""; 0]);
    let ids = Ids {
        intents: vec!["x".into()],
        attributes: vec!["kg".into()],
        slots: vec!["n".into()],
        products: vec!["p".into(), "q".into()],
        ..Ids::default()
    };
    let words = texts.words(&en, &ids);
    assert_eq!(words.intents["x"], ["I want it", "can I, please, have it", "give {me", "it"]);
    assert_eq!(words.attributes["kg"].said, ["payload"]);
    assert_eq!(words.attributes["kg"].most, ["heaviest", "strongest", "big one"]);
    assert_eq!(words.attributes["kg"].least, ["lightest"]);
    assert_eq!(words.slots["n"], ["bikes", "of them"]);
    assert_eq!(words.products["p"], ["Pea", "pea"]);
    assert_eq!(words.products["q"], [""; 0]);
    assert_eq!(texts.keys_with_prefix("slot-").into_iter().collect::<Vec<_>>(), ["slot-n"]);
}

#[test]
fn bad_texts_are_told_and_the_rest_is_kept() {
    let files = [
        (
            "locales/en/a.ftl",
            "good = Yes\nbad = No } no\n    .said = x\nfine = Fine\ngood = Again\n",
        ),
        ("locales/fr/a.ftl", "good = Oui\n"),
        ("locales/fr/b.ftl", "fine = Bien\n"),
        ("dialogs/a.yaml", "x: y"),
    ];
    let (texts, faults) = load(&files);
    let told: Vec<_> = faults.iter().map(|f| (f.code.id, f.message.as_str())).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0].0, "D401");
    assert_eq!(told[1], ("D402", "`good` is written twice"));
    assert_eq!(told[2], ("D403", "the locale `fr` is not served"));
    let at = faults[0].location.as_ref().unwrap();
    assert_eq!((at.line_column(files[0].1), at.file.as_str()), ((2, 10), "locales/en/a.ftl"));
    let known = &texts.known()[&Locale::from("en")];
    assert!(["good", "fine", "bad", "bad.said"].iter().all(|key| known.contains_key(*key)));
    assert_eq!(texts.render_plain(&"en".into(), &Part::tell("good"), &()), "Yes");
}

#[test]
fn positions_are_those_of_the_source() {
    let source = "# é\nask-city = Où, { $name }?\n    .why = Because\n    .said =\n        hello there\n        x\n";
    let parsed = source::parse(source);
    let entry = &parsed.entries[0];
    let slice = |range: &Range<usize>| &source[range.clone()];
    assert_eq!(slice(&entry.span), "ask-city");
    let value = entry.value.as_ref().unwrap();
    assert_eq!(slice(&value.body), "Où, { $name }?");
    assert_eq!(slice(&value.uses[0].span), "name");
    assert_eq!(slice(&entry.attributes[0].1.span), "why");
    let list = &entry.phrases[0].1.list;
    assert_eq!(slice(&list[0].1), "hello there");
    assert_eq!(slice(&list[1].1), "x");
}

#[test]
fn files_of_other_systems_are_read_too() {
    let (texts, faults) = load(&[(
        "locales/en/a.ftl",
        "\u{feff}a = One\r\n    two { $x }\r\n    .said =\r\n        hi there\r\n        you, too\r\nb = No } no\r\n",
    )]);
    assert_eq!(texts.phrases(&"en".into(), "a", "said"), ["hi there", "you, too"]);
    let part = Part::tell("a").with("x", Arg::integer(3));
    assert_eq!(texts.render_plain(&"en".into(), &part, &()), "One\ntwo 3");
    assert_eq!(faults.len(), 1);
    assert!(texts.known()[&Locale::from("en")].contains_key("b"));
}

#[test]
fn tabs_are_named_as_the_cause() {
    for text in ["a = x\n\t.said = y\n", "a =\n\tx\n", "a = x\n    .said =\n\t\ty\n"] {
        let (_, faults) = load(&[("locales/en/a.ftl", text)]);
        let help: Vec<_> = faults.iter().filter_map(|fault| fault.help.as_deref()).collect();
        assert!(help.iter().any(|help| help.contains("tabs")), "{text:?}: {faults:#?}");
    }
}
