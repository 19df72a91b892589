//! Files as they are read: overrides, phrases, faults, positions.

use std::ops::Range;

use super::*;

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
    assert!(texts.keys().contains("thanks-reply") && texts.keys().contains("apology"));
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
    let keys = texts.keys();
    assert!(["good", "fine", "bad", "bad.said"].iter().all(|key| keys.contains(*key)));
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
    assert!(texts.keys().contains("b"));
}

#[test]
fn tabs_are_named_as_the_cause() {
    for text in ["a = x\n\t.said = y\n", "a =\n\tx\n", "a = x\n    .said =\n\t\ty\n"] {
        let (_, faults) = load(&[("locales/en/a.ftl", text)]);
        let help: Vec<_> = faults.iter().filter_map(|fault| fault.help.as_deref()).collect();
        assert!(help.iter().any(|help| help.contains("tabs")), "{text:?}: {faults:#?}");
    }
}
