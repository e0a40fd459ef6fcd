//! Statements over imports.

use kernel::{Instant, Lang, MunicipalityId, Problem};
use platform::{
    db::{Code, Json},
    id_column, row, statements,
};
use uuid::Uuid;

use super::{
    super::{What, columns::Correction},
    model::{Change, Changed, Run, RunId, RunState},
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
        pub kept: bool,
        pub corrections: Option<Json<Vec<Correction>>>,
        pub undone_at: Option<Instant>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

macro_rules! run {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, what, file_name, dry_run, partial, file_rows, lang, state, report, kept, \
             corrections, undone_at, created_at, changed_at FROM import_runs WHERE municipality_id = $1 ",
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
         kept, corrections, undone_at, created_at, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    /// A piece of its file.
    KEEP_PART: (MunicipalityId, RunId, i64, Vec<u8>, Instant) => () =
        "INSERT INTO import_parts (municipality_id, run_id, part, bytes, created_at) VALUES ($1, $2, $3, $4, $5)";
    /// A piece of its file, as long as it is here.
    PART: (MunicipalityId, RunId, i64) => (Vec<u8>,) =
        "SELECT bytes FROM import_parts WHERE municipality_id = $1 AND run_id = $2 AND part = $3";
    /// It goes on with what was filled in; only one that is over and has its file.
    GO_ON: (MunicipalityId, RunId, Json<Vec<Correction>>, bool, bool, Code<RunState>, Instant) => () =
        "UPDATE import_runs SET corrections = $3, dry_run = $4, partial = $5, state = $6, changed_at = $7 \
         WHERE municipality_id = $1 AND id = $2 AND state = 'done' AND kept = TRUE";
    /// It begins.
    BEGIN: (MunicipalityId, RunId, Instant) => () =
        "UPDATE import_runs SET state = 'busy', changed_at = $3 WHERE municipality_id = $1 AND id = $2";
    /// It is over, and its file is kept or not.
    END: (MunicipalityId, RunId, String, bool, Instant) => () =
        "UPDATE import_runs SET state = 'done', report = $3, kept = $4, changed_at = $5 \
         WHERE municipality_id = $1 AND id = $2";
    /// It will not come to an end; a file that broke it is of no use either.
    GIVE_UP: (MunicipalityId, RunId, Instant) => () =
        "UPDATE import_runs SET state = 'failed', kept = FALSE, changed_at = $3 \
         WHERE municipality_id = $1 AND id = $2 AND state <> 'done'";
    /// Away with its file.
    DROP_PARTS: (MunicipalityId, RunId) => () = "DELETE FROM import_parts WHERE municipality_id = $1 AND run_id = $2";
    /// Files of long ago.
    FORGET_PARTS: (MunicipalityId, Instant) => () =
        "DELETE FROM import_parts WHERE municipality_id = $1 AND created_at < $2";
    /// Runs whose files those were.
    FORGET_KEPT: (MunicipalityId, Instant) => () =
        "UPDATE import_runs SET kept = FALSE, corrections = NULL WHERE municipality_id = $1 AND created_at < $2";
    /// Those of long ago.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM import_runs WHERE municipality_id = $1 AND created_at < $2";
    /// Something that it added or changed.
    NOTE_CHANGE: (MunicipalityId, RunId, i64, Code<Changed>, Uuid, Option<String>, String, Instant) => () =
        "INSERT INTO import_changes (municipality_id, run_id, place, kind, subject_id, was, became, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// How many it added and changed before.
    CHANGES_COUNT: (MunicipalityId, RunId) => (i64,) =
        "SELECT COUNT(*) FROM import_changes WHERE municipality_id = $1 AND run_id = $2";
    /// Some of what it added and changed, the last first.
    CHANGES: (MunicipalityId, RunId, i64, i64) => ChangeRow =
        "SELECT place, kind, subject_id, was, became FROM import_changes \
         WHERE municipality_id = $1 AND run_id = $2 AND place < $3 ORDER BY place DESC LIMIT $4";
    /// It is turned back; only once.
    TURN_BACK: (MunicipalityId, RunId, Instant) => () =
        "UPDATE import_runs SET undone_at = $3 WHERE municipality_id = $1 AND id = $2 AND undone_at IS NULL";
    /// What became of turning it back.
    TELL: (MunicipalityId, RunId, String) => () =
        "UPDATE import_runs SET report = $3 WHERE municipality_id = $1 AND id = $2";
    /// What it changed is no longer kept.
    DROP_CHANGES: (MunicipalityId, RunId) => () = "DELETE FROM import_changes WHERE municipality_id = $1 AND run_id = $2";
    /// What imports changed of somebody who is erased.
    FORGET_CHANGES_OF: (MunicipalityId, Uuid) => () =
        "DELETE FROM import_changes WHERE municipality_id = $1 AND subject_id = $2";
    /// Changes of long ago.
    FORGET_CHANGES: (MunicipalityId, Instant) => () =
        "DELETE FROM import_changes WHERE municipality_id = $1 AND created_at < $2";
}

row! {
    pub struct ChangeRow {
        pub place: i64,
        pub kind: Code<Changed>,
        pub subject_id: Uuid,
        pub was: Option<String>,
        pub became: String,
    }
}

impl From<ChangeRow> for Change {
    fn from(row: ChangeRow) -> Self {
        Self { kind: row.kind.0, subject: row.subject_id, before: row.was, after: row.became }
    }
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
            kept: row.kept,
            corrections: row.corrections.map(|corrections| corrections.0).unwrap_or_default(),
            undone_at: row.undone_at,
            created_at: row.created_at,
            changed_at: row.changed_at,
        })
    }
}
