//! Tables of cases.

use kernel::{Fields, time};

use super::demo::{forms, model};

#[test]
fn programs_find_code_and_links_in_a_letter() {
    let text = "Dag Noor,\n\n    123456\n\nKlik: http://localhost/inloggen/link?sleutel=x.\n";
    assert_eq!(model::code_in(text).as_deref(), Some("123456"));
    assert_eq!(model::links_in(text), ["http://localhost/inloggen/link?sleutel=x"]);
    assert_eq!(model::code_in("Dag,\n\ngeen code\n"), None);
}

#[test]
fn the_clock_moves_forward_by_hours_and_days() {
    let fields = Fields::default().with("uren", "2").with("dagen", "1");
    assert_eq!(forms::clock(&fields), Ok(time::DAY + 2 * time::HOUR));
    for bad in [Fields::default(), Fields::default().with("dagen", "-1"), Fields::default().with("uren", "x")] {
        assert!(forms::clock(&bad).is_err());
    }
}
