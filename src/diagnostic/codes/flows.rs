//! D2xx: the structure of flows.

codes! {
    UNREACHABLE_STEP "D201" "unreachable-step" Error {
        "No path through the flow leads to a step."
        why: "Nobody will ever see it; most often a `go` before it points elsewhere by mistake."
        bad: "steps: [ { id: a, say: x-a, go: c }, { id: b, say: x-b }, { id: c, say: x-c } ]"
        good: "steps: [ { id: a, say: x-a }, { id: b, say: x-b }, { id: c, say: x-c } ]"
    }
    DEAD_END "D202" "dead-end" Error {
        "From a step no path leads to the end of the flow or to another flow."
        why: "Visitors would be asked the same again and again, with no way out."
        bad: "- { id: next, choose: [ { option: again, go: next } ] }"
        good: "- { id: next, choose: [ { option: again, go: next }, { option: look, end: true } ] }"
    }
    SILENT_LOOP "D203" "silent-loop" Error {
        "A path leads back to a step without a question that waits for the visitor."
        why: "The bot would talk to itself for ever. A slot that is known is not asked again, so `collect` does not wait the second time round."
        bad: "steps: [ { id: a, say: x-a }, { id: b, say: x-b, go: a } ]"
        good: "steps: [ { id: a, say: x-a }, { id: b, choose: [ { option: again, go: a }, { option: look, end: true } ] } ]"
    }
    TOO_MANY_OPTIONS "D204" "too-many-options" Error {
        "More than five options are shown at once."
        why: "Long lists are not read, and a row of buttons holds five."
        bad: "choose: [ { option: a }, { option: b }, { option: c }, { option: d }, { option: e }, { option: f } ]"
        good: "choose: [ { option: a }, { option: b }, { option: c }, { option: d }, { option: more, go: rest } ]"
    }
    EMPTY_LIST "D205" "empty-list" Error {
        "A list has nothing in it where at least one entry is needed."
        why: "There would be nothing to do, or to choose from."
        bad: "steps: []"
        good: "steps: [ { id: intro, say: x-intro } ]"
    }
    OPTIONS_MAY_VANISH "D206" "options-may-vanish" Warning {
        "Every option of a choice has a condition."
        why: "When none of them holds, the visitor is asked a question without an answer to pick; the flow then goes on to the next step."
        bad: "choose: [ { option: fleet, if: fleet_size >= 5, go: big } ]"
        good: "choose: [ { option: fleet, if: fleet_size >= 5, go: big }, { option: look, end: true } ]"
    }
    NO_PERSON "D207" "no-person" Error {
        "No path leads to a person: no flow that the intent `human` opens has a `handoff` step."
        why: "Whoever asks for a person must be able to get one."
        bad: "flow: human\nentry: [human]\nsteps: [ { id: reply, say: human-open } ]"
        good: "flow: human\nentry: [human]\nsteps: [ { id: told, handoff: sales, reason: asked_for_a_person } ]"
    }
    NO_CONTACT "D208" "no-contact" Error {
        "`bot.yaml` names neither a phone nor an e-mail address."
        why: "The bot says in its first message how to reach a person; it would have nothing to say."
        bad: "contact: { web: \"https://pedalwerk.example\" }"
        good: "contact: { phone: \"+43 316 555 0142\", email: \"hello@pedalwerk.example\" }"
    }
    STEP_KIND "D209" "step-kind" Error {
        "A step does nothing, or several things at once."
        why: "Each step does one thing: say, collect, choose, branch, recommend, call, score, handoff, wait or end."
        bad: "- { id: fleet, collect: fleet_size, handoff: sales }"
        good: "- { id: fleet, collect: fleet_size }\n- { id: told, handoff: sales, reason: asked_for_a_quote }"
    }
    UNUSED_FLOW "D210" "unused-flow" Warning {
        "Nothing opens a flow: no intent, no campaign, no other flow, no answer."
        why: "Nobody will ever see it."
        bad: "flow: winter_sale\nsteps: [ { id: intro, say: winter_sale-intro } ]"
        good: "flow: winter_sale\nentry: [asks_for_sale]\nsteps: [ { id: intro, say: winter_sale-intro } ]"
    }
    MIGRATE "D211" "migrate" Error {
        "`migrate` names the successor of a step that is still there, or leads round in a circle."
        why: "It is for steps that are gone: open talks go on at the successor."
        bad: "migrate: { fleet: use }     # and the flow still has a step `fleet`"
        good: "migrate: { team: fleet }     # `team` was renamed to `fleet`"
    }
    ELSE_NOT_LAST "D212" "else-not-last" Error {
        "After an `else` of a branch further arms follow."
        why: "They are never looked at."
        bad: "branch: [ { else: small }, { when: fleet_size >= 10, go: big } ]"
        good: "branch: [ { when: fleet_size >= 10, go: big }, { else: small } ]"
    }
}
