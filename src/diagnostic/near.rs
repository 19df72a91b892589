//! The name that was most likely meant by one that is not known.

/// The name that is most likely meant by a mistyped or shortened one, if one is near.
#[must_use]
pub fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    let allowed = (wrong.chars().count() / 3).max(1);
    let mistyped = names
        .clone()
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name);
    let begins =
        |name: &str| wrong.len() >= 3 && (name.starts_with(wrong) || wrong.starts_with(name));
    mistyped.or_else(|| names.into_iter().find(|name| begins(name)))
}

/// "did you mean `x`?", if something is near, else the names there are when they are few.
#[must_use]
pub fn did_you_mean<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Option<String> {
    if let Some(name) = nearest(wrong, names.clone()) {
        return Some(format!("did you mean `{name}`?"));
    }
    choices(names)
}

/// The names there are, when they are few.
#[must_use]
pub fn choices<'n>(names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let all: Vec<String> = names.into_iter().take(13).map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 | 13.. => None,
        1 => Some(format!("there is only {}", all[0])),
        _ => Some(format!("there are {}", all.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered() {
        assert_eq!(nearest("get_qoute", ["get_quote", "human"]), Some("get_quote"));
        assert_eq!(nearest("zebra", ["get_quote", "human"]), None);
    }
}
