//! Sample pages for the sweep: usual, empty, with errors.

use kernel::{Fields, form::FormState};
use platform::templates::Sample;

use super::{
    pages::{FavouritesPage, SavePage},
    views::KeptCard,
};
use crate::listing::samples::{card, form, form_with_error};

fn save() -> SavePage {
    SavePage {
        form: form(&FormState::filled(&Fields::default().with("rhythm", "daily"))),
        conditions: vec!["“tuin”".into(), "Rond 2711".into()],
        pairs: vec![("q", "tuin".into()), ("bij", "2711".into())],
        back: "/vacatures?q=tuin&bij=2711".into(),
        rhythms: notices::rhythms(),
        asks_email: true,
    }
}

/// The samples of this part.
pub fn samples() -> Vec<Sample> {
    let wrong = FormState::filled(&Fields::default().with("email", "iemand@"));
    let with_error = SavePage { form: form_with_error(&wrong, "email", "Vul een e-mailadres in."), ..save() };
    let signed_in = SavePage { asks_email: false, conditions: Vec::new(), ..save() };
    let topic = super::topic::source();
    let summary = "“tuin”, rond 2711";
    let link = |what| notices::samples::link(&topic, what, summary);
    let own = |empty| notices::samples::own(&topic, summary, empty);
    let kept = |id: &str, title: &str, open| KeptCard { id: id.into(), card: card(title), open };
    let cards = vec![kept("a", "Samen koken", true), kept("b", "Voorlezen", false)];
    vec![
        Sample::new("saved_searches/save/usual", save()),
        Sample::new("saved_searches/save/error", with_error),
        Sample::new("saved_searches/save/signed-in", signed_in),
        Sample::new("saved_searches/link/confirm", link("confirm")),
        Sample::new("saved_searches/link/undo", link("undo")),
        Sample::new("saved_searches/link/stop", link("stop")),
        Sample::new("saved_searches/own/usual", own(false)),
        Sample::new("saved_searches/own/empty", own(true)),
        Sample::new("saved_searches/favourites/usual", FavouritesPage { cards }),
        Sample::new("saved_searches/favourites/empty", FavouritesPage { cards: Vec::new() }),
    ]
}
