//! From the form to a group of words.

use kernel::{
    Fields,
    form::{FieldErrors, FormReader},
    text::fold,
};
use uuid::Uuid;

/// Words of a group, at most: a question is searched by each of them.
const MOST: usize = 30;
/// Longest word or phrase, in characters.
const LONGEST: usize = 60;

/// Longest group as it is typed, in characters.
pub(crate) const LONGEST_GROUP: usize = MOST * (LONGEST + 2);

/// What somebody wants with the table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// A group, new or changed.
    Set {
        /// Which; none for a new one.
        id: Option<Uuid>,
        words: Vec<String>,
    },
    /// A group less.
    Remove(Uuid),
    /// The program's own list again.
    Reset,
}

/// Reads the form: `words` has one word or phrase a line.
///
/// # Errors
/// What is not right about the words.
pub(crate) fn parse(fields: &Fields) -> Result<Change, FieldErrors> {
    let mut form = FormReader::new(fields);
    let id = form.optional_choice("group", |id| id.parse().ok());
    if fields.get("do") == Some("reset") {
        return form.finish(Change::Reset);
    }
    if fields.get("do") == Some("remove") {
        return form.finish_some(id.map(Change::Remove));
    }
    let text = form.long_text("words", LONGEST_GROUP);
    let mut words: Vec<String> = Vec::new();
    for word in text.split(['\n', ',', ';']).map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if !word.is_empty() && !words.iter().any(|known| fold(known) == fold(&word)) {
            words.push(word);
        }
    }
    if !text.is_empty() && words.len() < 2 {
        form.refuse("words", "listing-synonyms-error-few");
    }
    if words.len() > MOST {
        form.refuse_with("words", "listing-synonyms-error-many", vec![("max", MOST.to_string())]);
    }
    if words.iter().any(|word| word.chars().count() > LONGEST) {
        form.refuse_with("words", "listing-synonyms-error-long", vec![("max", LONGEST.to_string())]);
    }
    form.finish(Change::Set { id, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_from_lines_and_commas_and_counted_once() {
        let fields = Fields::default().with("words", "oma\n opa , Oma\nouderen  bezoeken");
        let words = vec!["oma".to_owned(), "opa".to_owned(), "ouderen bezoeken".to_owned()];
        assert_eq!(parse(&fields), Ok(Change::Set { id: None, words }));
    }

    #[test]
    fn a_group_has_two_words_or_more() {
        for text in ["oma", "", "oma\nOMA"] {
            let errors = parse(&Fields::default().with("words", text)).unwrap_err();
            assert!(errors.has("words"), "{text:?}");
        }
        let many = (0..31).map(|n| format!("woord{n}")).collect::<Vec<_>>().join("\n");
        assert!(parse(&Fields::default().with("words", many)).is_err());
        let long = format!("oma\n{}", "x".repeat(61));
        assert!(parse(&Fields::default().with("words", long)).is_err());
    }

    #[test]
    fn removing_needs_a_group_and_starting_over_nothing() {
        let id = Uuid::from_u128(7);
        let remove = Fields::default().with("do", "remove");
        assert!(parse(&remove).is_err());
        assert_eq!(parse(&remove.clone().with("group", id.to_string())), Ok(Change::Remove(id)));
        assert_eq!(parse(&Fields::default().with("do", "reset")), Ok(Change::Reset));
    }
}
