//! Help requests in lists and in search: by wijk, and with nothing that is not public.

use facets::model::{Facets, Place};
use help_requests::samples;
use kernel::PersonId;
use testkit::{TestApp, db_test};

use crate::{
    help_requests_fixtures::{PRIVATE, WIJK, choose, helper, live, mediator, offer, resident},
    listing_find::load_places,
};

/// A live request of somebody in a wijk, as the demonstration makes them.
async fn in_wijk(app: &TestApp, person: PersonId, title: &str, wijk: &str) {
    let ctx = app.ctx();
    let places = places::cached_alone(&ctx).await.expect("places");
    let mut sample = samples::of_person(person);
    sample.title = title.into();
    sample.at = ctx.now;
    let point = places.wijk(wijk).map(|area| area.centre);
    sample.facets = Facets { place: Place { wijk: Some(wijk.into()), point, ..Place::default() }, ..sample.facets };
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    help_requests::insert_sample(&mut tx, &ctx, sample).await.expect("it is stored");
    tx.commit().await.expect("it commits");
}

#[db_test]
async fn what_is_public_is_found_while_it_looks_for_a_helper(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    app.visitor().get("/hulpvragen").await.assert_contains("Geen hulpvragen gevonden").assert_contains("Vraag hulp");
    let id = live(&mut greet, &mut desk).await;
    app.refresh_search().await;
    let list = app.visitor().get("/hulpvragen").await;
    list.assert_contains("1 hulpvraag gevonden").assert_contains("Wie wil met mij wandelen?");
    list.assert_contains("Iemand uit de buurt vraagt hulp.");
    app.visitor().get("/zoeken?q=wandeling").await.assert_contains("Hulpvraag").assert_contains("Wie wil met mij");
    for (_, secret) in PRIVATE {
        list.assert_lacks(secret);
        let asked: String = secret.replace(' ', "+");
        app.visitor().get(&format!("/hulpvragen?q={asked}")).await.assert_lacks("1 hulpvraag gevonden");
    }
    app.visitor_elsewhere().get("/hulpvragen").await.assert_contains("Geen hulpvragen gevonden");

    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    app.refresh_search().await;
    app.visitor().get("/hulpvragen").await.assert_contains("Geen hulpvragen gevonden");
    hans_browser.post(&format!("/hulpvragen/{id}/terugtrekken"), &[]).await.assert_status(303);
    app.refresh_search().await;
    app.visitor().get("/hulpvragen").await.assert_contains("1 hulpvraag gevonden");
    greet.post(&format!("/mijn/hulpvragen/{id}/sluiten"), &[("closing", "otherwise")]).await.assert_status(303);
    app.refresh_search().await;
    app.visitor().get("/hulpvragen").await.assert_contains("Geen hulpvragen gevonden");
    app.run_jobs().await;
}

#[db_test]
async fn the_wijk_is_the_only_place_there_is(app: TestApp) {
    load_places(&app).await;
    let (greet, _) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    in_wijk(&app, greet, "Samen naar de markt", WIJK).await;
    in_wijk(&app, greet, "Een lamp ophangen", "WK063705").await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    visitor.get("/hulpvragen").await.assert_contains("2 hulpvragen gevonden").assert_contains("Alle wijken");
    let here = visitor.get(&format!("/hulpvragen?bij={WIJK}")).await;
    here.assert_contains("Samen naar de markt").assert_lacks("Een lamp ophangen").assert_contains("In Meerzicht");
    visitor.get("/hulpvragen?weergave=kaart").await.assert_status(200).assert_contains("Meerzicht");
}
