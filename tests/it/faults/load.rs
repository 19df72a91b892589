//! Who talks to the bot, and what they say: dozens of contacts, bursts, several languages, odd
//! lines. All of it follows from the seed.

use serde_json::json;

/// One line for the bot.
#[derive(Clone, Debug)]
pub struct Sending {
    pub from: String,
    pub update: i64,
    pub text: Option<String>,
    pub line: String,
}

/// Where new updates come from.
pub struct Load {
    contacts: usize,
    next: i64,
}

/// What people say. Nobody asks to be forgotten: that would take the evidence away.
const LINES: &[&str] = &[
    "hi",
    "hello there",
    "how far does the big one go on a charge?",
    "we are a bakery with 3 vans in Graz, what would you recommend",
    "what does it cost for 15 of them",
    "can I lease",
    "actually 12",
    "talk to a person",
    "which can carry 200 kg?",
    "the cheapest with a roof",
    "are you a robot?",
    "thanks!",
    "why do you ask?",
    "back",
    "skip",
    "stop",
    "Guten Tag, wie weit kommt das große Rad?",
    "Wir sind eine Bäckerei in Linz und brauchen 4 Räder",
    "ich möchte ein Angebot",
    "Hola, quisiera probar una bicicleta",
    "¿cuánto cuesta el modelo más pequeño?",
    "Dzień dobry, ile kosztuje rower cargo?",
    "book a test ride",
    "next Tuesday at 10",
    "my mail is ann@example.test",
    "5",
    "1",
    "yes",
    "no",
    "🚲🚲🚲",
    "שלום, כמה זה עולה?",
    "{ $fleet_size } <b>& *what*",
    "",
    "   ",
    "asdf qwer zxcv",
];

impl Load {
    /// Updates of so many contacts.
    pub fn of(contacts: usize) -> Self {
        Self { contacts, next: 0 }
    }

    /// One contact says something, or several lines in a row.
    pub fn burst(&mut self, random: &mut fastrand::Rng) -> Vec<Sending> {
        let from = format!("c{:02}", random.usize(..self.contacts));
        let lines = if random.u8(..10) < 6 { 1 } else { random.usize(2..7) };
        (0..lines).map(|_| self.update(&from, random)).collect()
    }

    fn update(&mut self, from: &str, random: &mut fastrand::Rng) -> Sending {
        self.next += 1;
        let update = self.next;
        let (text, value) = match random.u8(..100) {
            0..4 => (None, json!({ "update": update, "from": from, "start": "fleet_guide" })),
            4..8 => (None, json!({ "update": update, "from": from, "press": "option.talk" })),
            8..10 => {
                let text = "a long story ".repeat(770);
                (Some(text.clone()), json!({ "update": update, "from": from, "text": text }))
            }
            10..12 => {
                let (text, sent) = ("what\u{7} is\u{1b}[1m this", "what\u{7}\0 is\u{1b}[1m this");
                (Some(text.to_owned()), json!({ "update": update, "from": from, "text": sent }))
            }
            _ => {
                let text = LINES[random.usize(..LINES.len())];
                let value = json!({ "update": update, "from": from, "text": text, "name": "Ann" });
                (Some(text.to_owned()), value)
            }
        };
        Sending { from: from.to_owned(), update, text, line: format!("{value}\n") }
    }
}

/// Whether the platform brings back this contact's updates in the order they were made. The others
/// get theirs shuffled.
pub fn is_orderly(from: &str) -> bool {
    !from.ends_with(['3', '7'])
}
