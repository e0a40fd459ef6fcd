//! Bulk import and export: an organisation's own system, the town's old platform, a spreadsheet on a desk.
//!
//! A file (CSV or XLSX) has one thing a row. Headers are known in Dutch and English ([`columns`]); every bad row is named with its
//! row, column and reason, and nothing is imported unless all rows are good or the good ones were asked for (`partial`).
//! A second import with the same external ids changes instead of doubles.
//!
//! Owns: what [`runs`] owns. Sends no events of its own.

mod actions;
mod bytes;
mod cells;
pub mod columns;
mod export;
mod lines;
pub mod naming;
mod pages;
mod policy;
pub mod runs;
mod samples;
mod sheets;
pub mod table;
#[cfg(test)]
mod tests;
mod unpack;
pub mod words;

pub use actions::{Options, import, note_export};
use axum::response::Response;
pub use export::export;
use kernel::{Result, codes};
use platform::{Access, Plan};
pub use policy::transfer;
use serde::Serialize;
pub use table::{Format, Table, Unreadable};

codes! {
    /// What is imported and exported.
    pub enum What {
        Vacancies = "vacancies",
        Organisations = "organisations",
        People = "people",
    }
}

/// One thing that is wrong in a file, or worth a look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The row as a spreadsheet counts it; the header is row 1. Absent when the file as a whole is wrong.
    pub row: Option<usize>,
    /// The field of the form, where filling in this one cell mends it.
    pub field: String,
    /// The column as it is called in the file.
    pub column: String,
    /// Catalogue key of the reason, which says what to do.
    pub key: std::borrow::Cow<'static, str>,
    /// Arguments of the reason.
    pub args: Vec<(&'static str, String)>,
    /// What stands there.
    pub value: String,
    /// Where the row as a whole is wrong: its fields with what seems to stand there.
    pub cells: Vec<(String, String)>,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows in the file.
    pub rows: usize,
    /// New things.
    pub added: usize,
    /// Known things that differ.
    pub changed: usize,
    /// Known things that are the same.
    pub same: usize,
    /// Rows that were passed over because their state says that they are not on the platform.
    pub passed: usize,
    /// Organisations that were not known and were added by their name.
    pub organisations: usize,
    /// Vacancies of which the vacancy check would have something changed before it lets them through.
    pub check_refused: usize,
    /// Vacancies of which the vacancy check only gives advice.
    pub check_advised: usize,
    /// What is wrong, by row.
    pub faults: Vec<Fault>,
    /// What is worth a look although it is not wrong, by row.
    pub advice: Vec<Fault>,
    /// Headers that mean nothing to us and were passed over.
    pub unknown_columns: Vec<String>,
    /// Whether anything was stored.
    pub stored: bool,
}

impl Report {
    /// How many rows have a fault.
    pub fn bad_rows(&self) -> usize {
        let mut rows: Vec<_> = self.faults.iter().filter_map(|fault| fault.row).collect();
        rows.dedup();
        rows.len()
    }
}

/// The answer with which a table is downloaded as a file of this name.
///
/// # Errors
/// When the table cannot be written.
pub fn download(table: &Table, name: &str, format: Format) -> Result<Response> {
    Ok(pages::file_to_keep(name, format, table.write(format)?))
}

/// What this capability has.
pub fn plan() -> Plan {
    runs::add(Plan::new("exchange", 3).shown_after("conversations"))
        .get("/beheer/import", pages::show, Access::MANAGER)
        .upload("/beheer/import", pages::import, Access::MANAGER)
        .get("/beheer/import/{run}", runs::pages::show, Access::MANAGER)
        .post("/beheer/import/{run}", runs::pages::go_on, Access::MANAGER)
        .post("/beheer/import/{run}/terug", runs::pages::turn_back, Access::MANAGER)
        .get("/beheer/import/{run}/fouten.csv", runs::pages::faults, Access::MANAGER)
        .get("/beheer/export/{file}", pages::download_all, Access::MANAGER)
        .samples(samples::samples)
}
