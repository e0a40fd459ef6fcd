//! Money, in whole cents.

use serde::{Deserialize, Serialize};

/// An amount in euro cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// As people write it: `€ 1.250` or `€ 1.250,50` in Dutch, `€1,250.50` in English.
    pub fn display(self, lang: crate::Lang) -> String {
        let (thousands, decimal, space) = match lang {
            crate::Lang::Nl => ('.', ',', " "),
            crate::Lang::En => (',', '.', ""),
        };
        let euros = (self.0.abs() / 100).to_string();
        let mut grouped = String::new();
        for (i, digit) in euros.chars().enumerate() {
            if i > 0 && (euros.len() - i).is_multiple_of(3) {
                grouped.push(thousands);
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        match self.0.abs() % 100 {
            0 => format!("€{space}{sign}{grouped}"),
            cents => format!("€{space}{sign}{grouped}{decimal}{cents:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(Cents(125_000).display(Lang::Nl), "€ 1.250");
        assert_eq!(Cents(125_050).display(Lang::Nl), "€ 1.250,50");
        assert_eq!(Cents(-125_050).display(Lang::En), "€-1,250.50");
    }
}
