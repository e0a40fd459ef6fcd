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
/// What the system does by itself: what the clock and the news of others ask for.
#[derive(Debug)]
pub struct System;

/// Every contact of the organisation writes its vacancies, and a program with its key; the system on import.
/// For others the organisation's workplace does not exist.
pub fn write(actor: &Actor, organisation: OrganisationId) -> Decision<Write> {
    Decision::or_sign_in(actor, actor.speaks_for(organisation) || *actor == Actor::System, Decision::Hide)
}

/// Its own organisation and the municipality see a vacancy that is not public.
pub fn see_unpublished(actor: &Actor, vacancy: &Vacancy) -> Decision<SeeUnpublished> {
    let allowed = actor.speaks_for(vacancy.organisation) || actor.is_manager();
    Decision::allow_if(actor, allowed, Decision::Hide)
}

/// Managers of the municipality moderate.
pub fn moderate(actor: &Actor) -> Decision<Moderate> {
    Decision::manager(actor)
}

/// Anybody may report what is public.
pub fn report(actor: &Actor, vacancy: &Vacancy) -> Decision<Report> {
    Decision::allow_if(actor, vacancy.is_public(), Decision::Hide)
}

/// Anybody may have a poster made of what is public.
pub fn print(actor: &Actor, vacancy: &Vacancy) -> Decision<Print> {
    Decision::allow_if(actor, vacancy.is_public(), Decision::Hide)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
