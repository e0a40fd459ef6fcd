//! The card in the workplace.

use kernel::{OrganisationId, PageRequest, Result};
use platform::{Conn, Ctx, plan::MyCard};

use crate::{desk, policy};

/// The way to the people for whom an organisation acts; nothing for who may not act for anybody.
pub(super) async fn cards(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<MyCard>> {
    if !policy::help_for(&ctx.actor, organisation).is_allowed() {
        return Ok(Vec::new());
    }
    let people = desk::views::list_for(conn, ctx, organisation, PageRequest::default()).await?;
    Ok(vec![MyCard {
        href: format!("/organisatie/{organisation}/mensen"),
        title: ctx.t("people-proxies-title"),
        text: ctx.t_with("people-proxies-short", &[("count", people.total.into())]),
        icon: "users",
        waits: false,
    }])
}
