//! Keeping an import on record, going on with it, having a long one done, and turning one back.

use std::{fs::File, io::SeekFrom};

use kernel::{Permit, PersonId, Problem, Result, text::excerpt, time};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    db::{Code, Json},
    http::passing_file,
};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _, AsyncWriteExt as _};

use super::{
    super::{
        Report, Table, What,
        actions::{Options, import},
        columns::Correction,
        policy::{System, Transfer},
        words,
    },
    FILE_DAYS, KEPT_DAYS, UNDO_DAYS,
    jobs::ImportFile,
    model::{Change, Outcome, Run, RunId, RunState, SHORT},
    store::{self, RunRow},
};

/// A file that was sent to be imported.
pub struct Sent {
    /// What stands in it.
    pub what: What,
    /// What it is called.
    pub file_name: String,
    pub rows: usize,
    /// How to go about it.
    pub options: Options,
}

/// A report in the words of the context.
pub(crate) fn outcome(ctx: &Ctx, report: Report) -> Outcome {
    Outcome::new(report, |fault| words::reason(ctx, fault))
}

async fn insert(tx: &mut Tx, ctx: &Ctx, id: RunId, sent: &Sent, outcome: Option<&Outcome>) -> Result<()> {
    let row = RunRow {
        municipality_id: ctx.town(),
        id,
        what: Code(sent.what),
        file_name: excerpt(&sent.file_name, 120),
        dry_run: sent.options.dry_run,
        partial: sent.options.partial,
        file_rows: i64::try_from(sent.rows).unwrap_or(i64::MAX),
        lang: ctx.lang,
        state: Code(if outcome.is_some() { RunState::Done } else { RunState::Waiting }),
        report: outcome.map(serde_json::to_string).transpose()?,
        kept: outcome.is_none_or(goes_on),
        corrections: None,
        undone_at: None,
        created_at: ctx.now,
        changed_at: ctx.now,
    };
    store::INSERT.run(tx, row).await?;
    Ok(())
}

/// Whether the file is of use after this.
fn goes_on(outcome: &Outcome) -> bool {
    !outcome.stored && !outcome.is_hopeless()
}

/// Pieces in which a file is kept, in bytes: the database takes a piece whole.
const PIECE: u64 = 1 << 20;

async fn keep(tx: &mut Tx, ctx: &Ctx, id: RunId, file: File) -> Result<()> {
    let mut file = tokio::fs::File::from_std(file);
    file.seek(SeekFrom::Start(0)).await.map_err(Problem::fault)?;
    for part in 0.. {
        let mut piece = Vec::new();
        (&mut file).take(PIECE).read_to_end(&mut piece).await.map_err(Problem::fault)?;
        if piece.is_empty() {
            break;
        }
        store::KEEP_PART.run(tx, (ctx.town(), id, part, piece, ctx.now)).await?;
    }
    Ok(())
}

/// The file of a run, as long as it is kept.
async fn kept(ctx: &Ctx, id: RunId) -> Result<Option<File>> {
    let mut file = tokio::fs::File::from_std(passing_file(ctx)?);
    let mut conn = ctx.read().await?;
    let mut part = 0;
    while let Some((piece,)) = store::PART.optional(&mut conn, (ctx.town(), id, part)).await? {
        file.write_all(&piece).await.map_err(Problem::fault)?;
        part += 1;
    }
    file.flush().await.map_err(Problem::fault)?;
    file.seek(SeekFrom::Start(0)).await.map_err(Problem::fault)?;
    let file = file.into_std().await;
    Ok((part > 0).then_some(file))
}

/// Imports a short file, and keeps what became of it; and the file, as long as it can go on.
///
/// # Errors
/// When the database refuses; faults in the file are in the outcome.
pub async fn run(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    mut sent: Sent,
    table: &Table,
    file: File,
) -> Result<(RunId, Report)> {
    let id: RunId = ctx.id();
    sent.options.run = Some(id);
    let report = import(ctx, permit, sent.what, table, &sent.options).await?;
    let outcome = outcome(ctx, report.clone());
    let mut tx = ctx.begin(permit).await?;
    insert(&mut tx, ctx, id, &sent, Some(&outcome)).await?;
    if goes_on(&outcome) {
        keep(&mut tx, ctx, id, file).await?;
    }
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await?;
    Ok((id, report))
}

/// Has a long file imported by a job.
pub async fn start(ctx: &Ctx, permit: &Permit<Transfer>, sent: &Sent, file: File) -> Result<RunId> {
    let id = ctx.id();
    let mut tx = ctx.begin(permit).await?;
    insert(&mut tx, ctx, id, sent, None).await?;
    keep(&mut tx, ctx, id, file).await?;
    tx.enqueue(ctx, &ImportFile { run: id }).await?;
    let details = json!({ "what": sent.what, "rows": sent.rows });
    tx.audit(ctx, permit, "import_run.start", Subject::of("import_run", id), &details).await?;
    ctx.commit(tx).await?;
    Ok(id)
}

/// Goes on with a file that was tried or refused, with what was filled in since: a short one at once, a long one by a job.
///
/// # Errors
/// [`Problem::Conflict`] when it is under way, or its file is gone.
pub(crate) async fn go_on(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    run: &Run,
    corrections: Vec<Correction>,
    dry_run: bool,
    partial: bool,
) -> Result<()> {
    let long = run.rows > SHORT;
    let state = if long { RunState::Waiting } else { RunState::Done };
    let mut tx = ctx.begin(permit).await?;
    let row = (ctx.town(), run.id, Json(corrections), dry_run, partial, Code(state), ctx.now);
    if store::GO_ON.run(&mut tx, row).await? == 0 {
        return Err(Problem::Conflict("exchange-conflict-over"));
    }
    if long {
        tx.enqueue(ctx, &ImportFile { run: run.id }).await?;
    }
    let details = json!({ "what": run.what, "rows": run.rows });
    tx.audit(ctx, permit, "import_run.go_on", Subject::of("import_run", run.id), &details).await?;
    ctx.commit(tx).await?;
    if long { Ok(()) } else { perform(ctx, permit, run.id).await }
}

/// Imports the file of a run. A second time changes nothing: what was stored is known by its external ids.
///
/// # Errors
/// When the database refuses; faults in the file are in the outcome.
pub(crate) async fn perform(ctx: &Ctx, permit: &Permit<Transfer>, id: RunId) -> Result<()> {
    let mut conn = ctx.read().await?;
    let Some(run) = super::find(&mut conn, ctx, id).await? else { return Ok(()) };
    drop(conn);
    let Some(file) = kept(ctx, id).await? else { return Ok(()) };
    if run.state == RunState::Waiting {
        let mut tx = ctx.begin(permit).await?;
        store::BEGIN.run(&mut tx, (ctx.town(), id, ctx.now)).await?;
        tx.unaudited(Unaudited::Progress);
        ctx.commit(tx).await?;
    }
    let (table, _) = Table::read_aside(file).await.map_err(Problem::fault)?;
    let Run { dry_run, partial, corrections, .. } = run;
    let options = Options { dry_run, partial, corrections, run: Some(id) };
    let report = import(ctx, permit, run.what, &table, &options).await?;
    let outcome = outcome(&ctx.in_language(run.lang), report);
    let mut tx = ctx.begin(permit).await?;
    let report = serde_json::to_string(&outcome)?;
    store::END.run(&mut tx, (ctx.town(), id, report, goes_on(&outcome), ctx.app.now())).await?;
    if !goes_on(&outcome) {
        store::DROP_PARTS.run(&mut tx, (ctx.town(), id)).await?;
    }
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await
}

/// Ends a run that cannot be done, so that whoever sent the file hears of it and can send it again.
pub(crate) async fn give_up(ctx: &Ctx, permit: &Permit<Transfer>, id: RunId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::GIVE_UP.run(&mut tx, (ctx.town(), id, ctx.app.now())).await?;
    store::DROP_PARTS.run(&mut tx, (ctx.town(), id)).await?;
    tx.audit(ctx, permit, "import_run.give_up", Subject::of("import_run", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Notes what a run stores, in the transaction that stores it.
pub(crate) async fn note_changes(tx: &mut Tx, ctx: &Ctx, run: RunId, changes: &[Change]) -> Result<()> {
    let before = store::CHANGES_COUNT.one(tx, (ctx.town(), run)).await?.0;
    for (place, change) in (before..).zip(changes) {
        let Change { kind, subject, before, after } = change.clone();
        store::NOTE_CHANGE.run(tx, (ctx.town(), run, place, Code(kind), subject, before, after, ctx.now)).await?;
    }
    Ok(())
}

/// Turns a run back: what it added goes, what it changed is again as it was, the last first; what somebody used or changed
/// since stays, and is counted.
///
/// # Errors
/// [`Problem::Conflict`] when it was turned back before, stored nothing, or is too long ago.
pub(crate) async fn turn_back(ctx: &Ctx, permit: &Permit<Transfer>, run: Run) -> Result<()> {
    let Some(mut outcome) = run.outcome.clone().filter(|_| super::can_be_turned_back(ctx, &run)) else {
        return Err(Problem::Conflict("exchange-conflict-turned-back"));
    };
    let mut tx = ctx.begin(permit).await?;
    tx.lock_everything().await?;
    if store::TURN_BACK.run(&mut tx, (ctx.town(), run.id, ctx.now)).await? == 0 {
        return Err(Problem::Conflict("exchange-conflict-turned-back"));
    }
    let mut place = i64::MAX;
    loop {
        let changes = store::CHANGES.all(&mut tx, (ctx.town(), run.id, place, 500)).await?;
        let Some(last) = changes.last() else { break };
        place = last.place;
        for change in changes {
            let done = super::super::actions::take_back(&mut tx, ctx, permit, change.into()).await?;
            *if done { &mut outcome.taken_back } else { &mut outcome.left } += 1;
        }
    }
    store::DROP_CHANGES.run(&mut tx, (ctx.town(), run.id)).await?;
    store::TELL.run(&mut tx, (ctx.town(), run.id, serde_json::to_string(&outcome)?)).await?;
    let details = json!({ "taken_back": outcome.taken_back, "left": outcome.left });
    tx.audit(ctx, permit, "import_run.turn_back", Subject::of("import_run", run.id), &details).await?;
    ctx.commit(tx).await
}

/// Forgets what imports changed of somebody who is erased.
pub(crate) async fn forget_person(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    store::FORGET_CHANGES_OF.run(tx, (ctx.town(), person.0)).await?;
    Ok(())
}

/// Forgets files, changes and what became of imports of long ago.
pub(crate) async fn forget(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let before = |setting| {
        let days = i64::from(ctx.municipality.settings.count(setting, ctx.today()));
        (ctx.town(), ctx.now.plus(-days * time::DAY))
    };
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_PARTS.run(&mut tx, before(&FILE_DAYS)).await?;
    store::FORGET_KEPT.run(&mut tx, before(&FILE_DAYS)).await?;
    store::FORGET_CHANGES.run(&mut tx, before(&UNDO_DAYS)).await?;
    let kept = before(&KEPT_DAYS);
    store::FORGET_PARTS.run(&mut tx, kept).await?;
    store::FORGET.run(&mut tx, kept).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}
