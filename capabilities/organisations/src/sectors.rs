//! What organisations are about: the twelve groups and thirty subgroups of the International Classification of
//! Nonprofit Organizations (Salamon and Anheier, ICNPO-1996), with Dutch labels of our own.

use kernel::Lang;

/// A group or a subgroup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sector {
    /// 1 to 12 for a group; the group's number followed by three digits for a subgroup: 1200 is part of 1.
    pub code: u32,
    nl: &'static str,
    en: &'static str,
}

impl Sector {
    /// What people read.
    pub const fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }

    /// Whether this is a group rather than a part of one.
    pub const fn is_group(&self) -> bool {
        self.code < 100
    }

    /// The number of the group it is, or is part of.
    pub const fn group(&self) -> u32 {
        group_of(self.code)
    }
}

/// The group of a code: 1200 gives 1, and 1 gives itself.
pub const fn group_of(code: u32) -> u32 {
    if code < 100 { code } else { code / 1000 }
}

const fn sector(code: u32, nl: &'static str, en: &'static str) -> Sector {
    Sector { code, nl, en }
}

/// The subgroup of what is not elsewhere classified: all that can be said of an organisation of which only the name is known.
pub const NOT_CLASSIFIED: u32 = 12100;

/// Every group, each followed by its subgroups.
pub const SECTORS: [Sector; 42] = [
    sector(1, "Cultuur en recreatie", "Culture and recreation"),
    sector(1100, "Kunst en cultuur", "Culture and arts"),
    sector(1200, "Sport", "Sports"),
    sector(1300, "Overige recreatie en gezelligheidsverenigingen", "Other recreation and social clubs"),
    sector(2, "Onderwijs en onderzoek", "Education and research"),
    sector(2100, "Basis- en voortgezet onderwijs", "Primary and secondary education"),
    sector(2200, "Hoger onderwijs", "Higher education"),
    sector(2300, "Overig onderwijs en volwasseneneducatie", "Other education"),
    sector(2400, "Onderzoek", "Research"),
    sector(3, "Gezondheid", "Health"),
    sector(3100, "Ziekenhuizen en revalidatie", "Hospitals and rehabilitation"),
    sector(3200, "Verpleeg- en verzorgingshuizen", "Nursing homes"),
    sector(3300, "Geestelijke gezondheidszorg en crisishulp", "Mental health and crisis intervention"),
    sector(3400, "Overige gezondheidszorg", "Other health services"),
    sector(4, "Maatschappelijke dienstverlening", "Social services"),
    sector(4100, "Welzijn en maatschappelijke hulp", "Social services"),
    sector(4200, "Noodhulp en opvang", "Emergency and relief"),
    sector(4300, "Inkomensondersteuning en armoedebestrijding", "Income support and maintenance"),
    sector(5, "Natuur, milieu en dieren", "Environment"),
    sector(5100, "Natuur en milieu", "Environment"),
    sector(5200, "Dierenbescherming", "Animal protection"),
    sector(6, "Wijk, wonen en werk", "Development and housing"),
    sector(6100, "Wijk- en buurtontwikkeling", "Economic, social and community development"),
    sector(6200, "Wonen", "Housing"),
    sector(6300, "Werk en scholing", "Employment and training"),
    sector(7, "Recht, belangenbehartiging en politiek", "Law, advocacy and politics"),
    sector(7100, "Burger- en belangenorganisaties", "Civic and advocacy organizations"),
    sector(7200, "Recht en rechtshulp", "Law and legal services"),
    sector(7300, "Politieke organisaties", "Political organizations"),
    sector(8, "Fondsen en vrijwilligersondersteuning", "Philanthropic intermediaries and voluntarism promotion"),
    sector(8100, "Fondsen", "Grant-making foundations"),
    sector(
        8200,
        "Vrijwilligerssteunpunten en overige bemiddelaars",
        "Other philanthropic intermediaries and voluntarism promotion",
    ),
    sector(9, "Internationaal", "International"),
    sector(9100, "Internationale activiteiten en ontwikkelingssamenwerking", "International activities"),
    sector(10, "Religie en levensbeschouwing", "Religion"),
    sector(
        10100,
        "Kerken, moskeeën en andere levensbeschouwelijke organisaties",
        "Religious congregations and associations",
    ),
    sector(11, "Bedrijfs-, beroeps- en vakverenigingen", "Business and professional associations, unions"),
    sector(11100, "Ondernemersverenigingen", "Business associations"),
    sector(11200, "Beroepsverenigingen", "Professional associations"),
    sector(11300, "Vakbonden", "Labor unions"),
    sector(12, "Niet elders ingedeeld", "Not elsewhere classified"),
    sector(12100, "Niet elders ingedeeld", "Not elsewhere classified"),
];

/// The sector with this code.
pub fn find(code: u32) -> Option<&'static Sector> {
    SECTORS.iter().find(|sector| sector.code == code)
}

/// The sector whose code is written so.
pub fn parse(text: &str) -> Option<u32> {
    text.trim().parse().ok().and_then(find).map(|sector| sector.code)
}

pub fn groups() -> impl Iterator<Item = &'static Sector> {
    SECTORS.iter().filter(|sector| sector.is_group())
}

/// The subgroups of a group.
pub fn parts_of(group: u32) -> impl Iterator<Item = &'static Sector> {
    SECTORS.iter().filter(move |sector| !sector.is_group() && sector.group() == group)
}

/// The label of a code; empty for an unknown one.
pub fn label(code: u32, lang: Lang) -> &'static str {
    find(code).map_or("", |sector| sector.label(lang))
}
