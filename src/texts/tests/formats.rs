//! Values as each locale writes them, and lists of them.

use chrono::NaiveTime;
use rust_decimal::Decimal;

use super::*;
use crate::domain::value::Moment;

#[test]
fn money_is_written_as_each_locale_writes_it() {
    let cases = [
        ("4890", "EUR", ["€4,890", "4.890_€", "4.890_€", "4_890_€"]),
        ("4890.50", "EUR", ["€4,890.50", "4.890,50_€", "4.890,50_€", "4_890,50_€"]),
        ("149", "EUR", ["€149", "149_€", "149_€", "149_€"]),
        ("0.5", "EUR", ["€0.50", "0,50_€", "0,50_€", "0,50_€"]),
        ("73350.00", "EUR", ["€73,350", "73.350_€", "73.350_€", "73_350_€"]),
        ("1234567", "EUR", ["€1,234,567", "1.234.567_€", "1.234.567_€", "1_234_567_€"]),
        ("-50", "EUR", ["-€50", "-50_€", "-50_€", "-50_€"]),
        ("4890", "CHF", ["CHF_4,890", "4.890_CHF", "4.890_CHF", "4_890_CHF"]),
        ("1200", "PLN", ["PLN_1,200", "1.200_PLN", "1.200_PLN", "1_200_zł"]),
    ];
    for (number, currency, expected) in cases {
        let expected = expected.map(nbsp);
        let arg = Arg::money(number.parse::<Decimal>().unwrap(), currency);
        in_all(&arg, expected.each_ref().map(String::as_str));
    }
}

#[test]
fn numbers_and_units_follow_the_locale() {
    let cases = [
        (Arg::integer(12), ["12", "12", "12", "12"]),
        (Arg::integer(12_500), ["12,500", "12.500", "12.500", "12_500"]),
        (value(Value::Decimal("2.50".parse().unwrap())), ["2.5", "2,5", "2,5", "2,5"]),
        (amount("180", Unit::Kilogram), ["180_kg", "180_kg", "180_kg", "180_kg"]),
        (amount("20", Unit::Percent), ["20%", "20_%", "20_%", "20%"]),
        (amount("1", Unit::Week), ["1_week", "1_Woche", "1_semana", "1_tydzień"]),
        (amount("3", Unit::Week), ["3_weeks", "3_Wochen", "3_semanas", "3_tygodnie"]),
        (amount("6", Unit::Week), ["6_weeks", "6_Wochen", "6_semanas", "6_tygodni"]),
        (amount("22", Unit::Year), ["22_years", "22_Jahre", "22_años", "22_lata"]),
        (amount("1.5", Unit::Year), ["1.5_years", "1,5_Jahre", "1,5_años", "1,5_roku"]),
        (amount("25", Unit::KilometerPerHour), ["25_km/h", "25_km/h", "25_km/h", "25_km/h"]),
        (value(Value::Boolean(true)), ["yes", "ja", "sí", "tak"]),
    ];
    for (arg, expected) in cases {
        let expected = expected.map(nbsp);
        in_all(&arg, expected.each_ref().map(String::as_str));
    }
}

#[test]
fn dates_and_periods_follow_the_locale() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let moment = |from, to, time| value(Value::Moment(Moment { from, to, time }));
    let at = NaiveTime::from_hms_opt(10, 30, 0);
    let one = |d: NaiveDate, time| moment(d, d, time);
    let cases = [
        (
            one(day(2026, 3, 10), None),
            ["Tuesday, March 10", "Dienstag, 10. März", "martes, 10 de marzo", "wtorek, 10 marca"],
        ),
        (
            one(day(2027, 6, 30), None),
            [
                "Wednesday, June 30, 2027",
                "Mittwoch, 30. Juni 2027",
                "miércoles, 30 de junio de 2027",
                "środa, 30 czerwca 2027",
            ],
        ),
        (
            one(day(2026, 3, 10), at),
            [
                "Tuesday, March 10 at 10:30\u{202f}AM",
                "Dienstag, 10. März um 10:30\u{a0}Uhr",
                "martes, 10 de marzo a las 10:30",
                "wtorek, 10 marca 10:30",
            ],
        ),
        (
            moment(day(2026, 4, 1), day(2026, 4, 30), None),
            ["April 2026", "April 2026", "abril de 2026", "kwiecień 2026"],
        ),
        (
            moment(day(2026, 3, 9), day(2026, 3, 13), None),
            [
                "March 9 – March 13",
                "9. März – 13. März",
                "9 de marzo – 13 de marzo",
                "9 marca – 13 marca",
            ],
        ),
        (moment(day(2027, 1, 1), day(2027, 12, 31), None), ["2027", "2027", "2027", "2027"]),
    ];
    for (arg, expected) in cases {
        in_all(&arg, expected);
    }
}

#[test]
fn a_day_within_a_sentence_has_its_preposition() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let at = NaiveTime::from_hms_opt(10, 30, 0);
    let cases = [
        (
            (day(2026, 3, 11), day(2026, 3, 11), at),
            [
                "on Wednesday, March 11 at 10:30\u{202f}AM",
                "am Mittwoch, 11. März um 10:30\u{a0}Uhr",
                "el miércoles, 11 de marzo a las 10:30",
                "w środę, 11 marca o 10:30",
            ],
        ),
        (
            (day(2026, 3, 10), day(2026, 3, 10), None),
            [
                "on Tuesday, March 10",
                "am Dienstag, 10. März",
                "el martes, 10 de marzo",
                "we wtorek, 10 marca",
            ],
        ),
        (
            (day(2026, 3, 9), day(2026, 3, 13), None),
            [
                "between March 9 and March 13",
                "zwischen 9. März und 13. März",
                "entre el 9 de marzo y el 13 de marzo",
                "między 9 marca a 13 marca",
            ],
        ),
        (
            (day(2026, 4, 1), day(2026, 4, 30), None),
            ["in April 2026", "im April 2026", "en abril de 2026", "w terminie: kwiecień 2026"],
        ),
    ];
    for ((from, to, time), expected) in cases {
        let arg = value(Value::Moment(Moment { from, to, time }));
        let shown = ["en", "de", "es", "pl"].map(|locale| shown_as(locale, "{ $x-on }", &arg));
        assert_eq!(shown.each_ref().map(String::as_str), expected);
    }
}

#[test]
fn lists_are_joined_as_the_locale_joins_them() {
    let words = |words: &[&str]| words.iter().map(|word| text(word)).collect::<Vec<_>>();
    let cases = [
        (Arg::And(words(&["a"])), ["a", "a", "a", "a"]),
        (Arg::And(words(&["a", "b"])), ["a and b", "a und b", "a y b", "a i b"]),
        (Arg::And(words(&["a", "b", "c"])), ["a, b, and c", "a, b und c", "a, b y c", "a, b i c"]),
        (Arg::Or(words(&["a", "o"])), ["a or o", "a oder o", "a u o", "a lub o"]),
        (Arg::And(words(&["a", "Iglu"])), ["a and Iglu", "a und Iglu", "a e Iglu", "a i Iglu"]),
        (
            Arg::And(vec![text("a"), Arg::Nothing, text(" "), text("b")]),
            ["a and b", "a und b", "a y b", "a i b"],
        ),
        (Arg::And(vec![]), ["", "", "", ""]),
        (Arg::Lines(words(&["a", "b"])), ["\n• a\n• b"; 4]),
        (Arg::Joined(vec![text("a"), Arg::Nothing, text("b")]), ["a b"; 4]),
        (
            value(Value::Choices(vec!["bakery".into(), "courier".into()])),
            ["Bakery and Courier", "Bakery und Courier", "Bakery y Courier", "Bakery i Courier"],
        ),
    ];
    for (arg, expected) in cases {
        in_all(&arg, expected);
    }
}
