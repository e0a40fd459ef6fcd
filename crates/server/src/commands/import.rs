//! `samenstuur import`.

use capabilities::places::{self, actions::ImportReport};
use kernel::Lang;
use platform::{Ctx, config::Loaded, i18n::FluentValue};

use super::{Failure, Installation, Outcome, town};
use crate::cli::{Import, ImportFile};

pub(super) async fn run(loaded: Loaded, what: Import) -> Outcome {
    let (Import::Areas(asked) | Import::Postcodes(asked)) = &what;
    let text = read(asked)?;
    let app = Installation::open_current(loaded).await?.start().await?;
    let town = town(&app, &asked.which)?;
    let ctx = app.system(town.id)?.in_language(Lang::En);
    let permit = places::policy::load(&ctx.actor).require()?;
    let report = match (&what, asked.dry_run) {
        (Import::Areas(_), false) => places::actions::import_areas(&ctx, &permit, &text).await?,
        (Import::Areas(_), true) => places::actions::preview_areas(&ctx, &permit, &text).await?,
        (Import::Postcodes(_), false) => places::actions::import_postcodes(&ctx, &permit, &text).await?,
        (Import::Postcodes(_), true) => places::actions::preview_postcodes(&ctx, &permit, &text).await?,
    };
    app.db.close().await;
    tell(&ctx, asked, &report)
}

fn read(asked: &ImportFile) -> Result<String, Failure> {
    std::fs::read_to_string(&asked.file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", asked.file.display())))
}

fn tell(ctx: &Ctx, asked: &ImportFile, report: &ImportReport) -> Outcome {
    let file = asked.file.display();
    if !report.is_good() {
        for error in &report.problems.0 {
            let args: Vec<_> =
                error.args.iter().map(|(name, value)| (*name, FluentValue::from(value.clone()))).collect();
            eprintln!("{file}: {} {}", error.field, ctx.t_with(error.key, &args));
        }
        let count = report.problems.0.len();
        return Err(Failure::failed(format!("{file} has {count} mistakes; nothing was changed")));
    }
    println!(
        "{}: {} added, {} changed, {} unchanged, {} removed",
        ctx.municipality.name, report.added, report.changed, report.unchanged, report.removed
    );
    if report.elsewhere > 0 {
        println!("{} lie in none of the wijken of {}", report.elsewhere, ctx.municipality.name);
    }
    if asked.dry_run {
        println!("This was a look ahead: nothing was changed.");
    }
    Ok(())
}
