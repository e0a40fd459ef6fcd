//! Words that mean the same to the person who asks: a table that people can edit, applied to questions only.

use std::collections::HashMap;

use super::dutch::dutch;

const OWN: &str = include_str!("synonyms_default.tsv");
/// The longest phrase, in words that carry meaning.
const LONGEST_PHRASE: usize = 5;

/// Groups of words and phrases with one meaning, in any mix of languages.
///
/// A word of a question that stands in a group also finds the other members of the group, with less weight than itself.
/// Groups don't chain: what two groups share does not join them.
#[derive(Debug, Default, Clone)]
pub struct Synonyms {
    groups: Vec<Vec<Phrase>>,
    by_first: HashMap<Box<str>, Vec<(u32, u32)>>,
    words: Vec<Box<str>>,
}

/// The stems of a phrase.
pub(super) type Phrase = Vec<Box<str>>;

impl Synonyms {
    /// Takes the groups as people wrote them. Members without a word that carries meaning are left out, groups of one too.
    #[must_use]
    pub fn from_groups(groups: Vec<Vec<String>>) -> Self {
        let mut table = Synonyms::default();
        for group in groups {
            let mut phrases: Vec<Phrase> = Vec::new();
            for member in &group {
                let forms: Vec<_> = dutch().words(member).iter().map(|word| dutch().forms(&word.folded)).collect();
                let phrase: Phrase = forms.iter().map(|form| form.stem.clone()).collect();
                if phrase.is_empty() || phrase.len() > LONGEST_PHRASE || phrases.contains(&phrase) {
                    continue;
                }
                table.words.extend(forms.iter().map(|form| form.plain.clone()).filter(|word| word.len() > 4));
                phrases.push(phrase);
            }
            if phrases.len() < 2 {
                continue;
            }
            let number = u32::try_from(table.groups.len()).unwrap_or(u32::MAX);
            for (member, phrase) in (0..).zip(&phrases) {
                table.by_first.entry(phrase[0].clone()).or_default().push((number, member));
            }
            table.groups.push(phrases);
        }
        table.words.sort_unstable();
        table.words.dedup();
        table
    }

    /// Reads a table: one group a line, members separated by tabs, lines that begin with `#` skipped.
    #[must_use]
    pub fn from_tsv(table: &str) -> Self {
        Self::from_groups(groups_of(table))
    }

    /// The table that comes with the program: common themes of volunteering in Dutch and English.
    #[must_use]
    pub fn own() -> Self {
        Self::from_tsv(OWN)
    }

    /// The groups of the table that comes with the program, to fill the table that people edit.
    #[must_use]
    pub fn own_groups() -> Vec<Vec<String>> {
        groups_of(OWN)
    }

    /// The longest phrase of the table at the beginning of these stems: how many words it takes, and the other members of
    /// all groups it stands in.
    pub(super) fn at(&self, stems: &[&str]) -> Option<(usize, Vec<&Phrase>)> {
        let candidates = self.by_first.get(*stems.first()?)?;
        let phrase = |(group, member): (u32, u32)| &self.groups[group as usize][member as usize];
        let fits = |entry: (u32, u32)| {
            let phrase = phrase(entry);
            phrase.len() <= stems.len() && phrase.iter().zip(stems).all(|(a, b)| **a == **b)
        };
        let longest = candidates.iter().filter(|entry| fits(**entry)).map(|entry| phrase(*entry).len()).max()?;
        let mut others: Vec<&Phrase> = Vec::new();
        for (group, member) in candidates {
            if phrase((*group, *member)).len() != longest || !fits((*group, *member)) {
                continue;
            }
            for (number, other) in (0..).zip(&self.groups[*group as usize]) {
                if number != *member && !others.contains(&other) {
                    others.push(other);
                }
            }
        }
        Some((longest, others))
    }

    /// The single words of the table of five letters or more, sorted: a mistyped word may be meant for one of them.
    pub(super) fn words(&self) -> &[Box<str>] {
        &self.words
    }
}

fn groups_of(table: &str) -> Vec<Vec<String>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            line.split('\t').map(|member| member.trim().to_owned()).filter(|member| !member.is_empty()).collect()
        })
        .collect()
}
