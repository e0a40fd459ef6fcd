//! The page of the table of synonyms.

use kernel::{Fields, form::FormState};
use platform::{
    Ctx,
    http::{Answer, FormBody, Query},
    searching::{self, SynonymGroup},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions,
    forms::{self, Change},
};
use crate::listing::policy;

/// The table, with the form for one group.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SynonymsPage {
    /// The form: a new group, or one to change.
    pub form: Form,
    /// The group that is changed.
    pub group: Option<String>,
    /// The words of a group that was just removed, one a line, to be put back.
    pub removed: Option<String>,
    /// Every group.
    pub groups: Vec<GroupView>,
}

/// A group in the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupView {
    pub id: String,
    pub words: String,
}

impl Page for SynonymsPage {
    const TEMPLATE: &'static str = "finding/listing/synonyms.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

async fn page(ctx: &Ctx, chosen: Option<&str>, state: Option<FormState>) -> kernel::Result<SynonymsPage> {
    let mut conn = ctx.read().await?;
    let groups = searching::synonyms(&mut conn, ctx).await?;
    drop(conn);
    let chosen = chosen.and_then(|id| groups.iter().find(|group| group.id.to_string() == id));
    let filled = |group: &SynonymGroup| FormState::filled(&Fields::default().with("words", group.words.join("\n")));
    let state = state.or_else(|| chosen.map(filled)).unwrap_or_default();
    let view = |group: &SynonymGroup| GroupView { id: group.id.to_string(), words: group.words.join(" · ") };
    Ok(SynonymsPage {
        form: ctx.form(&state),
        group: chosen.map(|group| group.id.to_string()),
        removed: None,
        groups: groups.iter().map(view).collect(),
    })
}

pub(crate) async fn show(ctx: Ctx, Query(fields): Query) -> Answer {
    policy::edit_synonyms(&ctx.actor).require()?;
    let removed = fields.get("weg").map(|words| words.chars().take(forms::LONGEST_GROUP).collect());
    Ok(ctx.page(&SynonymsPage { removed, ..page(&ctx, fields.get("groep"), None).await? })?)
}

pub(crate) async fn change(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::edit_synonyms(&ctx.actor).require()?;
    match forms::parse(&fields) {
        Ok(Change::Remove(id)) => {
            let mut conn = ctx.read().await?;
            let known = searching::synonyms(&mut conn, &ctx).await?.into_iter().find(|group| group.id == id);
            drop(conn);
            actions::change(&ctx, &permit, Change::Remove(id)).await?;
            // What was removed stays in the address of the page, from which one button puts it back.
            let words = known.map(|group| group.words.join("\n")).unwrap_or_default();
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("weg", &words).finish();
            Ok(ctx.see_other(&format!("/beheer/synoniemen?{query}")))
        }
        Ok(change) => {
            actions::change(&ctx, &permit, change).await?;
            Ok(ctx.see_other_with("/beheer/synoniemen", "notice-listing-synonyms-changed"))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&page(&ctx, fields.get("group"), Some(state)).await?)?)
        }
    }
}
