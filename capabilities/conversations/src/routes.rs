//! Addresses of responses. A thread has the same pages for every side, each under the address of that side.

use platform::{
    Plan,
    plan::{Access, Role},
};

use super::{
    api,
    pages::{confirm, decide, desk, enrol, lists, thread},
};

/// The people who take part in a thread, with a session or a key.
const TAKES_PART: Access = Access(&[Role::Own, Role::Contact, Role::ApiKey]);
/// Everybody who has signed in, and programs with a key.
const KNOWN: Access = Access(&[
    Role::Resident,
    Role::Own,
    Role::Contact,
    Role::OtherContact,
    Role::Mediator,
    Role::Manager,
    Role::ApiKey,
]);

/// What every side does in a thread.
macro_rules! talk {
    ($plan:expr, $base:literal, $access:expr) => {
        $plan
            .get($base, thread::show, $access)
            .post(concat!($base, "/bericht"), thread::say, $access)
            .post(concat!($base, "/afzeggen"), thread::cancel_meeting, $access)
            .post(concat!($base, "/uitkomst"), thread::outcome, $access)
            .get(concat!($base, "/kennismaking.ics"), thread::agenda, $access)
    };
}

/// What the person does in a thread.
macro_rules! choose {
    ($plan:expr, $base:literal, $access:expr) => {
        $plan
            .post(concat!($base, "/intrekken"), thread::withdraw, $access)
            .post(concat!($base, "/tijd"), thread::choose, $access)
            .post(concat!($base, "/andere-tijd"), thread::other_time, $access)
            .post(concat!($base, "/bewaren"), thread::keep, $access)
    };
}

/// What the other side decides.
macro_rules! decide {
    ($plan:expr, $base:literal, $access:expr) => {
        $plan
            .get(concat!($base, "/uitnodigen"), decide::invite_form, $access)
            .post(concat!($base, "/uitnodigen"), decide::invite, $access)
            .get(concat!($base, "/afwijzen"), decide::decline_form, $access)
            .post(concat!($base, "/afwijzen"), decide::decline, $access)
            .get(concat!($base, "/beantwoord"), decide::answered_form, $access)
            .post(concat!($base, "/beantwoord"), decide::answered, $access)
            .post(concat!($base, "/aannemen"), decide::accept, $access)
            .post(concat!($base, "/gestart"), decide::start, $access)
            .post(concat!($base, "/gestopt"), decide::stop, $access)
            .post(concat!($base, "/oproepen"), decide::call_up, $access)
    };
}

/// Adds the routes.
pub(super) fn add(plan: Plan) -> Plan {
    let plan = plan
        .get("/reacties/bevestig", confirm::confirm_form, Access::PUBLIC)
        .post("/reacties/bevestig", confirm::confirm, Access::PUBLIC)
        .get("/reacties/ontvangen", confirm::received, Access::PUBLIC)
        .get("/reacties/link", confirm::link_form, Access::PUBLIC)
        .post("/reacties/link", confirm::link, Access::PUBLIC)
        .get("/organisatie/{organisation}/reacties", lists::organisation, Access::CONTACT)
        .get("/mijn/reacties", lists::mine, Access::SIGNED_IN)
        .get("/balie/reacties", desk::queue, Access::DESK)
        .post("/balie/reacties/{response}/nemen", desk::take, Access::DESK)
        .post("/balie/reacties/{response}/terug", desk::pass_back, Access::DESK)
        .post("/balie/reacties/{response}/bevestigen", desk::confirm, Access::DESK)
        .post("/balie/reacties/{response}/vervallen", desk::discard, Access::DESK)
        .post("/balie/reacties/{response}/verteld", desk::told, Access::DESK)
        .get("/balie/reacties/{response}/inschrijven", enrol::form, Access::DESK)
        .post("/balie/reacties/{response}/inschrijven", enrol::enrol, Access::DESK);
    let plan = plan
        .get("/api/v1/responses", api::list, KNOWN)
        .get("/api/v1/responses/{response}", api::detail, TAKES_PART)
        .post("/api/v1/responses/{response}/messages", api::say, TAKES_PART)
        .openapi(<api::Description as utoipa::OpenApi>::openapi());
    let plan = talk!(plan, "/reacties/mijn/{token}", Access::PUBLIC);
    let plan = choose!(plan, "/reacties/mijn/{token}", Access::PUBLIC);
    // A link stands for one side; to the other side these do not exist.
    let plan = decide!(plan, "/reacties/mijn/{token}", Access::PUBLIC);
    let plan = talk!(plan, "/mijn/reacties/{response}", Access::OWN);
    let plan = choose!(plan, "/mijn/reacties/{response}", Access::OWN);
    let plan = decide!(plan, "/mijn/reacties/{response}", Access(&[]));
    let plan = talk!(plan, "/organisatie/{organisation}/reacties/{response}", Access::CONTACT);
    let plan = decide!(plan, "/organisatie/{organisation}/reacties/{response}", Access::CONTACT);
    let plan = talk!(plan, "/balie/reacties/{response}", Access::DESK);
    let plan = choose!(plan, "/balie/reacties/{response}", Access::DESK);
    decide!(plan, "/balie/reacties/{response}", Access::DESK)
}
