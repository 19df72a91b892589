//! Replies as they are said: variants, terms, values within texts, one language.

use rust_decimal::Decimal;

use super::*;
use crate::domain::reply::{Choice, ChoiceId, Span};
use crate::domain::value::Money;

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
        let span =
            |text: &str, inserted| Span { text: text.to_owned(), inserted, styles: Vec::new() };
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
