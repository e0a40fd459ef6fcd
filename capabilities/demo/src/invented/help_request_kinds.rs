//! What residents ask for.

use super::help_request_texts::Audience;

/// What somebody asks.
pub(super) struct Kind {
    pub audience: Audience,
    pub task: &'static str,
    pub themes: &'static [&'static str],
    pub once: bool,
    /// Each title belongs to the opening at the same place.
    pub titles: [&'static str; 3],
    pub openings: [&'static str; 3],
    pub details: [&'static str; 3],
}

const fn often(
    audience: Audience,
    task: &'static str,
    themes: &'static [&'static str],
    titles: [&'static str; 3],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind { audience, task, themes, once: false, titles, openings, details }
}

const fn once(
    audience: Audience,
    task: &'static str,
    themes: &'static [&'static str],
    titles: [&'static str; 3],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind { audience, task, themes, once: true, titles, openings, details }
}

/// What people ask.
pub(super) const KINDS: [Kind; 24] = [
    often(
        Audience::Old,
        "walking-together",
        &["elderly", "health"],
        ["Wie gaat er elke week met mij wandelen?", "Samen een rondje lopen?", "Wandelmaatje gezocht"],
        [
            "Ik zou graag weer eens een rondje door het park lopen.",
            "Alleen wandelen durf ik niet meer sinds ik gevallen ben.",
            "Ik zoek iemand om rustig mee te wandelen.",
        ],
        [
            "Ik loop met een rollator.",
            "Een half uur lopen is voor mij genoeg.",
            "Onderweg zitten we af en toe op een bankje.",
        ],
    ),
    often(
        Audience::Old,
        "shopping",
        &["elderly"],
        ["Wie doet een boodschap voor mij?", "Hulp bij de boodschappen", "Mee naar de supermarkt"],
        [
            "Boodschappen doen wordt mij te zwaar.",
            "Ik zoek iemand die mijn boodschappen haalt.",
            "Samen naar de winkel gaan zou ik erg fijn vinden.",
        ],
        [
            "De lijst schrijf ik zelf.",
            "Het gaat om een gewone tas, geen kratten.",
            "Een zak aardappelen tillen lukt mij niet meer.",
        ],
    ),
    often(
        Audience::Old,
        "visiting",
        &["meeting", "elderly"],
        ["Wie komt er koffiedrinken?", "Gezelschap gezocht", "Een praatje, meer hoeft niet"],
        [
            "Ik zou het leuk vinden als er iemand langskomt voor een praatje.",
            "De dagen zijn lang als er niemand binnenkomt.",
            "Ik zoek iemand om mee te praten over gewone dingen.",
        ],
        [
            "Ik houd van muziek en van oude foto's.",
            "Een spelletje rummikub vind ik ook leuk.",
            "Over voetbal en planten kan ik uren praten.",
        ],
    ),
    often(
        Audience::Old,
        "digital-help",
        &["digital"],
        ["Wie legt mij mijn telefoon uit?", "Help, ik snap mijn tablet niet", "Leren videobellen met de kleinkinderen"],
        [
            "Ik heb een nieuwe telefoon en begrijp er weinig van.",
            "Alles moet via de computer en dat lukt mij niet.",
            "Ik wil leren videobellen met mijn kleinkinderen.",
        ],
        [
            "Ik leer langzaam, maar ik wil het wel echt leren.",
            "Graag iemand die het op papier zet.",
            "Mijn kinderen doen het altijd te snel voor.",
        ],
    ),
    often(
        Audience::Newcomer,
        "language-buddy",
        &["learning", "newcomers"],
        ["Nederlands praten, wie helpt mij?", "Taalmaatje gezocht", "Ik wil beter Nederlands spreken"],
        [
            "Ik leer Nederlands en wil vaker praten.",
            "Op school leer ik de regels, maar praten durf ik nog niet.",
            "Ik wil met de juf van mijn kind kunnen praten.",
        ],
        ["Lezen gaat al best goed.", "Ik kan voor je koken uit mijn land.", "Praat alsjeblieft een beetje langzaam."],
    ),
    often(
        Audience::Old,
        "accompanying",
        &["health"],
        ["Wie gaat mee naar het ziekenhuis?", "Samen naar een afspraak", "Iemand die mee luistert bij de dokter"],
        [
            "Ik moet vaker naar het ziekenhuis en ga liever niet alleen.",
            "Ik zoek iemand die meegaat naar afspraken.",
            "Bij de dokter vergeet ik de helft van wat er wordt gezegd.",
        ],
        [
            "Vervoer kan ik zelf regelen.",
            "Je hoeft alleen mee te luisteren en op te schrijven.",
            "In de wachtkamer is het fijn om met z'n tweeën te zijn.",
        ],
    ),
    often(
        Audience::Old,
        "pet-help",
        &["animals"],
        ["Wie laat mijn hond uit?", "Een baasje voor een uurtje", "Hulp bij het verzorgen van mijn kat"],
        [
            "Mijn hond wil meer lopen dan ik kan.",
            "Ik zoek iemand die mijn hond een paar keer uitlaat.",
            "De kattenbak verschonen lukt mij niet meer goed.",
        ],
        [
            "Het is een lief en rustig dier.",
            "Het voer is in huis, daar hoef je niet voor te zorgen.",
            "Zonder mijn dier zou het heel stil zijn.",
        ],
    ),
    often(
        Audience::Anyone,
        "paperwork",
        &["relief"],
        ["Wie helpt mij met mijn post?", "Te veel brieven, te weinig overzicht", "Samen de administratie doen"],
        [
            "De post stapelt zich op en ik durf hem niet te openen.",
            "Ik begrijp de brieven van instanties niet altijd.",
            "Ik wil mijn papieren weer op orde krijgen.",
        ],
        [
            "Ik wil het daarna zelf kunnen.",
            "Een map en een perforator heb ik al gekocht.",
            "Graag iemand die via een organisatie komt.",
        ],
    ),
    often(
        Audience::Family,
        "homework-help",
        &["youth", "learning"],
        ["Hulp bij rekenen voor mijn kind", "Wie helpt mijn dochter met huiswerk?", "Huiswerk lukt niet zonder hulp"],
        [
            "Mijn kind zit in groep 7 en vindt rekenen moeilijk.",
            "Ik kan mijn kind niet goed helpen met Nederlands.",
            "Mijn zoon heeft moeite met plannen.",
        ],
        [
            "In de bibliotheek afspreken kan ook.",
            "Een geduldig iemand zou heel welkom zijn.",
            "Straffen helpt niet, lachen wel.",
        ],
    ),
    often(
        Audience::Family,
        "babysitting",
        &["youth"],
        ["Wie past er op terwijl ik naar les ga?", "Oppas voor een paar uurtjes", "Even mijn handen vrij"],
        [
            "Ik volg een cursus en zoek oppas voor mijn jongste.",
            "Af en toe heb ik een paar uur nodig voor afspraken.",
            "Ik zou graag een keer rustig boodschappen doen.",
        ],
        [
            "Mijn kindje is 2 en speelt graag met blokken.",
            "Het gaat om twee lieve kinderen van 3 en 5.",
            "Ik ben in het begin zelf ook thuis.",
        ],
    ),
    often(
        Audience::Old,
        "gardening",
        &["neighbourhood", "nature"],
        ["Mijn tuintje groeit over mijn hoofd", "Wie houdt van tuinieren?", "Samen het onkruid te lijf"],
        [
            "Mijn kleine tuin kan ik niet meer bijhouden.",
            "Vroeger was mijn tuin mijn trots, nu lukt het bukken niet.",
            "Ik zoek iemand die het gras maait en wat snoeit.",
        ],
        [
            "Gereedschap staat in de schuur.",
            "Wat er in de zomer groeit, delen we.",
            "Ik vertel graag welke plant wat is.",
        ],
    ),
    often(
        Audience::Old,
        "meal-company",
        &["meeting"],
        ["Wie eet er met mij mee?", "Samen aan tafel", "Koken voor één is zo saai"],
        [
            "Ik kook graag, maar voor mij alleen doe ik het bijna niet meer.",
            "Samen eten lijkt me zo gezellig.",
            "Ik zoek iemand die af en toe bij mij komt eten.",
        ],
        ["Een simpele maaltijd is prima.", "Boodschappen en koken kunnen we samen doen.", "Ik eet geen vlees."],
    ),
    often(
        Audience::Anyone,
        "cycling-together",
        &["sport"],
        ["Fietsles gezocht", "Weer leren fietsen, wie helpt?", "Samen fietsen"],
        [
            "Ik wil leren fietsen, want dat heb ik nooit gedaan.",
            "Na mijn ziekte durf ik niet alleen op de fiets.",
            "Samen fietsen geeft mij vertrouwen.",
        ],
        [
            "Een fiets heb ik al.",
            "Een rustige straat of een parkeerplaats is een goed begin.",
            "Ik ben een beetje bang voor het verkeer.",
        ],
    ),
    often(
        Audience::Anyone,
        "buddy",
        &["health", "meeting"],
        ["Iemand om iets leuks mee te doen", "Maatje gezocht", "Samen naar buiten"],
        [
            "Ik zit veel binnen en wil dat veranderen.",
            "Alleen ergens heen gaan vind ik moeilijk.",
            "Ik zoek iemand om samen iets leuks te doen.",
        ],
        [
            "Een museum, de markt of gewoon een terras, alles is goed.",
            "Ik ben in het begin wat stil.",
            "Drukte vind ik lastig, dus liever een rustige plek.",
        ],
    ),
    often(
        Audience::Anyone,
        "respite",
        &["health"],
        ["Wie houdt mijn man een middag gezelschap?", "Gezelschap voor mijn moeder", "Even vrij van zorgen"],
        [
            "Mijn man vergeet veel en kan niet alleen thuis zijn.",
            "Ik zorg voor mijn moeder en heb af en toe een vrije middag nodig.",
            "Als er iemand bij mijn partner is, kan ik zelf naar de kapper.",
        ],
        [
            "Lichamelijke zorg is niet nodig.",
            "Samen muziek luisteren gaat heel goed.",
            "Een vast gezicht is belangrijk.",
        ],
    ),
    often(
        Audience::Old,
        "driving",
        &["neighbourhood"],
        ["Een lift naar de zwemclub", "Wie rijdt mij naar de kerk of moskee?", "Vervoer gezocht"],
        [
            "Ik wil graag naar mijn club, maar kan er niet komen.",
            "De bus stopt te ver weg voor mij.",
            "Ik zoek iemand met een auto voor een vast ritje.",
        ],
        ["Mijn rolstoel is opvouwbaar.", "Het is hier in de stad, een kort ritje.", "De benzine betaal ik."],
    ),
    often(
        Audience::Working,
        "job-coaching",
        &["learning"],
        ["Hulp bij het zoeken naar werk", "Wie leest mijn sollicitatiebrief?", "Oefenen voor een gesprek"],
        [
            "Ik zoek werk en weet niet hoe ik moet beginnen.",
            "Mijn brieven leveren tot nu toe niets op.",
            "Ik wil een sollicitatiegesprek oefenen.",
        ],
        ["Vroeger was ik boekhouder.", "Mijn cv staat al op de computer.", "Eerlijk commentaar is welkom."],
    ),
    often(
        Audience::Anyone,
        "making-music",
        &["culture"],
        ["Samen muziek maken?", "Wie wil er met mij zingen?", "Gitaar leren spelen"],
        [
            "Ik speel graag, maar samen is het veel leuker.",
            "Vroeger zong ik in een koor en dat mis ik.",
            "Ik wil gitaar leren spelen, maar les is te duur.",
        ],
        ["Een instrument heb ik in huis.", "Oude liedjes ken ik uit mijn hoofd.", "Mooi hoeft het niet te klinken."],
    ),
    once(
        Audience::Old,
        "odd-jobs",
        &["neighbourhood"],
        ["Wie hangt mijn lamp op?", "Klein klusje in huis", "Een plank, een boor en een handige buur"],
        [
            "Er moet een lamp worden opgehangen en ik durf de trap niet op.",
            "Mijn gordijnrails is van de muur gekomen.",
            "Ik krijg een kastje niet in elkaar.",
        ],
        ["De spullen liggen klaar.", "Een boormachine heb ik niet.", "Ik help mee zo goed als ik kan."],
    ),
    once(
        Audience::Anyone,
        "moving-help",
        &["neighbourhood"],
        ["Verhuizen lukt niet alleen", "Wie helpt mij sjouwen?", "Een bank naar binnen brengen"],
        [
            "Ik verhuis naar een kleinere woning en zoek sterke armen.",
            "Een kast moet naar de tweede verdieping.",
            "Ik kreeg een bank, maar krijg hem niet in huis.",
        ],
        ["Een steekkarretje kan ik lenen.", "Er is een lift in het gebouw.", "Voor broodjes en drinken wordt gezorgd."],
    ),
    once(
        Audience::Anyone,
        "repairing",
        &["nature"],
        ["Wie kan mijn fiets maken?", "Mijn radio doet het niet meer", "Wie zet een nieuwe rits in mijn jas?"],
        [
            "Mijn fiets heeft een lekke band en de ketting ligt eraf.",
            "Mijn oude radio doet het niet meer en ik ben eraan gehecht.",
            "De rits van mijn winterjas is kapot.",
        ],
        ["Een nieuwe kan ik nu niet betalen.", "Onderdelen koop ik zelf.", "Ik kijk graag mee hoe het moet."],
    ),
    once(
        Audience::Old,
        "gardening",
        &["neighbourhood", "nature"],
        ["Eén keer flink snoeien", "Tegels eruit, planten erin", "Mijn tuin heeft een flinke beurt nodig"],
        [
            "Mijn heg is veel te hoog geworden.",
            "Ik wil een paar tegels vervangen door planten.",
            "De tuin moet één keer goed worden aangepakt.",
        ],
        [
            "Daarna kan ik het zelf bijhouden.",
            "Een container kan ik regelen.",
            "Zitten en aanwijzen kan ik als de beste.",
        ],
    ),
    once(
        Audience::Old,
        "tax-forms",
        &["relief"],
        ["Hulp bij een moeilijk formulier", "Toeslag aanvragen, hoe doe ik dat?", "Wie helpt met mijn aangifte?"],
        [
            "Ik moet een formulier invullen en begrijp de vragen niet.",
            "Ik wil een toeslag aanvragen, maar loop vast.",
            "De aangifte deed mijn partner altijd.",
        ],
        [
            "Mijn papieren liggen bij elkaar.",
            "Graag bij een spreekuur of via een organisatie.",
            "Inloggen doe ik zelf, het gaat om de vragen.",
        ],
    ),
    once(
        Audience::Old,
        "digital-help",
        &["digital"],
        ["Mijn wifi doet het niet", "Wie zet mijn foto's over?", "Printer aansluiten"],
        [
            "Mijn internet doet het niet meer sinds de storing.",
            "Ik wil foto's van mijn oude telefoon bewaren.",
            "Ik kreeg een printer en krijg hem niet aan de praat.",
        ],
        ["Het wachtwoord heb ik opgeschreven.", "De handleiding is in het Engels.", "Ik ben bang dat ik iets weggooi."],
    ),
];
