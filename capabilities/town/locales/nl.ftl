# Toegankelijkheid.

site-a11y-title = Toegankelijkheid
site-a11y-lead = { $owner } wil dat iedereen deze site kan gebruiken.
site-a11y-status = Hoe staan we ervoor?
site-a11y-status-full = Deze site voldoet helemaal aan de eisen (status A).
site-a11y-status-partial = Deze site voldoet voor een groot deel aan de eisen (status B).
site-a11y-status-started = We werken eraan om aan alle eisen te voldoen (status C).
site-a11y-status-none = Deze site voldoet nog niet aan de eisen (status D).
site-a11y-status-excluded = Voor deze site gelden de eisen niet (status E).
site-a11y-checked = De site is voor het laatst onderzocht op { $date }.
site-a11y-unchecked = De site is nog niet door een onafhankelijke partij onderzocht.
site-a11y-do = Wat we doen
site-a11y-do-keyboard = Je kunt alles met het toetsenbord doen.
site-a11y-do-zoom = Je kunt de tekst 2 keer zo groot maken. Alles werkt op een klein scherm.
site-a11y-do-script = Alles werkt ook zonder JavaScript.
site-a11y-do-words = We schrijven korte zinnen en gewone woorden.
site-a11y-do-paper = Je kunt alles ook op papier krijgen, of samen met iemand invullen.
site-a11y-problem = Lukt er iets niet?
site-a11y-problem-text = Vertel ons wat er niet lukt en op welke pagina. Je krijgt binnen 5 werkdagen antwoord. Ondertussen helpen we je op een andere manier.
site-a11y-complain = Niet tevreden met ons antwoord?
site-a11y-complain-text = Dien dan een klacht in bij de gemeente. Helpt dat niet? Ga dan naar de Nationale ombudsman of het College voor de Rechten van de Mens.
site-a11y-law = De eisen staan in de Europese norm EN 301 549 en in WCAG 2.2, niveau A en AA. Dat de overheid eraan moet voldoen, staat in het Besluit digitale toegankelijkheid overheid.

site-reach-phone = Telefoon
site-reach-email = E-mail
site-reach-address = Adres
site-reach-hours = Open
site-reach-nothing = { $owner } heeft hier nog geen adres of telefoonnummer ingevuld. Kijk op de site van de gemeente.

# Privacy.

site-privacy-title = Privacy
site-privacy-lead = { $owner } gaat zorgvuldig om met wat je vertelt.
site-privacy-little = We vragen weinig
site-privacy-little-text = Rondkijken kan zonder account. Bij elke vraag staat waarom we die stellen. Alleen de naam waarmee we je mogen noemen is verplicht. We verkopen niets en volgen je niet.
site-privacy-who = Wie ziet wat?
site-privacy-who-you = Jij ziet alles wat we van je hebben.
site-privacy-who-organisation = Een organisatie ziet alleen wat jij haar stuurt. Wil je gevonden worden? Dan ziet ze ook wat je daarvoor aanzet.
site-privacy-who-mediator = Een bemiddelaar ziet je gegevens alleen als jij dat goed vindt. Elke keer dat een bemiddelaar kijkt, schrijven we op.
site-privacy-who-nobody = Verder niemand. Je adres en telefoonnummer staan nooit op een openbare pagina.
site-privacy-rights = Jouw rechten
site-privacy-rights-text = Je kunt al je gegevens bekijken, verbeteren, meenemen en laten wissen. Dat doe je zelf, meteen.
site-privacy-rights-link = Naar mijn gegevens
site-privacy-questions = Vragen? Stel ze aan { $owner }.
site-privacy-authority = Ben je het niet met ons eens? Je kunt een klacht indienen bij de Autoriteit Persoonsgegevens.
site-privacy-log = Het logboek
site-privacy-log-text = We schrijven op wie wat wanneer deed, met nummers en zonder namen. Wis je je gegevens? Dan weet niemand meer van wie een nummer was. Dit logboek verandert nooit.
site-privacy-cookies = Cookies
site-privacy-cookies-text = We gebruiken alleen cookies die nodig zijn: om je ingelogd te houden, om je taal te onthouden en om 1 keer een bericht te tonen. Daar hoeven we geen toestemming voor te vragen.
site-privacy-kept = Hoe lang bewaren we het?
site-privacy-kept-caption = Bewaartermijnen
site-privacy-kept-what = Wat
site-privacy-kept-why = Waarom zo lang
site-privacy-kept-days = Termijn
site-privacy-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}

# Contact en over deze site.

site-contact-title = Contact
site-contact-lead = Wil je iemand spreken? Dat kan.
site-contact-paper = Geen e-mail of computer?
site-contact-paper-text = Kom langs of bel. Een bemiddelaar zoekt samen met jou. Je krijgt een kaart op papier mee, met wie je belt, wanneer en waarover.

site-about-title = Over deze site
site-about-lead = Hier vinden mensen en organisaties in { $municipality } elkaar.
site-about-how = Zo werkt het
site-about-how-find = Je vindt vrijwilligerswerk dat bij je past, of vraagt om hulp.
site-about-how-answer = Je krijgt antwoord. Blijft het stil? Dan neemt het informatiepunt het over.
site-about-how-together = Organisaties, vrijwilligers en de gemeente beslissen samen hoe het verder gaat.
site-about-owner = Van wie is deze site?
site-about-owner-text = Deze site is van { $owner }.
site-about-software = De software heet Samenstuur. De code is open (EUPL-1.2): andere gemeenten mogen haar ook gebruiken.

setting-site-contact-email = E-mailadres voor vragen
setting-site-contact-email-hint = Staat onderaan elke pagina en op de pagina Contact.
setting-site-contact-phone = Telefoonnummer voor vragen
setting-site-contact-phone-hint = Staat onderaan elke pagina en op de pagina Contact.
setting-site-organisation-name = Naam van de organisatie achter deze site
setting-site-organisation-name-hint = Laat leeg als dat de gemeente zelf is.
setting-site-contact-address = Bezoekadres
setting-site-contact-address-hint = Waar kunnen mensen langskomen?
setting-site-contact-hours = Openingstijden
setting-site-contact-hours-hint = Schrijf op elke regel de dagen, een dubbele punt en de tijd. Bijvoorbeeld: maandag t/m vrijdag: 9.00–17.00 uur.
setting-site-privacy-email = E-mailadres voor vragen over privacy
setting-site-privacy-email-hint = Bijvoorbeeld van de functionaris gegevensbescherming. Leeg: het gewone adres.
setting-site-about-nl = Tekst over deze site (Nederlands)
setting-site-about-nl-hint = Staat op de pagina Over deze site.
setting-site-about-en = Tekst over deze site (Engels)
setting-site-about-en-hint = Staat op de Engelse pagina Over deze site.
setting-site-a11y-status = Status van toegankelijkheid
setting-site-a11y-status-hint = De status in het register van toegankelijkheidsverklaringen: full is A, partial is B, started is C, none is D, excluded is E.
setting-site-a11y-checked-on = Dag van het laatste onderzoek
setting-site-a11y-checked-on-hint = Schrijf de datum zo: 2030-12-31. Leeg: nog niet onderzocht.

# De startpagina.
listing-home-title = Doe mee in { $town }
listing-home-lead = Wat wil je doen?
listing-home-do = Ik wil iets doen
listing-home-do-text = Vind vrijwilligerswerk dat bij je past
listing-home-help = Ik zoek hulp
listing-home-help-text = Voor jezelf of voor iemand anders
listing-home-people = Wij zoeken mensen
listing-home-people-text = Plaats een vacature van je organisatie
listing-home-talk = Ik wil iemand spreken
listing-home-talk-text = Bel ons, mail ons of kom langs
listing-home-figures = In cijfers

# De demonstratie.
people-demo-title = Demonstratie
people-demo-lead = Alles hier is verzonnen. Kijk rond als iemand anders, lees de e-mails en zet de klok vooruit.
people-demo-be = Wie wil je zijn?
people-demo-be-this = Kijk rond als deze persoon
people-demo-contact-of = Contactpersoon van { $organisation }
people-demo-resident = Inwoner
people-demo-nobody = Er is nog niemand
people-demo-nobody-text = Vul de demonstratie eerst met verzonnen mensen.
people-demo-mailbox = Alle e-mails van deze demonstratie komen hier aan.
people-demo-mailbox-open = Open het postvak
people-demo-clock = De klok
people-demo-clock-now = Het is nu { $now }.
people-demo-clock-text = Zet de klok vooruit en kijk wat er dan gebeurt, zoals herinneringen. Terug kan niet.
people-demo-clock-shared = De klok staat vast. Hij geldt ook voor een echte gemeente op deze computer.
people-demo-days = Dagen vooruit
people-demo-hours = Uren vooruit
people-demo-move = Zet de klok vooruit
notice-clock-moved = De klok is vooruitgezet.
people-mailbox-title = Postvak
people-mailbox-lead = Alle e-mails die in deze demonstratie zijn verstuurd, de nieuwste eerst.
people-mailbox-to = E-mails aan dit adres
people-mailbox-filter = Toon
people-mailbox-caption = E-mails
people-mailbox-subject = Onderwerp
people-mailbox-reader = Aan
people-mailbox-sent = Verstuurd
people-mailbox-empty = Hier zijn geen e-mails
people-mailbox-empty-text = Vraag bijvoorbeeld een code om in te loggen. Na een paar tellen staat de e-mail hier.
people-letter-links = Links in deze e-mail
people-letter-attachments = Bijlagen
people-letter-html = Zo ziet de e-mail eruit

# Instellingen en logo.
places-crumb-manage = Beheer
places-settings = Instellingen
places-settings-lead = Hier beslist de gemeente wat in deze plaats geldt. Elke keuze heeft een begindatum en een bron.
places-settings-of-guarantee = Antwoordgarantie
places-setting = Instelling
places-setting-now = Geldt vandaag
places-setting-origin = Waar het vandaan komt
places-setting-decided = de gemeente
places-setting-default = standaard
places-setting-value = Waarde
places-setting-on = Aan
places-setting-range = Een heel getal van { $min } tot en met { $max }.
places-setting-colour-hint = Schrijf de kleur als #0f4c5c.
places-setting-from = Geldt vanaf
places-setting-from-hint = Bijvoorbeeld 01-01-2027. Laat leeg voor vandaag.
places-setting-until = Geldt tot en met
places-setting-source = Bron
places-setting-source-hint = Wie of wat heeft dit besloten? Bijvoorbeeld: besluit stuurgroep 3 maart.
places-setting-save = Bewaar
places-setting-history = Besluiten
places-setting-default-is = Standaard: { $value }. Bron: { $source }.
places-setting-holds = geldt nu
places-setting-undo = Terugdraaien
places-setting-undo-button = Draai het besluit van { $date } terug
places-setting-not-allowed = Deze waarde kan hier niet. Kijk bij de uitleg wat wel kan.
places-setting-contrast = Op deze kleur kan niet iedereen de tekst lezen (contrast { $contrast }, nodig is { $needed }). Kies een donkerder kleur.
places-setting-dates = De einddatum ligt voor de begindatum. Kies een latere einddatum.
notice-setting-decided = De instelling is bewaard.
notice-setting-taken-back = Het besluit is teruggedraaid.
places-logo = Logo van de gemeente
places-logo-lead = Het logo staat boven elke pagina, naast de naam van de site.
places-logo-file = Kies een plaatje
places-logo-hint = Een PNG, JPEG of WebP van hoogstens { $megabytes } MB. Een doorzichtige achtergrond staat het mooist.
places-logo-send = Gebruik dit logo
places-logo-remove = Haal dit logo weg
places-logo-error-none = Kies eerst een plaatje.
places-logo-error-kind = Dit is geen PNG, JPEG of WebP. Kies een ander plaatje.
places-logo-error-size = Dit plaatje is te groot. Kies een plaatje van hoogstens 2 MB.
places-logo-error-broken = Dit plaatje kunnen we niet lezen. Het is te groot of niet heel. Kies een ander plaatje.
notice-logo-changed = Het nieuwe logo staat op de site.
notice-logo-removed = Het logo is weg.

list-settings = Instellingen
list-file-settings = instellingen
