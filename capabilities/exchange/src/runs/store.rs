//! Statements over imports.

use kernel::{Instant, Lang, MunicipalityId, Problem};
use platform::{db::Code, id_column, row, statements};

use super::{
    super::What,
    model::{Run, RunId, RunState},
};

id_column! { RunId }

row! {
    /// An import as stored, without its file.
    pub struct RunRow {
        pub municipality_id: MunicipalityId,
        pub id: RunId,
        pub what: Code<What>,
        pub file_name: String,
        pub dry_run: bool,
        pub partial: bool,
        pub file_rows: i64,
        pub lang: Lang,
        pub state: Code<RunState>,
        pub report: Option<String>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

macro_rules! run {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, what, file_name, dry_run, partial, file_rows, lang, state, report, created_at, \
             changed_at FROM import_runs WHERE municipality_id = $1 ",
            $rest
        )
    };
}

statements! {
    FIND: (MunicipalityId, RunId) => RunRow = run!("AND id = $2");
    /// The latest first, at most so many.
    LATEST: (MunicipalityId, i64) => RunRow = run!("ORDER BY created_at DESC, id DESC LIMIT $2");
    /// A new one.
    INSERT: RunRow => () =
        "INSERT INTO import_runs (municipality_id, id, what, file_name, dry_run, partial, file_rows, lang, state, report, \
         created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// The file of one that waits.
    KEEP_FILE: (MunicipalityId, RunId, Vec<u8>) => () =
        "UPDATE import_runs SET file = $3 WHERE municipality_id = $1 AND id = $2";
    /// Its file, as long as it is not over.
    FILE: (MunicipalityId, RunId) => (Vec<u8>,) =
        "SELECT file FROM import_runs WHERE municipality_id = $1 AND id = $2 AND file IS NOT NULL";
    /// It begins.
    BEGIN: (MunicipalityId, RunId, Instant) => () =
        "UPDATE import_runs SET state = 'busy', changed_at = $3 WHERE municipality_id = $1 AND id = $2";
    /// It is over; its file is of no use any more.
    END: (MunicipalityId, RunId, String, Instant) => () =
        "UPDATE import_runs SET state = 'done', file = NULL, report = $3, changed_at = $4 \
         WHERE municipality_id = $1 AND id = $2";
    /// It will not come to an end; a file that broke it is of no use either.
    GIVE_UP: (MunicipalityId, RunId, Instant) => () =
        "UPDATE import_runs SET state = 'failed', file = NULL, changed_at = $3 \
         WHERE municipality_id = $1 AND id = $2 AND state <> 'done'";
    /// Those of long ago.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM import_runs WHERE municipality_id = $1 AND created_at < $2";
}

impl TryFrom<RunRow> for Run {
    type Error = Problem;
    fn try_from(row: RunRow) -> Result<Self, Problem> {
        Ok(Self {
            id: row.id,
            what: row.what.0,
            file_name: row.file_name,
            dry_run: row.dry_run,
            partial: row.partial,
            rows: usize::try_from(row.file_rows).unwrap_or(0),
            lang: row.lang,
            state: row.state.0,
            outcome: row.report.map(|report| serde_json::from_str(&report)).transpose()?,
            created_at: row.created_at,
            changed_at: row.changed_at,
        })
    }
}
