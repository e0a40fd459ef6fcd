//! The words the check looks for, and how it counts a text. Patterns are folded (lower case, no accents); one that ends
//! in `*` also fits the beginning of a longer word.

use kernel::text::fold;

/// Words of paid work.
pub const PAID: &[&str] = &[
    "salaris",
    "salarisindicatie",
    "salarisschaal",
    "cao",
    "bruto*",
    "fte",
    "uurloon*",
    "loondienst",
    "dienstverband*",
    "arbeidsovereenkomst*",
    "arbeidscontract*",
    "zzp",
    "freelance*",
    "vakantiegeld",
    "minimumloon",
    "salary",
    "hourly wage*",
    "employment contract*",
];

/// Words of making a profit.
pub const PROFIT: &[&str] = &[
    "omzet",
    "omzetdoel*",
    "verkooptarget*",
    "targets halen",
    "provisie",
    "winstgevend*",
    "winst maken",
    "klanten werven",
    "acquisitie",
    "sales target*",
    "make a profit",
];

/// Words of doing the work of paid staff.
pub const REPLACES: &[&str] = &[
    "in plaats van een betaald*",
    "in plaats van betaald*",
    "in plaats van een beroepskracht",
    "vervangt een medewerker",
    "vervanging van een medewerker",
    "vervangen van een medewerker",
    "ter vervanging van",
    "neemt de taken over van een medewerker",
    "wegens bezuinig*",
    "door bezuinig*",
    "vanwege bezuinig*",
    "wegens ziekte van een medewerker",
    "zwangerschapsverlof",
    "instead of paid staff",
];

/// Demands of a diploma or a level of schooling.
pub const DIPLOMA: &[&str] = &[
    "diploma vereist",
    "diploma nodig",
    "bezit van een diploma",
    "je hebt een diploma",
    "afgeronde opleiding",
    "relevante opleiding",
    "startkwalificatie",
    "mbo niveau",
    "hbo niveau",
    "wo niveau",
    "mbo denkniveau",
    "hbo denkniveau",
    "werk en denkniveau",
    "big registratie",
    "degree required",
];

/// Proof that some work needs: safety, the road, the bar.
pub const NEEDED_PROOF: &[&str] = &[
    "rijbewijs*",
    "ehbo",
    "bhv",
    "reanimatie*",
    "aed",
    "zwem*",
    "sociale hygiene",
    "vca",
    "vaarbewijs*",
    "first aid",
    "driving licence",
];

/// Demands of age or sex.
pub const AGE_OR_SEX: &[&str] = &[
    "alleen vrouwen",
    "alleen voor vrouwen",
    "alleen mannen",
    "alleen voor mannen",
    "alleen dames",
    "alleen heren",
    "vrouwelijke vrijwilliger*",
    "mannelijke vrijwilliger*",
    "je bent jonger dan",
    "je bent niet ouder dan",
    "je bent maximaal",
    "je bent hoogstens",
    "jonge vrijwilliger*",
    "women only",
    "men only",
];

/// Words that shut people out or that people do not like to be called by.
pub const EXCLUDING: &[&str] = &[
    "moedertaal",
    "native speaker",
    "accentloos",
    "zonder accent",
    "autochto*",
    "allochto*",
    "hoofddoek*",
    "jong en dynamisch",
    "gehandicapten",
    "invaliden",
    "bejaarden",
    "kansarm*",
    "laaggeschoold*",
    "laagopgeleid*",
];

/// Words of guidance.
pub const GUIDANCE: &[&str] =
    &["begeleid*", "inwerk*", "wegwijs", "aanspreekpunt", "meelopen", "loopt mee", "leggen je uit", "laten je zien"];
/// Words of expenses.
pub const EXPENSES: &[&str] = &["onkosten*", "reiskosten*", "kosten vergoed*", "kosten krijg je terug", "expenses"];
/// Words of insurance.
pub const INSURANCE: &[&str] = &["verzeker*", "insured", "insurance"];
/// Words that draw the line with the work of paid staff.
pub const BOUNDARY: &[&str] = &[
    "naast de beroepskracht*",
    "beroepskracht*",
    "medewerker*",
    "verpleegkundige*",
    "je doet geen",
    "doe je niet",
    "hoef je niet",
    "hoeft niet",
    "geen zorgtaken",
    "geen verzorging",
    "geen medische",
    "niet verantwoordelijk",
];

/// Titles that say nothing of the task.
pub const EMPTY_TITLES: &[&str] = &[
    "vrijwilliger",
    "vrijwilligers",
    "vrijwilliger gezocht",
    "vrijwilligers gezocht",
    "vrijwilliger gevraagd",
    "vrijwilligers gevraagd",
    "gezocht vrijwilligers",
    "vrijwilligerswerk",
    "hulp gezocht",
    "help ons",
    "wij zoeken jou",
    "word vrijwilliger",
    "volunteer",
    "volunteers wanted",
    "volunteer wanted",
];

const NEGATIONS: [&str; 6] = ["geen", "zonder", "niet", "no", "not", "without"];

/// A text as folded words.
#[derive(Debug)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text, folded, without punctuation.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_owned).collect())
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether one of these words is there.
    pub fn has_any(&self, words: &[&str]) -> bool {
        self.0.iter().any(|word| words.contains(&word.as_str()))
    }

    /// The first pattern that is there, as it is written, unless a negation stands in the two words before it.
    pub fn find(&self, patterns: &[&str]) -> Option<String> {
        patterns.iter().find_map(|pattern| self.find_one(pattern))
    }

    /// Whether a pattern is there, also where it is denied.
    pub fn mentions(&self, patterns: &[&str]) -> bool {
        patterns.iter().any(|pattern| {
            let parts: Vec<&str> = pattern.split(' ').collect();
            (0..self.0.len()).any(|start| self.fits(&parts, start))
        })
    }

    /// Whether the whole text is one of these.
    pub fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.contains(&self.0.join(" ").as_str())
    }

    fn fits(&self, parts: &[&str], start: usize) -> bool {
        parts.iter().enumerate().all(|(offset, part)| match (self.0.get(start + offset), part.strip_suffix('*')) {
            (Some(word), Some(stem)) => word.starts_with(stem),
            (Some(word), None) => word == part,
            (None, _) => false,
        })
    }

    fn find_one(&self, pattern: &str) -> Option<String> {
        let parts: Vec<&str> = pattern.split(' ').collect();
        let negated =
            |start: usize| self.0[start.saturating_sub(2)..start].iter().any(|word| NEGATIONS.contains(&word.as_str()));
        let start = (0..self.0.len()).find(|start| self.fits(&parts, *start) && !negated(*start))?;
        Some(self.0[start..start + parts.len()].join(" "))
    }

    /// Words of at least `letters` letters, without those about volunteering itself.
    pub fn long(&self, letters: usize) -> Vec<&str> {
        let long = |word: &&String| word.chars().count() >= letters && !word.starts_with("vrijwillig");
        self.0.iter().filter(long).map(String::as_str).collect()
    }
}

/// Words per sentence, on average; 0 for an empty text.
pub fn sentence_length(text: &str) -> f64 {
    let sentences: Vec<usize> = text
        .split(['.', '!', '?', '\n', ';'])
        .map(|sentence| Words::of(sentence).count())
        .filter(|words| *words > 0)
        .collect();
    if sentences.is_empty() { 0.0 } else { sentences.iter().sum::<usize>() as f64 / sentences.len() as f64 }
}

/// An e-mail address or a telephone number in the text.
pub fn contact_data(text: &str) -> Option<String> {
    let token = |token: &&str| kernel::email::looks_like(token.trim_matches(|c: char| !c.is_alphanumeric()));
    if let Some(address) = text.split_whitespace().find(token) {
        return Some(address.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
    }
    phone(text)
}

/// A Dutch telephone number: ten digits from 0, or eleven from 31; spaces, dashes and brackets between them.
/// A date is none.
fn phone(text: &str) -> Option<String> {
    let joins = |c: char| matches!(c, ' ' | '-' | '(' | ')' | '+' | '/');
    let runs = text.split(|c: char| !c.is_ascii_digit() && !joins(c));
    runs.map(str::trim).find_map(|run| {
        let groups: Vec<&str> = run.split(joins).filter(|group| !group.is_empty()).collect();
        let like_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
        let date = groups.windows(3).any(|three| three[0].len() <= 2 && three[1].len() <= 2 && like_year(&three[2]));
        let digits: String = groups.concat();
        let number = digits.starts_with('0') && digits.len() == 10 || digits.starts_with("31") && digits.len() == 11;
        (number && !date).then(|| run.to_owned())
    })
}
