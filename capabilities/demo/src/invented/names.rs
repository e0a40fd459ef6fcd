//! Invented people: first and family names that are common in a Dutch town, paired within a background. Any likeness to
//! an existing person is chance.

use kernel::random::SplitMix64;

/// Names that go together, and the languages that may come with them.
pub(super) struct Background {
    /// Share of the town, relative to the others.
    share: u64,
    /// ISO 639-1 code of the language spoken at home.
    pub language: &'static str,
    /// Percentage that speaks Dutch as well as anyone.
    pub fluent: u64,
    first: &'static [&'static str],
    family: &'static [&'static str],
}

/// The backgrounds, largest first.
pub(super) const BACKGROUNDS: [Background; 10] = [
    Background {
        share: 60,
        language: "nl",
        fluent: 100,
        first: &[
            "Sanne", "Pieter", "Marijke", "Joost", "Ria", "Henk", "Lotte", "Bram", "Truus", "Cor", "Femke", "Wouter",
            "Anneke", "Kees", "Iris", "Ruben", "Wil", "Gerrit", "Noor", "Thijs", "Els", "Jaap", "Maaike", "Stijn",
            "Hanneke", "Dirk", "Esther", "Niels", "Corrie", "Arie", "Fleur", "Jelle", "Gerda", "Piet", "Roos",
            "Maarten", "Ans", "Frits", "Daphne", "Koen",
        ],
        family: &[
            "de Vries",
            "van Dijk",
            "Bakker",
            "Visser",
            "Smit",
            "Meijer",
            "de Boer",
            "Mulder",
            "de Groot",
            "Bos",
            "Vos",
            "Peters",
            "Hendriks",
            "van Leeuwen",
            "Dekker",
            "Brouwer",
            "de Wit",
            "Dijkstra",
            "Smits",
            "de Graaf",
            "van der Meer",
            "Kok",
            "Vermeulen",
            "van den Heuvel",
            "van der Linden",
            "Schouten",
            "Willems",
            "Hoekstra",
            "Koster",
            "Verhoeven",
            "Prins",
            "Blom",
            "Huisman",
            "Kuiper",
            "Postma",
            "van Vliet",
            "Zuidgeest",
            "Zwart",
            "Olsthoorn",
            "van der Valk",
        ],
    },
    Background {
        share: 9,
        language: "nl",
        fluent: 96,
        first: &[
            "Radjesh", "Anita", "Sherita", "Orlando", "Shanti", "Winston", "Reshma", "Glenn", "Priya", "Mavis",
            "Soerin", "Chandra", "Melvin", "Ruth", "Vinod", "Jennifer",
        ],
        family: &[
            "Ramdin",
            "Jagroep",
            "Biharie",
            "Kartosen",
            "Pinas",
            "Doekhie",
            "Sewnath",
            "Amatredjo",
            "Landveld",
            "Mahabier",
            "Kromosoeto",
            "Wijdenbosch",
            "Gopal",
            "Rozenblad",
        ],
    },
    Background {
        share: 6,
        language: "tr",
        fluent: 78,
        first: &[
            "Ayşe", "Mehmet", "Elif", "Emre", "Zeynep", "Hasan", "Fatma", "Yusuf", "Derya", "Murat", "Selin", "Kemal",
            "Gül", "Cem",
        ],
        family: &[
            "Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Aydın", "Öztürk", "Arslan", "Koç", "Polat", "Aksoy", "Güneş",
        ],
    },
    Background {
        share: 6,
        language: "ar",
        fluent: 75,
        first: &[
            "Fatima", "Youssef", "Khadija", "Hamid", "Samira", "Omar", "Naima", "Bilal", "Loubna", "Rachid", "Imane",
            "Mustapha", "Hanan", "Karim",
        ],
        family: &[
            "El Amrani",
            "Bouzid",
            "Benali",
            "El Idrissi",
            "Ouali",
            "Haddou",
            "Azzouzi",
            "Tahiri",
            "Chakir",
            "El Khatabi",
            "Mansouri",
            "Zerouali",
        ],
    },
    Background {
        share: 5,
        language: "pl",
        fluent: 30,
        first: &[
            "Agnieszka",
            "Tomasz",
            "Katarzyna",
            "Piotr",
            "Magda",
            "Krzysztof",
            "Ewa",
            "Marek",
            "Joanna",
            "Paweł",
            "Beata",
            "Jakub",
        ],
        family: &["Kowalska", "Nowak", "Wiśniewska", "Wójcik", "Mazur", "Zając", "Dudek", "Sikora", "Baran", "Pawlak"],
    },
    Background {
        share: 4,
        language: "uk",
        fluent: 8,
        first: &["Oksana", "Andrij", "Iryna", "Mykola", "Natalia", "Serhij", "Olena", "Taras", "Svitlana", "Dmytro"],
        family: &[
            "Kovalenko",
            "Shevchuk",
            "Bondarenko",
            "Melnyk",
            "Tkachenko",
            "Kravets",
            "Lysenko",
            "Moroz",
            "Savchenko",
        ],
    },
    Background {
        share: 4,
        language: "ar",
        fluent: 15,
        first: &["Rima", "Khaled", "Nour", "Bashar", "Hala", "Anas", "Lina", "Firas", "Maya", "Tarek"],
        family: &["Al Hassan", "Darwish", "Haddad", "Kassem", "Shaheen", "Al Ali", "Nasser", "Barakat", "Sabbagh"],
    },
    Background {
        share: 2,
        language: "ti",
        fluent: 12,
        first: &["Selam", "Yonas", "Abeba", "Filmon", "Hiwet", "Samuel", "Mihret", "Tesfay"],
        family: &["Tesfamariam", "Gebremedhin", "Haile", "Kidane", "Woldu", "Berhane", "Mengisteab"],
    },
    Background {
        share: 2,
        language: "pap",
        fluent: 88,
        first: &["Shurendy", "Jurmain", "Gisette", "Rignald", "Zuleika", "Quincy", "Marelva", "Tico"],
        family: &["Martina", "Isenia", "Cijntje", "Rosaria", "Mercelina", "Conquet", "Pietersz"],
    },
    Background {
        share: 2,
        language: "zh",
        fluent: 60,
        first: &["Mei", "Wing", "Lian", "Kwok", "Xia", "Jun", "Lai", "Hong"],
        family: &["Cheung", "Wong", "Lam", "Chen", "Tang", "Zhou", "Man"],
    },
];

/// An invented name and where it comes from.
pub(super) fn person(random: &mut SplitMix64) -> (String, &'static Background) {
    let background = background(random);
    (format!("{} {}", random.pick(background.first), random.pick(background.family)), background)
}

fn background(random: &mut SplitMix64) -> &'static Background {
    let total = BACKGROUNDS.iter().map(|background| background.share).sum();
    let mut left = random.below(total);
    for background in &BACKGROUNDS {
        if left < background.share {
            return background;
        }
        left -= background.share;
    }
    &BACKGROUNDS[0]
}

/// Lower-case ASCII with hyphens, for addresses: "Ayşe Çelik" becomes "ayse-celik".
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars() {
        match plain(letter) {
            Some(plain) => slug.push(plain),
            None if slug.ends_with('-') || slug.is_empty() => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

const fn plain(letter: char) -> Option<char> {
    match letter {
        'ş' | 'Ş' | 'ś' => Some('s'),
        'ç' | 'Ç' => Some('c'),
        'ı' | 'ï' => Some('i'),
        'ö' | 'Ö' | 'ó' => Some('o'),
        'ü' | 'Ü' => Some('u'),
        'é' | 'ë' => Some('e'),
        'ł' => Some('l'),
        'ą' => Some('a'),
        _ if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}
