//! Tables of cases.

use jiff::civil::date;
use kernel::{
    Fields, Setting, SettingKind,
    colour::{Colour, DARK_PAGE, TEXT_CONTRAST},
    setting::{ACCENT_COLOUR, PRIMARY_COLOUR},
};

use super::{forms::parse, pages::variables};

const DAYS: Setting = Setting { key: "x.days", default: "2", kind: SettingKind::Int { min: 0, max: 30 }, source: "" };

fn decide(setting: &Setting, value: &str) -> Result<String, String> {
    let fields = Fields::default().with("value", value).with("source", "college");
    parse(setting, &fields, date(2026, 3, 3))
        .map(|decision| decision.value)
        .map_err(|errors| errors.0[0].key.to_string())
}

#[test]
fn values_are_read_as_people_type_them_and_refused_with_a_reason() {
    assert_eq!(decide(&DAYS, "5"), Ok("5".into()));
    assert_eq!(decide(&DAYS, "31"), Err("common-error-number".into()));
    assert_eq!(decide(&DAYS, ""), Err("common-error-required".into()));
    assert_eq!(decide(&PRIMARY_COLOUR, "#0F4C5C"), Ok("#0f4c5c".into()));
    assert_eq!(decide(&PRIMARY_COLOUR, "blauw"), Err("places-setting-not-allowed".into()));
    assert_eq!(
        decide(&PRIMARY_COLOUR, "#ffe600"),
        Err("places-setting-contrast".into()),
        "yellow links on a light page"
    );
    assert_eq!(decide(&ACCENT_COLOUR, "#ffe600"), Ok("#ffe600".into()), "ink on yellow reads well");
}

#[test]
fn a_decision_has_dates_in_order_and_a_source() {
    let fields = Fields::default().with("value", "5").with("valid_from", "1-7-2026").with("valid_until", "30-6-2026");
    let errors = parse(&DAYS, &fields, date(2026, 3, 3)).expect_err("it is refused");
    let keys: Vec<_> = errors.0.iter().map(|error| &*error.key).collect();
    assert_eq!(keys, ["places-setting-dates", "common-error-required"]);
}

#[test]
fn both_themes_can_be_read() {
    let primary = Colour::parse("#00205b").expect("a colour");
    let css = variables(primary, Colour::parse("#ffb627").expect("a colour"));
    let value = |name: &str| {
        let rest = css.split(&format!("--samenstuur-{name}:")).nth(1).expect("it is there");
        Colour::parse(&rest[..7]).expect("a colour")
    };
    assert!(value("primary").contrast(value("on-primary")) >= TEXT_CONTRAST);
    assert!(value("primary-dark").contrast(DARK_PAGE) >= TEXT_CONTRAST);
    assert!(value("primary-dark").contrast(value("on-primary-dark")) >= TEXT_CONTRAST);
}
