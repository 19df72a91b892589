//! D0xx: files and YAML.

codes! {
    NOT_TEXT "D001" "not-text" Error {
        "A file is not UTF-8 text."
        why: "It cannot be read, so nothing in it reaches a visitor."
        bad: "a file saved by a word processor, or in the encoding Latin-1"
        good: "the same, saved as plain text in UTF-8"
    }
    YAML_SYNTAX "D002" "yaml-syntax" Error {
        "A file is not valid YAML."
        why: "Nothing of the file can be read until it is; names that it declares are not checked meanwhile."
        bad: "goal: Quote: the visitor gets one"
        good: "goal: \"Quote: the visitor gets one\"     # quotes around a colon"
    }
    DUPLICATE_KEY "D003" "duplicate-key" Error {
        "A key stands twice in the same block."
        why: "Only one of the two could count, and nobody sees which."
        bad: "fleet_size: { type: integer, min: 1, min: 2 }"
        good: "fleet_size: { type: integer, min: 1 }"
    }
    UNKNOWN_KEY "D004" "unknown-key" Error {
        "A key is not one of those that mean something here."
        why: "It would be passed over in silence, and what you meant by it would not happen."
        bad: "fleet_size: { type: integer, skipable: true }"
        good: "fleet_size: { type: integer, skippable: true }"
    }
    MISSING_KEY "D005" "missing-key" Error {
        "A key that is always needed is not there."
        why: "Without it the bot does not know what to do."
        bad: "load_kg: { type: quantity }"
        good: "load_kg: { type: quantity, unit: kg }"
    }
    WRONG_SHAPE "D006" "wrong-shape" Error {
        "Something else is written than what belongs here, for example a word instead of a list."
        why: "It cannot be read as what it should be."
        bad: "entry: wants_quote"
        good: "entry: [wants_quote]"
    }
    STRANGE_FILE "D007" "strange-file" Error {
        "A file lies where only YAML files are read, and is none."
        why: "It is not read, so what it says has no effect."
        bad: "dialogs/get_quote.yml"
        good: "dialogs/get_quote.yaml"
    }
    MISSING_FILE "D008" "missing-file" Error {
        "A file that every house needs is not there."
        why: "Without `dialogs/bot.yaml` nobody knows whose bot it is, and which languages it speaks."
        bad: "a folder dialogs/ without bot.yaml"
        good: "dialogs/bot.yaml, with at least name, bot_name, default_locale, locales, time_zone, currency and country"
    }
    FILE_NAME "D009" "file-name" Error {
        "A flow file is not named after its flow."
        why: "Files are found by the name of the flow; two names for one thing get lost."
        bad: "flow: get_quote     # in dialogs/quote.yaml"
        good: "flow: get_quote     # in dialogs/get_quote.yaml"
    }
    BAD_NAME "D010" "bad-name" Error {
        "An id is not made of small letters, digits and underscores, a letter first."
        why: "Ids travel in buttons, text keys and links, where other characters break them."
        bad: "- { id: Next-Step, say: a-b }"
        good: "- { id: next_step, say: a-b }"
    }
}
