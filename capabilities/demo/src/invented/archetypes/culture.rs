//! Work in arts and culture.

use super::{Archetype, At, BASE, Hours, Rhythm};
use crate::invented::model::{DutchLevel, SuitableFor};

pub(super) const ARCHETYPES: &[Archetype] = &[
    Archetype {
        task: "stage-crew",
        themes: &["culture"],
        sectors: &[1100],
        rhythm: Rhythm::Weekly(Hours::Evening),
        titles: &[
            "Licht en geluid bij ons toneel {in}",
            "Decor bouwen voor een nieuwe voorstelling {in}",
            "Achter de schermen bij het buurttheater {in}",
        ],
        summaries: &[
            "Je bouwt decor, hangt lampen op of regelt het geluid.",
            "Geen podiumdier? Achter de schermen is het ook feest.",
        ],
        openings: &[
            "In maart spelen wij een nieuw stuk en het decor staat nog op papier.",
            "Wie in de zaal zit, ziet alleen de spelers, maar zonder techniek blijft het donker.",
            "Ons theater {in} heeft 90 stoelen en een heel oud gordijn.",
        ],
        acts: &[
            "bouwt mee aan het decor",
            "bedient het licht tijdens de voorstelling",
            "sluit microfoons aan",
            "zoekt spullen bij elkaar voor het toneel",
            "breekt na afloop alles weer af",
        ],
        closings: &[
            "De techniek leer je van onze ervaren lichtman.",
            "Handige mensen en mensen die handig willen worden, zijn allebei welkom.",
            "Op de avond van de première eten we samen.",
        ],
        min_age: Some(16),
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::YouthPlacement],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "hosting",
        themes: &["culture"],
        sectors: &[1100],
        rhythm: Rhythm::Weekly(Hours::Weekend),
        titles: &[
            "Bezoekers ontvangen in ons kleine museum {in}",
            "Suppoost met een verhaal {in}",
            "Rondleider in het museum van gewone dingen {in}",
        ],
        summaries: &[
            "Je verkoopt kaartjes, geeft uitleg en let een beetje op.",
            "In het weekend ontvang je bezoekers en vertel je over de spullen.",
        ],
        openings: &[
            "Een stoof, een schooltas en een telefoon met draaischijf: bij ons staat het gewone leven van vroeger.",
            "Ons museum {in} is maar drie kamers groot en juist daarom zo leuk.",
            "Kinderen willen overal aankomen en bij ons mag dat soms ook.",
        ],
        acts: &[
            "verkoopt de kaartjes",
            "vertelt iets over een voorwerp",
            "beantwoordt vragen van kinderen",
            "zet koffie voor bezoekers",
            "sluit aan het eind van de dag de vitrines af",
        ],
        closings: &[
            "Je krijgt drie avonden les over de collectie.",
            "Er zijn altijd twee mensen tegelijk.",
            "Tussen de bezoeken door heb je tijd om te lezen.",
        ],
        weight: 4,
        dutch: DutchLevel::B1,
        training: true,
        suits: &[SuitableFor::Wheelchair],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "making-music",
        themes: &["culture", "elderly"],
        sectors: &[1100, 3200],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Piano spelen bij het meezingkoor {in}",
            "Liedjes van vroeger zingen met ouderen {in}",
            "Muzikant voor een vrolijk zanguurtje {in}",
        ],
        summaries: &[
            "Je speelt oude liedjes, de groep zingt mee.",
            "Muziek maken met mensen die alle coupletten nog kennen.",
        ],
        openings: &[
            "Namen vergeten ze soms, maar de liedjes kennen ze allemaal nog.",
            "Onze pianist is verhuisd en nu staat de piano {in} stil.",
            "Van zingen wordt iedereen een beetje jonger.",
        ],
        acts: &[
            "speelt liedjes die mensen herkennen",
            "zingt zelf hardop mee",
            "deelt boekjes met grote letters uit",
            "vraagt wie een verzoeknummer heeft",
            "maakt na afloop een praatje",
        ],
        closings: &[
            "Foutjes zijn niet erg, stilvallen ook niet.",
            "Gitaar of accordeon mag natuurlijk ook.",
            "De groep bestaat uit ongeveer 20 zangers.",
        ],
        weight: 4,
        dutch: DutchLevel::A1,
        suits: &[SuitableFor::Together, SuitableFor::Wheelchair],
        people: 2,
        ..BASE
    },
    Archetype {
        task: "event-crew",
        themes: &["culture", "meeting"],
        sectors: &[1100, 1300, 6100],
        at: At::Outdoors,
        rhythm: Rhythm::Once(Hours::Weekend),
        titles: &[
            "Opbouwen en ontvangen bij het straatfestival {in}",
            "Een dag meehelpen bij muziek in het park {in}",
            "Crew voor het lichtjesfeest {in}",
        ],
        summaries: &[
            "Eén feestelijke dag: opbouwen, gasten ontvangen, opruimen.",
            "Jij hoort een dag lang bij de crew van het festival.",
        ],
        openings: &[
            "Drie podia, twaalf kraampjes en een hele straat vol lampjes.",
            "Ons feest {in} kost niets voor bezoekers, omdat iedereen een handje helpt.",
            "Een dag op de been en 's avonds voldaan op de bank.",
        ],
        acts: &[
            "helpt met de opbouw van de kramen",
            "ontvangt de artiesten",
            "geeft bezoekers een plattegrond",
            "wisselt een ander af bij de ingang",
            "haalt na afloop het afval op",
        ],
        closings: &[
            "Je werkt een dagdeel en hebt de rest van de dag vrij om te genieten.",
            "Eten, drinken en een shirt zijn geregeld.",
            "De taken verdelen we een week van tevoren.",
        ],
        dutch: DutchLevel::A1,
        min_age: Some(16),
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Together, SuitableFor::YouthPlacement],
        people: 25,
        ..BASE
    },
    Archetype {
        task: "local-news",
        themes: &["culture", "neighbourhood"],
        sectors: &[1100, 6100],
        at: At::Remote,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Verslaggever voor de wijkkrant",
            "Stukjes schrijven over mensen in de buurt",
            "Redacteur met oog voor klein nieuws",
        ],
        summaries: &[
            "Je schrijft over mensen en dingen die de grote krant mist.",
            "Interviewen, schrijven, en dan ligt het bij iedereen op de mat.",
        ],
        openings: &[
            "De bakker die stopt, de hond die terug is: dat is nieuws waar wij van houden.",
            "Onze wijkkrant verschijnt 6 keer per jaar en wordt echt gelezen.",
            "Iedereen heeft een verhaal, maar niet iedereen schrijft het op.",
        ],
        acts: &[
            "bedenkt samen met de redactie onderwerpen",
            "interviewt een bewoner",
            "schrijft korte stukken in gewone taal",
            "maakt een foto bij het verhaal",
            "leest de stukken van anderen na",
        ],
        closings: &[
            "De eindredacteur haalt de taalfouten eruit.",
            "We vergaderen kort en met taart.",
            "Eén stuk per nummer is al heel fijn.",
        ],
        weight: 4,
        dutch: DutchLevel::B2,
        suits: &[SuitableFor::Wheelchair],
        ..BASE
    },
    Archetype {
        task: "publicity",
        themes: &["culture", "advocacy"],
        sectors: &[1100, 1300, 12100],
        at: At::Remote,
        rhythm: Rhythm::Flexible,
        titles: &[
            "Foto's en berichten voor onze sociale media",
            "Onze club zichtbaar maken op internet",
            "Fotograaf die onze activiteiten vastlegt",
        ],
        summaries: &[
            "Je laat met foto's en korte berichten zien wat wij doen.",
            "Twee berichten per week en af en toe een mooie foto.",
        ],
        openings: &[
            "Wij doen leuke dingen, maar bijna niemand weet het.",
            "Onze laatste foto op internet is van twee zomers geleden.",
            "Een goede foto vertelt meer dan een folder.",
        ],
        acts: &[
            "plaatst elke week een paar berichten",
            "maakt foto's bij activiteiten",
            "vraagt mensen eerst of ze op de foto willen",
            "zet de agenda op de website",
            "antwoordt op vragen die online binnenkomen",
        ],
        closings: &[
            "Je krijgt de vrije hand en een kleine camera te leen.",
            "Ook leuk als je hier ervaring mee wilt opdoen voor je opleiding.",
            "Handleidingen van de website liggen klaar.",
        ],
        dutch: DutchLevel::B1,
        suits: &[SuitableFor::Wheelchair, SuitableFor::YouthPlacement],
        people: 2,
        ..BASE
    },
    Archetype {
        task: "handcraft",
        themes: &["culture"],
        sectors: &[1100, 1300],
        rhythm: Rhythm::Period(Hours::Evening),
        titles: &[
            "Kostuums naaien voor de kindermusical {in}",
            "Naald en draad voor het toneel {in}",
            "Kleding vermaken voor onze voorstelling {in}",
        ],
        summaries: &[
            "Een paar weken naaien, spelden en passen voor de voorstelling.",
            "Van gordijn tot koningsmantel: jij maakt de kostuums.",
        ],
        openings: &[
            "Veertig kinderen willen een piraat zijn en we hebben drie hoeden.",
            "Van een oud gordijn maken wij een koningsmantel.",
            "Onze naaitafel {in} staat vol stof, knopen en goede moed.",
        ],
        acts: &[
            "neemt de maten op",
            "naait eenvoudige kostuums",
            "maakt oude kleding passend",
            "zet knopen en klittenband aan",
            "helpt bij het omkleden op de avond zelf",
        ],
        closings: &[
            "Naaimachines zijn aanwezig, je eigen schaar mag mee.",
            "Een rechte naad is genoeg, de rest leer je hier.",
            "Thuis verder werken kan ook.",
        ],
        weight: 3,
        dutch: DutchLevel::None,
        suits: &[SuitableFor::BeginnerDutch, SuitableFor::Wheelchair, SuitableFor::Together],
        people: 4,
        ..BASE
    },
    Archetype {
        task: "library-corner",
        themes: &["culture", "neighbourhood"],
        sectors: &[1300, 6100],
        rhythm: Rhythm::Weekly(Hours::Daytime),
        titles: &[
            "Boeken sorteren en uitlenen in de buurtbieb {in}",
            "Beheerder van het boekenhoekje {in}",
            "Leesplek {in} zoekt iemand die van boeken houdt",
        ],
        summaries: &[
            "Je zorgt voor de boekenkasten en helpt lezers kiezen.",
            "Een rustige plek met boeken, koffie en vaste bezoekers.",
        ],
        openings: &[
            "Bij ons kost een boek niets en mag je het ook gewoon houden.",
            "Elke week komen er tassen vol boeken binnen {in}.",
            "Een goed boek vindt zijn lezer, met een beetje hulp.",
        ],
        acts: &[
            "zet boeken op alfabet",
            "haalt versleten boeken eruit",
            "raadt een lezer iets moois aan",
            "maakt een tafel met boeken bij het seizoen",
            "schenkt koffie in voor wie blijft lezen",
        ],
        closings: &[
            "Je mag zelf zoveel lezen als je wilt.",
            "Je werkt op rustige uren en meestal met z'n tweeën.",
            "Tillen hoeft niet, daar is een karretje voor.",
        ],
        weight: 4,
        suits: &[SuitableFor::Supported, SuitableFor::BeginnerDutch],
        people: 2,
        ..BASE
    },
];
