//! D6xx: how a text sounds.

codes! {
    TWO_QUESTIONS "D601" "two-questions" Warning {
        "A text asks more than one question."
        why: "People answer one of them, and the bot cannot tell which."
        bad: "ask-city = In which town are you? And how many bikes do you need?"
        good: "ask-city = In which town are you?"
    }
    HARD_SELL "D602" "hard-sell" Warning {
        "A text presses: false urgency, guilt, reminders without a reason, or hype."
        why: "It costs more trust than it sells. An expert who helps is asked again."
        bad: "offer = Hurry, only today!"
        good: "offer = The price holds until 30 June."
    }
    TWO_EXCLAMATIONS "D603" "two-exclamations" Warning {
        "A text has more than one exclamation mark."
        why: "It sounds like a fairground, not like an expert."
        bad: "hello = Hi! Great to see you!"
        good: "hello = Hi, good to see you."
    }
}
