//! D4xx: texts that are missing, use unknown variables, or are too long.

codes! {
    TEXT_SYNTAX "D401" "text-syntax" Error {
        "A text is not written as Fluent wants it."
        why: "The entry is left out, so whoever should hear it hears another language or nothing."
        bad: "ask-city = In which town } are you?"
        good: "ask-city = In which town are you?"
    }
    REPEATED_TEXT "D402" "repeated-text" Error {
        "A key is written twice in one locale."
        why: "Only one of the two is ever said, and it is easy to edit the other."
        bad: "ask-city = Which town?\nask-city = Where are you?"
        good: "ask-city = Which town?"
    }
    UNSERVED_LOCALE "D403" "unserved-locale" Warning {
        "There is a folder of texts for a locale that bot.yaml does not list."
        why: "Nobody ever reads these texts."
        bad: "locales/fr/shared.ftl, but `locales: [en, de]` in bot.yaml"
        good: "`locales: [en, de, fr]` in bot.yaml"
    }
}
