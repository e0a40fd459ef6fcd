//! Changing the table of synonyms.

use kernel::{Permit, Result};
use platform::{
    Ctx,
    audit::Subject,
    searching::{self, SynonymGroup},
};
use serde_json::json;

use super::forms::Change;
use crate::listing::policy::EditSynonyms;

/// Makes a change; every process searches by it a moment later.
pub(crate) async fn change(ctx: &Ctx, permit: &Permit<EditSynonyms>, change: Change) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let what = match change {
        Change::Set { id, words } => {
            let id = id.unwrap_or_else(|| ctx.id());
            searching::set_synonyms(&mut tx, ctx, SynonymGroup { id, words: words.clone() }).await?;
            json!({ "words": words })
        }
        Change::Remove(id) => {
            searching::set_synonyms(&mut tx, ctx, SynonymGroup { id, words: Vec::new() }).await?;
            json!({ "removed": id })
        }
        Change::Reset => {
            searching::reset_synonyms(&mut tx, ctx).await?;
            json!({ "reset": true })
        }
    };
    tx.audit(ctx, permit, "synonyms.change", Subject::town(), &what).await?;
    ctx.commit(tx).await
}
