//! What samples of pages are made of, in every capability.

use crate::templates::{Form, FormMessage, Typed};

/// The moment in samples: Tuesday 3 March 2026, 10.00 in Amsterdam.
pub const NOW: i64 = 1_772_528_400_000;

/// A form with these values.
pub fn filled(values: &[(&str, &str)]) -> Form {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), Typed::One((*value).to_owned())));
    Form { values: values.collect(), ..Form::default() }
}

/// A form with an error at each of these fields, which spaces set apart.
pub fn wrong(values: &[(&str, &str)], fields: &str) -> Form {
    let message = "Voorbeeld van een melding".to_owned();
    let fields = || fields.split(' ').map(str::to_owned);
    Form {
        errors: fields().map(|field| (field, message.clone())).collect(),
        summary: fields().map(|field| FormMessage { field, message: message.clone() }).collect(),
        ..filled(values)
    }
}
