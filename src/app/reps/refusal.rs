//! What the platforms' words for a refusal mean to a rep. What is plain already stays as it is.

/// Signs of a reason, and the text that says it in plain words. The first that fits counts.
const MEANT: [(&str, &[&str]); 6] = [
    ("desk-failed-never", &["has never arrived"]),
    ("desk-failed-maybe", &["may have arrived"]),
    (
        "desk-failed-gone",
        &[
            "code 10008",
            "message to edit not found",
            "message to delete not found",
            "message_id_invalid",
        ],
    ),
    ("desk-failed-old", &["code 30046", "can't be edited", "can't be deleted"]),
    (
        "desk-failed-closed",
        &["(50007)", "(50278)", "bot was blocked", "can't initiate conversation", "chat not found"],
    ),
    ("desk-failed-account", &["(10013)", "user is deactivated", "user not found"]),
];

/// The text for a reason; none where the reason is in plain words itself.
pub(super) fn plain(reason: &str) -> Option<&'static str> {
    let said = reason.to_lowercase();
    let meant = MEANT.iter().find(|(_, signs)| signs.iter().any(|sign| said.contains(sign)));
    let of_platform = || {
        let signs = ["http ", "bad request", "forbidden", "code "];
        signs.iter().any(|sign| said.contains(sign)).then_some("desk-failed-refused")
    };
    meant.map(|(key, _)| *key).or_else(of_platform)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_only_platforms_say_is_put_in_plain_words() {
        for (reason, key) in [
            ("HTTP 404, code 10008", Some("desk-failed-gone")),
            ("Bad Request: message to edit not found", Some("desk-failed-gone")),
            ("what it was to change has never arrived", Some("desk-failed-never")),
            ("Bad Request: message can't be edited", Some("desk-failed-old")),
            ("Forbidden: bot was blocked by the user", Some("desk-failed-closed")),
            ("their private messages are closed (50007)", Some("desk-failed-closed")),
            ("HTTP 400, code 50035", Some("desk-failed-refused")),
            ("Telegram lets bots fetch 20 MB at most", None),
        ] {
            assert_eq!(plain(reason), key, "{reason}");
        }
    }
}
