//! What residents and groups offer.

/// Who makes offers of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Anyone,
    /// Somebody grown up who speaks Dutch well.
    Experienced,
    Group,
}

/// What somebody offers.
pub(super) struct Kind {
    pub task: &'static str,
    pub themes: &'static [&'static str],
    pub by: By,
    /// Each title belongs to the opening at the same place.
    pub titles: [&'static str; 3],
    pub openings: [&'static str; 3],
    pub details: [&'static str; 3],
}

const fn kind(
    task: &'static str,
    themes: &'static [&'static str],
    titles: [&'static str; 3],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind { task, themes, by: By::Anyone, titles, openings, details }
}

const fn experienced(
    task: &'static str,
    themes: &'static [&'static str],
    titles: [&'static str; 3],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind { task, themes, by: By::Experienced, titles, openings, details }
}

const fn group(
    task: &'static str,
    themes: &'static [&'static str],
    titles: [&'static str; 3],
    openings: [&'static str; 3],
    details: [&'static str; 3],
) -> Kind {
    Kind { task, themes, by: By::Group, titles, openings, details }
}

/// What people offer.
pub(super) const KINDS: [Kind; 24] = [
    kind(
        "odd-jobs",
        &["neighbourhood"],
        ["Ik klus graag voor een ander", "Handig met boor en schroevendraaier", "Kleine klussen in huis? Ik help"],
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
        ["Koffie en een praatje met een oudere", "Ik kom graag bij iemand langs", "Tijd voor een goed gesprek"],
        [
            "Ik ga graag op bezoek bij iemand die alleen is.",
            "Een goed gesprek met een oudere vind ik altijd bijzonder.",
            "Samen koffiedrinken en over vroeger praten doe ik met plezier.",
        ],
        ["Ik luister meer dan ik praat.", "Een spelletje kaarten mag ook.", "Een vaste afspraak vind ik prettig."],
    ),
    experienced(
        "digital-help",
        &["digital"],
        ["Hulp met je telefoon of tablet", "Geduldige computerhulp", "Ik leg uit hoe je telefoon werkt"],
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
        ["Groene vingers te leen", "Ik help graag in een tuin", "Snoeien, wieden en praten"],
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
        ["Wandelen met iemand die niet alleen wil", "Ik loop graag een rondje mee", "Wandelmaat biedt zich aan"],
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
        ["Ik kook graag voor een groep", "Soep voor de hele straat", "Keukenhulp met goede zin"],
        [
            "Koken voor 20 mensen vind ik leuker dan koken voor 2.",
            "Ik maak graag soep en brood voor een groep.",
            "In een drukke keuken voel ik me thuis.",
        ],
        [
            "Ook zonder vlees lukt het goed.",
            "Gerechten van mijn familie maak ik het liefst.",
            "Na afloop help ik met de afwas.",
        ],
    ),
    experienced(
        "driving",
        &["neighbourhood"],
        ["Chauffeur met eigen auto", "Ik rijd graag voor een ander", "Een lift naar huisarts of winkel"],
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
        ["Voorlezen? Graag!", "Ik lees graag voor aan kinderen", "Prentenboeken en gekke stemmen"],
        [
            "Ik lees graag voor aan jonge kinderen.",
            "Van een goed prentenboek word ik zelf ook blij.",
            "Thuis lees ik ook altijd voor.",
        ],
        [
            "Gekke stemmen horen daarbij.",
            "Een kleine groep vind ik het fijnst.",
            "Op school, in de bieb of thuis, alles is goed.",
        ],
    ),
    experienced(
        "homework-help",
        &["learning", "youth"],
        ["Ik help met rekenen", "Uitleggen is mijn hobby", "Hulp bij Engels en Nederlands"],
        [
            "Ik help graag met huiswerk, vooral met rekenen.",
            "Uitleggen is het leukste wat er is.",
            "Met Engels en Nederlands kan ik scholieren goed helpen.",
        ],
        ["Tot en met klas 3 lukt het mij goed.", "Rustig blijven kan ik.", "Een plan maken hoort er voor mij ook bij."],
    ),
    experienced(
        "language-buddy",
        &["learning", "newcomers"],
        ["Nederlands oefenen met mij", "Taalmaatje met tijd", "Samen praten in het Nederlands"],
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
        ["Ik laat je hond graag uit", "Dierenvriend met tijd", "Oppas voor kat of konijn"],
        [
            "Ik laat graag een hond uit, want zelf mag ik er geen hebben.",
            "Dieren worden rustig van mij.",
            "Een kat eten geven of een kooi schoonmaken doe ik graag.",
        ],
        [
            "Ook bange dieren vertrouwen mij snel.",
            "Thuis hadden we vroeger ook dieren.",
            "Een vaste afspraak per week lijkt me fijn.",
        ],
    ),
    kind(
        "animal-care",
        &["animals"],
        ["Werken met dieren", "Ik help graag op een kinderboerderij", "Hokken schoonmaken vind ik niet erg"],
        [
            "Ik wil graag met dieren werken.",
            "Vroeg opstaan en stallen vegen vind ik prima.",
            "Ik word blij van geiten, kippen en konijnen.",
        ],
        ["Vies worden is geen probleem.", "Met kinderen erbij kan ook.", "Hoe meer dieren, hoe beter."],
    ),
    kind(
        "publicity",
        &["culture"],
        ["Fotograaf voor jullie feest", "Ik maak mooie foto's", "Hulp met website en sociale media"],
        [
            "Ik fotografeer graag mensen en feesten.",
            "Voor een club maak ik graag foto's en korte filmpjes.",
            "Een website bijhouden kan ik goed.",
        ],
        [
            "Wat ik maak, mogen jullie gratis gebruiken.",
            "Vooraf overleg ik wat jullie willen.",
            "Ik lever alles binnen een paar dagen aan.",
        ],
    ),
    kind(
        "making-music",
        &["culture"],
        ["Liedjes van vroeger, live gespeeld", "Muziek met mijn gitaar", "Een uurtje muziek te geef"],
        [
            "Ik speel graag liedjes van vroeger.",
            "Met mijn gitaar breng ik graag sfeer in een huiskamer.",
            "Een uurtje muziek maken voor anderen geeft mij energie.",
        ],
        ["Mijn instrument neem ik zelf mee.", "Samen zingen mag, graag zelfs.", "Een klein publiek is prima."],
    ),
    experienced(
        "treasurer",
        &["advocacy"],
        ["Penningmeester biedt zich aan", "Ik ben goed met cijfers", "Boekhouder met tijd over"],
        [
            "Ik kan goed met cijfers omgaan.",
            "Een boekhouding op orde brengen vind ik echt leuk.",
            "Op mijn werk deed ik jaren de administratie.",
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
        ["Fietsenmaker in mijn vrije tijd", "Naaimachine en geduld", "Ik maak wat kapot is"],
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
    experienced(
        "paperwork",
        &["relief"],
        ["Hulp met post en formulieren", "Samen orde in de administratie", "Ik lees moeilijke brieven met je"],
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
        ["Trainer zoekt team", "Ik geef graag training aan kinderen", "Sporten met kinderen"],
        [
            "Ik sport zelf veel en wil dat doorgeven.",
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
        ["Gastvrij en altijd vroeg wakker", "Ik schenk graag koffie", "Een warm welkom, daar ben ik goed in"],
        [
            "Ik ontvang graag mensen en onthoud hun namen.",
            "Koffie schenken en een praatje maken, dat past bij mij.",
            "Aan een balie voel ik me op mijn plek.",
        ],
        ["Ik voel snel wie er alleen zit.", "Opruimen hoort er voor mij bij.", "Drukte maakt mij niet zenuwachtig."],
    ),
    kind(
        "buddy",
        &["health", "meeting"],
        ["Maatje voor iemand die het moeilijk heeft", "Samen naar buiten", "Ik heb tijd voor een ander"],
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
        ["Onze groep wil een dag buiten werken", "Team zoekt bomen om te planten", "Samen aan de slag in het groen"],
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
        ["Groep schildert jullie clubhuis", "Vele handen voor een grote klus", "Wij knappen graag iets op"],
        [
            "Wij willen samen een ruimte opknappen.",
            "Schilderen, sjouwen of schoonmaken, wij doen het.",
            "Geef ons een grote klus en wij gaan aan de slag.",
        ],
        ["Verf en kwasten moeten er wel zijn.", "Twee van ons zijn echt handig.", "In één dag kunnen we veel doen."],
    ),
    group(
        "leading-activities",
        &["elderly", "meeting"],
        ["Wij maken een feestmiddag voor ouderen", "Een groep met spelletjes en taart", "Gezellige middag te geef"],
        [
            "Wij willen ouderen een leuke middag geven.",
            "Spelletjes, muziek en zelfgebakken taart: wij regelen het.",
            "Met elkaar bereiden we graag een middag voor een woonzorghuis voor.",
        ],
        ["Een zaal hebben we niet.", "We houden rekening met rolstoelen.", "De boodschappen betalen we zelf."],
    ),
    group(
        "cooking",
        &["relief", "meeting"],
        ["Wij koken voor wie het nodig heeft", "Een keuken vol koks", "Samen koken voor de buurt"],
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
