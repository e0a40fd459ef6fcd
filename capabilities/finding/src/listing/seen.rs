//! How often the pages of vacancies were looked at: a number per vacancy and day, and nothing about who looked.
//!
//! Looks are counted in the memory of the process and written down once a minute: a look costs no statement, and a
//! process that dies loses one minute of them.

use std::collections::BTreeMap;

use kernel::{MunicipalityId, OrganisationId};
use parking_lot::Mutex;
use platform::Ctx;

use facets::model::VacancyId;

/// Marks of programs that read pages, in what they say they are.
const PROGRAMS: [&str; 5] = ["bot", "crawl", "spider", "preview", "monitor"];

/// Looks that were not written down yet.
pub type Looks = BTreeMap<(MunicipalityId, VacancyId), u32>;

/// The looks of this process.
#[derive(Debug, Default)]
pub struct Seen(Mutex<Looks>);

impl Seen {
    /// One look more.
    pub fn count(&self, town: MunicipalityId, vacancy: VacancyId) {
        *self.0.lock().entry((town, vacancy)).or_default() += 1;
    }

    /// Takes what was counted.
    pub fn take(&self) -> Looks {
        std::mem::take(&mut *self.0.lock())
    }

    /// Gives back what could not be written down.
    pub fn give_back(&self, looks: Looks) {
        let mut counted = self.0.lock();
        for (which, count) in looks {
            *counted.entry(which).or_default() += count;
        }
    }
}

/// Whether somebody who says to be this is a program that reads pages, rather than a person.
pub fn is_program(user_agent: &str) -> bool {
    let lower = user_agent.to_lowercase();
    PROGRAMS.iter().any(|mark| lower.contains(mark))
}

/// Somebody looked at the page of a vacancy. Looks of its own people, of the point and the municipality, and of programs
/// do not count.
pub fn saw(ctx: &Ctx, vacancy: VacancyId, organisation: OrganisationId) {
    let works_with_it = ctx.actor.speaks_for(organisation) || ctx.actor.is_manager() || ctx.actor.is_mediator();
    if !works_with_it && !is_program(&ctx.request.user_agent) {
        ctx.app.service(Seen::default).count(ctx.town(), vacancy);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_could_not_be_written_down_is_not_lost() {
        let seen = Seen::default();
        let which = (MunicipalityId(Uuid::from_u128(1)), VacancyId(Uuid::from_u128(2)));
        seen.count(which.0, which.1);
        let taken = seen.take();
        assert_eq!(taken[&which], 1);
        seen.count(which.0, which.1);
        seen.give_back(taken);
        assert_eq!(seen.take()[&which], 2);
        assert!(seen.take().is_empty());
    }

    #[test]
    fn programs_are_known_by_what_they_say_they_are() {
        assert!(is_program("Mozilla/5.0 (compatible; ExampleBot/2.1)"));
        assert!(!is_program("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
    }
}
