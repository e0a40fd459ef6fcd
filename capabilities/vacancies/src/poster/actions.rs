//! Asking for a poster.

use kernel::{Permit, Result};
use platform::Ctx;

use super::{super::policy::Print, jobs::MakePoster};
use facets::model::VacancyId;

/// Has the poster made in the language of the context; asking twice before it is made asks once.
pub(crate) async fn ask(ctx: &Ctx, permit: &Permit<Print>, vacancy: VacancyId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let job = MakePoster { vacancy, lang: ctx.lang };
    tx.enqueue_at(ctx, &job, ctx.now, &format!("{vacancy}:{}", ctx.lang.code())).await?;
    ctx.commit(tx).await
}
