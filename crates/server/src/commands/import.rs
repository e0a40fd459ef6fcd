//! `samenstuur import`.

use ::exchange::What;
use ::places::ImportReport;
use kernel::Lang;
use platform::{Ctx, config::Loaded, i18n::FluentValue};

use super::{Failure, Installation, Outcome, exchange, town};
use crate::cli::{Import, ImportFile};

pub(super) async fn run(loaded: Loaded, what: Import) -> Outcome {
    match what {
        Import::Areas(asked) => places(loaded, Map::Areas, &asked).await,
        Import::Postcodes(asked) => places(loaded, Map::Postcodes, &asked).await,
        Import::Vacancies(asked) => exchange::import(loaded, What::Vacancies, &asked).await,
        Import::Organisations(asked) => exchange::import(loaded, What::Organisations, &asked).await,
        Import::People(asked) => exchange::import(loaded, What::People, &asked).await,
    }
}

enum Map {
    Areas,
    Postcodes,
}

async fn places(loaded: Loaded, what: Map, asked: &ImportFile) -> Outcome {
    let text = read(asked)?;
    let app = Installation::open_current(loaded).await?.start().await?;
    let town = town(&app, &asked.which)?;
    let ctx = app.system(town.id)?.in_language(Lang::En);
    let permit = places::policy::load(&ctx.actor).require()?;
    let report = match (what, asked.dry_run) {
        (Map::Areas, false) => places::import_areas(&ctx, &permit, &text).await?,
        (Map::Areas, true) => places::preview_areas(&ctx, &permit, &text).await?,
        (Map::Postcodes, false) => places::import_postcodes(&ctx, &permit, &text).await?,
        (Map::Postcodes, true) => places::preview_postcodes(&ctx, &permit, &text).await?,
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
            eprintln!("{file}: {} {}", error.field, ctx.t_with(&error.key, &args));
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
