//! An organisation with a contact and vacancies, for the tests of vacancies.

use facets::model::VacancyId;
use kernel::{OrganisationId, PersonId, PersonRole};
use organisations::brief;
use testkit::TestApp;
use vacancies::model::{State, Vacancy};

/// People and organisations that the tests share.
pub(crate) struct Town {
    /// Contact of the organisation.
    pub contact: PersonId,
    /// Contact of the other organisation.
    pub other_contact: PersonId,
    /// Manager of the town.
    pub manager: PersonId,
    /// A resident.
    pub resident: PersonId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Another organisation in the same town.
    pub other: OrganisationId,
}

/// An organisation in the town.
pub(crate) async fn organisation(app: &TestApp, name: &str, confirmed: bool, contact: PersonId) -> OrganisationId {
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    let id = brief::insert_sample(&mut tx, &ctx, name, confirmed, contact).await.expect("an organisation");
    tx.commit().await.expect("it commits");
    id
}

/// The people and organisations.
pub(crate) async fn town(app: &TestApp) -> Town {
    let contact = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    let other_contact = app.person("Otto Ander", Some("otto@ander.example"), &[]).await;
    let manager = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let resident = app.person("Rik Bewoner", Some("rik@thuis.example"), &[]).await;
    let organisation = organisation_named(app, "Buurttuin De Proef", contact).await;
    let other = organisation_named(app, "Sportclub De Ander", other_contact).await;
    Town { contact, other_contact, manager, resident, organisation, other }
}

async fn organisation_named(app: &TestApp, name: &str, contact: PersonId) -> OrganisationId {
    organisation(app, name, true, contact).await
}

/// A vacancy as it is when nothing special is the matter; not stored.
pub(crate) fn vacancy(app: &TestApp, organisation: OrganisationId) -> Vacancy {
    let ctx = app.ctx();
    let mut vacancy = Vacancy::draft(ctx.town(), ctx.id(), organisation, ctx.now);
    vacancy.title = "Samen tuinieren op dinsdag".into();
    vacancy.summary = "Je werkt met buren in de moestuin.".into();
    vacancy.description = "Je zaait en oogst met vijf buren. We beginnen met koffie.".into();
    vacancy.facets.themes = vec!["nature".into()];
    vacancy.facets.tasks = vec!["gardening".into()];
    vacancy.facets.hours = Some(2.5);
    vacancy.people_wanted = 3;
    vacancy
}

/// Stores a vacancy as it is.
pub(crate) async fn keep(app: &TestApp, vacancy: Vacancy) -> VacancyId {
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    let id = vacancies::insert_sample(&mut tx, &ctx, vacancy).await.expect("a vacancy");
    tx.commit().await.expect("it commits");
    id
}

/// A stored vacancy in `state`; public ones were published an hour ago.
pub(crate) async fn in_state(app: &TestApp, organisation: OrganisationId, state: State) -> VacancyId {
    let mut vacancy = vacancy(app, organisation);
    vacancy.state = state;
    let published = !matches!(state, State::Draft | State::Waiting);
    vacancy.published_at = published.then(|| app.ctx().now.plus(-kernel::time::HOUR));
    keep(app, vacancy).await
}

/// A vacancy as it is stored now.
pub(crate) async fn stored(app: &TestApp, id: VacancyId) -> Vacancy {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    vacancies::find(&mut conn, &ctx, id).await.expect("the database answers").expect("the vacancy is there")
}

/// From now on recurring work is done, as by a worker.
pub(crate) async fn keep_schedules(app: &TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("schedules are kept");
}
