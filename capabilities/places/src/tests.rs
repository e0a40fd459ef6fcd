//! Tables of cases over reading files, the geometry and the map.

use std::collections::HashMap;

use kernel::Point;
use proptest::prelude::*;

use super::{
    import,
    map::map,
    model::{self, AreaKind, Postcode},
    samples,
};

fn point(lat: f64, lon: f64) -> Point {
    Point { lat, lon }
}

#[test]
fn postcodes_are_read_as_people_type_them() {
    for (text, digits) in [
        ("2711", Some("2711")),
        (" 2711 AB ", Some("2711")),
        ("2711ab", Some("2711")),
        ("0711", None),
        ("271", None),
        ("2711 A", None),
        ("2711 ABC", None),
        ("27 11", None),
        ("twee", None),
        ("", None),
        ("27é1", None),
    ] {
        assert_eq!(model::four_digits(text), digits, "{text:?}");
    }
}

#[test]
fn a_point_is_inside_a_shape_but_not_in_its_hole() {
    let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to], [from, from]];
    let ring_road = vec![vec![square(0.0, 10.0), square(4.0, 6.0)]];
    assert!(model::contains(&ring_road, point(1.0, 1.0)));
    assert!(!model::contains(&ring_road, point(5.0, 5.0)), "the hole");
    assert!(!model::contains(&ring_road, point(11.0, 5.0)));
    let centre = model::centroid(&vec![vec![square(2.0, 4.0)]]).expect("a centre");
    assert!((centre.lat - 3.0).abs() < 1e-9 && (centre.lon - 3.0).abs() < 1e-9);
    assert_eq!(model::centroid(&vec![]), None);
}

fn errors_of(features: &str) -> Vec<(String, &'static str)> {
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}");
    let problems = import::areas(&text).expect_err("a file with mistakes");
    problems.0.into_iter().map(|error| (error.field, &*error.key.into_owned().leak())).collect()
}

#[test]
fn every_bad_area_is_named() {
    const SHAPE: &str =
        r#""geometry":{"type":"Polygon","coordinates":[[[4.4,52.0],[4.5,52.0],[4.5,52.1],[4.4,52.0]]]}"#;
    let feature =
        |properties: &str, geometry: &str| format!("{{\"type\":\"Feature\",\"properties\":{properties},{geometry}}}");
    let good = feature(r#"{"code":"W1","naam":"Een","soort":"wijk"}"#, SHAPE);
    let metres = r#""geometry":{"type":"Polygon","coordinates":[[[92000,452000],[93000,452000],[93000,453000],[92000,452000]]]}"#;
    let open = r#""geometry":{"type":"Polygon","coordinates":[[[4.4,52.0],[4.5,52.0],[4.5,52.1],[4.4,52.1]]]}"#;
    let line = r#""geometry":{"type":"LineString","coordinates":[[4.4,52.0],[4.5,52.0]]}"#;
    let features = [
        good.clone(),
        good,
        feature(r#"{"code":"W2","soort":"wijk"}"#, SHAPE),
        feature(r#"{"code":"W3","naam":"Drie","soort":"provincie"}"#, SHAPE),
        feature(r#"{"code":"W4","naam":"Vier","soort":"wijk"}"#, metres),
        feature(r#"{"code":"W5","naam":"Vijf","soort":"wijk"}"#, open),
        feature(r#"{"code":"W6","naam":"Zes","soort":"wijk"}"#, line),
        feature(r#"{"code":"B1","naam":"Buurt","soort":"buurt","wijk":"W9"}"#, SHAPE),
        "{\"type\":\"Feature\",\"properties\":null}".to_owned(),
    ];
    let found = errors_of(&features.join(","));
    let expected = [
        ("2 W1", "places-import-twice"),
        ("3 W2", "places-import-no-name"),
        ("4 W3", "places-import-kind"),
        ("5 W4", "places-import-degrees"),
        ("6 W5", "places-import-ring"),
        ("7 W6", "places-import-geometry"),
        ("9", "places-import-no-code"),
        ("9", "places-import-no-name"),
        ("9", "places-import-no-kind"),
        ("9", "places-import-geometry"),
        ("B1", "places-import-unknown-wijk"),
    ];
    let found: Vec<_> = found.iter().map(|(at, key)| (at.as_str(), *key)).collect();
    assert_eq!(found, expected);
    assert_eq!(errors_of(""), [(String::new(), "places-import-no-wijk")]);
    assert_eq!(import::areas("{").expect_err("no JSON").0[0].key, "places-import-not-json");
    assert_eq!(import::areas("[]").expect_err("no collection").0[0].key, "places-import-no-collection");
}

#[test]
fn every_bad_postcode_is_named_by_its_line() {
    let text = "# bron: Wij\nplaats\tpc4\tlon\tlat\nElders\t1234\t4,5\t52,1\nElders\t12\t4.5\t52.1\nElders\t1235\tx\t52.1\n\
                \t1236\t4.5\t52.1\n";
    let problems = import::postcodes(text).expect_err("mistakes");
    let found: Vec<_> = problems.0.iter().map(|error| (error.field.as_str(), &*error.key)).collect();
    let expected = [("4", "places-import-postcode"), ("5", "places-import-degrees"), ("6", "places-import-no-place")];
    assert_eq!(found, expected);
    let good = import::postcodes(&text.lines().take(3).collect::<Vec<_>>().join("\n")).expect("one good line");
    assert_eq!((good.credit.as_str(), good.postcodes[0].point), ("Wij", point(52.1, 4.5)));
    let shared = "pc4\tplaats\tlat\tlon\n1234\tHeen\t52\t4\n1234\tWeer\t53\t5\n";
    let shared = import::postcodes(shared).expect("two villages with one postcode").postcodes;
    assert_eq!((shared[0].place.as_str(), shared[0].point, shared.len()), ("Heen / Weer", point(52.5, 4.5), 1));
    assert_eq!(import::postcodes("pc4\tlat\n").expect_err("columns").0[0].key, "places-import-columns");
    assert_eq!(import::postcodes("pc4\tplaats\tlat\tlon\n").expect_err("empty").0[0].key, "places-import-empty");
}

#[test]
fn the_schematic_town_is_whole() {
    let town = samples::town();
    assert_eq!(town.wijken().count(), 9);
    assert_eq!(town.postcode_count(), 17);
    assert_eq!(town.own_postcodes().len(), 17, "every postcode lies in a wijk");
    assert!(town.is_schematic());
    let found = town.postcode("2715 XY").expect("a postcode of Meerzicht");
    assert_eq!(found.wijk_name.as_deref(), Some("Meerzicht"));
    for postcode in town.own_postcodes() {
        let wijk = town.wijk(postcode.wijk_code.as_deref().unwrap_or_default()).expect("its wijk");
        assert!(wijk.centre.distance_km(postcode.point) < 2.0, "{} is near {}", postcode.postcode, wijk.name);
    }
}

#[test]
fn a_place_is_found_by_postcode_name_and_degrees() {
    let town = samples::town();
    let wijk = |text: &str| town.locate(text).and_then(|near| near.wijk_code);
    assert_eq!(wijk("2728 AA").as_deref(), Some("WK063704"));
    assert_eq!(wijk("meerzicht").as_deref(), Some("WK063701"));
    assert_eq!(wijk("  MEERZICHT "), wijk("meerzicht"));
    assert_eq!(wijk("WK063705").as_deref(), Some("WK063705"));
    assert_eq!(wijk("52.056, 4.471").as_deref(), Some("WK063701"));
    let whole = town.locate("Zoetermeer").expect("the town itself");
    assert_eq!((whole.label.as_str(), whole.wijk_code), ("Zoetermeer", None));
    for nothing in ["9999", "Nergenshuizen", "95, 4", "", "52.1"] {
        assert_eq!(town.locate(nothing), None, "{nothing:?}");
    }
    assert!(town.wijk_at(point(53.0, 6.0)).is_none(), "far away is in no wijk");
}

#[test]
fn a_postcode_keeps_the_codes_of_its_file_and_else_gets_those_around_it() {
    let town = samples::town();
    let mut postcode = Postcode {
        postcode: "9998".into(),
        place: "Ergens".into(),
        point: point(52.0735, 4.523),
        buurt_code: Some("BU0".into()),
        wijk_code: Some("WK063706".into()),
        wijk_name: None,
    };
    town.assign(&mut postcode);
    assert_eq!(postcode.wijk_code.as_deref(), Some("WK063706"), "known, so kept");
    assert_eq!(postcode.buurt_code, None, "unknown, so dropped");
    postcode.wijk_code = Some("WK9".into());
    town.assign(&mut postcode);
    assert_eq!(postcode.wijk_name.as_deref(), Some("Noordhove"), "unknown, so by its point");
}

#[test]
fn the_map_colours_by_fifths_and_marks_the_chosen_area() {
    let town = samples::town();
    let counts: HashMap<String, u64> = ["WK063700", "WK063701", "WK063702", "WK063703", "WK063704"]
        .iter()
        .zip([1, 2, 2, 40, 900])
        .map(|(code, count)| ((*code).to_owned(), count))
        .collect();
    let view = map(&town, &counts, |area| format!("/x?wijk={}", area.code), Some("WK063703"));
    let level = |code: &str| view.areas.iter().find(|area| area.code == code).map(|area| area.level);
    let expected =
        [("WK063700", 1), ("WK063701", 3), ("WK063702", 3), ("WK063703", 4), ("WK063704", 5), ("WK063709", 0)];
    for (code, fifth) in expected {
        assert_eq!(level(code), Some(fifth), "{code}");
    }
    assert_eq!(view.areas.iter().filter(|area| area.selected).count(), 1);
    assert!(view.schematic && view.view_box.starts_with("0 0 1000 "));
    let height: i64 = view.view_box.rsplit(' ').next().and_then(|text| text.parse().ok()).expect("a height");
    for area in &view.areas {
        assert!((0..=1000).contains(&area.cx) && (0..=height).contains(&area.cy), "{} lies on the map", area.name);
        assert!(area.path_d.starts_with('M') && area.path_d.ends_with('Z'));
        assert_eq!(area.url, format!("/x?wijk={}", area.code));
    }
}

#[test]
fn without_areas_there_is_no_map() {
    let town = super::TownPlaces::default();
    assert!(map(&town, &HashMap::new(), |_| String::new(), None).areas.is_empty());
    assert!(town.locate("2711").is_none() && town.nearest_wijk(point(52.0, 4.0)).is_none());
}

#[test]
fn areas_of_the_drawing_have_their_parents() {
    let file = import::areas(&samples::schematic().areas).expect("our own file");
    assert!(file.schematic);
    for area in &file.areas {
        let parent = if area.kind == AreaKind::Municipality { None } else { Some("GM0637") };
        assert_eq!(area.parent.as_deref(), parent);
        assert_eq!(area.geometry.len(), if area.kind == AreaKind::Municipality { 9 } else { 1 });
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,200}") {
        let _ = import::areas(&text);
        let _ = import::postcodes(&text);
        let _ = samples::town().locate(&text);
        model::four_digits(&text);
    }
}
