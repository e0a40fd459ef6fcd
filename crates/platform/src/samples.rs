//! What samples of pages are made of, in every capability.

use std::collections::BTreeMap;

use crate::templates::{Form, FormMessage, Typed};

/// The moment in samples: Tuesday 3 March 2026, 10.00 in Amsterdam.
pub const NOW: i64 = 1_772_528_400_000;

/// A form with these values.
pub fn filled(values: &[(&str, &str)]) -> Form {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), Typed::One((*value).to_owned())));
    Form { values: values.collect(), ..Form::default() }
}

/// A form with an error at `field`.
pub fn wrong(values: &[(&str, &str)], field: &str) -> Form {
    let message = "Voorbeeld van een melding".to_owned();
    Form {
        errors: BTreeMap::from([(field.to_owned(), message.clone())]),
        summary: vec![FormMessage { field: field.to_owned(), message }],
        ..filled(values)
    }
}
