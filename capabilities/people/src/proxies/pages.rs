//! The people for whom an organisation acts, in its workplace.

use kernel::{FieldErrors, Fields, OrganisationId, PageRequest, Permit, PersonId, Problem, Result};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::Form,
};

use crate::{
    desk::{
        ConsentId, acting_for, actions, forms,
        model::{GivenTo, Purpose, Sight},
        pages::{ListPage, Place, on_behalf, person_page, register_page},
        views::{self, Seen},
    },
    policy::{self, Assist, Mediate},
    profile,
};

fn place(ctx: &Ctx, organisation: OrganisationId) -> Place {
    let name = ctx.actor.office(organisation).map(|office| office.name.clone());
    Place { base: format!("/organisatie/{organisation}/mensen"), organisation: name }
}

/// To whom consent is given here, with the proof that the caller may ask for it.
fn asked_by(ctx: &Ctx, organisation: OrganisationId) -> Result<(GivenTo, Permit<Mediate>)> {
    let permit = policy::help_for(&ctx.actor, organisation).require()?;
    let office = ctx.actor.office(organisation).ok_or(Problem::NotFound)?;
    Ok((GivenTo { organisation, name: office.name.clone() }, permit))
}

/// Somebody these contacts may see, with the proof of it; the look is in the audit log.
async fn seen(
    ctx: &Ctx,
    organisation: OrganisationId,
    id: PersonId,
    at: &'static str,
) -> Result<(Seen, Permit<Assist>)> {
    policy::help_for(&ctx.actor, organisation).require()?;
    let mut conn = ctx.read().await?;
    let seen = views::seen_by(&mut conn, ctx, id, Some(organisation)).await?;
    drop(conn);
    let permit = policy::assist_for(&ctx.actor, organisation, seen.sight != Sight::Nothing).require()?;
    actions::look(ctx, &permit, id, at).await?;
    Ok((seen, permit))
}

/// `GET /organisatie/{organisation}/mensen`
pub async fn list(ctx: Ctx, Path(organisation): Path<OrganisationId>, Query(fields): Query) -> Answer {
    policy::help_for(&ctx.actor, organisation).require()?;
    let page = PageRequest::of(&fields);
    let mut conn = ctx.read().await?;
    let people = views::list_for(&mut conn, &ctx, organisation, page).await?;
    Ok(ctx.page(&ListPage { form: Form::default(), people, place: place(&ctx, organisation) })?)
}

/// `GET /organisatie/{organisation}/mensen/nieuw`
pub async fn new(ctx: Ctx, Path(organisation): Path<OrganisationId>) -> Answer {
    policy::help_for(&ctx.actor, organisation).require()?;
    let place = place(&ctx, organisation);
    Ok(ctx.page(&register_page(&ctx, place, &Fields::default(), FieldErrors::default()))?)
}

/// `POST /organisatie/{organisation}/mensen/nieuw`
pub async fn register(ctx: Ctx, Path(organisation): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let (to, permit) = asked_by(&ctx, organisation)?;
    let place = place(&ctx, organisation);
    match forms::register(&fields, ctx.today()) {
        Ok(register) => {
            let person = actions::register(&ctx, &permit, register, Some(&to)).await?;
            Ok(ctx.see_other_with(&format!("{}/{person}", place.base), "notice-person-registered"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&register_page(&ctx, place, &fields, errors))?),
    }
}

/// `GET /organisatie/{organisation}/mensen/{helped}`
pub async fn show(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, PersonId)>) -> Answer {
    let (seen, _) = seen(&ctx, organisation, id, "person").await?;
    let place = place(&ctx, organisation);
    Ok(ctx.page(&person_page(&ctx, place, seen, &Fields::default(), FieldErrors::default()))?)
}

/// `POST /organisatie/{organisation}/mensen/{helped}/toestemming`
pub async fn give(
    ctx: Ctx,
    Path((organisation, id)): Path<(OrganisationId, PersonId)>,
    FormBody(fields): FormBody,
) -> Answer {
    let (seen, permit) = seen(&ctx, organisation, id, "consent").await?;
    let (to, _) = asked_by(&ctx, organisation)?;
    let place = place(&ctx, organisation);
    match forms::agreement(&fields, ctx.today()) {
        Ok(agreement) => {
            actions::give(&ctx, &permit, id, &agreement, Some(&to)).await?;
            Ok(ctx.see_other_with(&format!("{}/{id}", place.base), "notice-consent-given"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&person_page(&ctx, place, seen, &fields, errors))?),
    }
}

/// `POST /organisatie/{organisation}/mensen/{helped}/toestemming/{consent}/intrekken`: of this organisation's own alone.
pub async fn withdraw(
    ctx: Ctx,
    Path((organisation, id, consent)): Path<(OrganisationId, PersonId, ConsentId)>,
) -> Answer {
    let (seen, permit) = seen(&ctx, organisation, id, "consent").await?;
    if !seen.consents.iter().any(|known| known.id == consent) {
        return Err(Problem::NotFound.into());
    }
    actions::withdraw(&ctx, &permit, id, consent).await?;
    Ok(ctx.see_other_with(&place(&ctx, organisation).base, "notice-consent-withdrawn"))
}

/// `GET /organisatie/{organisation}/mensen/{helped}/profiel`
pub async fn edit_profile(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, PersonId)>) -> Answer {
    seen(&ctx, organisation, id, "profile").await?;
    let mut conn = ctx.read().await?;
    let acting = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let (known, email) = profile::pages::known(&mut conn, &acting, id).await?;
    let fields = profile::forms::fill(&known);
    let places = profile::pages::town_places(&mut conn, &acting, &Fields::default()).await?;
    let page = profile::pages::page(&acting, &fields, FieldErrors::default(), &places, email);
    Ok(ctx.page(&on_behalf(page, &place(&ctx, organisation).base, id, known.name))?)
}

/// `POST /organisatie/{organisation}/mensen/{helped}/profiel`
pub async fn save_profile(
    ctx: Ctx,
    Path((organisation, id)): Path<(OrganisationId, PersonId)>,
    FormBody(fields): FormBody,
) -> Answer {
    let (seen, permit) = seen(&ctx, organisation, id, "profile").await?;
    let base = place(&ctx, organisation).base;
    let mut conn = ctx.read().await?;
    let ctx = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let places = profile::pages::town_places(&mut conn, &ctx, &fields).await?;
    drop(conn);
    match profile::forms::parse(&fields, &places, ctx.today().year()) {
        Ok(change) => {
            profile::actions::save(&ctx, &permit, id, change).await?;
            Ok(ctx.see_other_with(&format!("{base}/{id}"), "notice-profile-saved"))
        }
        Err(errors) => {
            let page = profile::pages::page(&ctx, &fields, errors, &places, seen.account.email);
            Ok(ctx.page_with_errors(&on_behalf(page, &base, id, seen.account.name))?)
        }
    }
}
