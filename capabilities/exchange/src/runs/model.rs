//! An import and what became of it. Pure.

use kernel::{Instant, Lang, codes, id_type};
use serde::{Deserialize, Serialize};

use super::super::{Fault, Report, What};

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
    /// Since when it is known.
    pub created_at: Instant,
    /// Since when it is in this state.
    pub changed_at: Instant,
}

/// A fault or an advice in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The row, as a spreadsheet counts it.
    pub row: Option<usize>,
    /// The column as it is called in the file.
    pub column: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// A report in the words of whoever asked for the import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl Outcome {
    /// A report with each fault in words.
    pub fn new(report: Report, words: impl Fn(&Fault) -> String) -> Self {
        let told = |fault: &Fault| Told { row: fault.row, column: fault.column.clone(), reason: words(fault) };
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
        }
    }

    /// Whether the file was refused.
    pub fn is_refused(&self) -> bool {
        !self.faults.is_empty() && !self.stored
    }
}
