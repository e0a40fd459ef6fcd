//! Work around language, school subjects, computers and research.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::invented::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "reading-aloud",
        themes: &["youth", "learning"],
        sectors: &[2300, 2100],
        at: At::Home,
        rhythm: Rhythm::Weekly(Hours::AfterSchool),
        titles: &[
            "Voorlezen bij kleuters thuis {in}",
            "Een koffer vol prentenboeken: voorlezen bij een gezin {in}",
            "Voorlezer voor kinderen van 2 tot 6 jaar {in}",
        ],
        summaries: &[
            "Je leest een half jaar lang elke week voor bij hetzelfde gezin.",
            "Met een tas prentenboeken op bezoek bij een gezin in de buurt.",
            "Voorlezen aan de keukentafel.",
        ],
        openings: &[
            "Kinderen die thuis worden voorgelezen, starten op school met een voorsprong.",
            "In sommige gezinnen {in} wordt thuis weinig Nederlands gesproken.",
            "Twee kleuters en een kleine broer wachten {in} op iemand met een tas vol boeken.",
        ],
        acts: &[
            "leest voor uit prentenboeken die het kind zelf kiest",
            "praat samen over de plaatjes",
            "zingt een liedje of doet een rijmpje",
            "laat de ouder zien hoe leuk voorlezen is",
            "gaat een keer mee naar de bibliotheek",
        ],
        closings: &[
            "De boeken krijg je van ons mee.",
            "Gekke stemmen zijn toegestaan.",
            "Na 20 keer nemen jullie feestelijk afscheid.",
        ],
        weight: 7,
        dutch: DutchLevel::B1,
        vog: true,
        training: true,
        people: 8,
        ..BASE
    },
    Archetype {
        task: "homework-help",
        themes: &["youth", "learning"],
        sectors: &[2100, 2300, 4100],
        rhythm: Rhythm::Weekly(Hours::AfterSchool),
        titles: &[
            "Huiswerk maken met scholieren {in}",
            "Hulp bij rekenen en taal na school {in}",
            "Huiswerkbegeleider voor groep 7 tot en met klas 2 {in}",
        ],
        summaries: &[
            "Na schooltijd help je kinderen hun huiswerk te plannen en te maken.",
            "Rekenen, taal of gewoon rust: jij helpt scholieren verder.",
        ],
        openings: &[
            "Thuis is het vaak druk, bij ons is er een stille tafel en iemand die helpt.",
            "Na schooltijd komen er {in} zo'n 15 kinderen hun huiswerk maken.",
            "Niet elk kind heeft ouders die met wiskunde kunnen helpen.",
        ],
        acts: &[
            "kijkt in de agenda wat er af moet",
            "legt een som op een andere manier uit",
            "overhoort woordjes",
            "geeft een compliment als het lukt",
            "houdt de tafel rustig",
        ],
        closings: &[
            "Ook scholieren vanaf 16 jaar kunnen dit heel goed.",
            "Kies zelf met welk vak je helpt.",
            "Het antwoord voorzeggen doen we niet, samen zoeken wel.",
        ],
        weight: 6,
        dutch: DutchLevel::B1,
        min_age: Some(16),
        vog: true,
        suits: &[SuitableFor::YouthPlacement, SuitableFor::Wheelchair],
        people: 5,
        ..BASE
    },
    Archetype {
        task: "language-buddy",
        themes: &["learning", "newcomers"],
        sectors: &[2300, 9100],
        at: At::Home,
        rhythm: Rhythm::EveryWeek,
        titles: &[
            "Taalmaatje voor iemand die Nederlands leert {in}",
            "Samen Nederlands oefenen bij de koffie {in}",
            "Praat Nederlands met mij: taalmaatje gezocht {in}",
        ],
        summaries: &[
            "Een uur per week praten met iemand die Nederlands leert.",
            "Oefenen wat je in de les niet leert: gewoon een gesprek.",
            "Samen praten, wandelen en lachen in het Nederlands.",
            "Nederlands oefenen bij de koffie.",
        ],
        openings: &[
            "Nederlands leer je pas echt als je het met iemand spreekt.",
            "Een moeder uit Eritrea wil {in} zelf met de juf van haar zoon kunnen praten.",
            "Op de taalles leer je de regels, met een taalmaatje leer je praten.",
        ],
        acts: &[
            "spreekt elke week een uur af",
            "praat over gewone dingen zoals boodschappen en het weer",
            "leest samen een brief van school of de gemeente",
            "oefent een telefoongesprek",
            "gaat samen een keer naar de markt",
        ],
        closings: &[
            "Lesgeven hoeft niet, daar zijn de docenten voor.",
            "Je krijgt een map met onderwerpen en tips.",
            "Spreek je zelf nog een taal, dan is dat leuk maar niet nodig.",
        ],
        weight: 8,
        dutch: DutchLevel::B2,
        training: true,
        people: 10,
        ..BASE
    },
    Archetype {
        task: "language-class",
        themes: &["learning", "newcomers"],
        sectors: &[2300, 10100],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Helpen in de taalklas voor beginners {in}",
            "Klassenhulp bij Nederlandse les {in}",
            "Kleine groepjes helpen met lezen en schrijven {in}",
        ],
        summaries: &[
            "Je ondersteunt de docent en helpt cursisten die vastlopen.",
            "In een klas van 12 cursisten neem jij een groepje apart.",
        ],
        openings: &[
            "Onze docent heeft {in} 12 cursisten en maar twee handen.",
            "Leren lezen als je 45 bent, vraagt moed.",
            "In de beginnersgroep zitten mensen uit 8 landen aan één tafel.",
        ],
        acts: &[
            "neemt een klein groepje apart",
            "oefent letters en klanken",
            "helpt met een oefening op de tablet",
            "luistert terwijl iemand hardop leest",
            "schenkt in de pauze koffie en thee",
        ],
        closings: &[
            "De docent bereidt de les voor en zegt wat je kunt doen.",
            "Een rustige stem is belangrijker dan kennis van grammatica.",
            "Veel van onze vrijwilligers zijn zelf ooit hier begonnen als cursist.",
        ],
        dutch: DutchLevel::B1,
        suits: &[SuitableFor::Wheelchair],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "digital-help",
        themes: &["digital", "learning"],
        sectors: &[2300, 4100, 6100],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Digihulp: vragen over telefoon en computer {in}",
            "Helpen op het digitale spreekuur {in}",
            "Uitleg over DigiD en WhatsApp {in}",
        ],
        summaries: &[
            "Op het spreekuur help je mensen met hun telefoon of laptop.",
            "Jij legt rustig uit hoe iets werkt, zo vaak als nodig is.",
        ],
        openings: &[
            "Alles gaat digitaal, maar lang niet iedereen kan mee.",
            "Op ons spreekuur {in} komen mensen met hun telefoon in de hand en een vraag in het hoofd.",
            "Een afspraak maken, een app installeren, een foto terugvinden: voor jou klein, voor een ander groot.",
        ],
        acts: &[
            "helpt met inloggen en wachtwoorden",
            "laat zien hoe je veilig betaalt",
            "legt uit hoe videobellen werkt",
            "schrijft de stappen op papier",
            "herkent een nepbericht en waarschuwt ervoor",
        ],
        closings: &[
            "Laat de bezoeker zelf de knoppen indrukken, dan blijft het hangen.",
            "Weet je iets niet, dan zoeken jullie het samen op.",
            "Je helpt steeds met z'n tweeën.",
        ],
        weight: 7,
        dutch: DutchLevel::B1,
        suits: &[SuitableFor::Wheelchair, SuitableFor::Together, SuitableFor::YouthPlacement],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "digital-help",
        themes: &["digital", "elderly"],
        sectors: &[4100],
        at: At::Home,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Computerhulp bij ouderen thuis {in}",
            "De tablet van oma aan de praat {in}",
            "Thuis uitleg geven over de telefoon {in}",
        ],
        summaries: &[
            "Je gaat langs bij ouderen die vastlopen met hun tablet of telefoon.",
            "Eén bezoek, één probleem minder: hulp met computers thuis.",
        ],
        openings: &[
            "De printer doet het niet en de kleinzoon zit in Groningen.",
            "Voor wie niet naar een spreekuur kan komen, gaan wij {in} op bezoek.",
            "Een nieuwe telefoon is leuk, tot alle nummers weg zijn.",
        ],
        acts: &[
            "belt eerst om een afspraak te maken",
            "stelt de telefoon of tablet goed in",
            "legt in gewone woorden uit wat je doet",
            "oefent samen tot het lukt",
            "maakt een briefje voor naast het apparaat",
        ],
        closings: &[
            "Je komt nooit aan bankzaken, daar hebben we duidelijke regels voor.",
            "Je kiest zelf welke vragen je aanneemt.",
            "Met een kop koffie erbij duurt een bezoek vaak iets langer.",
        ],
        weight: 4,
        vog: true,
        min_age: Some(18),
        people: 3,
        ..BASE
    },
    Archetype {
        task: "mentoring",
        themes: &["youth", "learning"],
        sectors: &[2100, 2200, 6300],
        rhythm: Rhythm::Flexible,
        titles: &[
            "Mentor voor een leerling van het mbo {in}",
            "Een jongere helpen bij de stap naar werk {in}",
            "Coach voor een student met veel vragen {in}",
        ],
        summaries: &[
            "Je spreekt om de week af met één jongere en denkt mee.",
            "Iemand die in je gelooft: dat ben jij voor een jongere.",
        ],
        openings: &[
            "Een jongere die in zichzelf gelooft, maakt vaker de opleiding af.",
            "Stage zoeken is lastig als je niemand kent die ergens werkt.",
            "Onze jongeren {in} hebben geen extra leraar nodig, maar iemand die luistert.",
        ],
        acts: &[
            "spreekt om de week af op een plek die jullie kiezen",
            "maakt samen een plan met kleine stappen",
            "oefent een sollicitatiegesprek",
            "vertelt eerlijk over je eigen werk",
            "laat de jongere zelf de keuzes maken",
        ],
        closings: &[
            "Een traject duurt meestal een half jaar.",
            "Van welke opleiding of baan je komt, maakt niet uit.",
            "Je krijgt een introductie en een vaste contactpersoon.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        min_age: Some(21),
        vog: true,
        training: true,
        people: 6,
        ..BASE
    },
    Archetype {
        task: "newcomer-buddy",
        themes: &["newcomers", "learning"],
        sectors: &[2200],
        at: At::Building,
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Kennismaken met studenten uit het buitenland {in}",
            "Avondje koken met internationale studenten {in}",
            "Studenten wegwijs maken in Nederland {in}",
        ],
        summaries: &[
            "Je helpt studenten van ver zich hier thuis te voelen.",
            "Samen koken, praten en lachen met studenten uit de hele wereld.",
        ],
        openings: &[
            "Een kamer vinden is één ding, vrienden maken is iets anders.",
            "Elk najaar komen er studenten uit het buitenland {in} wonen.",
            "Hoe werkt de huisarts en waarom eet iedereen om 6 uur?",
        ],
        acts: &[
            "kookt samen een maaltijd",
            "beantwoordt vragen over wonen en verzekeren",
            "laat de studenten de stad zien",
            "oefent een paar zinnen Nederlands",
            "brengt studenten in contact met een vereniging",
        ],
        closings: &[
            "Een beetje Engels spreken is hierbij handig.",
            "Je leert zelf ook koken uit vijf keukens.",
            "De boodschappen betalen wij.",
        ],
        weight: 3,
        languages: &["en"],
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Together],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "local-history",
        themes: &["culture", "learning"],
        sectors: &[2400, 1100],
        rhythm: Rhythm::Flexible,
        titles: &[
            "Oude foto's van de stad beschrijven {in}",
            "Speuren in het archief van een dorp dat stad werd {in}",
            "Verhalen van oude bewoners opschrijven {in}",
        ],
        summaries: &[
            "Je zoekt uit wie en wat er op oude foto's staat.",
            "Interviews, foto's en kaarten: jij bewaart het verhaal van de buurt.",
        ],
        openings: &[
            "In onze kasten {in} liggen 3.000 foto's zonder naam erbij.",
            "In één leven werd een dorp een stad, en dat verhaal mag niet verdwijnen.",
            "Wie weet nog welke winkel hier vroeger op de hoek zat?",
        ],
        acts: &[
            "scant oude foto's en kaarten",
            "zoekt namen en jaren op",
            "interviewt een oudere bewoner",
            "schrijft een kort stuk voor het jaarboek",
            "bergt alles op in de goede map",
        ],
        closings: &[
            "Je werkt in een ploegje van 5 liefhebbers.",
            "Precies werken is prettig, snel hoeft het niet.",
            "Een deel van het werk kun je ook thuis doen.",
        ],
        weight: 4,
        dutch: DutchLevel::B2,
        suits: &[SuitableFor::Wheelchair],
        ..BASE
    },
    Archetype {
        task: "citizen-science",
        themes: &["nature", "learning"],
        sectors: &[2400, 5100],
        at: At::Outdoors,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Meet de kwaliteit van het slootwater {in}",
            "Vlinders en bijen tellen {in}",
            "Onderzoek doen in je eigen buurt: meten en tellen {in}",
        ],
        summaries: &[
            "Een keer per maand meten of tellen, en wij verwerken de cijfers.",
            "Je loopt een vaste route en schrijft op wat je ziet.",
        ],
        openings: &[
            "Hoe schoon is het water en hoeveel vlinders zijn er nog?",
            "Voor goed onderzoek hebben we op veel plekken {in} ogen en oren nodig.",
            "Wetenschap begint met iemand die goed kijkt.",
        ],
        acts: &[
            "loopt een vaste route",
            "neemt een monster met de meetset",
            "telt soorten met hulp van een zoekkaart",
            "vult de cijfers in op een formulier",
            "komt twee keer per jaar naar de uitslagavond",
        ],
        closings: &[
            "Je leert vanzelf steeds meer soorten kennen.",
            "De meetset en de uitleg krijg je te leen.",
            "Ook leuk om met kinderen samen te doen.",
        ],
        weight: 3,
        dutch: DutchLevel::A2,
        suits: &[SuitableFor::Together, SuitableFor::BeginnerDutch],
        people: 10,
        ..BASE
    },
];
