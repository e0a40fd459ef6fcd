//! Who may do what with vacancies. Pure; the only maker of permits here.

use kernel::{Actor, OrganisationId, permit::Decision};

use super::model::Vacancy;

/// Writing a vacancy and leading its life.
#[derive(Debug)]
pub struct Write;
/// Seeing a vacancy that is not public.
#[derive(Debug)]
pub struct SeeUnpublished;
/// Publishing, sending back, taking down, answering reports.
#[derive(Debug)]
pub struct Moderate;
/// Reporting a vacancy.
#[derive(Debug)]
pub struct Report;
/// Having something public made for paper.
#[derive(Debug)]
pub struct Print;
/// What the clock and the news of others ask for.
#[derive(Debug)]
pub struct Upkeep;

/// Every contact of the organisation writes its vacancies, and a program with its key; the system on import.
/// For others the organisation's workplace does not exist.
pub fn may_write(actor: &Actor, organisation: OrganisationId) -> Decision<Write> {
    if matches!(actor, Actor::Visitor) {
        return Decision::SignIn;
    }
    let allowed = actor.speaks_for(organisation) || matches!(actor, Actor::System);
    Decision::allow_if(actor, allowed, Decision::Hide)
}

/// Its own organisation and the municipality see a vacancy that is not public.
pub fn may_see_unpublished(actor: &Actor, vacancy: &Vacancy) -> Decision<SeeUnpublished> {
    let allowed = actor.speaks_for(vacancy.organisation) || actor.is_manager();
    Decision::allow_if(actor, allowed, Decision::Hide)
}

/// Managers of the municipality moderate.
pub fn may_moderate(actor: &Actor) -> Decision<Moderate> {
    if matches!(actor, Actor::Visitor) {
        return Decision::SignIn;
    }
    Decision::allow_if(actor, actor.is_manager(), Decision::Hide)
}

/// Anybody may report what is public.
pub fn may_report(actor: &Actor, vacancy: &Vacancy) -> Decision<Report> {
    Decision::allow_if(actor, vacancy.is_public(), Decision::Hide)
}

/// Anybody may have a poster made of what is public.
pub fn may_print(actor: &Actor, vacancy: &Vacancy) -> Decision<Print> {
    Decision::allow_if(actor, vacancy.is_public(), Decision::Hide)
}

/// Only Samenstuur itself keeps vacancies up to date.
pub fn may_keep_up(actor: &Actor) -> Decision<Upkeep> {
    Decision::allow_if(actor, matches!(actor, Actor::System), Decision::Hide)
}
