//! Every table says how long what it holds of people is kept: a row of the retention table, or why it needs none.

use std::collections::BTreeMap;

use kernel::{PersonRole, time::DAY};
use platform::db::migrate;
use server::plans;
use testkit::{TestApp, db_test};

/// How long what a table holds of people is kept.
enum Kept {
    /// As long as this row of the retention table says.
    Row(&'static str),
    /// There is no term, for this reason.
    Because(&'static str),
}

use Kept::{Because, Row};

const NOBODY: Kept = Because("it holds nothing of people");
const WITH_THE_ACCOUNT: Kept = Row("retention-accounts");

const TABLES: &[(&str, Kept)] = &[
    ("municipalities", NOBODY),
    ("settings", NOBODY),
    ("events", Row("retention-events")),
    ("jobs", Row("retention-failed-jobs")),
    (
        "audit",
        Because("it shows who did what, so nothing updates or deletes it; it holds ids and codes, no names or words"),
    ),
    ("letter_keys", NOBODY),
    ("done_once", Because("a row counts for a minute, and goes at the next one or at night")),
    ("sessions", Row("retention-sessions")),
    ("sent_mails", Row("retention-mailbox")),
    ("synonyms", NOBODY),
    ("persons", WITH_THE_ACCOUNT),
    ("person_roles", Row("retention-roles")),
    ("person_identities", WITH_THE_ACCOUNT),
    ("person_imports", WITH_THE_ACCOUNT),
    ("sign_ins", Row("retention-sign-ins")),
    ("ceremonies", Because("it ends within 10 minutes, and goes at night")),
    ("passkeys", WITH_THE_ACCOUNT),
    ("profiles", WITH_THE_ACCOUNT),
    ("consents", Row("retention-consents")),
    ("paper_cards", Because("a card ends with the consent it was made under, and goes at night")),
    ("organisations", Row("retention-ended-organisations")),
    ("organisation_sectors", NOBODY),
    ("organisation_areas", NOBODY),
    ("contacts", Row("retention-ended-organisations")),
    ("contact_invitations", Row("retention-invitations")),
    ("api_keys", Row("retention-api-keys")),
    ("areas", NOBODY),
    ("postcodes", NOBODY),
    ("place_sources", NOBODY),
    ("vacancies", Because("it is the organisation's; who answers for it goes with their account")),
    ("vacancy_reports", Row("retention-vacancy-reports")),
    ("vacancy_drafts", Row("retention-vacancy-drafts")),
    ("responses", Row("retention-responses")),
    ("response_links", Row("retention-responses")),
    ("messages", Row("retention-responses")),
    ("introductions", Row("retention-responses")),
    (
        "followup_questions",
        Because("its rows go with what they are about: retention-responses, retention-help-request-outcome"),
    ),
    ("followup_links", Because("a link ends after 60 days, and goes at night")),
    ("answer_figures", NOBODY),
    ("offers", Row("retention-offer")),
    ("help_requests", Row("retention-help-request")),
    ("help_request_private", Row("retention-help-request-private")),
    ("help_request_helpers", Row("retention-help-request")),
    ("helpers", Row("retention-helper")),
    ("import_runs", Row("retention-import-runs")),
    ("import_parts", Row("retention-import-files")),
    ("import_changes", Row("retention-import-changes")),
    ("vacancy_views", NOBODY),
    ("vacancy_standings", NOBODY),
    ("favourites", WITH_THE_ACCOUNT),
    ("subscriptions", Row("retention-saved-search")),
    ("subscription_links", Row("retention-saved-search")),
    ("match_invitations", Row("retention-match-invitations")),
];

#[test]
fn every_table_has_a_term_or_a_reason_for_none() {
    let rows: Vec<&str> = plans().iter().flat_map(|plan| plan.retention.iter()).map(|kind| kind.data).collect();
    let said: BTreeMap<&str, &Kept> = TABLES.iter().map(|(table, kept)| (*table, kept)).collect();
    let tables: Vec<String> = migrate::tables(&migrate::all().expect("migrations")).into_keys().collect();
    let mut wrong = Vec::new();
    for table in &tables {
        match said.get(table.as_str()) {
            None => {
                wrong.push(format!("{table}: say here how long what it holds of people is kept, or why it has no term"))
            }
            Some(Row(row)) if !rows.contains(row) => wrong.push(format!("{table}: no plan keeps {row}")),
            Some(Because(reason)) if reason.len() < 20 => wrong.push(format!("{table}: give the reason")),
            Some(_) => {}
        }
    }
    wrong.extend(
        said.keys()
            .filter(|table| !tables.iter().any(|known| known == *table))
            .map(|table| format!("{table}: no such table")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[db_test]
async fn a_role_that_nobody_uses_ends_but_the_town_keeps_a_manager(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("schedules");
    let mila = app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[PersonRole::Mediator]).await;
    let mies = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    app.app.clock.advance(731 * DAY);
    app.pass_days(2).await;
    let mut conn = app.ctx().read().await.expect("a connection");
    for (person, left) in [(mila, 0), (mies, 1)] {
        let account = people::account(&mut conn, app.town, person).await.expect("read").expect("there");
        assert_eq!(account.roles.len(), left, "{}", account.name);
    }
}

#[db_test]
async fn contact_data_of_an_organisation_that_stopped_go_after_their_term(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("schedules");
    let scene = crate::organisations_contacts::scene(&app).await;
    let stop = format!("/organisatie/{}/stoppen", scene.organisation);
    app.browser_of(scene.tess).await.post(&stop, &[("sure", "ja")]).await;
    let contacts = async || crate::organisations_contacts::roles(&app, scene.organisation).await.len();
    app.pass_days(2).await;
    assert_eq!(contacts().await, 1);
    app.app.clock.advance(364 * DAY);
    app.pass_days(2).await;
    assert_eq!(contacts().await, 0);
}
