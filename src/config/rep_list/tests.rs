use super::*;

#[test]
fn a_list_is_read() {
    let list = read(
        "reps.toml",
        r#"
        [[rep]]
        name = "Kim Berger"
        telegram = 123456789
        languages = ["en", "de"]

        [[rep]]
        id = "ben"
        name = "Ben"
        discord = "900100200300400500"
        team = "fleets"
        leads = true
        hours = "mon-fri 09:00-12:30 13:30-18:00"
        zone = "Europe/Vienna"
        holidays = [2026-12-24, "2026-12-31"]
        "#,
    );
    let list = list.expect("a list");
    assert_eq!(list[0].rep.id, "kim");
    assert_eq!((list[0].rep.team.as_str(), &list[0].calendar), ("sales", &None));
    assert_eq!((list[1].rep.channel, list[1].rep.leads), (Channel::Discord, true));
    let calendar = list[1].calendar.as_ref().expect("a calendar");
    assert_eq!(calendar.holidays.len(), 2);
    assert_eq!(calendar.zone.as_deref(), Some("Europe/Vienna"));
}

#[test]
fn all_mistakes_are_told_at_once_with_their_places() {
    let text = "[[rep]]\nname = \"Kim\"\ntelegram = 1\nlanguges = [\"en\"]\n\n\
                [[rep]]\nname = \"\"\nhours = \"mon\"\nzone = \"Wien\"\nleads = \"yes\"\n\n\
                [[rep]]\nname = \"Ben\"\ntelegram = 7\n\n[[rep]]\nname = \"Ben\"\ndiscord = 8\n";
    let told = read("reps.toml", text).expect_err("mistakes").to_string();
    let expected = [
        "reps.toml:4:1: nobody knows what `languges` says of a rep\n    did you mean `languages`?",
        "reps.toml:6:1: where the rep is reached is not said",
        "reps.toml:7:8: the name is empty",
        "reps.toml:8:9: `mon` has no hours",
        "reps.toml:9:8: \"Wien\" is no time zone",
        "reps.toml:10:9: `leads` is yes or no",
        "reps.toml:16:1: \"ben\" is in line 12 already",
    ];
    for line in expected {
        assert!(told.contains(line), "{line}\n---\n{told}");
    }
}

#[test]
fn what_is_no_list_is_told() {
    let check = |text: &str, told: &str| {
        let fault = read("reps.toml", text).expect_err(text).to_string();
        assert!(fault.contains(told), "{text:?}: {fault}");
    };
    check("", "nobody is in this list");
    check("rep = 5", "one entry");
    check("[[rep]\nname", "not TOML");
    check("[[reps]]\nname = \"Kim\"", "`reps` means nothing here");
    check("[[rep]]\nname = \"Kim\"\ntelegram = -5", "not what telegram calls");
    check("[[rep]]\nname = \"Kim\"\ntelegram = 5\ndiscord = 6", "one platform");
    check("[[rep]]\nname = \"Kim\"\ntelegram = 5\nholidays = 2026-12-24", "is a list");
}
