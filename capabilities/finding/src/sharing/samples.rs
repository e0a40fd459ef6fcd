//! Sample pages for the sweep.

use platform::templates::Sample;

use super::pages::{EmbeddedPage, SharePage};
use crate::listing::samples::card;

/// The samples of this part.
pub fn samples() -> Vec<Sample> {
    let embedded = |organisation: Option<&str>, cards| EmbeddedPage {
        organisation: organisation.map(str::to_owned),
        cards,
        all_url: "https://samen.voorbeeldstad.example/vacatures".into(),
    };
    let address = |path: &str| format!("https://samen.voorbeeldstad.example{path}?organisatie=1");
    let share = SharePage {
        organisation: "00000000-0000-7000-8000-000000000001".into(),
        name: "Buurttuin De Proef".into(),
        code: "<iframe src=\"https://samen.voorbeeldstad.example/embed/vacatures\" title=\"Vacatures\"></iframe>"
            .into(),
        list_url: address("/vacatures"),
        embed_url: address("/embed/vacatures"),
        feed_url: address("/vacatures.atom"),
        calendar_url: address("/vacatures.ics"),
    };
    vec![
        Sample::new(
            "sharing/embedded/usual",
            embedded(Some("Buurttuin De Proef"), vec![card("Samen koken"), card("Voorlezen")]),
        ),
        Sample::new("sharing/embedded/empty", embedded(None, Vec::new())),
        Sample::new("sharing/share/usual", share),
    ]
}
