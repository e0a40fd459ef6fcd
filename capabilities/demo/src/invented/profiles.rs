//! What kinds of organisations the town has: one profile for each of the 30 subgroups of the ICNPO.

/// How organisations of one subgroup are called and what they do.
pub(super) struct Profile {
    /// ICNPO subgroup.
    pub code: u32,
    /// A second subgroup some of them are active in.
    pub also: Option<u32>,
    /// How many of every 120 organisations.
    pub slots: u32,
    /// Names; `{}` stands for the invented word.
    pub forms: &'static [&'static str],
    /// Predicates with the organisation as subject.
    pub missions: &'static [&'static str],
    /// Percentage that has no legal form.
    pub informal: u64,
    /// Percentage that is also active in the parks around the town and on the business parks.
    pub outskirts: u64,
    pub industrial: u64,
}

const fn profile(
    code: u32,
    also: Option<u32>,
    slots: u32,
    forms: &'static [&'static str],
    missions: &'static [&'static str],
    shares: (u64, u64, u64),
) -> Profile {
    let (informal, outskirts, industrial) = shares;
    Profile { code, also, slots, forms, missions, informal, outskirts, industrial }
}

/// The profiles; the slots add up to 120.
pub(super) const PROFILES: [Profile; 30] = [
    profile(
        1100,
        Some(1300),
        7,
        &["Kunstkring {}", "Cultuurhuis {}", "Podium {}"],
        &[
            "brengt mensen samen rond muziek, toneel en kunst",
            "laat zien dat iedereen kunst kan maken",
            "haalt cultuur naar de straat en de buurt",
        ],
        (8, 20, 0),
    ),
    profile(
        1200,
        None,
        12,
        &["Sportvereniging {}", "Sportclub {}", "SV {}"],
        &[
            "is een sportclub waar plezier voorop staat",
            "laat jong en oud bewegen, op elk niveau",
            "is een club met 25 teams en veel familiegevoel",
        ],
        (0, 25, 0),
    ),
    profile(
        1300,
        Some(6100),
        8,
        &["Vereniging {}", "Ontmoetingskring {}", "Vrijetijdsclub {}"],
        &[
            "organiseert elke week iets leuks voor jong en oud",
            "is een vereniging van buurtgenoten die graag iets samen doen",
            "zorgt voor gezelligheid, buiten en binnen",
        ],
        (30, 45, 0),
    ),
    profile(
        2100,
        None,
        5,
        &["Onderwijshuis {}", "Leerhuis {}", "Stichting School en Buurt {}"],
        &[
            "werkt samen met scholen in de stad",
            "helpt kinderen om met plezier te leren",
            "verbindt school, ouders en buurt",
        ],
        (0, 10, 0),
    ),
    profile(
        2200,
        None,
        2,
        &["Campusnetwerk {}", "Studentenhuis {}"],
        &["helpt studenten om hun plek te vinden", "brengt studenten en inwoners bij elkaar"],
        (0, 0, 0),
    ),
    profile(
        2300,
        Some(6300),
        5,
        &["Taalhuis {}", "Leerkring {}", "Leerpunt {}"],
        &[
            "helpt volwassenen en kinderen met taal en leren",
            "geeft les in taal, rekenen en de computer",
            "is er voor iedereen die iets wil leren",
        ],
        (5, 0, 0),
    ),
    profile(
        2400,
        None,
        2,
        &["Onderzoekskring {}", "Stichting Speurwerk {}"],
        &["onderzoekt met inwoners de stad en de natuur", "verzamelt kennis over vroeger en nu"],
        (20, 50, 0),
    ),
    profile(
        3100,
        None,
        2,
        &["Revalidatiehuis {}", "Kliniek {}"],
        &[
            "helpt mensen om na ziekte of een ongeluk weer op krachten te komen",
            "behandelt patiënten uit de hele regio",
        ],
        (0, 0, 0),
    ),
    profile(
        3200,
        None,
        5,
        &["Woonzorghuis {}", "Verzorgingshuis {}", "Huize {}"],
        &[
            "is een thuis voor 60 ouderen",
            "geeft ouderen zorg en een prettige dag",
            "wil dat bewoners zoveel mogelijk hun eigen leven leiden",
        ],
        (0, 0, 0),
    ),
    profile(
        3300,
        Some(7100),
        4,
        &["Herstelkring {}", "Maatjesproject {}", "Stichting Op Adem {}"],
        &[
            "steunt mensen die psychisch kwetsbaar zijn",
            "biedt een luisterend oor en een maatje",
            "werkt met mensen die zelf weten hoe een crisis voelt",
        ],
        (10, 0, 0),
    ),
    profile(
        3400,
        None,
        4,
        &["Zorgkring {}", "Stichting Aandacht {}", "Zorgnetwerk {}"],
        &[
            "staat naast zieken en hun mantelzorgers",
            "geeft tijd en aandacht waar de zorg ophoudt",
            "helpt mensen die lang ziek zijn en hun naasten",
        ],
        (10, 20, 0),
    ),
    profile(
        4100,
        Some(6100),
        10,
        &["Welzijnshuis {}", "Hulpkring {}", "Stichting Naast Elkaar {}"],
        &[
            "is er voor inwoners die een steuntje kunnen gebruiken",
            "brengt mensen die hulp zoeken en mensen die willen helpen bij elkaar",
            "werkt in de wijk, dicht bij mensen",
        ],
        (15, 10, 0),
    ),
    profile(
        4200,
        None,
        4,
        &["Hulpdienst {}", "Stichting Eerste Steun {}"],
        &["staat klaar als er iets ergs gebeurt", "geeft eerste hulp en onderdak"],
        (0, 40, 40),
    ),
    profile(
        4300,
        None,
        5,
        &["Deelhuis {}", "Stichting Genoeg {}", "Steunpunt {}"],
        &[
            "helpt gezinnen met weinig geld",
            "zorgt dat niemand zonder eten of kleding zit",
            "deelt uit wat anderen over hebben",
        ],
        (10, 0, 75),
    ),
    profile(
        5100,
        None,
        6,
        &["Natuurgroep {}", "Groenkring {}", "Vereniging Buitengewoon {}"],
        &[
            "zorgt voor meer natuur in en om de stad",
            "werkt aan schoon water, groene straten en gezonde bomen",
            "neemt mensen mee naar buiten",
        ],
        (20, 100, 0),
    ),
    profile(
        5200,
        None,
        3,
        &["Dierenhulp {}", "Dierenvrienden {}", "Dierenhuis {}"],
        &["vangt dieren op die hulp nodig hebben", "zorgt voor dieren en hun baasjes"],
        (10, 60, 70),
    ),
    profile(
        6100,
        Some(1300),
        6,
        &["Wijkvereniging {}", "Buurthuis {}", "Buurtkring {}"],
        &["maakt de wijk mooier en gezelliger", "is het huis van de buurt", "is van en voor bewoners"],
        (40, 25, 25),
    ),
    profile(
        6200,
        None,
        3,
        &["Bewonersvereniging {}", "Huurderskring {}", "Woonvereniging {}"],
        &["komt op voor prettig wonen", "helpt buren om goed samen te leven"],
        (25, 0, 0),
    ),
    profile(
        6300,
        None,
        4,
        &["Werkplaats {}", "Werkpunt {}", "Stichting Aan de Slag {}"],
        &["helpt mensen stap voor stap naar werk", "is een leerplek voor wie weer aan het werk wil"],
        (0, 0, 80),
    ),
    profile(
        7100,
        None,
        3,
        &["Platform {}", "Belangenkring {}"],
        &["komt op voor mensen met een beperking of ziekte", "zorgt dat inwoners gehoord worden"],
        (25, 0, 0),
    ),
    profile(
        7200,
        None,
        2,
        &["Rechtspunt {}", "Stichting Recht Dichtbij {}"],
        &["geeft gratis uitleg over rechten en plichten", "helpt mensen met een conflict of een moeilijke brief"],
        (0, 0, 0),
    ),
    profile(
        7300,
        None,
        1,
        &["Inwonersberaad {}"],
        &["organiseert gesprekken over de toekomst van de stad"],
        (20, 0, 0),
    ),
    profile(
        8100,
        None,
        2,
        &["Fonds {}", "Buurtfonds {}"],
        &["steunt kleine plannen met een groot hart", "verdeelt geld dat inwoners en bedrijven geven"],
        (0, 30, 0),
    ),
    profile(
        8200,
        None,
        3,
        &["Vrijwilligerspunt {}", "Vrijwilligershuis {}"],
        &["helpt mensen om passend vrijwilligerswerk te vinden", "ondersteunt organisaties met vrijwilligers"],
        (0, 0, 0),
    ),
    profile(
        9100,
        None,
        3,
        &["Wereldhuis {}", "Vriendschapskring {}"],
        &["verbindt mensen hier met mensen ver weg", "helpt nieuwkomers en steunt projecten in andere landen"],
        (10, 0, 0),
    ),
    profile(
        10100,
        Some(4100),
        4,
        &["Geloofsgemeenschap {}", "Huis van Geloof {}", "Gemeenschap {}"],
        &["is een gemeenschap waar iedereen welkom is", "vindt geloven en helpen bij elkaar horen"],
        (0, 0, 0),
    ),
    profile(
        11100,
        None,
        1,
        &["Ondernemerskring {}"],
        &["is een vereniging van kleine ondernemers die iets terug willen doen"],
        (0, 0, 100),
    ),
    profile(
        11200,
        None,
        1,
        &["Beroepsvereniging {}"],
        &["verenigt vakmensen die hun kennis willen delen"],
        (0, 0, 100),
    ),
    profile(
        11300,
        None,
        1,
        &["Vakbondsgroep {}"],
        &["helpt werkenden en gepensioneerden met vragen over werk en geld"],
        (0, 0, 0),
    ),
    profile(
        12100,
        None,
        2,
        &["Collectief {}", "Stichting {}"],
        &["doet wat nergens anders past", "begint waar anderen ophouden"],
        (30, 10, 60),
    ),
];
