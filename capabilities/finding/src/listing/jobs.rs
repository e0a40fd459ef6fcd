//! Writing down how often vacancies were seen. Each process does this for its own looks.

use kernel::{MunicipalityId, Result};
use platform::App;
use platform::audit::Unaudited;

use super::{policy, seen::Seen, store};
use facets::model::VacancyId;

/// Writes down what this process counted until now.
///
/// # Errors
/// When the database refuses; what was counted then stays in memory.
pub async fn save_views(app: &App) -> Result<()> {
    let seen = app.service(Seen::default);
    let mut left = seen.take();
    while let Some((town, _)) = left.keys().next().copied() {
        let of_town: Vec<(VacancyId, u32)> = left
            .range((town, VacancyId(uuid::Uuid::nil()))..)
            .take_while(|(which, _)| which.0 == town)
            .map(one)
            .collect();
        if let Err(problem) = save(app, town, &of_town).await {
            seen.give_back(left);
            return Err(problem);
        }
        left.retain(|which, _| which.0 != town);
    }
    Ok(())
}

fn one((which, count): (&(MunicipalityId, VacancyId), &u32)) -> (VacancyId, u32) {
    (which.1, *count)
}

async fn save(app: &App, town: MunicipalityId, looks: &[(VacancyId, u32)]) -> Result<()> {
    let ctx = app.system(town)?;
    let permit = policy::system(&ctx.actor).require()?;
    let mut tx = ctx.begin(&permit).await?;
    for (vacancy, count) in looks {
        store::COUNT_VIEWS.run(&mut tx, (town, *vacancy, ctx.today(), i64::from(*count))).await?;
    }
    tx.unaudited(Unaudited::Count);
    ctx.commit(tx).await
}
