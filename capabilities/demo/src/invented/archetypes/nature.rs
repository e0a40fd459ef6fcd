//! Work with nature, energy and animals.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::invented::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "nature-work",
        themes: &["nature"],
        sectors: &[5100],
        at: At::Outdoors,
        rhythm: Rhythm::Once(Hours::Weekend),
        titles: &[
            "Wilgen knotten met een zaag en een thermoskan {in}",
            "Bomen planten met de hele familie {in}",
            "Een dag werken in het groen {in}",
        ],
        summaries: &[
            "Zagen, planten, slepen: een dag gezond moe worden.",
            "Met 20 mensen in het groen, zaag en soep staan klaar.",
        ],
        openings: &[
            "Knotwilgen die niet worden gesnoeid, scheuren op den duur uit.",
            "Laarzen aan, muts op, zaag in de hand.",
            "Op onze werkdagen {in} is er voor sterke en minder sterke mensen iets te doen.",
        ],
        acts: &[
            "zaagt takken van de wilgen",
            "plant jonge bomen",
            "sleept het hout op een hoop",
            "maakt met takken een schuilplek voor egels",
            "warmt je op bij het vuur",
        ],
        closings: &[
            "Gereedschap en uitleg over veilig zagen krijg je ter plekke.",
            "De soep smaakt nergens zo goed als hier.",
            "Trek kleren aan die vuil mogen worden.",
        ],
        weight: 6,
        dutch: DutchLevel::None,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Together, SuitableFor::YouthPlacement],
        people: 20,
        ..BASE
    },
    Archetype {
        task: "nature-guide",
        themes: &["nature", "youth"],
        sectors: &[5100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Met kinderen op zoek naar waterdiertjes {in}",
            "Natuurgids voor gezinnen {in}",
            "Slootjes scheppen en sporen zoeken {in}",
        ],
        summaries: &[
            "Je neemt kinderen mee naar buiten en laat ze kijken.",
            "Schepnet, loep en nieuwsgierigheid: meer heb je niet nodig.",
        ],
        openings: &[
            "Een geelgerande waterkever maakt op kinderen meer indruk dan een tablet.",
            "Wie de natuur {in} kent, wil er ook voor zorgen.",
            "Onder elke steen woont iemand.",
        ],
        acts: &[
            "verzamelt de groep bij het bord",
            "vertelt iets over planten en dieren",
            "schept met kinderen in de sloot",
            "laat elk dier weer vrij",
            "beantwoordt de gekste vragen",
        ],
        closings: &[
            "Je kunt bij ons een cursus voor gids volgen.",
            "Alles weten hoeft niet, samen opzoeken is ook leuk.",
            "Een groep bestaat uit hooguit 12 kinderen.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        vog: true,
        training: true,
        people: 3,
        ..BASE
    },
    Archetype {
        task: "gardening",
        themes: &["nature", "meeting"],
        sectors: &[5100, 6100, 1300],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &["Tuinieren in de buurttuin {in}", "Groente kweken met je buren {in}", "De pluktuin verzorgen {in}"],
        summaries: &[
            "Samen zaaien, wieden en oogsten voor de buurt.",
            "Een stukje groen waar iedereen mag plukken en meewerken.",
        ],
        openings: &[
            "Waar vroeger stoeptegels lagen, groeien {in} nu bonen en zonnebloemen.",
            "In de buurttuin is altijd iets te doen en altijd iemand om mee te praten.",
            "Onkruid wacht niet en zaailingen hebben dorst.",
        ],
        acts: &[
            "wiedt de bedden",
            "zaait groente voor het volgende seizoen",
            "geeft water bij droog weer",
            "oogst voor de weggeefkast",
            "bouwt mee aan een insectenhotel",
        ],
        closings: &[
            "Een deel van de oogst neem je mee naar huis.",
            "Bij regen drinken we thee in de kas.",
            "Ook wie niet kan knielen, kan meedoen aan de hoge bakken.",
        ],
        weight: 5,
        dutch: DutchLevel::None,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Wheelchair, SuitableFor::Supported, SuitableFor::Together],
        people: 6,
        ..BASE
    },
    Archetype {
        task: "energy-coaching",
        themes: &["nature", "neighbourhood"],
        sectors: &[5100, 6200],
        at: At::Home,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Energiecoach bij mensen thuis {in}",
            "Tochtstrips en tips: helpen energie te besparen {in}",
            "Een lagere energierekening voor je buren {in}",
        ],
        summaries: &[
            "Je bezoekt bewoners en laat zien hoe ze energie besparen.",
            "Met radiatorfolie en goede raad langs de deuren.",
        ],
        openings: &[
            "Met kleine dingen kan de energierekening flink omlaag.",
            "In veel huizen {in} waait de wind door de brievenbus.",
            "Bewoners willen wel besparen, maar weten niet waar ze moeten beginnen.",
        ],
        acts: &[
            "loopt met de bewoner door het huis",
            "meet waar het tocht",
            "brengt strips en folie aan",
            "stelt de thermostaat goed in",
            "laat een lijstje met tips achter",
        ],
        closings: &[
            "Na een cursus van 3 avonden kun je aan de slag.",
            "Je verkoopt niets en maakt geen reclame.",
            "De materialen krijg je van ons mee.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        min_age: Some(18),
        training: true,
        people: 5,
        ..BASE
    },
    Archetype {
        task: "animal-care",
        themes: &["animals"],
        sectors: &[5200],
        at: At::Hall,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Honden uitlaten en hokken schoonmaken {in}",
            "Verzorger in de dierenopvang {in}",
            "Kattenkamers poetsen en katten aaien {in}",
        ],
        summaries: &[
            "Schoonmaken, voeren en aandacht geven in de opvang.",
            "Dieren zonder baas rekenen op jouw vaste ochtend of middag.",
        ],
        openings: &[
            "In onze opvang {in} wachten 40 katten en 15 honden op een nieuw huis.",
            "Zelfs in de vakantie willen dieren eten en aandacht.",
            "Knuffelen hoort erbij, maar eerst wordt er geschrobd.",
        ],
        acts: &[
            "maakt de hokken schoon",
            "vult de bakken met water en voer",
            "laat de honden uit",
            "geeft schuwe katten rustig aandacht",
            "wast dekens en bakken",
        ],
        closings: &[
            "De dierverzorger vertelt je wat elk dier nodig heeft.",
            "Het is fijn als je minstens een half jaar blijft.",
            "Tegen een blaffend koor moet je kunnen.",
        ],
        min_age: Some(16),
        dutch: DutchLevel::A1,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Supported, SuitableFor::YouthPlacement],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "animal-transport",
        themes: &["animals"],
        sectors: &[5200],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Dieren in nood ophalen met de dierenambulance {in}",
            "Bijrijder op de dierenambulance {in}",
            "Chauffeur voor gewonde dieren {in}",
        ],
        summaries: &[
            "Met een collega rijd je naar dieren die hulp nodig hebben.",
            "Een egel, een zwaan of een kat: jij brengt ze in veiligheid.",
        ],
        openings: &[
            "Een zwaan op de weg, een kat in de goot: de telefoon gaat dag en nacht.",
            "Onze ambulance rijdt altijd met twee mensen en daar hebben we er te weinig van.",
            "Gewonde dieren {in} kunnen niet wachten tot het iemand uitkomt.",
        ],
        acts: &[
            "neemt meldingen aan",
            "rijdt naar de plek waar het dier is",
            "vangt het dier rustig en veilig op",
            "brengt gewonde dieren naar de dierenarts of opvang",
            "maakt de wagen na afloop schoon",
        ],
        closings: &[
            "Je leert in 10 weken hoe je dieren veilig oppakt.",
            "Een sterke maag is handig.",
            "Bij zware ritten praten we samen na.",
        ],
        weight: 3,
        dutch: DutchLevel::B1,
        min_age: Some(21),
        licence: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "animal-care",
        themes: &["animals", "youth"],
        sectors: &[5200, 5100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Geiten voeren op de kinderboerderij {in}",
            "Helpende handen bij schapen en kippen {in}",
            "Boer of boerin voor één dagdeel {in}",
        ],
        summaries: &[
            "Je verzorgt dieren en vertelt bezoekers erover.",
            "Mest scheppen, eieren rapen en kinderen leren aaien.",
        ],
        openings: &[
            "De geiten weten precies hoe laat het eten komt.",
            "Veel stadskinderen zien hier {in} voor het eerst een kip van dichtbij.",
            "Een boerderij midden in de stad, met alles wat daarbij hoort.",
        ],
        acts: &[
            "voert de dieren",
            "veegt de stallen uit",
            "raapt de eieren",
            "laat kinderen zien hoe je een konijn aait",
            "controleert of alle hekken dicht zijn",
        ],
        closings: &[
            "Ook als je weinig zegt, ben je hier op je plek.",
            "In het voorjaar zijn er lammetjes.",
            "Wie vroeg wil beginnen, mag de hanen wekken.",
        ],
        weight: 4,
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Supported,
            SuitableFor::YouthPlacement,
            SuitableFor::Together,
        ],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "pet-help",
        themes: &["animals", "elderly"],
        sectors: &[5200],
        at: At::Home,
        rhythm: Rhythm::EveryWeek,
        titles: &[
            "De hond uitlaten van iemand die ziek is {in}",
            "Dierenmaatje voor baasjes op leeftijd {in}",
            "Wandelen met andermans hond {in}",
        ],
        summaries: &[
            "Je helpt iemand om zijn huisdier te kunnen houden.",
            "Blij dier, blij baasje: jij komt een paar keer per week.",
        ],
        openings: &[
            "Voor wie alleen woont, is een huisdier vaak het beste gezelschap.",
            "Na een gebroken heup kan een mevrouw {in} haar hond niet uitlaten.",
            "Niemand zou zijn kat weg moeten doen omdat de kattenbak te zwaar is.",
        ],
        acts: &[
            "laat de hond uit",
            "verschoont de kattenbak",
            "haalt voer bij de winkel",
            "gaat mee naar de dierenarts",
            "maakt een praatje met het baasje",
        ],
        closings: &[
            "Je maakt eerst samen met ons kennis met baas en dier.",
            "Met meer mensen verdelen we de dagen.",
            "Heb je zelf geen ruimte voor een hond, dan is dit ideaal.",
        ],
        weight: 3,
        dutch: DutchLevel::A1,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Together],
        people: 4,
        ..BASE
    },
];
