//! Work that brings neighbours together and keeps a neighbourhood pleasant.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::demo_town::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "hosting",
        themes: &["meeting", "neighbourhood"],
        sectors: &[4100, 6100, 1300],
        rhythm: Rhythm::Weekly(Hours::Morning),
        titles: &[
            "Gastheer of gastvrouw bij de koffieochtend {in}",
            "Koffie schenken in de buurtkamer {in}",
            "De deur openzetten voor de buurt {in}",
        ],
        summaries: &[
            "Je ontvangt buurtbewoners en zorgt dat niemand alleen zit.",
            "Koffie, een praatje en oog voor wie nieuw is.",
        ],
        openings: &[
            "Onze buurtkamer {in} is voor iedereen, ook als je niemand kent.",
            "Een kop koffie kost bij ons 50 cent en een praatje niets.",
            "Sommige bezoekers komen elke week, anderen staan drie keer voor de deur voor ze naar binnen durven.",
        ],
        acts: &[
            "zet de deur open en de koffie klaar",
            "begroet iedereen die binnenkomt",
            "brengt mensen met elkaar in gesprek",
            "wijst iemand de weg naar hulp als dat nodig is",
            "ruimt aan het eind samen op",
        ],
        closings: &[
            "Je draait de eerste keren mee met een vaste gastvrouw.",
            "Je hoeft geen problemen op te lossen, wel op te merken.",
            "Wie zelf nieuw is in de wijk, leert hier snel mensen kennen.",
        ],
        weight: 8,
        suits: &[
            SuitableFor::Together,
            SuitableFor::Wheelchair,
            SuitableFor::BeginnerDutch,
        ],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "cooking",
        themes: &["meeting", "relief"],
        sectors: &[4100, 10100, 6100],
        rhythm: Rhythm::Weekly(Hours::Dinner),
        titles: &[
            "Koken voor 30 buurtgenoten {in}",
            "Kok of keukenhulp bij de buurtmaaltijd {in}",
            "Snijden, roeren en aanschuiven {in}",
        ],
        summaries: &[
            "Je kookt met een ploegje een maaltijd voor de buurt.",
            "Van uien snijden tot toetjes uitdelen: samen koken voor 30 mensen.",
        ],
        openings: &[
            "Elke week eten er {in} 30 mensen samen voor een klein bedrag.",
            "Alleen koken is saai en alleen eten ook.",
            "Op het menu staat wat het seizoen geeft en wat de koks lekker vinden.",
        ],
        acts: &[
            "snijdt de groente",
            "roert in grote pannen",
            "dekt de lange tafels",
            "schept het eten op",
            "doet met de hele ploeg de afwas",
        ],
        closings: &[
            "Recepten van jouw oma of uit jouw land zijn van harte welkom.",
            "Je eet zelf natuurlijk mee.",
            "Over veilig werken in de keuken leggen we alles uit.",
        ],
        weight: 7,
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Together,
            SuitableFor::Supported,
            SuitableFor::YouthPlacement,
        ],
        people: 5,
        ..BASE
    },
    Archetype {
        task: "leading-activities",
        themes: &["meeting", "elderly"],
        sectors: &[1300, 4100],
        rhythm: Rhythm::Weekly(Hours::Afternoon),
        titles: &[
            "Kaarten, sjoelen en lachen: spelmiddag begeleiden {in}",
            "Vierde speler bij het klaverjassen {in}",
            "Spelletjesmiddag voor jong en oud {in}",
        ],
        summaries: &[
            "Je zet spellen klaar, legt uit en schuift zelf ook aan.",
            "Sjoelbak, kaarten en koffie: jij houdt de middag op gang.",
        ],
        openings: &[
            "Aan de kaarttafel is het nooit stil.",
            "Bij de spelmiddag {in} komen mensen van 8 tot 88 jaar.",
            "Wij missen vaak een vierde man, en een vierde vrouw mag ook.",
        ],
        acts: &[
            "zet de tafels en spellen klaar",
            "legt de regels uit aan nieuwkomers",
            "speelt mee waar iemand ontbreekt",
            "houdt de stand bij",
            "zorgt voor drinken en nootjes",
        ],
        closings: &[
            "Verliezen kunnen is een voordeel.",
            "We spelen niet om geld.",
            "Ken je een spel dat wij niet kennen, neem het dan mee.",
        ],
        weight: 5,
        dutch: DutchLevel::A1,
        suits: &[
            SuitableFor::Wheelchair,
            SuitableFor::Together,
            SuitableFor::BeginnerDutch,
        ],
        people: 3,
        ..BASE
    },
    Archetype {
        task: "handcraft",
        themes: &["meeting", "culture"],
        sectors: &[1300, 12100],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Breien en haken met een groep {in}",
            "Begeleider van het handwerkcafé {in}",
            "Samen truien breien voor een ander {in}",
        ],
        summaries: &[
            "Je helpt een groep met breien, haken en borduren.",
            "Bolletje wol, kop thee en goed gezelschap.",
        ],
        openings: &[
            "Bij ons gaan de handen en de monden even snel.",
            "Wat we maken {in}, gaat naar mensen die het goed kunnen gebruiken.",
            "Een gevallen steek is hier nooit een ramp.",
        ],
        acts: &[
            "helpt beginners op weg",
            "haalt gevallen steken op",
            "zoekt patronen uit",
            "verdeelt de wol die we krijgen",
            "zet thee voor de groep",
        ],
        closings: &[
            "De groep bestaat al 11 jaar en verwelkomt graag nieuwe gezichten.",
            "Wie alleen kan haken, is net zo welkom.",
            "Wol en naalden zijn er genoeg.",
        ],
        weight: 3,
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Wheelchair,
            SuitableFor::Supported,
        ],
        people: 2,
        ..BASE
    },
    Archetype {
        task: "driving",
        themes: &["neighbourhood", "elderly"],
        sectors: &[4100, 12100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Chauffeur op de buurtbus {in}",
            "Rijden voor mensen die slecht ter been zijn {in}",
            "Ouderen naar huisarts of winkel brengen {in}",
        ],
        summaries: &[
            "Je rijdt met ons busje en helpt mensen bij het instappen.",
            "Een dagdeel achter het stuur, met gezelschap op de achterbank.",
        ],
        openings: &[
            "De bushalte is 400 meter verderop en dat is voor sommigen te ver.",
            "Ons busje rijdt {in} alleen als er iemand achter het stuur zit.",
            "Naar de kapper, de huisarts of een vriendin: wij brengen mensen waar ze willen zijn.",
        ],
        acts: &[
            "haalt mensen thuis op",
            "helpt bij het in- en uitstappen",
            "zet een rollator veilig vast",
            "rijdt rustig de afgesproken route",
            "noteert de kilometers",
        ],
        closings: &[
            "Een gewoon rijbewijs B is genoeg.",
            "Je maakt eerst een paar proefritten met een collega.",
            "De ritten worden voor je gepland, jij hoeft alleen te rijden.",
        ],
        weight: 5,
        min_age: Some(21),
        licence: true,
        vog: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "odd-jobs",
        themes: &["neighbourhood", "elderly"],
        sectors: &[4100, 6200],
        at: At::Home,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Kleine klussen bij mensen thuis {in}",
            "Een lamp ophangen waar niemand anders dat doet {in}",
            "Handige buur gezocht {in}",
        ],
        summaries: &[
            "Lampen, kranen, kastjes: jij lost kleine klussen op.",
            "Voor wie handig is en af en toe een uurtje heeft.",
        ],
        openings: &[
            "Een kapotte lamp op de trap is gevaarlijk als je 82 bent.",
            "Voor een vakman is de klus te klein, voor de bewoner is hij te groot.",
            "Elke week krijgen we {in} vragen over kranen, lampen en losse plinten.",
        ],
        acts: &[
            "vervangt een lamp of een kraanleertje",
            "hangt een plank of gordijn op",
            "zet een kastje in elkaar",
            "plakt een losse drempel vast",
            "drinkt na afloop een kop koffie met de bewoner",
        ],
        closings: &[
            "Gas en elektra in de meterkast doen wij nooit.",
            "Je krijgt de vraag in de app en zegt zelf ja of nee.",
            "Gereedschap lenen kan bij ons.",
        ],
        weight: 6,
        vog: true,
        min_age: Some(18),
        suits: &[SuitableFor::Together, SuitableFor::BeginnerDutch],
        people: 5,
        ..BASE
    },
    Archetype {
        task: "repairing",
        themes: &["nature", "meeting"],
        sectors: &[6100, 5100],
        at: At::Hall,
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Repareren in plaats van weggooien {in}",
            "Stofzuigers, broodroosters en lampen maken {in}",
            "Handen uit de mouwen in het reparatiecafé {in}",
        ],
        summaries: &[
            "Je repareert samen met bezoekers wat kapot is.",
            "Een paar uur schroeven, solderen of naaien voor de buurt.",
        ],
        openings: &[
            "Een kapotte broodrooster is vaak in een kwartier gemaakt.",
            "Weggooien kan altijd nog, wij kijken {in} eerst of het te maken is.",
            "Bij elke opgeloste storing gaat hier een belletje.",
        ],
        acts: &[
            "kijkt samen met de bezoeker wat er mis is",
            "schroeft apparaten open",
            "soldeert een draadje vast",
            "zet een nieuwe rits in een jas",
            "legt uit hoe de reparatie werkt",
        ],
        closings: &[
            "Twee van de drie apparaten krijgen we weer aan de praat.",
            "Kies je eigen tafel: elektra, kleding, fietsen of hout.",
            "Lukt het niet, dan is dat geen schande.",
        ],
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Supported],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "gardening",
        themes: &["neighbourhood", "nature"],
        sectors: &[4100, 6100, 12100],
        at: At::Home,
        rhythm: Rhythm::Once(Hours::Weekend),
        titles: &[
            "Tuin opknappen voor een buur die het niet meer kan {in}",
            "Met een groep een verwilderde tuin aanpakken {in}",
            "Snoeien, wieden, klaar: tuindag {in}",
        ],
        summaries: &[
            "Op één dag maak je met een groep een tuin weer begaanbaar.",
            "Vele handen, een volle container en een blije bewoner.",
        ],
        openings: &[
            "De tegels zijn niet meer te zien en de bewoner komt niet meer buiten.",
            "Door ziekte is een tuin {in} twee jaar lang niet bijgehouden.",
            "Wat één mens niet meer lukt, doet een groep in een dag.",
        ],
        acts: &[
            "snoeit struiken terug",
            "trekt onkruid tussen de tegels uit",
            "vult de container",
            "zet een paar makkelijke planten neer",
            "luncht met de bewoner aan de tuintafel",
        ],
        closings: &[
            "Voor gereedschap en handschoenen zorgen wij.",
            "Ook een goed idee voor een team van je werk.",
            "Wie niet kan bukken, kan knippen of koffie zetten.",
        ],
        weight: 4,
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::Together,
            SuitableFor::BeginnerDutch,
            SuitableFor::YouthPlacement,
        ],
        people: 10,
        ..BASE
    },
    Archetype {
        task: "clean-up",
        themes: &["neighbourhood", "nature"],
        sectors: &[6100, 5100],
        at: At::Outdoors,
        rhythm: Rhythm::Once(Hours::Weekend),
        titles: &[
            "Zwerfvuil rapen met de buurt {in}",
            "Opruimdag {in}: prikker en zak liggen klaar",
            "Samen de sloot schoonmaken {in}",
        ],
        summaries: &[
            "Een paar uur prikken en rapen, daarna soep.",
            "Met de hele buurt op pad voor schone straten en sloten.",
        ],
        openings: &[
            "Blikjes, zakken en soms een hele fiets: we halen het er allemaal uit.",
            "Een schone straat {in} begint met een paar mensen en een knijper.",
            "De vorige keer vulden we samen 46 zakken.",
        ],
        acts: &[
            "loopt met een groepje een vaste route",
            "prikt het vuil van de kant",
            "scheidt plastic en blik van de rest",
            "zet volle zakken langs de weg",
            "telt mee hoeveel we hebben opgehaald",
        ],
        closings: &[
            "Kinderen mogen mee als er een volwassene bij is.",
            "Na afloop is er soep.",
            "Je hoeft je niet lang vooraf op te geven.",
        ],
        dutch: DutchLevel::None,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Together,
            SuitableFor::YouthPlacement,
            SuitableFor::Supported,
        ],
        people: 30,
        ..BASE
    },
    Archetype {
        task: "mediation",
        themes: &["neighbourhood", "advocacy"],
        sectors: &[6200, 7200],
        rhythm: Rhythm::Flexible,
        titles: &[
            "Bemiddelen als buren ruzie hebben {in}",
            "Buurtbemiddelaar {in}",
            "Buren weer met elkaar laten praten {in}",
        ],
        summaries: &[
            "Met een collega help je buren om er samen uit te komen.",
            "Luisteren naar twee kanten en geen partij kiezen.",
        ],
        openings: &[
            "Een blaffende hond, een hoge heg, harde muziek: zo begint het vaak.",
            "De meeste burenruzies zijn op te lossen als beide kanten hun verhaal kwijt kunnen.",
            "Wij krijgen {in} elke week een nieuwe vraag van buren.",
        ],
        acts: &[
            "luistert eerst naar de ene en dan naar de andere buur",
            "kiest geen partij",
            "leidt met een collega een gesprek aan tafel",
            "helpt afspraken op papier te zetten",
            "belt na een maand hoe het gaat",
        ],
        closings: &[
            "Je gaat altijd met twee bemiddelaars op pad.",
            "De opleiding van 3 dagen betalen wij.",
            "In je eigen straat bemiddel je nooit.",
        ],
        weight: 4,
        dutch: DutchLevel::B2,
        min_age: Some(21),
        vog: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "having-a-say",
        themes: &["neighbourhood", "advocacy"],
        sectors: &[6200],
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Meepraten over je flat in de bewonerscommissie {in}",
            "Nieuwe bewoners welkom heten {in}",
            "Opkomen voor huurders {in}",
        ],
        summaries: &[
            "Namens de bewoners praat je met de verhuurder.",
            "Een veilig portiek en een lift die het doet: jij helpt mee.",
        ],
        openings: &[
            "De lift staat weer stil en niemand weet wie er gaat bellen.",
            "In onze flat {in} wonen 120 huishoudens en maar vier mensen regelen iets.",
            "Wie nieuw komt wonen, krijgt van ons een kaart en een kop koffie.",
        ],
        acts: &[
            "vraagt bewoners wat er beter kan",
            "overlegt met de verhuurder over onderhoud",
            "schrijft korte berichten voor in de hal",
            "ontvangt nieuwe bewoners",
            "helpt bij de jaarlijkse galerijborrel",
        ],
        closings: &[
            "Verstand van huurrecht hoeft niet, dat zoeken we samen op.",
            "Je mag gewoon een keer meeluisteren.",
            "De vergadering duurt nooit langer dan twee uur.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        suits: &[SuitableFor::Wheelchair],
        people: 3,
        ..BASE
    },
    Archetype {
        task: "playground",
        themes: &["neighbourhood", "youth"],
        sectors: &[1300, 6100],
        at: At::Outdoors,
        rhythm: Rhythm::Weekly(Hours::AfterSchool),
        titles: &[
            "Beheerder van de speeltuin {in}",
            "Toezicht en ijsjes in de buurtspeeltuin {in}",
            "De poort van de speeltuin open en dicht {in}",
        ],
        summaries: &[
            "Je opent de speeltuin, let op en deelt de skelters uit.",
            "Gezellig buiten zijn terwijl kinderen spelen.",
        ],
        openings: &[
            "Om drie uur staan de eerste kinderen al voor de poort.",
            "Onze speeltuin {in} draait helemaal op vrijwilligers.",
            "Een speeltuin met toezicht geeft ouders rust.",
        ],
        acts: &[
            "doet de poort open",
            "deelt skelters en ballen uit",
            "kijkt of de toestellen heel zijn",
            "verkoopt ijsjes en limonade",
            "maakt een praatje met ouders",
        ],
        closings: &[
            "Er is altijd een tweede volwassene op het terrein.",
            "Een knutselmiddag organiseren mag ook.",
            "Je mag je eigen kinderen meenemen.",
        ],
        weight: 4,
        vog: true,
        suits: &[
            SuitableFor::Together,
            SuitableFor::BeginnerDutch,
            SuitableFor::Supported,
        ],
        people: 4,
        ..BASE
    },
];
