//! Good examples to begin with: each passes the check but for what only the organisation knows.
//! In Dutch, because a vacancy is written in Dutch.

use kernel::Fields;

#[derive(Clone, Copy, Debug)]
pub struct Starter {
    /// Stable key.
    pub slug: &'static str,
    /// Slug of its theme.
    pub theme: &'static str,
    /// The form it fills in.
    fields: &'static [(&'static str, &'static str)],
}

impl Starter {
    /// The form it fills in.
    pub fn fields(&self) -> Fields {
        Fields::new(self.fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    pub fn title(&self) -> &'static str {
        self.fields.iter().find(|(name, _)| *name == "title").map_or("", |(_, value)| value)
    }
}

/// The example with this key.
pub fn find(slug: &str) -> Option<&'static Starter> {
    STARTERS.iter().find(|starter| starter.slug == slug)
}

/// Every example, by theme.
pub const STARTERS: &[Starter] = &[
    Starter {
        slug: "koffie",
        theme: "meeting",
        fields: &[
            ("title", "Gastvrouw of gastheer bij de koffie"),
            ("summary", "Je schenkt koffie en maakt een praatje met buurtbewoners."),
            (
                "description",
                "Je ontvangt buurtbewoners die koffie komen drinken. Je schenkt in, maakt een praatje en ziet wie er \
                 alleen zit.\n\nWe zijn met 3 gastvrouwen en gastheren. Een van ons laat je de eerste keren zien hoe \
                 alles werkt. Na afloop ruimen we samen op.\n\nJe hoeft geen problemen op te lossen. Vertelt iemand je \
                 iets moeilijks, dan help je die persoon naar een medewerker.",
            ),
            ("themes", "meeting"),
            ("tasks", "hosting"),
            ("when", "series"),
            ("weekday", "3"),
            ("every_weeks", "1"),
            ("starts", "10.00"),
            ("ends", "12.00"),
            ("hours", "2,5"),
            ("dutch", "a2"),
            ("offered", "guidance"),
            ("offered", "expenses"),
            ("offered", "insurance"),
            ("suitable", "beginner_dutch"),
            ("suitable", "wheelchair"),
        ],
    },
    Starter {
        slug: "maatje",
        theme: "elderly",
        fields: &[
            ("title", "Wandelmaatje voor een oudere buurtgenoot"),
            ("summary", "Je wandelt elke week een uur met iemand uit de buurt."),
            (
                "description",
                "Je gaat elke week op pad met iemand die niet meer alleen naar buiten durft. Jullie kiezen zelf de \
                 route. Soms wordt het een bankje in de zon, soms een rondje om de plas.\n\nWe maken eerst kennis, met \
                 z'n drieën. Past het bij jullie allebei, dan spreken jullie een vaste dag af.\n\nJe doet geen \
                 verzorging en geen huishouden. Daarvoor zijn de beroepskrachten. Merk je dat het niet goed gaat, dan \
                 bel je ons.",
            ),
            ("themes", "elderly"),
            ("tasks", "walking-together"),
            ("tasks", "visiting"),
            ("when", "flexible"),
            ("parts", "1-afternoon"),
            ("parts", "3-afternoon"),
            ("parts", "6-morning"),
            ("hours", "1,5"),
            ("vog", "ja"),
            ("offered", "guidance"),
            ("offered", "training"),
            ("offered", "expenses"),
            ("offered", "insurance"),
        ],
    },
    Starter {
        slug: "taal",
        theme: "learning",
        fields: &[
            ("title", "Taalmaatje: samen Nederlands oefenen"),
            ("summary", "Je oefent elke week Nederlands met iemand die nieuw is in de stad."),
            (
                "description",
                "Je spreekt elke week af met iemand die Nederlands leert. Jullie praten over gewone dingen: \
                 boodschappen, school, het nieuws. Je verbetert niet elke fout. Praten is het belangrijkst.\n\nJe \
                 krijgt een korte training en een map met oefeningen. Elke maand drinken de taalmaatjes samen koffie \
                 en delen ze hun ervaringen.\n\nJe hoeft geen leraar te zijn. De taalles geeft een docent.",
            ),
            ("themes", "learning"),
            ("themes", "newcomers"),
            ("tasks", "language-buddy"),
            ("when", "flexible"),
            ("hours", "1,5"),
            ("dutch", "b1"),
            ("offered", "guidance"),
            ("offered", "training"),
            ("offered", "expenses"),
            ("offered", "insurance"),
        ],
    },
    Starter {
        slug: "sport",
        theme: "sport",
        fields: &[
            ("title", "Help een uur mee bij de jeugdtraining"),
            ("summary", "Je zet op zaterdag de oefeningen klaar en moedigt kinderen aan."),
            (
                "description",
                "Je helpt de trainer van een groep kinderen van 8 en 9 jaar. Je zet de pionnen neer, haalt ballen op en \
                 troost wie gevallen is. De trainer bedenkt de oefeningen en leidt de groep.\n\nJe hebt geen ervaring \
                 met de sport nodig. De trainer legt je alles uit. Wil je later zelf training geven? Dan betalen we de \
                 cursus.\n\nJe bent niet verantwoordelijk voor de groep. Er is altijd een trainer bij.",
            ),
            ("themes", "sport"),
            ("themes", "youth"),
            ("tasks", "training-youth"),
            ("when", "series"),
            ("weekday", "6"),
            ("every_weeks", "1"),
            ("starts", "9.00"),
            ("ends", "10.30"),
            ("hours", "2"),
            ("vog", "ja"),
            ("offered", "guidance"),
            ("offered", "training"),
            ("offered", "expenses"),
            ("offered", "insurance"),
            ("suitable", "youth_placement"),
            ("suitable", "together"),
        ],
    },
    Starter {
        slug: "natuur",
        theme: "nature",
        fields: &[
            ("title", "Samen een ochtend werken in het groen"),
            ("summary", "Je snoeit, wiedt en plant met een vrolijke groep."),
            (
                "description",
                "Je werkt een ochtend buiten met een groep van ongeveer 10 mensen. We snoeien wilgen, halen onkruid weg \
                 en planten jonge bomen. Iedereen doet wat lukt, in eigen tempo.\n\nJe krijgt gereedschap en \
                 handschoenen. Een ervaren vrijwilliger laat je zien hoe je veilig werkt. Om half elf is er koffie met \
                 iets lekkers.\n\nNeem oude kleren en stevige schoenen mee.",
            ),
            ("themes", "nature"),
            ("tasks", "nature-work"),
            ("when", "series"),
            ("weekday", "6"),
            ("every_weeks", "2"),
            ("starts", "9.30"),
            ("ends", "12.00"),
            ("hours", "1,5"),
            ("offered", "guidance"),
            ("offered", "expenses"),
            ("offered", "insurance"),
            ("suitable", "beginner_dutch"),
            ("suitable", "together"),
            ("suitable", "supported"),
        ],
    },
    Starter {
        slug: "bestuur",
        theme: "advocacy",
        fields: &[
            ("title", "Penningmeester die van overzicht houdt"),
            ("summary", "Je houdt de kas bij en denkt mee in een bestuur van 5 mensen."),
            (
                "description",
                "Je betaalt rekeningen, houdt de kas bij en maakt 1 keer per jaar een overzicht voor de leden. Je \
                 vergadert elke 6 weken met 4 andere bestuursleden. Daar denk je mee over wat de vereniging gaat doen.\
                 \n\nDe vorige penningmeester werkt je in en blijft een half jaar bereikbaar. We gebruiken een \
                 eenvoudig programma, dat leggen we uit.\n\nJe hoeft geen boekhouder te zijn. Een kascommissie kijkt \
                 elk jaar met je mee.",
            ),
            ("themes", "advocacy"),
            ("tasks", "treasurer"),
            ("when", "flexible"),
            ("parts", "2-evening"),
            ("hours", "2"),
            ("from_home", "ja"),
            ("dutch", "b1"),
            ("offered", "guidance"),
            ("offered", "expenses"),
            ("offered", "insurance"),
        ],
    },
    Starter {
        slug: "evenement",
        theme: "culture",
        fields: &[
            ("title", "Een dag helpen bij het buurtfeest"),
            ("summary", "Je bouwt kramen op, wijst mensen de weg of schenkt limonade."),
            (
                "description",
                "Je helpt 1 dag mee bij het buurtfeest. Kies zelf wat je leuk vindt: kramen opbouwen, mensen de weg \
                 wijzen, limonade schenken of opruimen. Je werkt in een ploeg van 4 mensen met een vaste ploegleider.\
                 \n\nWe beginnen met een korte uitleg. Halverwege is er een maaltijd. Na afloop vieren we het met \
                 elkaar.\n\nKom gerust samen met een vriend, je zus of je hele klas.",
            ),
            ("themes", "culture"),
            ("themes", "neighbourhood"),
            ("tasks", "event-crew"),
            ("when", "once"),
            ("hours", "5"),
            ("people_wanted", "12"),
            ("offered", "guidance"),
            ("offered", "expenses"),
            ("offered", "insurance"),
            ("suitable", "together"),
            ("suitable", "youth_placement"),
            ("suitable", "beginner_dutch"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Settings;

    use super::*;
    use crate::{
        check::{Rule, Terms, Verdict, check},
        forms::{Around, check_input},
    };
    use facets::fields::Nowhere;
    use kernel::taxonomy::THEMES;

    #[test]
    fn an_example_passes_the_check_but_for_who_answers() {
        let today = date(2026, 3, 3);
        for starter in STARTERS {
            let around = Around { today, town: &Nowhere, contacts: &[] };
            let input = check_input(&starter.fields(), &around);
            let findings = check(&input, &Terms::of(&Settings::default(), today));
            let wrong: Vec<_> = findings
                .iter()
                .filter(|finding| finding.verdict != Verdict::Good && finding.rule != Rule::Contact)
                .collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}", starter.slug);
            assert!(THEMES.iter().any(|theme| theme.slug == starter.theme));
            assert_eq!(find(starter.slug).map(Starter::title), Some(starter.title()));
        }
    }
}
