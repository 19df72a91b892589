//! D5xx: phrases that the understanding learns from.

codes! {
    PHRASE_IN_TWO "D501" "phrase-in-two" Error {
        "One phrase stands for two intents or answers of a locale."
        why: "What somebody means by it cannot be told."
        bad: "intent-human = Wants a person\n    .said = call me\nintent-callback = Wants a call\n    .said = Call me!"
        good: "intent-human = Wants a person\n    .said = talk to someone\nintent-callback = Wants a call\n    .said = call me"
    }
    NO_PHRASES "D502" "no-phrases" Error {
        "A list of phrases is empty."
        why: "It can never be recognised by what people say."
        bad: "intent-human = Wants a person\n    .said = {\"\"}"
        good: "intent-human = Wants a person\n    .said = talk to someone"
    }
    PHRASE_VARIABLE "D503" "phrase-variable" Error {
        "A phrase has a placeable."
        why: "Phrases are what people write, and nobody writes a variable."
        bad: "    .said = I need { $fleet_size } bikes"
        good: "    .said = I need 5 bikes"
    }
    REPEATED_PHRASE "D504" "repeated-phrase" Warning {
        "A phrase is twice in one list; case and punctuation do not count."
        why: "It adds nothing, and an edit will miss one of them."
        bad: "    .said =\n        call me\n        Call me!"
        good: "    .said =\n        call me"
    }
}
