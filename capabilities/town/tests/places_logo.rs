//! The town's logo: uploaded by a manager, drawn anew, shown on every page, and left alone when an upload is refused.

use kernel::PersonRole;
use testkit::{TestApp, db_test};

/// The smallest picture there is: one pixel, as PNG.
const PIXEL: [u8; 67] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49,
    0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1C, 0xB0, 0x8C, 0x99, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

const PAGE: &str = "/beheer/instellingen/logo";

#[db_test]
async fn a_logo_is_on_every_page_until_it_is_taken_away(app: TestApp) {
    let manager = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let mut mies = app.browser_of(manager).await;
    let mut visitor = app.visitor();
    visitor.get("/logo.png").await.assert_status(204);
    assert_eq!(visitor.get("/").await.attribute(".ss-brand img", "src"), None);

    mies.upload(PAGE, &[], "logo.svg", &PIXEL).await.assert_status(303);
    let home = visitor.get("/").await;
    let address = home.attribute(".ss-brand img", "src").expect("the logo is in the header");
    assert_eq!(home.attribute(".ss-brand img", "alt").as_deref(), Some("Logo van Voorbeeldstad"));
    let picture = visitor.get(&address).await;
    picture.assert_status(200);
    assert_eq!(picture.headers["content-type"], "image/png");
    assert!(picture.headers["cache-control"].to_str().is_ok_and(|value| value.contains("immutable")));
    assert!(!visitor.get("/logo.png?v=anders").await.headers["cache-control"].is_empty());
    app.visitor_elsewhere().get(&address).await.assert_status(204);

    for (content, message) in [
        (&b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"[..], "Dit is geen PNG, JPEG of WebP"),
        (&PIXEL[..40], "kunnen we niet lezen"),
    ] {
        mies.upload(PAGE, &[], "logo.png", content).await.assert_status(422).assert_contains(message);
    }
    mies.post(PAGE, &[]).await.assert_status(422).assert_contains("Kies eerst een plaatje");
    assert_eq!(visitor.get("/").await.attribute(".ss-brand img", "src"), Some(address.clone()), "it stays");

    mies.post(PAGE, &[("remove", "ja")]).await.assert_status(303);
    assert_eq!(visitor.get("/").await.attribute(".ss-brand img", "src"), None);
    visitor.get(&address).await.assert_status(204);
    app.visitor().upload(PAGE, &[], "logo.png", &PIXEL).await.assert_status(303);
    assert_eq!(visitor.get("/").await.attribute(".ss-brand img", "src"), None, "a visitor is sent to the door");
}
