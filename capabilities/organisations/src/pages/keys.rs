//! Keys for programs of an organisation.

use kernel::{OrganisationId, Result, form::FormState};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::find;
use crate::{actions, forms, model::ApiKeyId, policy, store};

/// The keys of an organisation.
#[derive(Debug, Serialize)]
pub(crate) struct KeysPage {
    /// The organisation's id.
    pub id: String,
    pub name: String,
    /// The keys that work.
    pub keys: Vec<KeyView>,
    /// The text of a new key, shown this once.
    pub new_key: Option<String>,
    /// The form for another.
    pub form: Form,
}

/// One key, without its text.
#[derive(Debug, Serialize)]
pub(crate) struct KeyView {
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Since when, local.
    pub since: String,
}

impl Page for KeysPage {
    const TEMPLATE: &'static str = "organisations/keys.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(format!("/organisatie/{}", self.id), self.name.clone())]
    }
}

async fn page(ctx: &Ctx, id: OrganisationId, new_key: Option<String>, state: &FormState) -> Result<KeysPage> {
    let mut conn = ctx.read().await?;
    let name = find(&mut conn, ctx, id).await?.details.name;
    let keys = store::KEYS.all(&mut conn, (ctx.town(), id)).await?.into_iter().map(|row| KeyView {
        id: row.id.to_string(),
        name: row.name,
        since: ctx.local(row.created_at),
    });
    Ok(KeysPage { id: id.to_string(), name, keys: keys.collect(), new_key, form: ctx.form(state) })
}

/// `GET /organisatie/{organisation}/sleutels`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::keys(&ctx.actor, id).require()?;
    Ok(ctx.page(&page(&ctx, id, None, &FormState::default()).await?)?)
}

/// `POST /organisatie/{organisation}/sleutels`: the answer itself holds the key, because nothing else ever does.
pub(crate) async fn make(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::keys(&ctx.actor, id).require()?;
    match forms::key_name(&fields) {
        Ok(name) => {
            let key = actions::make_key(&ctx, &permit, id, &name).await?;
            Ok(ctx.page(&page(&ctx, id, Some(key), &FormState::default()).await?)?)
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&page(&ctx, id, None, &FormState::with_errors(&fields, errors)).await?)?)
        }
    }
}

/// `POST /organisatie/{organisation}/sleutels/{api_key}/intrekken`
pub(crate) async fn revoke(ctx: Ctx, Path((id, key)): Path<(OrganisationId, ApiKeyId)>) -> Answer {
    let permit = policy::keys(&ctx.actor, id).require()?;
    actions::revoke_key(&ctx, &permit, id, key).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/sleutels"), "notice-key-revoked"))
}
