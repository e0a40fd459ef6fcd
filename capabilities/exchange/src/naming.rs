//! Which organisation a file means by a name. Pure.

use std::collections::HashMap;

use kernel::{OrganisationId, text::fold};

use organisations::{Organisation, OrganisationState, model::name_key};

/// What a name in a file turns out to mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// This organisation.
    Known(OrganisationId),
    /// None that we know: what its name comes down to, the same for all ways to write it.
    New(String),
    /// More than one.
    Twice,
    /// One that was refused or has ended.
    Ended,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    id: OrganisationId,
    state: OrganisationState,
}

/// The organisations of a town by the names and numbers a file may call them by.
#[derive(Debug, Default)]
pub struct Names {
    numbers: HashMap<String, Candidate>,
    names: HashMap<String, Vec<Candidate>>,
    keys: HashMap<String, Vec<Candidate>>,
    /// What the names of those who take part come down to, by first letter, with the name as it is written.
    by_letter: HashMap<char, Vec<(String, String)>>,
}

impl Names {
    /// Of these organisations.
    pub fn of(organisations: &[Organisation]) -> Self {
        let mut all = Self::default();
        for organisation in organisations {
            let candidate = Candidate { id: organisation.id, state: organisation.state };
            all.numbers.insert(organisation.id.to_string(), candidate);
            if let Some(external_id) = &organisation.external_id {
                all.numbers.insert(fold(external_id), candidate);
            }
            let key = name_key(organisation.name());
            all.names.entry(fold(organisation.name())).or_default().push(candidate);
            all.keys.entry(key.clone()).or_default().push(candidate);
            if let Some(first) = key.chars().next().filter(|_| organisation.is_confirmed()) {
                all.by_letter.entry(first).or_default().push((key, organisation.name().to_owned()));
            }
        }
        all
    }

    /// What somebody means who writes this: its number, else exactly its name, else a name that comes down to the same. Who
    /// takes part goes before who waits, and both before who was refused or has ended.
    pub fn meant(&self, text: &str) -> Named {
        let folded = fold(text);
        if let Some(candidate) = self.numbers.get(&folded) {
            return choose(std::slice::from_ref(candidate)).unwrap_or(Named::Ended);
        }
        let key = name_key(text);
        let ways = [self.names.get(&folded), self.keys.get(&key)];
        let found: Vec<Named> = ways.into_iter().flatten().filter_map(|candidates| choose(candidates)).collect();
        let best = found.iter().find(|named| **named != Named::Ended).or(found.first());
        best.cloned().unwrap_or(Named::New(key))
    }

    /// The organisation that a new name may be a slip of the pen for.
    pub fn nearly(&self, name: &str) -> Option<&str> {
        let key = name_key(name);
        let most = match key.chars().count() {
            0..=5 => return None,
            6..=9 => 1,
            _ => 2,
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        // Who slips, slips after the first letter. Team 1 and team 2 are two teams.
        let near = |known: &&(String, String)| digits(&known.0) == digits(&key) && apart(&known.0, &key, most) <= most;
        self.by_letter.get(&key.chars().next()?)?.iter().find(near).map(|(_, name)| name.as_str())
    }
}

/// The one that is meant among these; nothing when there are none.
fn choose(candidates: &[Candidate]) -> Option<Named> {
    let of = |state| {
        let mut these = candidates.iter().filter(move |candidate| candidate.state == state);
        these.next().map(|first| if these.next().is_some() { Named::Twice } else { Named::Known(first.id) })
    };
    let ended = || (!candidates.is_empty()).then_some(Named::Ended);
    of(OrganisationState::Confirmed).or_else(|| of(OrganisationState::Pending)).or_else(ended)
}

/// Letters wrong, missing or too many; more than `most` when there are more.
fn apart(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let changed = last[j] + usize::from(letter != other);
            row.push(changed.min(row[j] + 1).min(last[j + 1] + 1));
        }
        if row.iter().all(|errors| *errors > most) {
            return most + 1;
        }
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use kernel::Instant;

    use super::*;
    use organisations::Details;

    fn organisation(number: u128, name: &str, state: OrganisationState) -> Organisation {
        let key = (kernel::MunicipalityId(uuid::Uuid::nil()), OrganisationId(uuid::Uuid::from_u128(number)));
        let details = Details { sectors: vec![1200], ..Details::named(name) };
        Organisation {
            external_id: Some(format!("o{number}")),
            state,
            ..Organisation::new(key, format!("o-{number}"), details, Instant::from_millis(0))
        }
    }

    #[test]
    fn a_name_means_one_organisation_or_says_why_not() {
        use OrganisationState::{Closed, Confirmed, Pending};
        let known = [
            organisation(1, "Stichting Buurttuin De Proef", Confirmed),
            organisation(2, "Sportclub Proef", Closed),
            organisation(3, "Sportclub Proef", Confirmed),
            organisation(4, "Leesclub Proef", Confirmed),
            organisation(5, "leesclub proef", Confirmed),
            organisation(6, "Koor De Proef", Closed),
            organisation(7, "Zangkoor Proef", Pending),
            organisation(8, "Team 1 Proefstad", Confirmed),
        ];
        let names = Names::of(&known);
        let id = |number: usize| Named::Known(known[number - 1].id);
        let table = [
            ("buurttuin de proef", id(1)),
            ("O1", id(1)),
            ("Sportclub Proef", id(3)),
            ("Stichting Sportclub Proef", id(3)),
            ("Leesclub Proef", Named::Twice),
            ("o5", id(5)),
            ("Koor De Proef", Named::Ended),
            ("Zangkoor Proef", id(7)),
            ("Vereniging De Nieuwe Proef", Named::New("nieuweproef".into())),
        ];
        for (text, expected) in table {
            assert_eq!(names.meant(text), expected, "{text}");
        }
        assert_eq!(names.nearly("Buurtuin de Proef"), Some("Stichting Buurttuin De Proef"));
        assert_eq!(names.nearly("Team 2 Proefstad"), None, "another number is another team");
        assert_eq!(names.nearly("Breiclub Proef"), None);
    }
}
