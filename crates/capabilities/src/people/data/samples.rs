//! Sample pages of one's own data.

use platform::templates::{Form, Sample};

use super::pages::{DataPage, ErasePage};
use crate::people::samples::wrong;

/// The pages of one's own data.
pub fn samples() -> Vec<Sample> {
    let parts = vec!["Account en profiel".to_owned(), "Organisaties".to_owned()];
    vec![
        Sample::new("people/data/usual", DataPage { parts }),
        Sample::new("people/data/empty", DataPage { parts: Vec::new() }),
        Sample::new("people/erase/empty", ErasePage { form: Form::default() }),
        Sample::new("people/erase/error", ErasePage { form: wrong(&[], "sure") }),
    ]
}
