//! Nobody waits in silence: when nobody offers, or nobody is chosen, the point looks along.

use testkit::{TestApp, db_test};

use crate::help_requests_fixtures::{choose, helper, live, mediator_named, offer, resident, stored};

#[db_test]
async fn when_nobody_offers_the_point_looks_along_and_says_so(app: TestApp) {
    let (mia, mut desk) = mediator_named(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let lead = format!("/mijn/hulpvragen/{id}");
    // Tuesday 3 March and five working days.
    greet.get(&lead).await.assert_contains("Reageert er niemand voor").assert_contains("maart");
    desk.get("/balie/hulpvragen").await.assert_lacks("Niemand heeft gereageerd.");
    app.pass_days(4).await;
    assert_eq!(stored(&app, id).await.taken_over_at, None, "the promise has not passed");
    app.pass_days(4).await;
    assert!(stored(&app, id).await.taken_over_at.is_some());
    let letters = app.mails_to("greet@thuis.example").await;
    let told = letters.iter().filter(|letter| letter.subject.contains("We zoeken mee")).count();
    assert_eq!(told, 1, "{letters:?}");
    desk.get("/balie/hulpvragen").await.assert_contains("Niemand heeft gereageerd.");
    desk.get(&format!("/balie/hulpvragen/{id}")).await.assert_contains("Bel een helper");
    greet.get(&lead).await.assert_contains("Het informatiepunt zoekt mee");

    // Somebody offers: now it is for Greet to choose.
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    desk.get("/balie/hulpvragen").await.assert_lacks("Niemand heeft gereageerd.");
    greet.get(&lead).await.assert_contains("Kies uiterlijk");
    hans_browser.get(&format!("/hulpvragen/{id}")).await.assert_contains("kiest de vrager");
    app.pass_days(8).await;
    let letters = app.mails_to("greet@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("Iemand wacht op je keuze")), "{letters:?}");
    let mut desk = app.browser_of(mia).await;
    desk.get("/balie/hulpvragen").await.assert_contains("1 helper wacht op een keuze.");
    choose(&mut greet, id, hans).await;
    desk.get("/balie/hulpvragen").await.assert_lacks("wacht op een keuze");
    let request = stored(&app, id).await;
    assert_eq!((request.due_at, request.taken_over_at), (None, None));
    app.pass_days(8).await;
    assert_eq!(stored(&app, id).await.taken_over_at, None, "a clock that was stopped stays so");
}
