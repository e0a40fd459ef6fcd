//! Areas and postcodes are loaded from files, by command and by page, on both engines.

use std::path::Path;

use kernel::{Actor, PersonRole};
use places::{policy, samples};
use platform::Ctx;
use testkit::{TestApp, db_test};

const AREAS: &str = r#"{"type":"FeatureCollection","bron":"Eigen tekening","features":[
{"type":"Feature","properties":{"code":"W1","naam":"Westwijk","soort":"wijk"},
 "geometry":{"type":"Polygon","coordinates":[[[4.40,52.0],[4.45,52.0],[4.45,52.1],[4.40,52.1],[4.40,52.0]]]}},
{"type":"Feature","properties":{"code":"W2","naam":"Oostwijk","soort":"wijk"},
 "geometry":{"type":"Polygon","coordinates":[[[4.45,52.0],[4.50,52.0],[4.50,52.1],[4.45,52.1],[4.45,52.0]]]}},
{"type":"Feature","properties":{"code":"B1","naam":"Zuidhoek","soort":"buurt","wijk":"W2"},
 "geometry":{"type":"Polygon","coordinates":[[[4.45,52.0],[4.50,52.0],[4.50,52.05],[4.45,52.05],[4.45,52.0]]]}}]}"#;
const POSTCODES: &str = "pc4\tplaats\tlat\tlon\n1111\tVoorbeeldstad\t52.02\t4.42\n1112\tVoorbeeldstad\t52.02\t4.47\n9999\tElders\t53.0\t6.0\n";

async fn load(ctx: &Ctx, areas: &str, postcodes: &str) -> [places::ImportReport; 2] {
    let permit = policy::load(&ctx.actor).require().expect("a permit");
    [
        places::import_areas(ctx, &permit, areas).await.expect("areas load"),
        places::import_postcodes(ctx, &permit, postcodes).await.expect("postcodes load"),
    ]
}

#[db_test]
async fn postcodes_find_the_buurt_and_wijk_around_them(app: TestApp) {
    let ctx = app.ctx();
    let [areas, postcodes] = load(&ctx, AREAS, POSTCODES).await;
    assert_eq!((areas.added, postcodes.added, postcodes.elsewhere), (3, 3, 1));
    let mut conn = ctx.read().await.expect("a connection");
    let found = places::find_postcode(&mut conn, app.town, "1112 ab").await.expect("a look-up").expect("a postcode");
    assert_eq!((found.wijk_code.as_deref(), found.wijk_name.as_deref()), (Some("W2"), Some("Oostwijk")));
    assert_eq!(found.buurt_code.as_deref(), Some("B1"));
    for unknown in ["1113", "elf", ""] {
        assert!(places::find_postcode(&mut conn, app.town, unknown).await.expect("a look-up").is_none());
    }
    let names: Vec<String> =
        places::wijken(&mut conn, app.town).await.expect("wijken").into_iter().map(|wijk| wijk.name).collect();
    assert_eq!(names, ["Oostwijk", "Westwijk"]);
    assert!(places::wijken(&mut conn, app.elsewhere).await.expect("wijken").is_empty(), "another town has its own");
    assert!(places::find_postcode(&mut conn, app.elsewhere, "1111").await.expect("a look-up").is_none());
    let area = places::area(&mut conn, app.town, "B1").await.expect("an area").expect("the buurt");
    assert_eq!(area.parent.as_deref(), Some("W2"));
}

#[db_test]
async fn a_second_load_changes_and_removes_and_moves_postcodes(app: TestApp) {
    let ctx = app.ctx();
    load(&ctx, AREAS, POSTCODES).await;
    let town = places::cached_alone(&ctx).await.expect("places");
    assert_eq!(town.postcode("1111").and_then(|found| found.wijk_name.clone()).as_deref(), Some("Westwijk"));
    let renamed = AREAS.replace("Westwijk", "Nieuwe Westwijk").replace("W2", "W3");
    let [areas, postcodes] = load(&ctx, &renamed, POSTCODES.trim_end_matches("9999\tElders\t53.0\t6.0\n")).await;
    assert_eq!((areas.added, areas.changed, areas.removed, areas.unchanged), (1, 2, 1, 0));
    assert_eq!((postcodes.removed, postcodes.unchanged), (1, 2));
    let town = places::cached_alone(&ctx).await.expect("places");
    assert_eq!(town.postcode("1111").and_then(|found| found.wijk_name.clone()).as_deref(), Some("Nieuwe Westwijk"));
    assert_eq!(town.postcode("1112").and_then(|found| found.wijk_code.clone()).as_deref(), Some("W3"));
    assert!(town.postcode("9999").is_none());
}

#[db_test]
async fn a_bad_file_changes_nothing(app: TestApp) {
    let ctx = app.ctx();
    load(&ctx, AREAS, POSTCODES).await;
    let [areas, postcodes] =
        load(&ctx, &AREAS.replace(r#""wijk":"W2""#, r#""wijk":"W8""#), "pc4\tplaats\tlat\tlon\n12\tX\t52\t4\n").await;
    assert_eq!(areas.problems.0.len(), 1);
    assert_eq!(postcodes.problems.0[0].field, "2");
    let town = places::cached_alone(&ctx).await.expect("places");
    assert_eq!((town.areas().len(), town.postcode_count()), (3, 3));
}

#[db_test]
async fn another_process_sees_what_was_loaded_within_two_seconds(app: TestApp) {
    let ctx = app.ctx();
    load(&ctx, AREAS, POSTCODES).await;
    places::cached_alone(&ctx).await.expect("places");
    let before = app.app.db.statement_count();
    assert_eq!(places::cached_alone(&ctx).await.expect("places").areas().len(), 3);
    assert_eq!(app.app.db.statement_count(), before, "a look in memory asks nothing of the database");
    let other = server::build(
        platform::config::Config { demo: true, ..platform::config::Config::default() },
        app.app.db.clone(),
        app.app.clock.clone(),
        app.app.random.clone(),
    )
    .await
    .expect("a second process on the same database");
    let there = other.system(app.town).expect("the town");
    let schematic = samples::schematic();
    load(&there, &schematic.areas, &schematic.postcodes).await;
    app.app.clock.advance(2_001);
    let town = places::cached_alone(&ctx).await.expect("places");
    assert_eq!((town.wijken().count(), town.postcode_count()), (9, 17));
}

#[db_test]
async fn a_manager_looks_at_a_file_and_then_loads_it(app: TestApp) {
    let manager = app.person("Mees Beheerder", Some("mees@voorbeeld.example"), &[PersonRole::Manager]).await;
    let resident = app.person("Bo Bewoner", Some("bo@voorbeeld.example"), &[]).await;
    app.visitor().get("/beheer/gebieden").await.assert_status(303);
    app.browser_of(resident).await.get("/beheer/gebieden").await.assert_status(403);
    let mut browser = app.browser_of(manager).await;
    browser.get("/beheer/gebieden").await.assert_status(200).assert_contains("Er is nog niets geladen");
    browser
        .upload("/beheer/gebieden", &[("subject", "areas")], "", b"")
        .await
        .assert_status(422)
        .assert_contains("Kies een bestand");
    let preview = browser.upload("/beheer/gebieden", &[("subject", "areas")], "a.geojson", AREAS.as_bytes()).await;
    preview.assert_status(200).assert_contains("Nieuw 3");
    let content = preview.attribute("input[name=content]", "value").expect("the file goes along");
    browser.get("/beheer/gebieden").await.assert_contains("Er is nog niets geladen");
    let answer = browser.submit("/beheer/gebieden/laden", &[("subject", "areas"), ("content", &content)]).await;
    answer.assert_status(200).assert_contains("Het bestand is geladen.").assert_contains("Oostwijk");
    answer.assert_contains("Eigen tekening");
    let bad = browser.upload("/beheer/gebieden", &[("subject", "postcodes")], "p.tsv", b"pc4\tlat\n1\t2\n").await;
    bad.assert_status(422).assert_contains("Deze kolommen ontbreken: plaats, lon");
    let audit = platform::audit::latest(&mut app.ctx().read().await.expect("a connection"), &app.ctx(), 5).await;
    let actions: Vec<String> = audit.expect("audit").into_iter().map(|row| row.action).collect();
    assert_eq!(actions, ["areas.load"]);
}

/// The files of the town itself, where they are at hand; the tests above need nothing from outside.
#[db_test]
async fn the_real_files_load(app: TestApp) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let (Ok(areas), Ok(own), Ok(country)) =
        (read("zoetermeer_wijken_buurten_2024.geojson"), read("pc4_zoetermeer.tsv"), read("pc4_nederland.tsv"))
    else {
        println!("SKIPPED: the real files of areas and postcodes are not at hand");
        return;
    };
    let ctx = app.ctx_of(Actor::System);
    let [areas, postcodes] = load(&ctx, &areas, &own).await;
    assert!(areas.is_good() && postcodes.is_good(), "{:?} {:?}", areas.problems, postcodes.problems);
    assert_eq!((areas.added, postcodes.added, postcodes.elsewhere), (36, 17, 0));
    let given = places::cached_alone(&ctx).await.expect("places");
    let permit = policy::load(&ctx.actor).require().expect("a permit");
    let report = places::import_postcodes(&ctx, &permit, &country).await.expect("the whole country loads");
    assert!(report.is_good(), "{:?}", report.problems);
    let town = places::cached_alone(&ctx).await.expect("places");
    assert_eq!(town.postcode_count(), 4_064, "4,328 rows, some for villages that share a postcode");
    assert_eq!(town.postcode("1244").map(|found| found.place.as_str()), Some("Ankeveen / Kortenhoef"));
    for postcode in given.own_postcodes() {
        let found = town.postcode(&postcode.postcode).expect("also in the country");
        assert_eq!(found.buurt_code, postcode.buurt_code, "{} by its point", postcode.postcode);
    }
    let near = town.locate("Rokkeveen").expect("a wijk");
    assert_eq!(town.nearest_wijk(near.point).map(|wijk| wijk.code.as_str()), Some("WK063705"));
}
