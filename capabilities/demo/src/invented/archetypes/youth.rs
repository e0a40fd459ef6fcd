//! Work with children and young people outside lessons.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::invented::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "playground",
        themes: &["youth"],
        sectors: &[2100],
        rhythm: Rhythm::Weekly(Hours::Noon),
        titles: &[
            "Toezicht op het schoolplein {in}",
            "Overblijven met groep 3 en 4 {in}",
            "Samen spelen in de pauze {in}",
        ],
        summaries: &[
            "Je let op tijdens de pauze en speelt een spelletje mee.",
            "Een uurtje per dag zorgen dat kinderen fijn kunnen spelen.",
        ],
        openings: &[
            "Tussen de middag is het {in} één en al leven op het schoolplein.",
            "Kinderen die lekker buiten spelen, leren 's middags beter.",
            "Een ruzie om een bal is zo opgelost als er iemand bij staat.",
        ],
        acts: &[
            "eet met een groepje aan tafel",
            "houdt toezicht op het plein",
            "deelt ballen en springtouwen uit",
            "troost een kind dat gevallen is",
            "helpt bij een ruzie om het uit te praten",
        ],
        closings: &[
            "Een leerkracht is altijd in de buurt.",
            "Je krijgt een korte cursus over omgaan met groepen.",
            "Opa's en oma's zijn hier zeer geliefd.",
        ],
        vog: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "youth-group",
        themes: &["youth", "nature"],
        sectors: &[1300],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Leiding bij de welpen: hutten bouwen en vuur maken {in}",
            "Jeugdleider bij onze scoutinggroep {in}",
            "Elke week avontuur met kinderen van 7 tot 11 jaar {in}",
        ],
        summaries: &[
            "Je bedenkt en begeleidt spelen buiten voor een groep kinderen.",
            "Vuur maken, kaartlezen, hutten bouwen: en jij bent de leiding.",
        ],
        openings: &[
            "Modder, marshmallows en een touwbrug: bij ons mag het.",
            "Onze groep {in} groeit en er staan kinderen op de wachtlijst.",
            "Kinderen zitten genoeg binnen, vinden wij.",
        ],
        acts: &[
            "bedenkt met de andere leiding een programma",
            "speelt mee in het bos of op het veld",
            "leert kinderen knopen en kaartlezen",
            "gaat een weekend mee op kamp",
            "zorgt dat iedereen veilig naar huis gaat",
        ],
        closings: &[
            "Zelf scout geweest zijn is leuk, maar niet nodig.",
            "Vies worden hoort erbij.",
            "Je kunt bij ons gratis een cursus voor leiding volgen.",
        ],
        weight: 6,
        min_age: Some(17),
        vog: true,
        training: true,
        suits: &[SuitableFor::Together],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "youth-work",
        themes: &["youth", "meeting"],
        sectors: &[4100, 1300, 6100],
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Achter de bar van het jongerencentrum {in}",
            "Tafelvoetbal en tosti's met tieners {in}",
            "Meedraaien op de jongerenavond {in}",
        ],
        summaries: &[
            "Je bent er voor tieners: kletsen, spelen, tosti's bakken.",
            "Een avond per week gastheer of gastvrouw voor jongeren.",
        ],
        openings: &[
            "Tieners zoeken een plek waar niemand zeurt en wel iemand luistert.",
            "Op onze jongerenavond {in} komen zo'n 30 tieners.",
            "Hangen mag, maar samen iets doen is leuker.",
        ],
        acts: &[
            "bakt tosti's achter de bar",
            "speelt een potje tafelvoetbal mee",
            "maakt een praatje met wie daar zin in heeft",
            "helpt een toernooi of filmavond op te zetten",
            "sluit aan het eind samen af",
        ],
        closings: &[
            "De jongerenwerker is de hele avond aanwezig.",
            "Je hoeft niet jong te zijn, wel nieuwsgierig.",
            "Alcohol schenken we niet.",
        ],
        min_age: Some(18),
        vog: true,
        suits: &[SuitableFor::YouthPlacement],
        ..BASE
    },
    Archetype {
        task: "holiday-week",
        themes: &["youth", "meeting"],
        sectors: &[1300, 4100, 10100],
        at: At::Outdoors,
        rhythm: Rhythm::Period(Hours::Daytime),
        season: Some(7),
        titles: &[
            "Timmerdorp bouwen met 100 kinderen {in}",
            "Begeleider bij de vakantieweken {in}",
            "Kinderen een vakantie in eigen stad geven {in}",
        ],
        summaries: &[
            "Een paar weken spelen, bouwen en picknicken met kinderen.",
            "In de vakantie is er voor thuisblijvers van alles te doen, dankzij jou.",
        ],
        openings: &[
            "Niet elk kind gaat op vakantie, daarom halen wij de vakantie hierheen.",
            "Hamers, pallets en heel veel spijkers: het timmerdorp komt eraan.",
            "In de vakantie is het {in} voor sommige kinderen lang en stil.",
        ],
        acts: &[
            "begeleidt een vast groepje van 8 kinderen",
            "helpt met timmeren en schilderen",
            "smeert broodjes voor de lunch",
            "houdt in de gaten of iedereen mee kan doen",
            "plakt zo nu en dan een pleister",
        ],
        closings: &[
            "Je hoeft niet alle dagen te komen.",
            "Een dagdeel EHBO krijg je er gratis bij.",
            "We sluiten af met een groot kampvuur voor alle ouders.",
        ],
        min_age: Some(16),
        vog: true,
        training: true,
        suits: &[SuitableFor::YouthPlacement, SuitableFor::Together],
        people: 12,
        ..BASE
    },
    Archetype {
        task: "family-support",
        themes: &["youth", "relief"],
        sectors: &[4100],
        at: At::Home,
        rhythm: Rhythm::EveryWeek,
        titles: &[
            "Steun voor een jong gezin {in}",
            "Een extra paar handen in een druk gezin {in}",
            "Naast een moeder met jonge kinderen staan {in}",
        ],
        summaries: &[
            "Je komt wekelijks langs bij een gezin dat wat steun kan gebruiken.",
            "Meedenken, meespelen, even op adem laten komen.",
        ],
        openings: &[
            "Met drie kinderen onder de 5 en geen familie in de buurt zijn de dagen lang.",
            "Elk gezin heeft weleens een moeilijke tijd.",
            "Een vader die er sinds kort alleen voor staat, zoekt {in} iemand om mee te denken.",
        ],
        acts: &[
            "luistert naar wat de ouder bezighoudt",
            "speelt met de kinderen",
            "gaat mee naar het consultatiebureau of de speeltuin",
            "helpt om weer ritme in de dag te krijgen",
            "denkt mee over kleine oplossingen",
        ],
        closings: &[
            "Opvoeden blijft de taak van de ouders, jij staat ernaast.",
            "Zelf kinderen opgevoed hebben is een voordeel.",
            "Je hebt elke maand contact met onze coördinator.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        min_age: Some(23),
        vog: true,
        training: true,
        people: 5,
        ..BASE
    },
    Archetype {
        task: "school-garden",
        themes: &["nature", "youth"],
        sectors: &[5100, 2100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Met schoolkinderen de moestuin in {in}",
            "Radijsjes zaaien met groep 6 {in}",
            "Helper in de schooltuin {in}",
        ],
        summaries: &[
            "Je helpt een klas met zaaien, wieden en oogsten.",
            "Kinderen laten zien waar een wortel vandaan komt.",
        ],
        openings: &[
            "Een wortel komt uit de grond en niet uit een zakje: dat zien kinderen hier zelf.",
            "In onze schooltuin {in} heeft elk kind een eigen stukje aarde.",
            "Zaaien, wachten, water geven en dan eindelijk proeven.",
        ],
        acts: &[
            "legt het gereedschap klaar",
            "helpt kinderen met zaaien en wieden",
            "wijst beestjes en planten aan",
            "oogst samen de groente",
            "maakt aan het eind de schoffels schoon",
        ],
        closings: &[
            "De les zelf geeft de juf of meester.",
            "Groene vingers krijg je vanzelf.",
            "Trek laarzen aan, want we gaan ook als het regent.",
        ],
        weight: 4,
        dutch: DutchLevel::A1,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Supported, SuitableFor::YouthPlacement],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "sorting",
        themes: &["youth", "relief"],
        sectors: &[4300, 12100],
        at: At::Hall,
        rhythm: Rhythm::Weekly(Hours::Afternoon),
        titles: &[
            "Verjaardagsdozen inpakken voor kinderen {in}",
            "Slingers, cadeautje, taart: een feestje in een doos {in}",
            "Inpakhulp voor jarige kinderen {in}",
        ],
        summaries: &[
            "Je maakt dozen met alles voor een kinderfeestje.",
            "Een jarig kind uit een gezin met weinig geld krijgt ook een feest.",
        ],
        openings: &[
            "Wie jarig is, trakteert, maar niet elk gezin kan dat betalen.",
            "Elke maand vragen 25 gezinnen {in} een verjaardagsdoos aan.",
            "Een doos met slingers kan een hele dag goedmaken.",
        ],
        acts: &[
            "zoekt een cadeau uit dat bij de leeftijd past",
            "pakt de doos mooi in",
            "schrijft een kaart",
            "telt de voorraad slingers en ballonnen",
            "zet de dozen klaar voor de wijkteams",
        ],
        closings: &[
            "Namen van gezinnen zie je niet, alleen de leeftijd van het kind.",
            "Op de inpakmiddag staat de radio aan.",
            "Ook fijn werk als je liever zit.",
        ],
        weight: 3,
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Wheelchair,
            SuitableFor::Supported,
            SuitableFor::YouthPlacement,
        ],
        people: 5,
        ..BASE
    },
];
