//! Work at sports clubs and around moving more.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::invented::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "training-youth",
        themes: &["sport", "youth"],
        sectors: &[1200],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::AfterSchool),
        titles: &[
            "Trainer voor de jongste voetballers {in}",
            "Training geven aan meisjes onder 11 {in}",
            "De mini's leren hockeyen {in}",
        ],
        summaries: &[
            "Een uur per week met een bal en 12 enthousiaste kinderen.",
            "Je leert kinderen samen spelen, verliezen en weer opstaan.",
        ],
        openings: &[
            "Twaalf kinderen, zes ballen en nog geen trainer.",
            "Onze jongste leden zijn 6 of 7 jaar en barsten van de energie.",
            "Bij ons gaat het in deze leeftijd om plezier en niet om de stand.",
        ],
        acts: &[
            "zet pylonen en doeltjes uit",
            "doet leuke oefeningen met de bal",
            "leert kinderen eerlijk spelen",
            "strikt af en toe een veter",
            "stemt met een andere trainer af wat jullie gaan doen",
        ],
        closings: &[
            "Oefeningen vind je in onze trainersmap.",
            "Zelf goed kunnen sporten is niet nodig.",
            "Een ervaren trainer helpt je de eerste weken.",
        ],
        weight: 8,
        min_age: Some(16),
        vog: true,
        training: true,
        suits: &[SuitableFor::Together, SuitableFor::YouthPlacement],
        people: 3,
        ..BASE
    },
    Archetype {
        task: "club-bar",
        themes: &["sport", "meeting"],
        sectors: &[1200],
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Bardienst in de kantine {in}",
            "Koffie en frietjes langs de lijn {in}",
            "Kantinehulp bij thuiswedstrijden {in}",
        ],
        summaries: &[
            "Je staat achter de bar en houdt de kantine gezellig.",
            "Broodjes, koffie en een praatje bij thuiswedstrijden.",
        ],
        openings: &[
            "Na de wedstrijd begint bij ons de derde helft.",
            "Zonder kantine geen club, zo simpel is het.",
            "In het weekend is het van de ochtend tot de avond druk in ons clubhuis {in}.",
        ],
        acts: &[
            "zet koffie voor de eerste bezoekers",
            "maakt broodjes en tosti's klaar",
            "rekent af met de pinautomaat",
            "vult de koelkasten bij",
            "laat de bar schoon achter",
        ],
        closings: &[
            "Wie alcohol schenkt, volgt bij ons eerst een korte instructie.",
            "Een consumptie is voor jou gratis.",
            "Lid van de club zijn hoeft niet.",
        ],
        weight: 6,
        min_age: Some(18),
        suits: &[SuitableFor::Together, SuitableFor::BeginnerDutch],
        people: 5,
        ..BASE
    },
    Archetype {
        task: "adapted-sport",
        themes: &["sport", "health"],
        sectors: &[1200, 3100],
        rhythm: Rhythm::Weekly(Hours::AfterSchool),
        titles: &[
            "In het water helpen bij zwemles voor kinderen met een beperking {in}",
            "Zwemhulp in het warme bad {in}",
            "Samen drijven en spetteren: helper bij aangepast zwemmen {in}",
        ],
        summaries: &[
            "Je gaat mee het water in en geeft een kind vertrouwen.",
            "Eén kind, één helper: zo leert iedereen zwemmen.",
        ],
        openings: &[
            "In het water kan veel wat op het droge niet lukt.",
            "Bij ons heeft elk kind een eigen helper in het water.",
            "Spetteren mag, zoveel als je wilt.",
        ],
        acts: &[
            "gaat met één kind het water in",
            "doet de oefeningen van de zwemjuf voor",
            "geeft steun waar dat nodig is",
            "helpt bij het in- en uitstappen",
            "viert elke slag die lukt",
        ],
        closings: &[
            "Je kunt zelf goed zwemmen en je staat stevig op je benen.",
            "Er staat altijd een bevoegde zwemleraar aan de kant.",
            "Wat elk kind nodig heeft, vertellen we je vooraf.",
        ],
        weight: 4,
        dutch: DutchLevel::A1,
        min_age: Some(16),
        vog: true,
        training: true,
        suits: &[SuitableFor::BeginnerDutch],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "refereeing",
        themes: &["sport", "youth"],
        sectors: &[1200],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Scheidsrechter bij jeugdwedstrijden {in}",
            "Fluiten op zaterdag of zondag {in}",
            "Spelbegeleider voor de pupillen {in}",
        ],
        summaries: &[
            "Je fluit een of twee jeugdwedstrijden in het weekend.",
            "Eerlijk spel begint bij een rustige scheidsrechter.",
        ],
        openings: &[
            "Zonder scheidsrechter geen wedstrijd.",
            "Op onze velden {in} spelen in het weekend 20 jeugdteams.",
            "Een goede spelleider hoor je bijna niet.",
        ],
        acts: &[
            "ontvangt de tegenstander",
            "legt jonge spelers de regels uit",
            "fluit een wedstrijd van een uur",
            "houdt ook de ouders langs de lijn vriendelijk",
            "vult na afloop de uitslag in",
        ],
        closings: &[
            "De spelregels leer je bij ons in één avond.",
            "Je begint met een ervaren scheidsrechter naast je.",
            "Een fluitje en een shirt krijg je van de club.",
        ],
        weight: 4,
        min_age: Some(15),
        training: true,
        suits: &[SuitableFor::YouthPlacement],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "walking-together",
        themes: &["sport", "meeting"],
        sectors: &[1200, 6100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Voorop lopen bij de wandelgroep {in}",
            "Wandelbegeleider voor een rustige groep {in}",
            "Elke week een frisse neus: de wandelclub leiden {in}",
        ],
        summaries: &[
            "Je loopt voorop met een groep die graag rustig wandelt.",
            "Vijf kilometer, veel praten en daarna koffie.",
        ],
        openings: &[
            "Samen lopen is leuker en je houdt het langer vol.",
            "Onze wandelgroep {in} telt 14 mensen tussen de 50 en 85 jaar.",
            "Veel deelnemers komen voor de beweging en blijven voor het praatje.",
        ],
        acts: &[
            "kiest een route van ongeveer 5 kilometer",
            "loopt afwisselend voorop en achteraan",
            "let op of iedereen het tempo bijhoudt",
            "verwelkomt nieuwe wandelaars",
            "drinkt na afloop koffie met de groep",
        ],
        closings: &[
            "We lopen altijd met twee begeleiders.",
            "Je hoeft geen sporter te zijn, een gewone conditie is genoeg.",
            "We lopen door, behalve bij onweer of gladheid.",
        ],
        suits: &[SuitableFor::Together, SuitableFor::BeginnerDutch],
        people: 2,
        ..BASE
    },
    Archetype {
        task: "adapted-sport",
        themes: &["sport", "health"],
        sectors: &[1200],
        at: At::Building,
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Begeleider bij rolstoelbasketbal {in}",
            "Sporten met mensen met een beperking {in}",
            "Helpen bij het G-team {in}",
        ],
        summaries: &[
            "Je helpt bij de training van een team waar iedereen mee kan doen.",
            "Sport voor iedereen, met iets meer begeleiding.",
        ],
        openings: &[
            "In ons G-team speelt iedereen op zijn eigen manier.",
            "Sporten met een beperking kan, als er genoeg begeleiders zijn.",
            "Nergens is een doelpunt zo'n feest als bij dit team.",
        ],
        acts: &[
            "helpt spelers met hun spullen",
            "doet mee met de oefeningen",
            "moedigt aan vanaf de kant",
            "overlegt met ouders of begeleiders",
            "rijdt soms mee naar een toernooi",
        ],
        closings: &[
            "Wat iemand wel en niet kan, vertelt die persoon je zelf.",
            "Twee vaste trainers geven de training.",
            "Je krijgt er veel enthousiasme voor terug.",
        ],
        weight: 4,
        min_age: Some(16),
        vog: true,
        suits: &[SuitableFor::Wheelchair, SuitableFor::YouthPlacement],
        ..BASE
    },
    Archetype {
        task: "grounds",
        themes: &["sport"],
        sectors: &[1200],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Morning),
        titles: &[
            "De velden netjes houden met de vaste ploeg {in}",
            "Klussen op het sportpark {in}",
            "Lijnen trekken en netten repareren {in}",
        ],
        summaries: &[
            "Met een vaste ploeg houd je het sportpark op orde.",
            "Klussen in de buitenlucht en om half 11 koffie.",
        ],
        openings: &[
            "Onze klusploeg bestaat uit 6 mannen en vrouwen, de meesten met pensioen.",
            "Netten gaan stuk, lampen gaan kapot en het onkruid groeit door.",
            "Een net sportpark is voor iedereen fijner.",
        ],
        acts: &[
            "trekt lijnen op het veld",
            "repareert netten en hekken",
            "veegt de kleedkamers aan",
            "knipt de heg rond het terrein",
            "verft wat weer eens geverfd moet worden",
        ],
        closings: &[
            "Om half 11 is er koffie en daar slaan we nooit een keer van over.",
            "Kies de klussen die bij je passen.",
            "Veel praten is niet verplicht.",
        ],
        weight: 4,
        dutch: DutchLevel::None,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Supported, SuitableFor::Together],
        people: 3,
        ..BASE
    },
    Archetype {
        task: "event-crew",
        themes: &["sport", "meeting"],
        sectors: &[1200, 8100],
        at: At::Outdoors,
        rhythm: Rhythm::Once(Hours::Weekend),
        titles: &[
            "Verkeersregelaar bij de hardloopdag {in}",
            "Bekertjes water uitdelen bij de loop {in}",
            "Een dagje helpen bij de sponsorloop {in}",
        ],
        summaries: &[
            "Eén dag helpen bij een loop: water, route of startnummers.",
            "Jij moedigt aan en wijst lopers de weg.",
        ],
        openings: &[
            "Op één dag lopen er honderden mensen door de wijk, en dat lukt alleen met veel helpers.",
            "Onze loop {in} is voor iedereen, van peuter tot opa.",
            "Heb je weinig tijd maar wil je wel iets doen, dan is dit iets voor jou.",
        ],
        acts: &[
            "deelt startnummers uit",
            "wijst lopers de goede kant op",
            "reikt bekertjes water aan",
            "moedigt de laatste lopers aan",
            "ruimt samen de hekken op",
        ],
        closings: &[
            "Een lunchpakket en een hesje liggen voor je klaar.",
            "Kom je met een groep, dan krijgen jullie samen een post.",
            "Verkeersregelaars doen vooraf een korte cursus op internet.",
        ],
        weight: 5,
        dutch: DutchLevel::A1,
        min_age: Some(16),
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Together, SuitableFor::YouthPlacement],
        people: 20,
        ..BASE
    },
    Archetype {
        task: "secretary",
        themes: &["sport", "advocacy"],
        sectors: &[1200],
        at: At::Remote,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Planner van wedstrijden en trainingen",
            "De ledenlijst van onze club bijhouden",
            "Wedstrijdsecretaris die van puzzelen houdt",
        ],
        summaries: &[
            "Vanuit huis zorg je dat elk team weet waar en wanneer het speelt.",
            "Een puzzel voor wie graag plant, op je eigen tijd.",
        ],
        openings: &[
            "Dertig teams, vier velden en één rooster dat moet kloppen.",
            "Onze wedstrijdsecretaris stopt na 9 jaar en draagt alles netjes over.",
            "Achter elke wedstrijd zit iemand die alles heeft geregeld.",
        ],
        acts: &[
            "maakt het rooster voor het weekend",
            "mailt met andere clubs over een andere datum",
            "geeft wijzigingen door aan de teams",
            "houdt de ledenlijst bij",
            "overlegt eens per maand met het bestuur",
        ],
        closings: &[
            "Je krijgt het hele seizoen hulp van je voorganger.",
            "Met een gewone laptop kun je dit werk doen.",
            "Het meeste werk valt aan het begin van het seizoen.",
        ],
        weight: 3,
        dutch: DutchLevel::B1,
        suits: &[SuitableFor::Wheelchair],
        people: 2,
        ..BASE
    },
];
