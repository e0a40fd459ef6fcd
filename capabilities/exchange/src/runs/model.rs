//! An import and what became of it. Pure.

use kernel::{Instant, Lang, OrganisationId, PersonId, codes, id_type};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{Fault, Report, What, columns::Correction};
use facets::model::VacancyId;
use organisations::Details;
use people::imports::ImportedPerson;
use vacancies::model::Content;

id_type! {
    /// One import on the page.
    RunId,
}

/// Up to so many rows a file is imported while one waits for the page.
pub const SHORT: usize = 300;

codes! {
    /// How far an import is.
    pub enum RunState {
        /// Waits for its turn.
        Waiting = "waiting",
        /// Is being looked at and stored.
        Busy = "busy",
        /// Is over; the outcome says whether anything was stored.
        Done = "done",
        /// It broke off again and again: nothing was stored, and the file is gone.
        Failed = "failed",
    }
}

/// An import on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub id: RunId,
    /// What stands in the file.
    pub what: What,
    /// What the file is called.
    pub file_name: String,
    /// Only to be tried.
    pub dry_run: bool,
    /// Whether the good rows are stored although others are bad.
    pub partial: bool,
    /// Rows in the file.
    pub rows: usize,
    /// The language in which the outcome is told.
    pub lang: Lang,
    /// How far it is.
    pub state: RunState,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Whether its file is still here, so that it can go on.
    pub kept: bool,
    /// What was filled in since the file was sent.
    pub corrections: Vec<Correction>,
    /// Since when it is turned back.
    pub undone_at: Option<Instant>,
    /// Since when it is known.
    pub created_at: Instant,
    /// Since when it is in this state.
    pub changed_at: Instant,
}

impl Run {
    /// Whether it can go on with the file that was sent: it was tried or refused.
    pub fn is_open(&self) -> bool {
        self.kept && self.state == RunState::Done && self.outcome.as_ref().is_some_and(|outcome| !outcome.stored)
    }
}

codes! {
    /// What an import changes.
    pub enum Changed {
        Vacancy = "vacancy",
        Organisation = "organisation",
        Person = "person",
    }
}

/// Something that an import added or changed, so that it can be turned back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: Changed,
    pub subject: Uuid,
    /// What was there before; nothing, when it was added.
    pub before: Option<String>,
    pub after: String,
}

impl Change {
    fn new(
        kind: Changed,
        subject: Uuid,
        before: Option<&impl Serialize>,
        after: &impl Serialize,
    ) -> kernel::Result<Self> {
        let before = before.map(serde_json::to_string).transpose()?;
        Ok(Self { kind, subject, before, after: serde_json::to_string(after)? })
    }

    pub(crate) fn of_vacancy(id: VacancyId, before: Option<&Content>, after: &Content) -> kernel::Result<Self> {
        Self::new(Changed::Vacancy, id.0, before, after)
    }

    pub(crate) fn of_organisation(
        id: OrganisationId,
        before: Option<&Details>,
        after: &Details,
    ) -> kernel::Result<Self> {
        Self::new(Changed::Organisation, id.0, before, after)
    }

    pub(crate) fn of_person(
        id: PersonId,
        before: Option<&ImportedPerson>,
        after: &ImportedPerson,
    ) -> kernel::Result<Self> {
        Self::new(Changed::Person, id.0, before, after)
    }
}

/// A fault or an advice in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The row, as a spreadsheet counts it.
    pub row: Option<usize>,
    /// The column as it is called in the file.
    pub column: String,
    /// What is wrong and what to do.
    pub reason: String,
    /// The field of the form, where filling in this one cell mends it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// Where the row as a whole is wrong: its fields with what seems to stand there.
    pub cells: Vec<(String, String)>,
}

/// A report in the words of whoever asked for the import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// Rows in the file.
    pub rows: usize,
    /// New things.
    pub added: usize,
    /// Known things that differ.
    pub changed: usize,
    /// Known things that are the same.
    pub same: usize,
    /// Rows that were passed over.
    pub passed: usize,
    /// Rows with a fault.
    pub bad: usize,
    /// Organisations that were added by their name.
    pub organisations: usize,
    /// Vacancies the vacancy check would not let through as they are.
    pub check_refused: usize,
    /// Vacancies the vacancy check gives advice on.
    pub check_advised: usize,
    /// Headers that were passed over.
    pub unknown_columns: Vec<String>,
    /// What is wrong.
    pub faults: Vec<Told>,
    /// What is worth a look.
    pub advice: Vec<Told>,
    /// Whether anything was stored.
    pub stored: bool,
    /// Things that were taken back when it was turned back.
    pub taken_back: usize,
    /// Things that stayed then, because somebody used or changed them since.
    pub left: usize,
}

impl Outcome {
    /// A report with each fault in words.
    pub fn new(report: Report, words: impl Fn(&Fault) -> String) -> Self {
        let told = |fault: &Fault| Told {
            row: fault.row,
            column: fault.column.clone(),
            reason: words(fault),
            field: fault.field.clone(),
            value: fault.value.clone(),
            cells: fault.cells.clone(),
        };
        Self {
            rows: report.rows,
            added: report.added,
            changed: report.changed,
            same: report.same,
            passed: report.passed,
            bad: report.bad_rows(),
            organisations: report.organisations,
            check_refused: report.check_refused,
            check_advised: report.check_advised,
            faults: report.faults.iter().map(told).collect(),
            advice: report.advice.iter().map(told).collect(),
            unknown_columns: report.unknown_columns,
            stored: report.stored,
            ..Self::default()
        }
    }

    /// Whether the file was refused.
    pub fn is_refused(&self) -> bool {
        !self.faults.is_empty() && !self.stored
    }

    /// Whether something is wrong with the file as a whole, so that only another file helps.
    pub fn is_hopeless(&self) -> bool {
        self.faults.iter().any(|fault| fault.row.is_none())
    }
}
