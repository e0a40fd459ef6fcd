//! Words that should not stand in public: found while somebody writes, so that they can leave them out.
//!
//! Pure, and careful rather than complete: it knows the forms in which people in the Netherlands write telephone numbers,
//! addresses and account numbers, and lists of words in Dutch and English. It warns; only contact data may be refused.

use kernel::{codes, email::looks_like, text::fold, typed::parse_date};
use serde::Serialize;

codes! {
    /// What kind of thing was found, in the order in which people are told.
    pub enum Sort {
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A street with a number, or a whole postcode.
        Address = "address",
        /// An account number.
        Account = "account",
        /// A citizen service number, a date of birth.
        Identity = "identity",
        /// A PIN, a password, a bank card.
        Secret = "secret",
        /// Somebody's name.
        Name = "name",
        Health = "health",
        Medicine = "medicine",
        /// Money, debts, income.
        Money = "money",
        /// When nobody is at home, where the key is.
        Home = "home",
    }
}

impl Sort {
    /// Whether it tells strangers how to reach or rob somebody: what a municipality may refuse rather than advise.
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Phone | Self::Email | Self::Address | Self::Account | Self::Identity)
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    pub sort: Sort,
    /// The words themselves.
    pub words: String,
}

/// Words that say it all by themselves, folded; a word that begins with one that ends in `*` counts too.
const WORDS: [(Sort, &[&str]); 6] = [
    (Sort::Identity, &["bsn", "burgerservicenummer", "sofinummer", "geboortedatum", "rijbewijsnummer", "passport"]),
    (
        Sort::Secret,
        &[
            "pincode*",
            "pin",
            "pinpas*",
            "pinnen",
            "bankpas*",
            "wachtwoord*",
            "digid",
            "toegangscode*",
            "password*",
            "debit",
        ],
    ),
    (
        Sort::Health,
        &[
            "ziek",
            "ziekte*",
            "zieke",
            "kanker*",
            "dement*",
            "alzheimer*",
            "parkinson*",
            "depressi*",
            "psychisch*",
            "psychiat*",
            "burn-out",
            "burnout",
            "handicap*",
            "diagnose*",
            "operatie*",
            "chemo*",
            "autis*",
            "adhd",
            "verslaa*",
            "verslaving*",
            "alcoholis*",
            "epilep*",
            "hartaanval*",
            "hartfalen",
            "beroerte*",
            "incontinent*",
            "hiv",
            "aids",
            "suicid*",
            "diabet*",
            "suikerziekte",
            "reuma*",
            "copd",
            "astma",
            "angststoornis*",
            "ptss",
            "kankerpatient*",
            "zwanger*",
            "illness",
            "cancer",
            "depress*",
            "disab*",
            "surgery",
            "addict*",
            "pregnan*",
            "wheelchair-bound",
            "stroke",
        ],
    ),
    (
        Sort::Medicine,
        &[
            "medicijn*",
            "medicatie*",
            "pillen",
            "insuline",
            "morfine",
            "antidepress*",
            "antibiotic*",
            "oxazepam",
            "slaappil*",
            "bloedverdunner*",
            "medicine*",
            "medication*",
            "insulin",
            "painkiller*",
        ],
    ),
    (
        Sort::Money,
        &[
            "schuld",
            "schulden*",
            "schuldhulp*",
            "bijstand*",
            "uitkering*",
            "salaris*",
            "inkomen*",
            "bankrekening*",
            "spaargeld",
            "contant",
            "lening*",
            "incasso*",
            "deurwaarder*",
            "bewindvoerder*",
            "erfenis*",
            "debt*",
            "income",
            "salary",
            "savings",
            "cash",
            "loan*",
            "bailiff*",
        ],
    ),
    (Sort::Home, &["sleutelkluis*", "huissleutel*", "alarmcode*", "keybox"]),
];

/// Several words together, folded.
const PHRASES: [(Sort, &str); 14] = [
    (Sort::Email, "apenstaartje"),
    (Sort::Identity, "geboren op"),
    (Sort::Identity, "date of birth"),
    (Sort::Secret, "bank card"),
    (Sort::Name, "mijn naam is"),
    (Sort::Name, "ik heet"),
    (Sort::Name, "my name is"),
    (Sort::Money, "geld lenen"),
    (Sort::Money, "geld geleend"),
    (Sort::Home, "op vakantie"),
    (Sort::Home, "niet thuis"),
    (Sort::Home, "sleutel ligt"),
    (Sort::Home, "sleutel onder"),
    (Sort::Home, "not at home"),
];

/// Endings of street names. Those marked also end everyday words, so the street must begin with a capital.
const STREETS: [(&str, bool); 13] = [
    ("straat", false),
    ("laan", false),
    ("plein", false),
    ("singel", false),
    ("gracht", false),
    ("kade", false),
    ("dreef", false),
    ("steeg", false),
    ("plantsoen", false),
    ("weg", true),
    ("hof", true),
    ("pad", true),
    ("street", false),
];

/// Words that end like a street and are none.
const NO_STREETS: [&str; 7] = ["onderweg", "snelweg", "fietspad", "voetpad", "wandelpad", "kerkhof", "schoolplein"];

const TITLES: [&str; 12] =
    ["mevrouw", "mevr", "mw", "meneer", "mijnheer", "heer", "dhr", "dokter", "dr", "mrs", "mr", "ms"];

/// Everything in `text` that should better be left out, each thing once.
pub fn look(text: &str) -> Vec<Finding> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut add = |sort: Sort, words: &str| {
        let finding = Finding { sort, words: bare(words).to_owned() };
        if !found.contains(&finding) {
            found.push(finding);
        }
    };
    for (sort, number) in numbers(&words) {
        add(sort, &number);
    }
    for (i, word) in words.iter().enumerate() {
        if looks_like(bare(word)) {
            add(Sort::Email, word);
        }
        let (next, after) = (words.get(i + 1).copied().unwrap_or(""), words.get(i + 2).copied().unwrap_or(""));
        if is_street(bare(word)) && is_house_number(bare(next)) {
            add(Sort::Address, &format!("{word} {next}"));
        }
        if let Some(postcode) = postcode(bare(word), bare(next)) {
            add(Sort::Address, &postcode);
        }
        if let Some(account) = account(&words[i..]) {
            add(Sort::Account, &account);
        }
        if TITLES.contains(&fold(bare(word)).as_str()) && is_name(next) {
            let whole = if is_name(after) { format!("{word} {next} {after}") } else { format!("{word} {next}") };
            add(Sort::Name, &whole);
        }
        if let Some(sort) = listed(&fold(bare(word))) {
            add(sort, word);
        }
    }
    let folded = format!(" {} ", words.iter().map(|word| fold(bare(word))).collect::<Vec<_>>().join(" "));
    for (sort, phrase) in PHRASES {
        if folded.contains(&format!(" {phrase} ")) {
            add(sort, phrase);
        }
    }
    found.sort_by_key(|finding| finding.sort);
    found
}

/// Everything found in a title and a description together.
pub fn look_at(title: &str, description: &str) -> Vec<Finding> {
    look(&format!("{title}\n{description}"))
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+' && c != '€')
}

fn listed(word: &str) -> Option<Sort> {
    let fits = |known: &&str| known.strip_suffix('*').map_or(*known == word, |start| word.starts_with(start));
    WORDS.iter().find(|(_, known)| known.iter().any(fits)).map(|(sort, _)| *sort)
}

/// Numbers of telephones and citizens: runs of digits, also with the signs that people put between them.
fn numbers(words: &[&str]) -> Vec<(Sort, String)> {
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in words.iter().copied().chain(["."]) {
        if word.chars().all(|c| "-–/".contains(c)) && !run.is_empty() {
            continue;
        }
        let bare_word = bare(word);
        let digits_only = bare_word.chars().any(|c| c.is_ascii_digit())
            && bare_word.chars().all(|c| c.is_ascii_digit() || "+-.()/".contains(c));
        // A date or a time ends a run: 3-3-2026 14.00 is no telephone number.
        if digits_only && parse_date(bare_word).is_none() {
            run.push(bare_word);
        } else {
            found.extend(number(&run));
            run.clear();
        }
    }
    found
}

fn number(run: &[&str]) -> Option<(Sort, String)> {
    let digits: String = run.concat().chars().filter(char::is_ascii_digit).collect();
    let plus = run.first().is_some_and(|word| word.starts_with('+'));
    let national = digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00");
    let short_mobile = digits.len() == 9 && digits.starts_with('6');
    let abroad = (plus || digits.starts_with("00")) && (10..=15).contains(&digits.len());
    if national || short_mobile || abroad {
        return Some((Sort::Phone, run.join(" ")));
    }
    (digits.len() == 9 && run.len() == 1 && is_citizen_number(&digits)).then(|| (Sort::Identity, run.join(" ")))
}

/// The eleven-test of citizen service numbers (Wet algemene bepalingen burgerservicenummer, technical annex).
fn is_citizen_number(digits: &str) -> bool {
    let sum: i64 =
        digits.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(digit, weight)| i64::from(digit - b'0') * weight).sum();
    sum != 0 && sum % 11 == 0
}

fn is_street(word: &str) -> bool {
    let folded = fold(word);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let everyday = NO_STREETS.contains(&folded.as_str());
    !everyday
        && STREETS.iter().any(|(ending, needs_capital)| {
            folded.ends_with(ending) && folded.len() >= ending.len() + 3 && (capital || !needs_capital)
        })
}

fn is_house_number(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let rest = &word[digits..];
    (1..=4).contains(&digits) && rest.len() <= 2 && rest.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
}

fn postcode(word: &str, next: &str) -> Option<String> {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let letters = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if digits != 4 || word.starts_with('0') {
        return None;
    }
    let rest = &word[4..];
    if rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Some(word.to_owned());
    }
    (rest.is_empty() && letters(next)).then(|| format!("{word} {next}"))
}

/// An account number (IBAN of the Netherlands), with or without spaces, at the start of `words`.
fn account(words: &[&str]) -> Option<String> {
    let first = words.first()?;
    if !first.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("nl")) {
        return None;
    }
    let joined: String =
        words.iter().take(6).flat_map(|word| word.chars()).filter(char::is_ascii_alphanumeric).collect();
    let whole = joined.get(..18)?;
    let good = whole.bytes().enumerate().all(|(i, byte)| match i {
        0 | 1 | 4..=7 => byte.is_ascii_alphabetic(),
        _ => byte.is_ascii_digit(),
    });
    good.then(|| whole.to_owned())
}

fn is_name(word: &str) -> bool {
    let word = bare(word);
    word.chars().count() > 1 && word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_should_not_stand_in_public_is_found() {
        let table = [
            ("Bel mij op 06-12345678.", Sort::Phone, "06-12345678"),
            ("Bel 06 12 34 56 78 na zessen", Sort::Phone, "06 12 34 56 78"),
            ("Tel. 079 - 123 45 67", Sort::Phone, "079"),
            ("Call +31 6 1234 5678", Sort::Phone, "+31 6 1234 5678"),
            ("Mail naar noor@voorbeeld.example!", Sort::Email, "noor@voorbeeld.example"),
            ("Noor apenstaartje voorbeeld", Sort::Email, "apenstaartje"),
            ("Ik woon Verzonnenstraat 12b.", Sort::Address, "Verzonnenstraat 12b"),
            ("Op de Denkbeeldigeweg 3", Sort::Address, "Denkbeeldigeweg 3"),
            ("Mijn postcode is 2711 AB.", Sort::Address, "2711 AB"),
            ("postcode 2711ab", Sort::Address, "2711ab"),
            ("Rekening NL00 BANK 0123 4567 89", Sort::Account, "NL00BANK0123456789"),
            ("Mijn BSN weet ik niet", Sort::Identity, "BSN"),
            ("nummer 111222333", Sort::Identity, "111222333"),
            ("Geboren op 3-3-1950", Sort::Identity, "geboren op"),
            ("Met mijn pinpas boodschappen halen", Sort::Secret, "pinpas"),
            ("Ik heb hulp nodig met DigiD", Sort::Secret, "DigiD"),
            ("Voor mevrouw Verzonnen", Sort::Name, "mevrouw Verzonnen"),
            ("Voor dhr. Jan Bedenksel,", Sort::Name, "dhr. Jan Bedenksel"),
            ("Ik heet Noor", Sort::Name, "ik heet"),
            ("Mijn man heeft dementie.", Sort::Health, "dementie"),
            ("Ik ben ziek", Sort::Health, "ziek"),
            ("Medicijnen ophalen", Sort::Medicine, "Medicijnen"),
            ("Ik heb schulden", Sort::Money, "schulden"),
            ("We zijn 2 weken op vakantie", Sort::Home, "op vakantie"),
        ];
        for (text, sort, words) in table {
            let found = look(text);
            let hit = found.iter().any(|finding| finding.sort == sort && finding.words.starts_with(words));
            assert!(hit, "{text:?} gave {found:?}");
        }
    }

    #[test]
    fn ordinary_requests_pass() {
        let texts = [
            "Wie wil op dinsdag om 14.00 uur samen wandelen?",
            "Op 03-03-2026 14.00 tot 16.00 uur, of op 10-03-2026.",
            "Ik zoek iemand die om de week de tuin doet, 2 uur.",
            "Wie rijdt mij naar de kerk? Het is 3 km weg 2 keer per maand.",
            "Een kast van 200 bij 80 cm ophangen. Ik heb 2 kamers.",
            "Somebody to play chess with, once a week, 2 hours.",
            "Wie helpt mij met mijn computer in het jaar 2026?",
            "Onderweg 2 keer stoppen mag.",
        ];
        for text in texts {
            assert_eq!(look(text), [], "{text:?}");
        }
    }

    #[test]
    fn only_contact_data_may_be_refused() {
        let refused: Vec<Sort> =
            <Sort as kernel::text::Codes>::ALL.iter().copied().filter(|sort| sort.is_contact()).collect();
        assert_eq!(refused, [Sort::Phone, Sort::Email, Sort::Address, Sort::Account, Sort::Identity]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC{0,120}") {
            look(&text);
        }

        #[test]
        fn numbers_and_signs_do_not_break_it(text in "[0-9NLnl +()./@-]{0,60}") {
            look(&text);
        }
    }
}
