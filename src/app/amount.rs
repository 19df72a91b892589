//! Amounts of money as reps write them in a hurry: `12,400 EUR`, `12.400,50 €`, `12k`.

use rust_decimal::Decimal;

use crate::domain::value::Money;

/// Signs and words of currencies beside the three letters of each.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("eur", "EUR"),
    ("$", "USD"),
    ("usd", "USD"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("zł", "PLN"),
    ("zl", "PLN"),
    ("pln", "PLN"),
    ("chf", "CHF"),
    ("fr.", "CHF"),
    ("kč", "CZK"),
    ("czk", "CZK"),
    ("ft", "HUF"),
    ("huf", "HUF"),
];

/// The amount of a text, when there is just one in it. Without a currency it is in the one given.
#[must_use]
pub fn read(text: &str, currency: Option<&str>) -> Option<Money> {
    let (mut numbers, mut currencies) = (Vec::new(), Vec::new());
    for word in words(text) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(number(&word)?);
        } else if let Some(code) = code(&word) {
            currencies.push(code);
        }
    }
    let [amount] = numbers[..] else { return None };
    let currency = match &currencies[..] {
        [] => currency?.to_owned(),
        [one] => one.clone(),
        _ => return None,
    };
    Some(Money { amount, currency })
}

/// Numbers with what groups their digits, and all else by blanks: `€12 400` is two.
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut in_number = false;
    for (at, letter) in letters.iter().copied().enumerate() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let groups = letter.is_whitespace() || matches!(letter, '.' | ',' | '\'' | '’');
        let within = in_number && groups && next.is_ascii_digit();
        let thousands = in_number && matches!(letter, 'k' | 'K') && !next.is_alphanumeric();
        let digit = letter.is_ascii_digit();
        match words.last_mut() {
            Some(word) if in_number && (digit || within || thousands) => word.push(letter),
            Some(word) if !in_number && !digit && !letter.is_whitespace() && !word.is_empty() => {
                word.push(letter);
            }
            _ if letter.is_whitespace() => words.push(String::new()),
            _ => words.push(letter.to_string()),
        }
        in_number = digit || within || thousands;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A number however its digits are grouped: one mark with three digits behind it groups thousands.
fn number(word: &str) -> Option<Decimal> {
    let (word, factor) = match word.strip_suffix(['k', 'K']) {
        Some(word) => (word, 1_000),
        None => (word, 1),
    };
    let plain: String =
        word.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let marks: Vec<usize> =
        plain.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).map(|(at, _)| at).collect();
    let fraction = marks.last().copied().filter(|last| {
        let mark = plain.as_bytes()[*last];
        let alone = marks.iter().filter(|at| plain.as_bytes()[**at] == mark).count() == 1;
        alone && plain.len() - last - 1 != 3
    });
    let digits: String = plain
        .char_indices()
        .filter_map(|(at, c)| match c {
            '.' | ',' => (Some(at) == fraction).then_some('.'),
            digit => Some(digit),
        })
        .collect();
    digits.parse::<Decimal>().ok()?.checked_mul(Decimal::from(factor))
}

/// The code of a currency.
fn code(word: &str) -> Option<String> {
    let lower = word.trim_matches([',', ';', '(', ')']).to_lowercase();
    let known = SIGNS.iter().find(|(sign, _)| *sign == lower).map(|(_, code)| (*code).to_owned());
    let written = || {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        let is_code = bare.len() == 3 && bare.chars().all(|c| c.is_ascii_uppercase());
        is_code.then(|| bare.to_owned())
    };
    known.or_else(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_however_they_are_written() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let found = read(text, Some("EUR"));
            let found = found.map(|money| (money.amount.normalize().to_string(), money.currency));
            let expected = expected.map(|(amount, code)| (amount.to_owned(), code.to_owned()));
            assert_eq!(found, expected, "{text:?}");
        };
        check("12,400 EUR", Some(("12400", "EUR")));
        check("38.000 €", Some(("38000", "EUR")));
        check("€12,400.50", Some(("12400.5", "EUR")));
        check("12.400,50€", Some(("12400.5", "EUR")));
        check("1 250 000 zł", Some(("1250000", "PLN")));
        check("CHF 9'900", Some(("9900", "CHF")));
        check("12k", Some(("12000", "EUR")));
        check("1,5k USD", Some(("1500", "USD")));
        check("4,90", Some(("4.9", "EUR")));
        check("for 900 euros", Some(("900", "EUR")));
        check("3 bikes for 12000 EUR", None);
        check("a handshake", None);
        assert_eq!(read("900", None), None);
    }
}
