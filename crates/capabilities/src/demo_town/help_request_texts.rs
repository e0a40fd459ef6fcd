//! The sentences of help requests: first person, plain, without names and addresses.

use std::ops::RangeInclusive;

/// What somebody asks.
pub struct Kind {
    pub task: &'static str,
    pub themes: &'static [&'static str],
    pub once: bool,
    pub titles: &'static [&'static str],
    pub openings: [&'static str; 3],
    pub details: [&'static str; 3],
}

/// A line about oneself, with the ages it fits.
pub struct About {
    pub text: &'static str,
    pub ages: RangeInclusive<i16>,
}

const fn about(text: &'static str, from: i16, to: i16) -> About {
    About { text, ages: from..=to }
}

/// Lines about oneself.
pub const ABOUT: [About; 14] = [
    about("Ik ben ruim over de 80 en woon alleen.", 81, 99),
    about("Ik ben slecht ter been en kom weinig buiten.", 45, 99),
    about("Sinds mijn partner er niet meer is, is het stil in huis.", 55, 99),
    about("Ik herstel van een operatie en mag nog niet veel.", 18, 99),
    about("Ik zorg alleen voor mijn twee kinderen.", 20, 52),
    about("Ik woon nog niet lang in deze wijk.", 18, 99),
    about("Ik heb reuma en mijn handen doen niet wat ik wil.", 35, 99),
    about("Mijn ogen worden snel minder.", 55, 99),
    about("Ik ben mantelzorger en kom zelf nergens meer aan toe.", 30, 90),
    about("Mijn familie woont ver weg.", 18, 99),
    about("Ik heb een klein inkomen en kan niemand betalen.", 18, 99),
    about("Ik ben snel moe door een ziekte.", 18, 99),
    about("Ik ken hier nog weinig mensen.", 18, 99),
    about("Ik vraag niet graag om hulp, maar nu lukt het niet alleen.", 18, 99),
];

/// When help is wanted again and again, with hours per week.
pub const MOMENTS: [(&str, f32); 15] = [
    ("Eén keer per week zou fijn zijn.", 1.5),
    ("Om de week is ook al mooi.", 1.0),
    ("Op dinsdag of donderdag komt het mij goed uit.", 2.0),
    ("De ochtend is voor mij de beste tijd.", 1.5),
    ("Liefst in de middag.", 2.0),
    ("In het weekend duurt de dag het langst, dus graag dan.", 2.0),
    ("Een uurtje per keer is genoeg.", 1.0),
    ("Na 10 uur 's ochtends ben ik altijd thuis.", 1.5),
    ("Een vaste dag vind ik prettig.", 1.5),
    ("Op woensdag heb ik andere afspraken, verder kan het altijd.", 1.5),
    ("Een paar maanden zou al helpen.", 2.0),
    ("'s Avonds na het eten zou mooi zijn.", 1.5),
    ("Twee keer per maand is prima.", 0.75),
    ("Op vrijdag of zaterdag lukt het bij mij.", 2.0),
    ("De tijd kunnen we samen kiezen.", 1.5),
];

/// When help is wanted once, with hours.
pub const MOMENTS_ONCE: [(&str, f32); 15] = [
    ("Het hoeft maar één keer.", 2.0),
    ("Binnen twee weken zou fijn zijn.", 2.0),
    ("Er is geen haast bij.", 2.0),
    ("Op een zaterdag kan ook.", 3.0),
    ("Ik ben overdag thuis.", 2.0),
    ("Het liefst voor het eind van de maand.", 3.0),
    ("Een ochtend is denk ik genoeg.", 3.0),
    ("Met twee mensen is het zo gedaan.", 2.0),
    ("Na 4 uur 's middags kan het altijd.", 2.0),
    ("Ik denk dat het twee uur kost.", 2.0),
    ("Elke dag behalve maandag is goed.", 2.0),
    ("In de avond mag ook.", 2.0),
    ("Deze of volgende week zou heel fijn zijn.", 2.0),
    ("De dag mag jij kiezen.", 2.0),
    ("Met een uurtje ben je klaar.", 1.0),
];

/// Last lines.
pub const CLOSINGS: [&str; 9] = [
    "De koffie staat klaar.",
    "Ik zou er heel blij mee zijn.",
    "Een man of een vrouw, dat maakt mij niet uit.",
    "We maken eerst rustig kennis.",
    "Alvast bedankt voor het lezen.",
    "Je hoeft er niets bijzonders voor te kunnen.",
    "Kosten betaal ik natuurlijk terug.",
    "Misschien klikt het en blijven we contact houden.",
    "Ik hoor graag van je.",
];

const fn often(
    task: &'static str,
    themes: &'static [&'static str],
    titles: &'static [&'static str],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind {
        task,
        themes,
        once: false,
        titles,
        openings,
        details,
    }
}

const fn once(
    task: &'static str,
    themes: &'static [&'static str],
    titles: &'static [&'static str],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind {
        task,
        themes,
        once: true,
        titles,
        openings,
        details,
    }
}

/// What people ask.
pub const KINDS: [Kind; 24] = [
    often(
        "walking-together",
        &["elderly", "health"],
        &[
            "Wie gaat er elke week met mij wandelen?",
            "Samen een rondje lopen?",
            "Wandelmaatje gezocht",
        ],
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
        "shopping",
        &["elderly"],
        &[
            "Wie doet een boodschap voor mij?",
            "Hulp bij de boodschappen",
            "Mee naar de supermarkt",
        ],
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
        "visiting",
        &["meeting", "elderly"],
        &[
            "Wie komt er koffiedrinken?",
            "Gezelschap gezocht",
            "Een praatje, meer hoeft niet",
        ],
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
        "digital-help",
        &["digital"],
        &[
            "Wie legt mij mijn telefoon uit?",
            "Help, ik snap mijn tablet niet",
            "Leren videobellen met de kleinkinderen",
        ],
        [
            "Ik heb een nieuwe telefoon en begrijp er weinig van.",
            "Ik wil leren videobellen met mijn kleinkinderen.",
            "Alles moet via de computer en dat lukt mij niet.",
        ],
        [
            "Ik leer langzaam, maar ik wil het wel echt leren.",
            "Graag iemand die het op papier zet.",
            "Mijn kinderen doen het altijd te snel voor.",
        ],
    ),
    often(
        "language-buddy",
        &["learning", "newcomers"],
        &[
            "Nederlands praten, wie helpt mij?",
            "Taalmaatje gezocht",
            "Ik wil beter Nederlands spreken",
        ],
        [
            "Ik leer Nederlands en wil vaker praten.",
            "Op school leer ik de regels, maar praten durf ik nog niet.",
            "Ik wil met de juf van mijn kind kunnen praten.",
        ],
        [
            "Lezen gaat al best goed.",
            "Ik kan voor je koken uit mijn land.",
            "Praat alsjeblieft een beetje langzaam.",
        ],
    ),
    often(
        "accompanying",
        &["health"],
        &[
            "Wie gaat mee naar het ziekenhuis?",
            "Samen naar een afspraak",
            "Iemand die mee luistert bij de dokter",
        ],
        [
            "Ik moet vaker naar het ziekenhuis en ga liever niet alleen.",
            "Bij de dokter vergeet ik de helft van wat er wordt gezegd.",
            "Ik zoek iemand die meegaat naar afspraken.",
        ],
        [
            "Vervoer kan ik zelf regelen.",
            "Je hoeft alleen mee te luisteren en op te schrijven.",
            "In de wachtkamer is het fijn om met z'n tweeën te zijn.",
        ],
    ),
    often(
        "pet-help",
        &["animals"],
        &[
            "Wie laat mijn hond uit?",
            "Een baasje voor een uurtje",
            "Hulp bij het verzorgen van mijn kat",
        ],
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
        "paperwork",
        &["relief"],
        &[
            "Wie helpt mij met mijn post?",
            "Te veel brieven, te weinig overzicht",
            "Samen de administratie doen",
        ],
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
        "homework-help",
        &["youth", "learning"],
        &[
            "Hulp bij rekenen voor mijn kind",
            "Wie helpt mijn dochter met huiswerk?",
            "Huiswerk lukt niet zonder hulp",
        ],
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
        "babysitting",
        &["youth"],
        &[
            "Oppas voor een paar uurtjes",
            "Wie past er op terwijl ik naar taalles ga?",
            "Even mijn handen vrij",
        ],
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
        "gardening",
        &["neighbourhood", "nature"],
        &[
            "Mijn tuintje groeit over mijn hoofd",
            "Wie houdt van tuinieren?",
            "Samen het onkruid te lijf",
        ],
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
        "meal-company",
        &["meeting"],
        &[
            "Wie eet er met mij mee?",
            "Samen aan tafel",
            "Koken voor één is zo saai",
        ],
        [
            "Ik kook graag, maar voor mij alleen doe ik het bijna niet meer.",
            "Samen eten lijkt me zo gezellig.",
            "Ik zoek iemand die af en toe bij mij komt eten.",
        ],
        [
            "Een simpele maaltijd is prima.",
            "Boodschappen en koken kunnen we samen doen.",
            "Ik eet geen vlees.",
        ],
    ),
    often(
        "cycling-together",
        &["sport"],
        &["Weer leren fietsen, wie helpt?", "Samen fietsen", "Fietsles gezocht"],
        [
            "Ik wil leren fietsen, want in mijn land deed ik dat niet.",
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
        "buddy",
        &["health", "meeting"],
        &[
            "Iemand om iets leuks mee te doen",
            "Maatje gezocht",
            "Samen naar buiten",
        ],
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
        "respite",
        &["health"],
        &[
            "Wie houdt mijn man een middag gezelschap?",
            "Even vrij van zorgen",
            "Oppas voor mijn moeder",
        ],
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
        "driving",
        &["neighbourhood"],
        &[
            "Een lift naar de zwemclub",
            "Wie rijdt mij naar de kerk of moskee?",
            "Vervoer gezocht",
        ],
        [
            "Ik wil graag naar mijn club, maar kan er niet komen.",
            "De bus stopt te ver weg voor mij.",
            "Ik zoek iemand met een auto voor een vast ritje.",
        ],
        [
            "Mijn rolstoel is opvouwbaar.",
            "Het is hier in de stad, een kort ritje.",
            "De benzine betaal ik.",
        ],
    ),
    often(
        "job-coaching",
        &["learning"],
        &[
            "Wie leest mijn sollicitatiebrief?",
            "Hulp bij het zoeken naar werk",
            "Oefenen voor een gesprek",
        ],
        [
            "Ik zoek werk en weet niet hoe ik moet beginnen.",
            "Mijn brieven leveren tot nu toe niets op.",
            "Ik wil een sollicitatiegesprek oefenen.",
        ],
        [
            "In mijn land was ik boekhouder.",
            "Mijn cv staat al op de computer.",
            "Eerlijk commentaar is welkom.",
        ],
    ),
    often(
        "making-music",
        &["culture"],
        &[
            "Samen muziek maken?",
            "Wie wil er met mij zingen?",
            "Gitaar leren spelen",
        ],
        [
            "Ik speel graag, maar samen is het veel leuker.",
            "Vroeger zong ik in een koor en dat mis ik.",
            "Ik wil gitaar leren spelen, maar les is te duur.",
        ],
        [
            "Een instrument heb ik in huis.",
            "Oude liedjes ken ik uit mijn hoofd.",
            "Mooi hoeft het niet te klinken.",
        ],
    ),
    once(
        "odd-jobs",
        &["neighbourhood"],
        &[
            "Wie hangt mijn lamp op?",
            "Klein klusje in huis",
            "Een plank, een boor en een handige buur",
        ],
        [
            "Er moet een lamp worden opgehangen en ik durf de trap niet op.",
            "Mijn gordijnrails is van de muur gekomen.",
            "Ik krijg een kastje niet in elkaar.",
        ],
        [
            "De spullen liggen klaar.",
            "Een boormachine heb ik niet.",
            "Het plafond is niet hoog.",
        ],
    ),
    once(
        "moving-help",
        &["neighbourhood"],
        &[
            "Wie helpt mij sjouwen?",
            "Verhuizen lukt niet alleen",
            "Een bank naar beneden brengen",
        ],
        [
            "Ik verhuis naar een kleinere woning en zoek sterke armen.",
            "Een kast moet naar de tweede verdieping.",
            "Ik kreeg een bank, maar krijg hem niet in huis.",
        ],
        [
            "Dozen zijn al ingepakt.",
            "Er is een lift in het gebouw.",
            "Voor broodjes en drinken wordt gezorgd.",
        ],
    ),
    once(
        "repairing",
        &["nature"],
        &[
            "Wie kan mijn fiets maken?",
            "Naaimachine stuk",
            "Mijn radio doet het niet meer",
        ],
        [
            "Mijn fiets heeft een lekke band en de ketting ligt eraf.",
            "Mijn oude radio doet het niet meer en ik ben eraan gehecht.",
            "De rits van mijn winterjas is kapot.",
        ],
        [
            "Een nieuwe kan ik nu niet betalen.",
            "Onderdelen koop ik zelf.",
            "Ik kijk graag mee hoe het moet.",
        ],
    ),
    once(
        "gardening",
        &["neighbourhood", "nature"],
        &[
            "Tuin winterklaar maken",
            "Eén keer flink snoeien",
            "Tegels eruit, planten erin",
        ],
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
        "tax-forms",
        &["relief"],
        &[
            "Hulp bij een moeilijk formulier",
            "Wie helpt met een aanvraag?",
            "Toeslag aanvragen, hoe doe ik dat?",
        ],
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
        "digital-help",
        &["digital"],
        &[
            "Mijn wifi doet het niet",
            "Wie zet mijn foto's over?",
            "Printer aansluiten",
        ],
        [
            "Mijn internet doet het niet meer sinds de storing.",
            "Ik wil foto's van mijn oude telefoon bewaren.",
            "Ik kreeg een printer en krijg hem niet aan de praat.",
        ],
        [
            "Het wachtwoord heb ik opgeschreven.",
            "De handleiding is in het Engels.",
            "Ik ben bang dat ik iets weggooi.",
        ],
    ),
];
