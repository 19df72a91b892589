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
    TEXT_GAP "D404" "text-gap" Warning {
        "A locale lacks a text that the default locale has."
        why: "Every reply that needs it is said in the default locale, as a whole."
        bad: "ask-city in locales/en/shared.ftl, but not in locales/de/shared.ftl"
        good: "ask-city in both"
    }
    VARIABLES_DIFFER "D405" "variables-differ" Error {
        "A text uses other variables in one locale than in the default locale."
        why: "Readers of one language are told less, or something wrong."
        bad: "en: noted = Got it, { $fleet_size } bikes.\nde: noted = Notiert."
        good: "en: noted = Got it, { $fleet_size } bikes.\nde: noted = Notiert: { $fleet_size } Räder."
    }
    UNKNOWN_VARIABLE "D406" "unknown-variable" Error {
        "A text uses a variable that nothing fills."
        why: "The place stays empty in what the visitor reads."
        bad: "noted = Got it, { $fleetsize } bikes."
        good: "noted = Got it, { $fleet_size } bikes."
    }
    UNKNOWN_REFERENCE "D407" "unknown-text-reference" Error {
        "A text refers to another one that is not there."
        why: "The place stays empty in what the visitor reads."
        bad: "hours = See { openig }."
        good: "hours = See { opening }.\nopening = opening hours"
    }
    TEXT_FUNCTION "D408" "text-function" Error {
        "A text calls a function that does not exist, or gives one an option."
        why: "Values are written as the locale writes them; functions and options change nothing."
        bad: "price = { CURRENCY($price) }"
        good: "price = { $price }"
    }
    TEXT_TOO_LONG "D409" "text-too-long" Warning {
        "A text is too long to be read in a chat, or to be sent at all."
        why: "Beyond 600 characters people stop reading; Discord refuses more than 2000, Telegram more than 4096."
        bad: "answer-leasing = (700 characters)"
        good: "answer-leasing = (three sentences, and an offer to tell more)"
    }
    LABEL_TOO_LONG "D410" "label-too-long" Warning {
        "The label of a button is too long."
        why: "Phones cut it off after about 40 characters; Discord refuses more than 80."
        bad: "option-talk = I would very much like to talk to a person from your team"
        good: "option-talk = Talk to a person"
    }
    UNUSED_TEXT "D411" "unused-text" Warning {
        "No step, slot, option, answer, product or text uses a text."
        why: "Somebody translates and maintains it for nothing, or its key is misspelt."
        bad: "find_a_bike-into = Happy to help."
        good: "find_a_bike-intro = Happy to help."
    }
    TEXT_LOOP "D412" "text-loop" Error {
        "A text contains itself, by way of others."
        why: "It can never be said."
        bad: "a = See { b }.\nb = See { a }."
        good: "a = See { b }.\nb = our shop"
    }
    PLURAL_FORMS "D413" "plural-forms" Warning {
        "A text lacks plural forms that its language has."
        why: "With some numbers the sentence is wrong."
        bad: "(pl) noted = { $n -> [one] rower *[other] rowerów }"
        good: "(pl) noted = { $n -> [one] rower [few] rowery *[many] rowerów }"
    }
}
