//! D1xx: names that lead nowhere, or to two things.

codes! {
    UNKNOWN_FLOW "D101" "unknown-flow" Error {
        "A flow is named that does not exist."
        why: "A talk that is sent there would have nowhere to go on."
        bad: "- { option: quote, go: get_qoute }"
        good: "- { option: quote, go: get_quote }     # there is a file get_quote.yaml"
    }
}
