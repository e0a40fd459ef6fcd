//! Rules of a wish to sign in. Pure.

use kernel::{Instant, time};

/// How long a code and a link hold.
pub const HOLDS: i64 = 15 * time::MINUTE;
/// Digits of the code.
pub const DIGITS: usize = 6;
/// Wrong codes after which a wish to sign in is worth nothing. With six digits the chance of guessing is 1 in 200,000.
pub const TRIES: u32 = 5;

/// What is known of a wish to sign in when a code is tried.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    /// When code and link end.
    pub expires_at: Instant,
    /// Whether it was confirmed already.
    pub confirmed: bool,
    /// Wrong codes so far.
    pub tries: u32,
    /// Whether the code that was typed is the right one.
    pub right: bool,
}

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Wrong; another try is possible.
    Wrong,
    /// Wrong or right, it does not matter any more: a new code is needed.
    Over,
}

impl Attempt {
    /// The verdict at `now`.
    pub fn verdict(self, now: Instant) -> Verdict {
        if self.confirmed || now >= self.expires_at || self.tries >= TRIES {
            return Verdict::Over;
        }
        match self.right {
            true => Verdict::Right,
            false if self.tries + 1 >= TRIES => Verdict::Over,
            false => Verdict::Wrong,
        }
    }
}

/// The digits of a code as typed: spaces, dots and dashes do not matter.
pub fn digits_of(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// A device by the words of its browser: *Firefox, Android*. Good enough to recognise one's own.
pub fn device_name(user_agent: &str) -> String {
    const BROWSERS: [(&str, &str); 7] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => kernel::text::excerpt(user_agent, 40),
    }
}
