//! The words people choose from when they say what they want to do, can do and want to learn: themes (causes), tasks and
//! skills, in Dutch and English. Slugs are stored and stand in addresses: never change one, add a new one instead.
//! The ICNPO group of a theme is the group of the classification (Salamon and Anheier, 1996) that most of its
//! organisations are in; it links the words residents use to the sectors organisations are registered under.

/// A cause, such as sport or nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Stable key, kebab-case ASCII.
    pub slug: &'static str,
    /// Dutch label.
    pub nl: &'static str,
    /// English label.
    pub en: &'static str,
    /// Name of the outline icon in the Tabler set.
    pub icon: &'static str,
    /// ICNPO-1996 group, 1 to 12.
    pub icnpo_group: u32,
}

/// A kind of work, such as reading aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Stable key, kebab-case ASCII.
    pub slug: &'static str,
    /// Dutch label.
    pub nl: &'static str,
    /// English label.
    pub en: &'static str,
    /// Slug of the theme under which the task is listed.
    pub theme: &'static str,
}

/// Something a person can do or wants to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Stable key, kebab-case ASCII.
    pub slug: &'static str,
    /// Dutch label.
    pub nl: &'static str,
    /// English label.
    pub en: &'static str,
}

impl Theme {
    /// Its label; a language without labels of its own reads the English ones.
    pub fn label(&self, lang: crate::Lang) -> &'static str {
        label(lang, self.nl, self.en)
    }
}

impl Task {
    /// Its label; a language without labels of its own reads the English ones.
    pub fn label(&self, lang: crate::Lang) -> &'static str {
        label(lang, self.nl, self.en)
    }
}

impl Skill {
    /// Its label; a language without labels of its own reads the English ones.
    pub fn label(&self, lang: crate::Lang) -> &'static str {
        label(lang, self.nl, self.en)
    }
}

fn label(lang: crate::Lang, nl: &'static str, en: &'static str) -> &'static str {
    match lang {
        crate::Lang::Nl => nl,
        crate::Lang::En => en,
    }
}

const fn theme(slug: &'static str, nl: &'static str, en: &'static str, icon: &'static str, icnpo_group: u32) -> Theme {
    Theme { slug, nl, en, icon, icnpo_group }
}

const fn task(slug: &'static str, nl: &'static str, en: &'static str, theme: &'static str) -> Task {
    Task { slug, nl, en, theme }
}

const fn skill(slug: &'static str, nl: &'static str, en: &'static str) -> Skill {
    Skill { slug, nl, en }
}

/// The causes, in the order in which they are shown.
pub const THEMES: [Theme; 15] = [
    theme("meeting", "Ontmoeten en gezelligheid", "Meeting people", "coffee", 1),
    theme("elderly", "Ouderen", "Older people", "old", 4),
    theme("youth", "Kinderen en jongeren", "Children and young people", "mood-kid", 4),
    theme("health", "Zorg en gezondheid", "Care and health", "heart-handshake", 3),
    theme("relief", "Armoede en noodhulp", "Poverty and relief", "lifebuoy", 4),
    theme("learning", "Taal en leren", "Language and learning", "book-2", 2),
    theme("digital", "Computer en telefoon", "Computers and phones", "device-laptop", 2),
    theme("newcomers", "Nieuwkomers en de wereld", "Newcomers and the world", "world", 9),
    theme("neighbourhood", "Buurt en wonen", "Neighbourhood and housing", "building-community", 6),
    theme("sport", "Sport en bewegen", "Sport and exercise", "ball-football", 1),
    theme("culture", "Kunst en cultuur", "Arts and culture", "palette", 1),
    theme("nature", "Natuur en milieu", "Nature and environment", "leaf", 5),
    theme("animals", "Dieren", "Animals", "paw", 5),
    theme("advocacy", "Bestuur, recht en inspraak", "Boards, rights and having a say", "scale", 7),
    theme("faith", "Geloof en zingeving", "Faith and meaning", "candle", 10),
];

/// The kinds of work, grouped by theme.
pub const TASKS: [Task; 69] = [
    task("hosting", "Gasten ontvangen", "Welcoming guests", "meeting"),
    task("cooking", "Koken en samen eten", "Cooking and eating together", "meeting"),
    task("leading-activities", "Een spel of activiteit begeleiden", "Leading a game or activity", "meeting"),
    task("handcraft", "Naaien en handwerken", "Sewing and handicraft", "meeting"),
    task("visiting", "Op bezoek gaan", "Visiting somebody", "elderly"),
    task("walking-together", "Samen wandelen", "Walking together", "elderly"),
    task("cycling-together", "Samen fietsen", "Cycling together", "elderly"),
    task("meal-company", "Gezelschap aan tafel", "Company at meals", "elderly"),
    task("shopping", "Boodschappen doen", "Doing the shopping", "elderly"),
    task("respite", "De zorg even overnemen", "Giving a carer a break", "health"),
    task("buddy", "Maatje zijn", "Being a buddy", "health"),
    task("listening", "Luisteren en bellen", "Listening by phone", "health"),
    task("palliative-care", "Er zijn in de laatste levensfase", "Being there at the end of life", "health"),
    task("accompanying", "Meegaan naar een afspraak", "Going along to an appointment", "health"),
    task("playground", "Toezicht bij het spelen", "Watching over play", "youth"),
    task("youth-group", "Leiding van een jeugdgroep", "Leading a youth group", "youth"),
    task("youth-work", "Er zijn voor tieners", "Being there for teenagers", "youth"),
    task("holiday-week", "Vakantieweken begeleiden", "Helping in holiday weeks", "youth"),
    task("family-support", "Een gezin steunen", "Supporting a family", "youth"),
    task("babysitting", "Oppassen", "Minding children", "youth"),
    task("reading-aloud", "Voorlezen", "Reading aloud", "learning"),
    task("homework-help", "Helpen met huiswerk", "Helping with homework", "learning"),
    task("language-buddy", "Taalmaatje zijn", "Being a language buddy", "learning"),
    task("language-class", "Helpen in de taalles", "Helping in a language class", "learning"),
    task("mentoring", "Mentor of coach zijn", "Mentoring and coaching", "learning"),
    task("job-coaching", "Helpen bij het zoeken naar werk", "Helping people find a job", "learning"),
    task("local-history", "Geschiedenis bewaren", "Keeping local history", "learning"),
    task("citizen-science", "Meten en tellen voor onderzoek", "Measuring and counting for research", "learning"),
    task("digital-help", "Helpen met computer of telefoon", "Helping with computers and phones", "digital"),
    task("food-packing", "Voedselpakketten maken", "Packing food parcels", "relief"),
    task("sorting", "Sorteren en inpakken", "Sorting and packing", "relief"),
    task("paperwork", "Helpen met post en geld", "Helping with letters and money", "relief"),
    task("first-aid", "Eerste hulp en noodhulp", "First aid and emergency help", "relief"),
    task("tax-forms", "Formulieren en aangifte invullen", "Filling in forms and tax returns", "relief"),
    task("newcomer-buddy", "Nieuwkomers wegwijs maken", "Showing newcomers the way", "newcomers"),
    task("interpreting", "Vertalen bij gesprekken", "Interpreting", "newcomers"),
    task("fundraising", "Geld ophalen", "Raising funds", "newcomers"),
    task("odd-jobs", "Kleine klussen", "Odd jobs", "neighbourhood"),
    task("driving", "Rijden en vervoeren", "Driving and transport", "neighbourhood"),
    task("gardening", "Tuinieren", "Gardening", "neighbourhood"),
    task("clean-up", "De buurt opruimen", "Cleaning up the neighbourhood", "neighbourhood"),
    task("mediation", "Bemiddelen tussen buren", "Mediating between neighbours", "neighbourhood"),
    task("moving-help", "Helpen bij een verhuizing", "Helping with a move", "neighbourhood"),
    task("training-youth", "Training geven", "Coaching a team", "sport"),
    task("refereeing", "Wedstrijden fluiten", "Refereeing", "sport"),
    task("club-bar", "Bardienst draaien", "Running the club bar", "sport"),
    task("adapted-sport", "Sporten met een beperking begeleiden", "Helping with adapted sports", "sport"),
    task("grounds", "Het terrein onderhouden", "Maintaining the grounds", "sport"),
    task("event-crew", "Helpen bij een evenement", "Helping at an event", "culture"),
    task("stage-crew", "Licht, geluid en decor", "Light, sound and scenery", "culture"),
    task("making-music", "Muziek maken", "Making music", "culture"),
    task("local-news", "Schrijven voor de buurt", "Writing for the neighbourhood", "culture"),
    task("publicity", "Foto's en sociale media", "Photos and social media", "culture"),
    task("library-corner", "Boeken uitlenen en sorteren", "Lending and sorting books", "culture"),
    task("nature-work", "Werken in het groen", "Working in nature", "nature"),
    task("nature-guide", "De natuur laten zien", "Guiding in nature", "nature"),
    task("school-garden", "Schooltuinieren", "School gardening", "nature"),
    task("energy-coaching", "Helpen energie te besparen", "Helping save energy", "nature"),
    task("repairing", "Repareren", "Repairing", "nature"),
    task("animal-care", "Dieren verzorgen", "Caring for animals", "animals"),
    task("animal-transport", "Dieren ophalen", "Collecting animals", "animals"),
    task("pet-help", "Helpen met een huisdier", "Helping with a pet", "animals"),
    task("treasurer", "Penningmeester zijn", "Being a treasurer", "advocacy"),
    task("secretary", "Secretariaat en planning", "Secretarial work and planning", "advocacy"),
    task("having-a-say", "Meepraten en adviseren", "Having a say and advising", "advocacy"),
    task("legal-desk", "Raad geven over recht", "Giving legal information", "advocacy"),
    task("volunteer-desk", "Mensen aan vrijwilligerswerk helpen", "Matching volunteers", "advocacy"),
    task("grant-reading", "Aanvragen beoordelen", "Assessing grant applications", "advocacy"),
    task("debate-evening", "Gesprekken leiden", "Leading conversations", "advocacy"),
];

/// What people can do or want to learn. Nobody is asked for proof of any of these.
pub const SKILLS: [Skill; 40] = [
    skill("listening", "Luisteren", "Listening"),
    skill("explaining", "Uitleggen", "Explaining"),
    skill("patience", "Geduld hebben", "Being patient"),
    skill("leading-groups", "Een groep leiden", "Leading a group"),
    skill("organising", "Organiseren", "Organising"),
    skill("planning", "Plannen", "Planning"),
    skill("working-together", "Samenwerken", "Working together"),
    skill("speaking", "Spreken voor een groep", "Public speaking"),
    skill("writing", "Schrijven", "Writing"),
    skill("translating", "Vertalen", "Translating"),
    skill("dutch", "Nederlands spreken", "Speaking Dutch"),
    skill("english", "Engels spreken", "Speaking English"),
    skill("arithmetic", "Rekenen", "Arithmetic"),
    skill("bookkeeping", "Boekhouden", "Bookkeeping"),
    skill("law", "Kennis van recht", "Knowledge of law"),
    skill("chairing", "Voorzitten", "Chairing meetings"),
    skill("taking-minutes", "Verslagen maken", "Taking minutes"),
    skill("computers", "Omgaan met computers", "Using computers"),
    skill("websites", "Websites maken", "Making websites"),
    skill("social-media", "Sociale media", "Social media"),
    skill("photography", "Fotograferen", "Photography"),
    skill("design", "Ontwerpen", "Design"),
    skill("music", "Muziek maken", "Making music"),
    skill("singing", "Zingen", "Singing"),
    skill("acting", "Toneelspelen", "Acting"),
    skill("drawing", "Tekenen en schilderen", "Drawing and painting"),
    skill("sewing", "Naaien", "Sewing"),
    skill("cooking", "Koken", "Cooking"),
    skill("baking", "Bakken", "Baking"),
    skill("gardening", "Tuinieren", "Gardening"),
    skill("woodwork", "Timmeren", "Woodwork"),
    skill("electrics", "Elektrische apparaten repareren", "Repairing appliances"),
    skill("bicycle-repair", "Fietsen maken", "Repairing bicycles"),
    skill("painting-walls", "Verven en behangen", "Painting and decorating"),
    skill("driving", "Autorijden", "Driving"),
    skill("first-aid", "Eerste hulp", "First aid"),
    skill("caring", "Zorgen voor mensen", "Caring for people"),
    skill("animals", "Omgaan met dieren", "Handling animals"),
    skill("coaching-sport", "Sport begeleiden", "Coaching sport"),
    skill("nature-knowledge", "Kennis van planten en dieren", "Knowledge of nature"),
];
