//! D3xx: conditions, types and values.

codes! {
    CONDITION_SYNTAX "D301" "condition-syntax" Error {
        "A condition cannot be read."
        why: "Conditions are made of names, numbers, == != < <= > >=, has, known(slot), and, or, not and brackets."
        bad: "if: fleet_size => 2"
        good: "if: fleet_size >= 2"
    }
    CONDITION_TYPE "D302" "condition-type" Error {
        "A condition compares things that cannot be compared."
        why: "It could never hold, whatever the visitor says."
        bad: "if: fleet_size == bakery"
        good: "if: business == bakery"
    }
    CONDITION_NAME "D303" "condition-name" Error {
        "A name in a condition is no slot, no fact, and (in `recommend`) no attribute."
        why: "There is nothing to look up."
        bad: "if: fleetsize >= 2"
        good: "if: fleet_size >= 2"
    }
    CONDITION_CONSTANT "D304" "condition-constant" Warning {
        "A comparison comes out the same for every value that the slot can have."
        why: "It decides nothing; most often the number, or the slot's range, is mistyped."
        bad: "if: fleet_size >= 1000     # while slots.yaml says max: 500"
        good: "if: fleet_size >= 100"
    }
    OUT_OF_RANGE "D305" "out-of-range" Error {
        "A number is outside of what makes sense here."
        why: "It would have no effect, or a wrong one."
        bad: "- { id: pick, recommend: bikes, top: 9 }"
        good: "- { id: pick, recommend: bikes, top: 3 }"
    }
    BAD_UNIT "D306" "bad-unit" Error {
        "A unit is not one that Docent knows."
        why: "Amounts are converted and written by their unit."
        bad: "load_kg: { type: quantity, unit: kilo }"
        good: "load_kg: { type: quantity, unit: kg }"
    }
    BAD_MONEY "D307" "bad-money" Error {
        "An amount of money is not a number and the house's currency."
        why: "Prices are compared and added up, which needs one currency."
        bad: "price: 4.890,- EUR"
        good: "price: 4890 EUR"
    }
    BAD_DATE "D308" "bad-date" Error {
        "A date is not one of the calendar, or not written as year-month-day."
        why: "Only that way everybody reads the same day."
        bad: "valid_until: 30.06.2027"
        good: "valid_until: 2027-06-30"
    }
    BAD_HOURS "D309" "bad-hours" Error {
        "Opening hours are not a day or a range of days with times from-to."
        why: "The bot tells visitors when people are there."
        bad: "hours: { mon-fri: \"8-17h\" }"
        good: "hours: { mon-fri: \"08:00-17:00\" }"
    }
    BAD_DURATION "D310" "bad-duration" Error {
        "A duration is not a number and one of m, h, d, w."
        why: "Without a unit nobody knows how long it is."
        bad: "stale_after: 3 months"
        good: "stale_after: 90d"
    }
    BAD_REGEX "D311" "bad-regex" Error {
        "A pattern is not a regular expression."
        why: "No answer could ever match it."
        bad: "plate: { type: pattern, regex: \"[A-Z\" }"
        good: "plate: { type: pattern, regex: \"[A-Z]+\" }"
    }
    BAD_WORD "D312" "bad-word" Error {
        "A word is not one of those that can stand here."
        why: "The bot does not know what it means."
        bad: "fleet_size: { type: number }"
        good: "fleet_size: { type: integer }"
    }
    BAD_CODE "D313" "bad-code" Error {
        "A currency, country, language, time zone or address is not written in its usual form."
        why: "Numbers, dates and links are made from it."
        bad: "currency: Euro"
        good: "currency: EUR"
    }
    DEFAULT_LOCALE "D314" "default-locale" Error {
        "The default locale is not among the locales."
        why: "It is what visitors read when nothing else is known, so it must be served."
        bad: "default_locale: en\nlocales: [de, es]"
        good: "default_locale: en\nlocales: [en, de, es]"
    }
    KEY_OF_OTHER_TYPE "D315" "key-of-other-type" Error {
        "A key belongs to another type of slot or attribute."
        why: "It would have no effect."
        bad: "city: { type: place, min: 1 }"
        good: "city: { type: place }"
    }
    VALUE_TYPE "D316" "value-type" Error {
        "A product's value does not fit the type of its attribute."
        why: "It could be neither compared nor told."
        bad: "brotbote: { roof: 3 }     # while `roof` is boolean"
        good: "brotbote: { roof: true }"
    }
    CIRCULAR "D317" "circular" Error {
        "What makes a score or the heat asks for it."
        why: "It would depend on itself."
        bad: "- { id: keen, if: interest >= 10, group: buying, points: 10 }"
        good: "- { id: keen, if: known(timeline), group: buying, points: 10 }"
    }
    TWO_TRIGGERS "D318" "two-triggers" Error {
        "A rule has both `on` and `if`."
        why: "`on` counts what happens, `if` what holds; nobody could tell when the points are due."
        bad: "- { id: big, on: [intent.wants_quote], if: fleet_size >= 10, group: buying, points: 10 }"
        good: "- { id: big, if: fleet_size >= 10, group: buying, points: 10 }"
    }
    IDLE_RULE "D319" "idle-rule" Warning {
        "A rule has neither `on` nor `if`, and no `score` step awards it."
        why: "It will never count."
        bad: "- { id: finished_quote, group: buying, points: 20 }"
        good: "- { id: finished_quote, on: [flow.get_quote], group: buying, points: 20 }"
    }
    DECAY_ON_FIT "D320" "decay-on-fit" Error {
        "A group on the axis fit has `decay`."
        why: "Who somebody is does not fade; only what they did does."
        bad: "doubts: { axis: fit, cap: 60, decay: 30d }"
        good: "doubts: { axis: fit, cap: 60 }"
    }
}
