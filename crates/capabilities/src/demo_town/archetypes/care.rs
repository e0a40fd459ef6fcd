//! Work around health and older people.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::demo_town::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "visiting",
        themes: &["elderly", "meeting"],
        sectors: &[4100, 3200, 10100],
        at: At::Home,
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Op bezoek bij een oudere buurtgenoot {in}",
            "Koffie en een goed gesprek met een alleenstaande oudere {in}",
            "Bezoekmaatje voor een oudere {in}",
        ],
        summaries: &[
            "Elke week een uurtje op bezoek bij iemand die weinig mensen ziet.",
            "Je gaat langs bij een oudere die graag een praatje maakt.",
        ],
        openings: &[
            "Sommige ouderen {in} spreken dagen achter elkaar niemand.",
            "Een vrouw van ver in de 80 wacht {in} op iemand die tijd heeft voor een kop koffie.",
            "Wie slecht ter been is, komt weinig buiten en ziet weinig mensen.",
            "De kinderen wonen ver weg en de meeste vrienden zijn er niet meer: dat horen we vaak {in}.",
        ],
        acts: &[
            "drinkt samen koffie",
            "luistert naar verhalen van vroeger",
            "speelt af en toe een spelletje",
            "leest samen de krant",
            "maakt bij mooi weer een blokje om",
        ],
        closings: &[
            "We koppelen je aan iemand die bij je past.",
            "Je hoeft niets bijzonders te kunnen, als je maar graag luistert.",
            "Na een maand kijken we samen of het klikt.",
        ],
        weight: 8,
        vog: true,
        suits: &[SuitableFor::BeginnerDutch],
        people: 6,
        ..BASE
    },
    Archetype {
        task: "walking-together",
        themes: &["elderly", "health"],
        sectors: &[3200],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Wandelen met bewoners van ons woonzorghuis {in}",
            "Een rondje buiten met iemand in een rolstoel {in}",
            "Wandelmaatje voor bewoners die graag buiten zijn {in}",
        ],
        summaries: &[
            "Samen naar buiten: jij loopt mee of duwt de rolstoel.",
            "Een bewoner een frisse neus laten halen, een uur per keer.",
        ],
        openings: &[
            "Onze bewoners willen graag naar buiten, maar alleen lukt dat niet meer.",
            "Een half uur in de zon doet wonderen, ook als je 90 bent.",
            "Voor een wandeling heeft het zorgteam bijna nooit tijd.",
        ],
        acts: &[
            "haalt een bewoner op van de kamer",
            "wandelt een rustig rondje door de wijk",
            "duwt als het nodig is de rolstoel",
            "stopt onderweg voor een kop koffie",
            "brengt de bewoner weer veilig terug",
        ],
        closings: &[
            "Je leert van ons hoe je veilig met een rolstoel loopt.",
            "Een rustig tempo is hier het beste tempo.",
            "Bij regen blijf je binnen en maken jullie het gezellig in de huiskamer.",
        ],
        weight: 7,
        dutch: DutchLevel::A1,
        training: true,
        suits: &[
            SuitableFor::BeginnerDutch,
            SuitableFor::Together,
            SuitableFor::YouthPlacement,
        ],
        people: 5,
        ..BASE
    },
    Archetype {
        task: "meal-company",
        themes: &["elderly"],
        sectors: &[3200, 4100],
        rhythm: Rhythm::Weekly(Hours::Dinner),
        titles: &[
            "Gastheer of gastvrouw aan de eettafel {in}",
            "Samen eten met ouderen {in}",
            "Tafels dekken en aanschuiven bij het avondeten {in}",
        ],
        summaries: &[
            "Je zorgt dat het avondeten gezellig is en eet zelf mee.",
            "Aan tafel met 8 bewoners: opdienen, meepraten, afruimen.",
        ],
        openings: &[
            "Eten smaakt beter aan een tafel waar iemand een praatje maakt.",
            "In onze huiskamer {in} eten elke avond 8 mensen samen.",
            "Het avondeten is voor onze gasten het mooiste moment van de dag.",
        ],
        acts: &[
            "dekt de tafel",
            "schenkt drinken in",
            "schept de borden op",
            "eet gezellig mee",
            "ruimt na het eten samen met een collega af",
        ],
        closings: &[
            "De maaltijd krijg je natuurlijk van ons.",
            "Koken hoeft niet, dat doet de keuken.",
            "Je staat er nooit alleen voor.",
        ],
        weight: 4,
        dutch: DutchLevel::A1,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Supported],
        ..BASE
    },
    Archetype {
        task: "leading-activities",
        themes: &["elderly", "meeting"],
        sectors: &[3200, 1300],
        rhythm: Rhythm::Weekly(Hours::Afternoon),
        titles: &[
            "Helpen bij de bingo en de knutselmiddag {in}",
            "Spelbegeleider voor de huiskamer van ouderen {in}",
            "Een leuke middag maken voor onze bewoners {in}",
        ],
        summaries: &[
            "Bingo, bloemschikken of bakken: jij helpt de groep op weg.",
            "Samen met een begeleider verzorg je een activiteit voor ouderen.",
        ],
        openings: &[
            "Elke week is er in onze huiskamer {in} iets te doen, van bloemschikken tot bingo.",
            "Een middag zonder plan duurt lang voor onze bewoners.",
            "Wij houden van leven in huis.",
        ],
        acts: &[
            "zet de spullen klaar",
            "nodigt bewoners uit om mee te doen",
            "helpt wie het zelf niet meer kan",
            "leest de nummers voor bij de bingo",
            "zorgt samen met ons voor koffie en iets lekkers",
        ],
        closings: &[
            "Heb je zelf een leuk idee voor een middag, dan horen we dat graag.",
            "Een begeleider van het huis is er altijd bij.",
            "Humor helpt hier meer dan een diploma.",
        ],
        weight: 6,
        suits: &[
            SuitableFor::Together,
            SuitableFor::YouthPlacement,
            SuitableFor::Wheelchair,
        ],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "hosting",
        themes: &["health"],
        sectors: &[3100],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "De weg wijzen in ons revalidatiecentrum {in}",
            "Gastheer of gastvrouw bij de ingang van de kliniek {in}",
            "Patiënten ontvangen en begeleiden {in}",
        ],
        summaries: &[
            "Je ontvangt patiënten bij de ingang en loopt met hen mee.",
            "Een rustig gezicht voor mensen die voor het eerst komen.",
        ],
        openings: &[
            "Wie voor het eerst bij ons komt, is vaak zenuwachtig.",
            "Onze gangen {in} lijken op elkaar en veel bezoekers raken de weg kwijt.",
            "Een vriendelijk gezicht bij de deur maakt een ziekenhuisdag minder zwaar.",
        ],
        acts: &[
            "begroet bezoekers bij de ingang",
            "loopt mee naar de juiste afdeling",
            "haalt een rolstoel als dat nodig is",
            "maakt een praatje in de wachtruimte",
            "helpt bij de aanmeldzuil",
        ],
        closings: &[
            "Over gezondheid praat je niet door: wat je hoort, blijft binnen.",
            "Je draait eerst 3 keer mee met een ervaren gastvrouw of gastheer.",
            "Handig als je naast Nederlands nog een taal spreekt, maar het hoeft niet.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        min_age: Some(18),
        suits: &[SuitableFor::Wheelchair],
        ..BASE
    },
    Archetype {
        task: "respite",
        themes: &["health", "elderly"],
        sectors: &[3400, 4100],
        at: At::Home,
        rhythm: Rhythm::Weekly(Hours::Afternoon),
        titles: &[
            "Een middag vrij voor een mantelzorger {in}",
            "Gezelschap voor iemand met dementie {in}",
            "De zorg even overnemen bij mensen thuis {in}",
        ],
        summaries: &[
            "Jij bent er een paar uur, zodat de mantelzorger weg kan.",
            "Een vast gezicht voor iemand die niet alleen kan zijn.",
        ],
        openings: &[
            "Een man zorgt al 6 jaar voor zijn vrouw en komt zelf nergens meer aan toe.",
            "Mantelzorgers {in} vragen niet snel om hulp, maar hebben die wel nodig.",
            "Als jij er bent, kan de mantelzorger met een gerust hart de deur uit.",
        ],
        acts: &[
            "houdt iemand een paar uur gezelschap",
            "kijkt samen foto's of luistert naar muziek",
            "zet thee en iets te eten klaar",
            "gaat als het kan samen naar buiten",
            "schrijft kort op hoe het ging",
        ],
        closings: &[
            "Lichamelijke zorg doe je niet, daarvoor komt de thuiszorg.",
            "De eerste keer ga je samen met de coördinator.",
            "Je krijgt een cursus over omgaan met geheugenverlies.",
        ],
        dutch: DutchLevel::B1,
        min_age: Some(18),
        vog: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "buddy",
        themes: &["health", "meeting"],
        sectors: &[3300],
        at: At::Home,
        rhythm: Rhythm::EveryWeek,
        titles: &[
            "Maatje voor iemand die psychisch kwetsbaar is {in}",
            "Samen iets leuks doen met iemand die veel binnen zit {in}",
            "Een steuntje in de rug na een moeilijke tijd {in}",
        ],
        summaries: &[
            "Eens per week samen iets doen: wandelen, koken of een film.",
            "Jij bent geen hulpverlener, maar gewoon een maatje.",
        ],
        openings: &[
            "Na een depressie is de stap naar buiten soms erg groot.",
            "Je bent geen hulpverlener, je bent iemand om iets leuks mee te doen.",
            "Bij ons staan mensen {in} op de wachtlijst voor een maatje.",
        ],
        acts: &[
            "spreekt elke week op een vast moment af",
            "bedenkt samen iets leuks om te doen",
            "luistert zonder meteen raad te geven",
            "gaat mee naar een club of cursus",
            "houdt contact als het even minder gaat",
        ],
        closings: &[
            "Eens in de 6 weken praat je met andere maatjes over hoe het gaat.",
            "We zoeken iemand die een jaar mee wil lopen.",
            "Ben je zelf ervaringsdeskundig, dan is dat juist welkom.",
        ],
        dutch: DutchLevel::B1,
        min_age: Some(18),
        vog: true,
        training: true,
        people: 5,
        ..BASE
    },
    Archetype {
        task: "listening",
        themes: &["health"],
        sectors: &[3300],
        at: At::Remote,
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Luisteren aan de telefoon, gewoon vanuit huis",
            "Een luisterend oor in de avond",
            "Bellen met mensen die hun verhaal kwijt willen",
        ],
        summaries: &[
            "Vanuit huis neem je de telefoon op voor wie wil praten.",
            "Je luistert, vraagt door en laat mensen hun verhaal doen.",
        ],
        openings: &[
            "'s Avonds is de stilte het grootst voor wie alleen is.",
            "Soms wil iemand gewoon vertellen hoe de dag was.",
            "Wie onze lijn belt, krijgt een mens aan de telefoon en geen keuzemenu.",
        ],
        acts: &[
            "neemt vanuit huis de telefoon op",
            "luistert rustig naar wat iemand vertelt",
            "vraagt door zonder te oordelen",
            "rondt een gesprek vriendelijk af",
            "bespreekt een moeilijk gesprek na met een collega",
        ],
        closings: &[
            "Voordat je begint, volg je een training van 4 avonden.",
            "Er is altijd iemand die je kunt bellen na een zwaar gesprek.",
            "Een rustige kamer en een koptelefoon heb je nodig, de rest regelen wij.",
        ],
        weight: 4,
        dutch: DutchLevel::B2,
        min_age: Some(18),
        vog: true,
        training: true,
        suits: &[SuitableFor::Wheelchair],
        people: 8,
        ..BASE
    },
    Archetype {
        task: "palliative-care",
        themes: &["health"],
        sectors: &[3400],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Er zijn voor mensen in hun laatste weken {in}",
            "Vrijwilliger in ons bijna-thuis-huis {in}",
            "Rust en aandacht brengen in het hospice {in}",
        ],
        summaries: &[
            "Je helpt gasten en hun familie in de laatste periode.",
            "Aandacht, stilte en soms een grap, in een gewoon huis.",
        ],
        openings: &[
            "In ons huis {in} wonen 4 gasten die niet meer beter worden.",
            "De laatste weken van een leven zijn bijzonder, ook voor wie er bij mag zijn.",
            "Een hospice is geen verdrietig huis, er wordt hier ook gelachen.",
        ],
        acts: &[
            "zit bij een gast die gezelschap wil",
            "vangt familie op met koffie",
            "kookt iets kleins waar iemand trek in heeft",
            "helpt de verpleegkundige met eenvoudige zorg",
            "zet bloemen neer in de kamers",
        ],
        closings: &[
            "Je volgt eerst een cursus van 6 dagdelen.",
            "Heb je kort geleden zelf iemand verloren, wacht dan liever een jaar.",
            "De groep vrijwilligers is hecht en zorgt ook goed voor elkaar.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        min_age: Some(21),
        vog: true,
        training: true,
        people: 4,
        ..BASE
    },
    Archetype {
        task: "cycling-together",
        themes: &["elderly", "sport"],
        sectors: &[3200, 3400, 1300],
        at: At::Outdoors,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Duofietsen met een oudere {in}",
            "Fietsmaatje met de elektrische duofiets {in}",
            "Wind door de haren: fietsen met wie niet meer alleen fietst {in}",
        ],
        summaries: &[
            "Met z'n tweeën naast elkaar op de fiets, jij stuurt.",
            "Je maakt fietstochtjes met mensen die het alleen niet kunnen.",
        ],
        openings: &[
            "Op onze duofiets zit je naast elkaar en trapt de motor mee.",
            "Fietsen verleer je niet, maar alleen op pad durft niet iedereen meer.",
            "Wie vroeger elke dag fietste, mist dat het meest.",
        ],
        acts: &[
            "haalt de duofiets op bij de stalling",
            "helpt je maatje met opstappen",
            "kiest samen een mooie route",
            "houdt onderweg ergens een pauze",
            "meldt het als er iets aan de fiets kapot is",
        ],
        closings: &[
            "Je krijgt eerst een rijles op de duofiets.",
            "Een tocht duurt meestal een uur of anderhalf.",
            "Fietsen doen jullie alleen als het weer het toelaat.",
        ],
        weight: 4,
        min_age: Some(18),
        training: true,
        suits: &[SuitableFor::BeginnerDutch],
        people: 6,
        ..BASE
    },
    Archetype {
        task: "hosting",
        themes: &["health", "meeting"],
        sectors: &[3400, 3300],
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Gastheer of gastvrouw in het geheugencafé {in}",
            "Helpen bij avonden over dementie {in}",
            "Ontvangst en koffie in ons geheugencafé {in}",
        ],
        summaries: &[
            "Je ontvangt mensen met dementie en hun familie.",
            "Een avond koffie, uitleg en herkenning, en jij zorgt voor de sfeer.",
        ],
        openings: &[
            "In het geheugencafé ontmoeten mensen met dementie en hun familie elkaar.",
            "Een naaste die dingen vergeet: daar kun je beter samen over praten dan alleen over piekeren.",
            "Onze avonden {in} trekken steeds meer bezoekers.",
        ],
        acts: &[
            "zet de stoelen klaar",
            "verwelkomt de bezoekers bij de deur",
            "schenkt koffie en thee",
            "let op wie alleen zit",
            "legt folders en het gastenboek neer",
        ],
        closings: &[
            "De spreker van de avond regelen wij.",
            "Weet je zelf hoe het is om mantelzorger te zijn, dan helpt dat.",
            "Na afloop ruimen we samen op en drinken we nog iets.",
        ],
        weight: 3,
        suits: &[SuitableFor::Together],
        ..BASE
    },
];
