//! D1xx: names that lead nowhere, or to two things.

codes! {
    UNKNOWN_FLOW "D101" "unknown-flow" Error {
        "A flow is named that does not exist."
        why: "A talk that is sent there would have nowhere to go on."
        bad: "leasing: { owner: finance, source: \"Sheet 4\", offers: get_qoute }"
        good: "leasing: { owner: finance, source: \"Sheet 4\", offers: get_quote }     # there is a file get_quote.yaml"
    }
    UNKNOWN_STEP "D102" "unknown-step" Error {
        "A step is named that the flow does not have, and no flow has that name either."
        why: "A talk that is sent there would have nowhere to go on."
        bad: "- { id: none_fits, say: find_a_bike-none_fits, go: nxt }"
        good: "- { id: none_fits, say: find_a_bike-none_fits, go: next }"
    }
    UNKNOWN_SLOT "D103" "unknown-slot" Error {
        "A slot is named that `slots.yaml` does not declare."
        why: "There would be nothing to ask, and nowhere to keep the answer."
        bad: "- { id: fleet, collect: fleetsize }"
        good: "- { id: fleet, collect: fleet_size }"
    }
    UNKNOWN_INTENT "D104" "unknown-intent" Error {
        "An intent is named that has no phrases in the default locale."
        why: "Nothing that visitors say could ever mean it."
        bad: "entry: [wants_qoute]"
        good: "entry: [wants_quote]     # intents.ftl has intent-wants_quote"
    }
    UNKNOWN_TEXT "D105" "unknown-text" Error {
        "A text is named that the default locale does not have."
        why: "The bot would have nothing to say."
        bad: "- { id: intro, say: find_a_bike-intor }"
        good: "- { id: intro, say: find_a_bike-intro }"
    }
    UNKNOWN_PRODUCT "D106" "unknown-product" Error {
        "A product is named that the catalogue does not have."
        why: "What depends on it would never happen."
        bad: "- { id: asked_brotbote, on: [product.brotbot], group: buying, points: 5 }"
        good: "- { id: asked_brotbote, on: [product.brotbote], group: buying, points: 5 }"
    }
    UNKNOWN_ATTRIBUTE "D107" "unknown-attribute" Error {
        "An attribute is named that the catalogue does not declare under `attributes`."
        why: "Its type and unit are not known, so it can be neither compared nor told."
        bad: "brotbote: { price: 4890 EUR, payload: 180 }"
        good: "brotbote: { price: 4890 EUR, payload_kg: 180 }"
    }
    UNKNOWN_OPTION "D108" "unknown-option" Error {
        "An option is named that is not among those that can be chosen here."
        why: "Nobody could ever have chosen it."
        bad: "- { id: bread, say: a-bread, if: business == bakry }"
        good: "- { id: bread, say: a-bread, if: business == bakery }"
    }
    UNKNOWN_RULE "D109" "unknown-rule" Error {
        "A rule is named that `scoring.yaml` does not have."
        why: "The step would award nothing."
        bad: "- { id: sig, score: finnished_quote }"
        good: "- { id: sig, score: finished_quote }"
    }
    UNKNOWN_CAMPAIGN "D110" "unknown-campaign" Error {
        "A campaign is named that `campaigns.yaml` does not have."
        why: "Nobody could come by it."
        bad: "entry: [campaign.flet_guide]"
        good: "entry: [campaign.fleet_guide]"
    }
    UNKNOWN_GROUP "D111" "unknown-group" Error {
        "A group of rules is named that `scoring.yaml` does not have."
        why: "The rule's points would have no cap and count for neither fit nor interest."
        bad: "- { id: asked_price, on: [attribute.price], group: bying, points: 10 }"
        good: "- { id: asked_price, on: [attribute.price], group: buying, points: 10 }"
    }
    UNKNOWN_ANSWER "D112" "unknown-answer" Error {
        "An answer is named that `answers.yaml` does not have."
        why: "What depends on it would never happen."
        bad: "- { id: asked_leasing, on: [answer.leesing], group: buying, points: 8 }"
        good: "- { id: asked_leasing, on: [answer.leasing], group: buying, points: 8 }"
    }
    UNKNOWN_KIND "D113" "unknown-kind" Error {
        "A kind of product is named that the catalogue does not have."
        why: "There would be nothing to recommend."
        bad: "- { id: pick, recommend: bike }"
        good: "- { id: pick, recommend: bikes }"
    }
    UNKNOWN_ACTION "D114" "unknown-action" Error {
        "`call` names neither a standard action nor `flow.<id>`."
        why: "The bot does not know what to do there."
        bad: "- { id: act, call: restart }"
        good: "- { id: act, call: start_over }"
    }
    UNKNOWN_SIGNAL "D115" "unknown-signal" Error {
        "`on` lists something that cannot happen."
        why: "The rule could never be awarded."
        bad: "- { id: asked_price, on: [price], group: buying, points: 10 }"
        good: "- { id: asked_price, on: [attribute.price], group: buying, points: 10 }"
    }
    MISSING_TEXT "D116" "missing-text" Error {
        "Something that is said or shown has no text in the default locale."
        why: "The visitor would see nothing where its name belongs."
        bad: "option: talk     # and no option-talk in the locale"
        good: "option-talk = Talk to a person     # in locales/en/shared.ftl"
    }
    DUPLICATE_ID "D117" "duplicate-id" Error {
        "Two things of the same sort have the same id."
        why: "Only one of them could ever be meant."
        bad: "steps: [ { id: intro, say: a-one }, { id: intro, say: a-two } ]"
        good: "steps: [ { id: intro, say: a-one }, { id: more, say: a-two } ]"
    }
    SLOT_AND_ATTRIBUTE "D118" "slot-and-attribute" Error {
        "A name is both a slot and an attribute."
        why: "In a condition and in a text nobody could tell which of the two is meant."
        bad: "slots: { price: { type: money } }     # and catalogue.yaml has an attribute `price`"
        good: "slots: { budget: { type: money } }"
    }
    STEP_AND_FLOW "D119" "step-and-flow" Error {
        "`go` names both a step of this flow and another flow."
        why: "Nobody could tell where the talk goes on."
        bad: "- { id: a, say: x-a, go: human }     # while the flow has a step `human`"
        good: "- { id: a, say: x-a, go: to_human }     # the step renamed"
    }
    ENTRY_TWICE "D120" "entry-twice" Error {
        "Two flows are opened by the same intent or campaign."
        why: "Only one of them can start."
        bad: "entry: [wants_quote]     # in get_quote.yaml and in prices.yaml"
        good: "entry: [wants_quote]     # in get_quote.yaml only"
    }
    RESERVED_NAME "D121" "reserved-name" Error {
        "A slot or attribute has a name that already means something in conditions or texts."
        why: "Nobody could tell which of the two is meant."
        bad: "slots: { stage: { type: free } }"
        good: "slots: { project_stage: { type: free } }"
    }
}
