//! Keeping an import on record, and having a long one done.

use kernel::{Permit, Problem, Result, text::excerpt, time};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    db::Code,
    i18n::argument,
};
use serde_json::json;

use super::{
    super::{
        Fault, Report, Table, What,
        actions::{Options, import},
        policy::{System, Transfer},
    },
    KEPT_DAYS,
    jobs::ImportFile,
    model::{Outcome, Run, RunId, RunState},
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
    let words = |fault: &Fault| {
        let args: Vec<_> = fault.args.iter().map(|(name, value)| (*name, argument(value))).collect();
        ctx.t_with(&fault.key, &args)
    };
    Outcome::new(report, words)
}

async fn insert(tx: &mut Tx, ctx: &Ctx, sent: &Sent, outcome: Option<&Outcome>) -> Result<RunId> {
    let id: RunId = ctx.id();
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
        created_at: ctx.now,
        changed_at: ctx.now,
    };
    store::INSERT.run(tx, row).await?;
    Ok(id)
}

/// Keeps what became of a short import.
pub(crate) async fn save(ctx: &Ctx, permit: &Permit<Transfer>, sent: &Sent, outcome: &Outcome) -> Result<RunId> {
    let mut tx = ctx.begin(permit).await?;
    let id = insert(&mut tx, ctx, sent, Some(outcome)).await?;
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await?;
    Ok(id)
}

/// Has a long file imported by a job.
pub async fn start(ctx: &Ctx, permit: &Permit<Transfer>, sent: &Sent, file: Vec<u8>) -> Result<RunId> {
    let mut tx = ctx.begin(permit).await?;
    let id = insert(&mut tx, ctx, sent, None).await?;
    store::KEEP_FILE.run(&mut tx, (ctx.town(), id, file)).await?;
    tx.enqueue(ctx, &ImportFile { run: id }).await?;
    let details = json!({ "what": sent.what, "rows": sent.rows });
    tx.audit(ctx, permit, "import_run.start", Subject::of("import_run", id), &details).await?;
    ctx.commit(tx).await?;
    Ok(id)
}

/// Imports the file of a run. A second time changes nothing: what was stored is known by its external ids.
///
/// # Errors
/// When the database refuses; faults in the file are in the outcome.
pub(crate) async fn perform(ctx: &Ctx, permit: &Permit<Transfer>, id: RunId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let run: Run = match store::FIND.optional(&mut tx, (ctx.town(), id)).await? {
        Some(row) => row.try_into()?,
        None => return Ok(()),
    };
    let Some((file,)) = store::FILE.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    store::BEGIN.run(&mut tx, (ctx.town(), id, ctx.now)).await?;
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await?;
    let (table, _) = Table::read_aside(file).await.map_err(Problem::fault)?;
    let options = Options { dry_run: run.dry_run, partial: run.partial };
    let report = import(ctx, permit, run.what, &table, options).await?;
    let outcome = outcome(&ctx.in_language(run.lang), report);
    let mut tx = ctx.begin(permit).await?;
    store::END.run(&mut tx, (ctx.town(), id, serde_json::to_string(&outcome)?, ctx.app.now())).await?;
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await
}

/// Ends a run that cannot be done, so that whoever sent the file hears of it and can send it again.
pub(crate) async fn give_up(ctx: &Ctx, permit: &Permit<Transfer>, id: RunId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::GIVE_UP.run(&mut tx, (ctx.town(), id, ctx.app.now())).await?;
    tx.audit(ctx, permit, "import_run.give_up", Subject::of("import_run", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Forgets what became of imports of long ago.
pub(crate) async fn forget(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let days = i64::from(ctx.municipality.settings.count(&KEPT_DAYS, ctx.today()));
    let mut tx = ctx.begin(permit).await?;
    store::FORGET.run(&mut tx, (ctx.town(), ctx.now.plus(-days * time::DAY))).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}
