//! The sentences of offers.

use jiff::civil::Date;

use super::model::{DayPart, DutchLevel, SamplePerson, WeekPart};

/// What somebody offers.
pub struct Kind {
    pub task: &'static str,
    pub themes: &'static [&'static str],
    pub group: bool,
    pub titles: &'static [&'static str],
    pub openings: [&'static str; 3],
    pub details: [&'static str; 3],
}

/// A line about oneself, with the ages it fits.
pub struct Who {
    pub text: &'static str,
    from_age: i16,
    to_age: i16,
    /// Only somebody who still learns Dutch says this.
    learns_dutch: bool,
}

impl Who {
    /// Unknown ages fit everywhere.
    pub fn fits(&self, person: &SamplePerson, today: Date) -> bool {
        let age_fits = person
            .birth_year
            .is_none_or(|year| (self.from_age..=self.to_age).contains(&(today.year() - year)));
        age_fits && self.learns_dutch == (person.dutch < DutchLevel::B1)
    }
}

/// When somebody has time.
pub struct Moment {
    pub i: &'static str,
    pub we: &'static str,
    weekdays: &'static [u8],
    parts: &'static [DayPart],
    pub hours: f32,
}

impl Moment {
    /// The parts of the week that the sentence names.
    pub fn week_parts(&self) -> Vec<WeekPart> {
        self.weekdays
            .iter()
            .flat_map(|&weekday| self.parts.iter().map(move |&part| WeekPart { weekday, part }))
            .collect()
    }
}

const fn who(text: &'static str, from_age: i16, to_age: i16) -> Who {
    Who {
        text,
        from_age,
        to_age,
        learns_dutch: false,
    }
}

const fn learner(text: &'static str, from_age: i16, to_age: i16) -> Who {
    Who {
        text,
        from_age,
        to_age,
        learns_dutch: true,
    }
}

/// Lines about oneself.
pub const WHO: [Who; 14] = [
    who("Ik ben sinds kort met pensioen.", 60, 80),
    who("Ik werk vier dagen en heb een dag over.", 22, 66),
    who("Ik studeer en woon nog thuis.", 16, 27),
    who("Mijn kinderen zijn het huis uit en ik heb tijd.", 45, 75),
    who("Ik woon al 30 jaar in de stad en ken de weg.", 35, 90),
    who("Ik ben net verhuisd en wil graag mensen leren kennen.", 18, 70),
    who("Door ziekte werk ik nu niet, maar stilzitten wil ik ook niet.", 20, 66),
    who(
        "Ik zit op de middelbare school en zoek een maatschappelijke stage.",
        15,
        19,
    ),
    who("Ik werk in de avond en ben overdag vrij.", 20, 66),
    who("Ik ben een rustig type en houd van aanpakken.", 16, 90),
    who(
        "Na een druk leven met veel vergaderen wil ik iets met mijn handen doen.",
        40,
        80,
    ),
    who("Ik heb zelf ooit hulp gekregen en wil iets terugdoen.", 18, 90),
    learner("Ik woon twee jaar in Nederland en leer de taal.", 18, 70),
    learner("Mijn Nederlands is nog niet zo goed, maar ik werk graag.", 18, 75),
];

/// Lines about a group.
pub const WHO_GROUP: [Who; 8] = [
    who("Wij zijn een klas van 24 leerlingen met een juf.", 22, 66),
    who(
        "Wij zijn een team van een kantoor en krijgen een dag vrij van onze baas.",
        22,
        66,
    ),
    who("Wij zijn een groep vrienden van in de twintig.", 18, 32),
    who("Wij zijn een gezin met drie kinderen.", 28, 58),
    who("Wij zijn zes buren uit dezelfde straat.", 20, 90),
    who("Wij zijn een sportteam dat ook iets naast het veld wil doen.", 18, 55),
    who("Wij vormen een koor van 18 mensen.", 30, 90),
    who("Wij kennen elkaar van de taalles en willen samen iets doen.", 18, 70),
];

const WORKDAYS: &[u8] = &[1, 2, 3, 4, 5];
const WEEKEND: &[u8] = &[6, 7];
const DAY: &[DayPart] = &[DayPart::Morning, DayPart::Afternoon];

const fn moment(
    i: &'static str,
    we: &'static str,
    weekdays: &'static [u8],
    parts: &'static [DayPart],
    hours: f32,
) -> Moment {
    Moment {
        i,
        we,
        weekdays,
        parts,
        hours,
    }
}

/// When somebody has time, for one person and for a group.
pub const MOMENTS: [Moment; 15] = [
    moment(
        "Op maandag en dinsdag kan ik overdag.",
        "Op maandag en dinsdag kunnen we overdag.",
        &[1, 2],
        DAY,
        4.0,
    ),
    moment(
        "De woensdagmiddag komt mij het best uit.",
        "De woensdagmiddag komt ons het best uit.",
        &[3],
        &[DayPart::Afternoon],
        3.0,
    ),
    moment(
        "Op vrijdag ben ik de hele dag vrij.",
        "Op vrijdag zijn we de hele dag vrij.",
        &[5],
        DAY,
        5.0,
    ),
    moment(
        "Ik kan op doordeweekse avonden.",
        "We kunnen op doordeweekse avonden.",
        WORKDAYS,
        &[DayPart::Evening],
        3.0,
    ),
    moment(
        "In het weekend heb ik tijd.",
        "In het weekend hebben we tijd.",
        WEEKEND,
        DAY,
        4.0,
    ),
    moment(
        "Ik denk aan 2 uur per week, overdag.",
        "We denken aan 2 uur per week, overdag.",
        WORKDAYS,
        DAY,
        2.0,
    ),
    moment(
        "De ochtenden zijn voor mij het makkelijkst.",
        "De ochtenden zijn voor ons het makkelijkst.",
        WORKDAYS,
        &[DayPart::Morning],
        3.0,
    ),
    moment(
        "Een middag per week houd ik graag vrij.",
        "Een middag per week houden we graag vrij.",
        WORKDAYS,
        &[DayPart::Afternoon],
        3.0,
    ),
    moment(
        "Om de week op zaterdag lukt altijd.",
        "Om de week op zaterdag lukt bijna altijd.",
        &[6],
        DAY,
        2.0,
    ),
    moment(
        "Op donderdag werk ik niet, dan kan ik.",
        "Op donderdag werken we niet, dan kunnen we.",
        &[4],
        DAY,
        4.0,
    ),
    moment(
        "Tijdens schooltijd ben ik beschikbaar.",
        "Tijdens schooltijd zijn we beschikbaar.",
        WORKDAYS,
        DAY,
        4.0,
    ),
    moment(
        "Ik kan meestal op dinsdagavond.",
        "We kunnen meestal op dinsdagavond.",
        &[2],
        &[DayPart::Evening],
        2.0,
    ),
    moment("Zondag is mijn vrije dag.", "Zondag is onze vrije dag.", &[7], DAY, 3.0),
    moment(
        "Vraag me gerust ook op het laatste moment, ik ben vaak thuis.",
        "Vraag ons gerust ook op het laatste moment.",
        WORKDAYS,
        &[DayPart::Afternoon, DayPart::Evening],
        2.0,
    ),
    moment(
        "Ik doe graag één dag per maand iets groots.",
        "We doen graag één dag per maand iets groots.",
        &[5, 6],
        DAY,
        2.0,
    ),
];

/// Last lines, for one person and for a group.
pub const CLOSINGS: [(&str, &str); 9] = [
    ("Ik kom op de fiets.", "We komen op de fiets."),
    (
        "Een kop koffie vooraf om kennis te maken lijkt me fijn.",
        "Een kop koffie vooraf om kennis te maken lijkt ons fijn.",
    ),
    ("Liefst dicht bij huis.", "Liefst in de buurt."),
    ("Ik wil er graag iets van leren.", "We willen er graag iets van leren."),
    ("Geld hoef ik er niet voor.", "Geld hoeven we er niet voor."),
    (
        "Stuur me gerust een bericht, ik antwoord snel.",
        "Stuur gerust een bericht, we antwoorden snel.",
    ),
    (
        "Alleen of samen met anderen, dat maakt me niet uit.",
        "Binnen of buiten, dat maakt ons niet uit.",
    ),
    (
        "Ik wil het eerst een paar keer proberen.",
        "We willen het eerst een keer proberen.",
    ),
    (
        "Vanaf volgende maand kan ik beginnen.",
        "Vanaf volgende maand kunnen we beginnen.",
    ),
];

const fn kind(
    task: &'static str,
    themes: &'static [&'static str],
    titles: &'static [&'static str],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind {
        task,
        themes,
        group: false,
        titles,
        openings,
        details,
    }
}

const fn group(
    task: &'static str,
    themes: &'static [&'static str],
    titles: &'static [&'static str],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind {
        task,
        themes,
        group: true,
        titles,
        openings,
        details,
    }
}

/// What people offer.
pub const KINDS: [Kind; 24] = [
    kind(
        "odd-jobs",
        &["neighbourhood"],
        &[
            "Ik klus graag voor een ander",
            "Handig met boor en schroevendraaier",
            "Kleine klussen in huis? Ik help",
        ],
        [
            "Ik hang graag lampen, planken en gordijnen op.",
            "Een lekkende kraan of een klemmende deur maak ik graag.",
            "Met een boormachine en goede zin kom ik een heel eind.",
        ],
        [
            "Mijn eigen gereedschap neem ik mee.",
            "Grote verbouwingen doe ik niet.",
            "Ik ruim altijd op als ik klaar ben.",
        ],
    ),
    kind(
        "visiting",
        &["elderly", "meeting"],
        &[
            "Koffie en een praatje met een oudere",
            "Ik kom graag bij iemand langs",
            "Tijd voor een goed gesprek",
        ],
        [
            "Ik ga graag op bezoek bij iemand die alleen is.",
            "Een goed gesprek met een oudere vind ik altijd bijzonder.",
            "Samen koffiedrinken en over vroeger praten doe ik met plezier.",
        ],
        [
            "Ik luister meer dan ik praat.",
            "Een spelletje kaarten mag ook.",
            "Een vaste afspraak vind ik prettig.",
        ],
    ),
    kind(
        "digital-help",
        &["digital"],
        &[
            "Hulp met je telefoon of tablet",
            "Geduldige computerhulp",
            "Ik leg uit hoe je telefoon werkt",
        ],
        [
            "Ik leg graag uit hoe een telefoon of laptop werkt.",
            "Met computers ben ik handig en ik heb veel geduld.",
            "Een nieuwe tablet instellen is voor mij zo gedaan.",
        ],
        [
            "Ik schrijf de stappen ook voor je op.",
            "Ik kom aan huis of naar een spreekuur.",
            "Drie keer hetzelfde uitleggen vind ik geen probleem.",
        ],
    ),
    kind(
        "gardening",
        &["nature", "neighbourhood"],
        &[
            "Groene vingers te leen",
            "Ik help graag in een tuin",
            "Snoeien, wieden en praten",
        ],
        [
            "Ik werk graag in een tuin en heb er zelf geen.",
            "Onkruid wieden vind ik echt ontspannend.",
            "Ik weet veel van planten en van snoeien.",
        ],
        [
            "Zware tegels tillen kan ik niet.",
            "Een klein stukje per keer werkt het best.",
            "Stekjes neem ik gratis mee.",
        ],
    ),
    kind(
        "walking-together",
        &["sport", "elderly"],
        &[
            "Wandelen met iemand die niet alleen wil",
            "Ik loop graag een rondje mee",
            "Wandelmaat biedt zich aan",
        ],
        [
            "Ik wandel elke week en neem graag iemand mee.",
            "Samen lopen is leuker dan alleen.",
            "Een rolstoel duwen of een arm geven doe ik graag.",
        ],
        [
            "Een langzaam tempo is prima.",
            "Ik weet veel mooie rondjes door het groen.",
            "Ook met een hond erbij vind ik het leuk.",
        ],
    ),
    kind(
        "cooking",
        &["meeting"],
        &[
            "Ik kook graag voor een groep",
            "Keukenhulp met ervaring",
            "Soep voor de hele straat",
        ],
        [
            "Koken voor 20 mensen vind ik leuker dan koken voor 2.",
            "Ik maak graag soep en brood voor een groep.",
            "Ik heb jaren in een keuken gewerkt.",
        ],
        [
            "Ook zonder vlees lukt het goed.",
            "Gerechten van mijn familie maak ik het liefst.",
            "Na afloop help ik met de afwas.",
        ],
    ),
    kind(
        "driving",
        &["neighbourhood"],
        &[
            "Chauffeur met eigen auto",
            "Ik rijd graag voor een ander",
            "Een lift naar huisarts of winkel",
        ],
        [
            "Ik heb een auto en rijd graag iemand ergens heen.",
            "Naar het ziekenhuis gaan is fijner als er iemand meegaat.",
            "Autorijden vind ik leuk en ik rijd rustig.",
        ],
        [
            "Een rollator past in de kofferbak.",
            "Ik wacht gewoon tot je klaar bent.",
            "Ritten in de stad en in de buurt zijn geen probleem.",
        ],
    ),
    kind(
        "reading-aloud",
        &["youth", "learning"],
        &[
            "Voorlezen? Graag!",
            "Ik lees graag voor aan kinderen",
            "Prentenboeken en gekke stemmen",
        ],
        [
            "Ik lees graag voor aan jonge kinderen.",
            "Van een goed prentenboek word ik zelf ook blij.",
            "Voorlezen deed ik jaren voor mijn eigen kinderen.",
        ],
        [
            "Gekke stemmen horen daarbij.",
            "Een kleine groep vind ik het fijnst.",
            "Op school, in de bieb of thuis, alles is goed.",
        ],
    ),
    kind(
        "homework-help",
        &["learning", "youth"],
        &[
            "Wiskunde uitleggen is mijn hobby",
            "Hulp bij huiswerk",
            "Ik help met rekenen en taal",
        ],
        [
            "Ik help graag met huiswerk, vooral met rekenen.",
            "Uitleggen is het leukste wat er is.",
            "Met Engels en Nederlands kan ik scholieren goed helpen.",
        ],
        [
            "Tot en met klas 3 lukt het mij goed.",
            "Rustig blijven kan ik.",
            "Een plan maken hoort er voor mij ook bij.",
        ],
    ),
    kind(
        "language-buddy",
        &["learning", "newcomers"],
        &[
            "Nederlands oefenen met mij",
            "Taalmaatje met tijd",
            "Samen praten in het Nederlands",
        ],
        [
            "Ik praat graag met iemand die Nederlands leert.",
            "Een nieuwe taal leer je door te doen, en daar help ik bij.",
            "Ik ben nieuwsgierig naar mensen uit andere landen.",
        ],
        [
            "We kunnen samen koken, wandelen of gewoon praten.",
            "Brieven lezen hoort er voor mij bij.",
            "Ik praat langzaam en duidelijk.",
        ],
    ),
    kind(
        "pet-help",
        &["animals"],
        &[
            "Ik laat je hond graag uit",
            "Dierenvriend met tijd",
            "Oppas voor kat of konijn",
        ],
        [
            "Ik laat graag een hond uit, want zelf mag ik er geen hebben.",
            "Dieren worden rustig van mij.",
            "Een kat eten geven of een kooi schoonmaken doe ik graag.",
        ],
        [
            "Ook grote honden vind ik leuk.",
            "Ik heb zelf jaren een hond gehad.",
            "Een vaste wandeling per week lijkt me fijn.",
        ],
    ),
    kind(
        "animal-care",
        &["animals"],
        &[
            "Werken met dieren",
            "Ik help graag op een kinderboerderij",
            "Hokken schoonmaken vind ik niet erg",
        ],
        [
            "Ik wil graag met dieren werken.",
            "Vroeg opstaan en stallen vegen vind ik prima.",
            "Ik word blij van geiten, kippen en konijnen.",
        ],
        [
            "Vies worden is geen probleem.",
            "Met kinderen erbij kan ook.",
            "Misschien wil ik er later mijn werk van maken.",
        ],
    ),
    kind(
        "publicity",
        &["culture"],
        &[
            "Fotograaf voor jullie feest",
            "Ik maak mooie foto's",
            "Hulp met website en sociale media",
        ],
        [
            "Ik fotografeer graag mensen en feesten.",
            "Voor een club maak ik graag foto's en korte filmpjes.",
            "Een website bijhouden kan ik goed.",
        ],
        [
            "De foto's mag je gratis gebruiken.",
            "Mijn camera neem ik mee.",
            "Ik lever alles binnen een paar dagen aan.",
        ],
    ),
    kind(
        "making-music",
        &["culture"],
        &[
            "Pianist zoekt publiek",
            "Muziek voor een feestmiddag",
            "Ik speel accordeon voor ouderen",
        ],
        [
            "Ik speel graag liedjes van vroeger.",
            "Met mijn gitaar breng ik graag sfeer in een huiskamer.",
            "Een uurtje muziek maken voor anderen geeft mij energie.",
        ],
        [
            "Een piano hoeft er niet te staan, ik neem een keyboard mee.",
            "Samen zingen mag, graag zelfs.",
            "Een klein publiek is prima.",
        ],
    ),
    kind(
        "treasurer",
        &["advocacy"],
        &[
            "Penningmeester biedt zich aan",
            "Ik ben goed met cijfers",
            "Boekhouder met tijd over",
        ],
        [
            "Ik kan goed met cijfers omgaan.",
            "Een boekhouding op orde brengen vind ik echt leuk.",
            "Jarenlang deed ik de administratie van een bedrijf.",
        ],
        [
            "Voor een kleine club doe ik het graag.",
            "Vergaderen mag, als het maar kort is.",
            "Ik kan ook een penningmeester inwerken.",
        ],
    ),
    kind(
        "repairing",
        &["nature"],
        &[
            "Ik maak wat kapot is",
            "Fietsenmaker in mijn vrije tijd",
            "Naaimachine en geduld",
        ],
        [
            "Ik repareer fietsen en kleine apparaten.",
            "Een rits vervangen of een broek korter maken doe ik graag.",
            "Weggooien vind ik zonde, dus ik maak dingen.",
        ],
        [
            "Onderdelen moet je wel zelf kopen.",
            "In een reparatiecafé help ik ook graag.",
            "Ik laat zien hoe het moet, dan kun je het zelf.",
        ],
    ),
    kind(
        "paperwork",
        &["relief"],
        &[
            "Hulp met post en formulieren",
            "Samen orde in de administratie",
            "Ik lees moeilijke brieven met je",
        ],
        [
            "Ik help graag met brieven en formulieren.",
            "Een stapel post maakt mij niet bang.",
            "Mappen, tabbladen en overzicht: daar houd ik van.",
        ],
        [
            "Alles blijft tussen ons.",
            "Ik help via een organisatie, zodat het veilig is.",
            "We doen het samen, zodat je het daarna zelf kunt.",
        ],
    ),
    kind(
        "training-youth",
        &["sport", "youth"],
        &[
            "Trainer zoekt team",
            "Ik geef graag training aan kinderen",
            "Sporten met kinderen",
        ],
        [
            "Ik heb zelf 15 jaar gesport en wil dat doorgeven.",
            "Kinderen leren samenspelen, dat lijkt me mooi.",
            "Training geven aan een jong team doe ik met plezier.",
        ],
        [
            "Voetbal, hockey of korfbal, het maakt me niet uit.",
            "Een cursus wil ik graag volgen.",
            "Ook invallen voor een andere trainer kan.",
        ],
    ),
    kind(
        "hosting",
        &["meeting"],
        &[
            "Gastvrij en altijd vroeg wakker",
            "Ik schenk graag koffie",
            "Een warm welkom, daar ben ik goed in",
        ],
        [
            "Ik ontvang graag mensen en onthoud hun namen.",
            "Koffie schenken en een praatje maken, dat past bij mij.",
            "Jarenlang stond ik achter een balie.",
        ],
        [
            "Ik voel snel wie er alleen zit.",
            "Opruimen hoort er voor mij bij.",
            "Drukte maakt mij niet zenuwachtig.",
        ],
    ),
    kind(
        "buddy",
        &["health", "meeting"],
        &[
            "Maatje voor iemand die het moeilijk heeft",
            "Samen naar buiten",
            "Ik heb tijd voor een ander",
        ],
        [
            "Ik wil graag een maatje zijn voor iemand die veel alleen is.",
            "Samen iets kleins doen kan een dag beter maken.",
            "Ik weet zelf hoe het is om een moeilijke tijd te hebben.",
        ],
        [
            "Film, wandelen of koken, ik vind veel leuk.",
            "Ik oordeel niet snel.",
            "Een jaar meelopen is voor mij geen probleem.",
        ],
    ),
    group(
        "nature-work",
        &["nature"],
        &[
            "Onze groep wil een dag buiten werken",
            "Team zoekt bomen om te planten",
            "Samen aan de slag in het groen",
        ],
        [
            "Wij willen graag een dag in het groen werken.",
            "Bomen planten of een sloot opschonen lijkt ons leuk.",
            "Ons idee is om met elkaar iets voor de natuur te doen.",
        ],
        [
            "Laarzen hebben we zelf.",
            "Iemand die ons uitlegt wat te doen, is wel nodig.",
            "Tegen een beetje regen kunnen we.",
        ],
    ),
    group(
        "odd-jobs",
        &["neighbourhood"],
        &[
            "Groep schildert jullie clubhuis",
            "Vele handen voor een grote klus",
            "Wij knappen graag iets op",
        ],
        [
            "Wij willen samen een ruimte opknappen.",
            "Schilderen, sjouwen of schoonmaken, wij doen het.",
            "Geef ons een grote klus en wij gaan aan de slag.",
        ],
        [
            "Verf en kwasten moeten er wel zijn.",
            "Twee van ons zijn echt handig.",
            "In één dag kunnen we veel doen.",
        ],
    ),
    group(
        "leading-activities",
        &["elderly", "meeting"],
        &[
            "Wij maken een feestmiddag voor ouderen",
            "Een groep met spelletjes en taart",
            "Gezellige middag te geef",
        ],
        [
            "Wij willen ouderen een leuke middag geven.",
            "Spelletjes, muziek en zelfgebakken taart: wij regelen het.",
            "Met elkaar bereiden we graag een middag voor een woonzorghuis voor.",
        ],
        [
            "Een zaal hebben we niet.",
            "We houden rekening met rolstoelen.",
            "De boodschappen betalen we zelf.",
        ],
    ),
    group(
        "cooking",
        &["relief", "meeting"],
        &[
            "Wij koken voor wie het nodig heeft",
            "Een keuken vol koks",
            "Samen koken voor de buurt",
        ],
        [
            "Wij willen een avond koken voor mensen met weinig geld.",
            "Een maaltijd voor 40 mensen maken, dat lijkt ons een mooie uitdaging.",
            "Met elkaar kennen we recepten uit vijf landen.",
        ],
        [
            "Een grote keuken hebben we wel nodig.",
            "We eten graag zelf mee aan tafel.",
            "We letten op wat mensen wel en niet eten.",
        ],
    ),
];
