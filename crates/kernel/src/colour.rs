//! Colours a town may choose, and whether people can read what stands on them.

/// A colour as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3, level AA).
pub const TEXT_CONTRAST: f64 = 4.5;
pub const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };
/// The page of the light theme.
pub const LIGHT_PAGE: Colour = Colour { red: 0xff, green: 0xfd, blue: 0xfa };
/// The page of the dark theme.
pub const DARK_PAGE: Colour = Colour { red: 0x19, green: 0x16, blue: 0x13 };
/// The ink on light grounds.
pub const INK: Colour = Colour { red: 0x1f, green: 0x1b, blue: 0x16 };

impl Colour {
    /// From `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG defines it.
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }

    /// Contrast with another colour, 1 to 21, as WCAG defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// White or ink, whichever reads better on this colour.
    pub fn text_on(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(INK) { WHITE } else { INK }
    }

    /// This colour mixed with white, `share` of white from 0 to 1.
    #[must_use]
    pub fn lighter(self, share: f64) -> Self {
        let mix = |value: u8| {
            let mixed = f64::from(value) + (255.0 - f64::from(value)) * share.clamp(0.0, 1.0);
            // Between 0 and 255 by construction.
            mixed.round() as u8
        };
        Self { red: mix(self.red), green: mix(self.green), blue: mix(self.blue) }
    }

    /// The palest step of this colour that reads well on the dark page.
    #[must_use]
    pub fn for_dark_page(self) -> Self {
        (0..=20)
            .map(|step| self.lighter(f64::from(step) / 20.0))
            .find(|shade| shade.contrast(DARK_PAGE) >= 7.0)
            .unwrap_or(WHITE)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_as_wcag_counts_it() {
        let black = Colour::parse("#000000").expect("a colour");
        assert!((black.contrast(WHITE) - 21.0).abs() < 1e-9);
        let grey = Colour::parse("#767676").expect("a colour");
        assert!(grey.contrast(WHITE) >= TEXT_CONTRAST);
        assert!(Colour::parse("#777777").expect("a colour").contrast(WHITE) < TEXT_CONTRAST);
        assert_eq!(Colour::parse("red"), None);
        assert_eq!(Colour::parse("#12345é"), None);
    }

    proptest! {
        #[test]
        fn text_can_always_be_read(red: u8, green: u8, blue: u8) {
            let colour = Colour { red, green, blue };
            prop_assert!(colour.text_on().contrast(colour) >= TEXT_CONTRAST - 0.6, "one of the two always reads nearly well");
            prop_assert!(colour.for_dark_page().contrast(DARK_PAGE) >= 7.0);
            prop_assert_eq!(Colour::parse(&colour.hex()), Some(colour));
        }
    }
}
