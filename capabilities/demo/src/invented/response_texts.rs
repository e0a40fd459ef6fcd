//! The sentences of responses and answers.

use kernel::random::SplitMix64;

use super::model::{DutchLevel, Location, SamplePerson, SampleVacancy};

const GREETINGS: [&str; 5] = ["Hallo,", "Goedemiddag,", "Beste mensen,", "Dag,", "Hoi,"];

const INTERESTS: [&str; 12] = [
    "Ik las jullie vacature en het lijkt me leuk om te doen.",
    "Dit is precies wat ik zoek.",
    "Ik wil graag helpen en ik woon dichtbij.",
    "Een buurvrouw wees me op jullie vacature.",
    "Ik heb tijd over en wil iets voor een ander doen.",
    "Jullie oproep sprak me meteen aan.",
    "Ik twijfel al een tijdje, maar nu doe ik het gewoon.",
    "Via het punt in de bibliotheek kreeg ik jullie adres.",
    "Ik heb zoiets nog nooit gedaan, maar ik leer snel.",
    "Vroeger deed ik dit werk ook en ik mis het.",
    "Mijn vriendin doet dit ook en is erg enthousiast.",
    "Ik ben op zoek naar iets om onder de mensen te zijn.",
];

const QUESTIONS: [&str; 14] = [
    "Is er nog plek?",
    "Kan ik een keer komen kijken?",
    "Hoeveel tijd kost het echt, denken jullie?",
    "Kan het ook om de week?",
    "Hoe ziet de eerste keer eruit?",
    "Moet ik zelf iets meenemen?",
    "Met hoeveel mensen werk ik samen?",
    "Krijg ik hulp in het begin?",
    "Wanneer kan ik beginnen?",
    "Mag een vriendin ook meedoen?",
    "Kan ik er met de bus komen?",
    "Wie kan ik bellen om kennis te maken?",
    "In de schoolvakanties kan ik niet, is dat erg?",
    "Is het ook geschikt als ik niet lang kan staan?",
];

const SIMPLE: [&str; 5] = [
    "Ik wil graag helpen. Mijn Nederlands is nog niet goed. Is dat een probleem?",
    "Ik woon nieuw hier en ik wil werken met mensen. Mag ik komen?",
    "Dit werk is mooi. Ik kan goed met mijn handen werken. Kan ik beginnen?",
    "Ik leer Nederlands en ik wil oefenen. Ik kan elke week komen. Is dat goed?",
    "Ik heb dit werk in mijn land gedaan. Kunnen we een keer praten?",
];

/// What somebody writes, fitting their level of Dutch; work from home gets no questions about the bus.
pub(super) fn message(random: &mut SplitMix64, person: &SamplePerson, vacancy: &SampleVacancy) -> String {
    let greeting = random.pick(&GREETINGS);
    let first_name = person.name.split(' ').next().unwrap_or_default();
    if person.dutch < DutchLevel::B1 {
        return format!("{greeting}\n\n{}\n\nGroeten,\n{first_name}", random.pick(&SIMPLE));
    }
    let questions: Vec<&str> = QUESTIONS
        .iter()
        .copied()
        .filter(|question| {
            vacancy.location != Location::FromHome
                || !(question.contains("bus") || question.contains("staan") || question.contains("meenemen"))
        })
        .collect();
    let asked = random.some(&questions, 1, 2).join(" ");
    format!("{greeting}\n\n{} {asked}\n\nGroet,\n{first_name}", random.pick(&INTERESTS))
}

/// First answers.
pub(super) const ANSWER: [&str; 8] = [
    "Wat leuk dat je reageert! Ja, er is nog plek. Wanneer kunnen we je bellen?",
    "Dank je wel voor je bericht. Je bent van harte welkom om een keer te komen kijken.",
    "Fijn dat je wilt helpen. Zullen we volgende week even kennismaken?",
    "Goed om van je te horen. In het begin loop je met iemand mee, dus maak je geen zorgen.",
    "Bedankt voor je reactie. Over de tijden kunnen we altijd praten.",
    "Leuk! We werken met een klein groepje en iemand legt je alles uit.",
    "Goede vraag! Bij een kop koffie vertel ik je er graag meer over.",
    "Welkom! Ik vertel je graag meer aan de telefoon. Past het je morgenmiddag?",
];

/// Answers after a reminder.
pub(super) const SORRY: [&str; 5] = [
    "Excuses dat het even duurde, ik was ziek. Er is nog plek. Heb je nog zin?",
    "Sorry voor het wachten! Wij doen dit naast ons werk. Zullen we bellen?",
    "Je bericht was blijven liggen, dat spijt me. Je bent zeker welkom.",
    "Het was druk met ons jubileum. Nu heb ik tijd: wanneer kun je langskomen?",
    "Dank je voor je geduld. Onze contactpersoon is veranderd en ik neem het over.",
];

/// The volunteer writes back.
pub(super) const BACK: [&str; 6] = [
    "Fijn, ik ben bereikbaar na 5 uur.",
    "Dank voor het snelle antwoord. Donderdag kan ik goed.",
    "Leuk, ik kom graag een keer kijken.",
    "Graag! Bellen mag altijd.",
    "Helemaal goed, ik zie ernaar uit.",
    "Dat klinkt goed. Ik heb er zin in.",
];

/// Invitations to meet.
pub(super) const INVITE: [&str; 5] = [
    "Zullen we kennismaken? Ik zorg voor koffie en laat je alles zien.",
    "Kom je een keer langs? Dan loop je een uurtje mee.",
    "Dan spreken we af. Vraag bij de deur naar de coördinator.",
    "Mooi, dan maken we kennis en kijken we of het klikt.",
    "We drinken samen koffie en daarna beslis je zelf.",
];

/// "Full" or "no", always with other doors.
pub(super) const DECLINE: [&str; 5] = [
    "Dank je wel voor je reactie. We hebben net genoeg mensen gevonden. Misschien is een van deze plekken iets voor jou.",
    "Helaas is de plek al bezet. We zetten je graag op de reservelijst en hieronder staan andere mogelijkheden.",
    "Voor dit werk zoeken we toch iemand die op een andere dag kan. Kijk eens naar deze vacatures, die passen beter bij jouw tijden.",
    "Het spijt me, de activiteit gaat niet door. Bij deze organisaties zijn ze blij met je hulp.",
    "We denken dat iets anders beter bij je past. Hieronder staat waar ze iemand zoeken zoals jij.",
];

/// The volunteer withdraws.
pub(super) const WITHDRAW: [&str; 5] = [
    "Ik heb intussen iets anders gevonden. Bedankt voor de moeite.",
    "Het lukt toch niet met mijn werk. Misschien later.",
    "Door familieomstandigheden moet ik afzeggen. Sorry!",
    "Ik heb een baan gevonden, dus mijn tijd is nu beperkt.",
    "Bij nader inzien is het me te ver reizen.",
];

/// The mediator of the point takes over.
pub(super) const MEDIATOR: [&str; 4] = [
    "Goedemiddag, ik ben van het informatiepunt. Je wacht al even op antwoord, daarom help ik je verder. Mag ik je bellen?",
    "Dag, de organisatie is lastig te bereiken. Ik bel hen vandaag en laat je morgen weten hoe het zit.",
    "Hallo, ik neem je vraag over. Ik weet twee andere plekken die bij je passen. Zal ik ze sturen?",
    "Beste, kom gerust langs bij het punt. Dan zoeken we samen iets wat snel kan beginnen.",
];
