# Inloggen.

people-door-title = Inloggen
people-door-lead = Je hebt geen wachtwoord nodig. We sturen je een e-mail met een code. Heb je nog geen account? Dan maken we er meteen een.
people-door-email = E-mailadres
people-door-email-hint = Hier sturen we de code naartoe.
people-door-send = Stuur mij een code
people-door-provider-title = Werk je bij de gemeente?
people-door-provider = Inloggen met { $name }
people-door-no-email = Ik heb geen e-mail
people-door-no-email-text = Dat is geen probleem. Bel ons of kom langs. Een bemiddelaar regelt het samen met jou. Je krijgt een kaart mee op papier.
people-door-contact = Bel ons of kom langs

people-code-title = Kijk in je e-mail
people-code-lead = Je krijgt een e-mail met een code van 6 cijfers. De code werkt 15 minuten.
people-code-label = Code uit de e-mail
people-code-hint = 6 cijfers
people-code-send = Inloggen
people-code-again = Stuur een nieuwe code
people-code-nothing = Geen e-mail gekregen? Wacht 2 minuten en kijk ook bij ongewenste e-mail. Staat er een typefout in je adres? Stuur dan een nieuwe code.
people-code-mailbox = Dit is een demonstratie. De e-mail komt in het postvak op deze site.
people-code-mailbox-link = Open het postvak
people-error-code-length = Vul alle 6 cijfers van de code in
people-error-code-wrong = Deze code klopt niet. Kijk nog eens in de nieuwste e-mail van ons.
people-error-code-over = Deze code werkt niet meer. Stuur een nieuwe code.

people-link-title = Klaar om in te loggen
people-link-lead = Druk op de knop. Dan log je in als { $email }.
people-link-send = Inloggen
people-link-over-title = Deze link werkt niet meer
people-link-over-lead = Een link werkt 1 keer, en maar 15 minuten. Je krijgt zo een nieuwe.
people-link-again = Stuur mij een nieuwe link

people-name-title = Welkom
people-name-lead = Je e-mailadres { $email } klopt. Nog 1 vraag.
people-name-label = Hoe mogen we je noemen?
people-name-hint = Een voornaam is genoeg. Mensen met wie je contact hebt, zien deze naam.
people-name-send = Maak mijn account
people-name-privacy = Wat doen we met je gegevens?

people-mail-greeting = Dag { $name },
people-mail-greeting-nameless = Dag,
people-mail-code-subject = Je code voor { $town }
people-mail-code-text = Met deze code log je in. Typ de code op de pagina die je open hebt staan.
people-mail-code-action = Of log in met deze knop
people-mail-code-new = Heb je nog geen account? Dan maken we er een als je de code gebruikt.
people-mail-code-expired = De code en de knop werken 15 minuten, 1 keer. Te laat? Vraag op de pagina Inloggen een nieuwe code.
people-mail-code-not-you = Heb jij dit niet gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.
people-mail-code-reason = Je krijgt deze e-mail omdat iemand met dit adres wil inloggen.

notice-signed-in = Je bent ingelogd.
notice-signed-out = Je bent uitgelogd.

# Mijn pagina.

people-mine-crumb = Mijn pagina
people-mine-title = Dag { $name }
people-mine-lead = Hier staat alles wat van jou is.
people-mine-waiting = Dit wacht op jou
people-mine-nothing-waits = Er wacht nu niets op jou.
people-mine-going-on = Dit loopt
people-mine-settings = Jouw gegevens
people-mine-language = Taal van je e-mails
people-mine-language-text = In welke taal schrijven we je?
notice-language-chosen = We schrijven je voortaan in deze taal.

people-security-title = Inloggen en apparaten
people-security-short = Zie waar je bent ingelogd, of maak een passkey
people-security-lead = Zie waar je bent ingelogd, en log uit waar dat niet hoort.
people-security-sessions = Hier ben je ingelogd
people-security-sessions-text = Ken je een apparaat niet? Log het dan uit.
people-security-unknown-device = Onbekend apparaat
people-security-this-device = dit apparaat
people-security-since = Ingelogd sinds
people-security-seen = Laatst gebruikt
people-security-end = Log dit apparaat uit
people-security-end-others = Log alle andere apparaten uit
notice-session-ended = Dit apparaat is uitgelogd.
notice-sessions-ended = Alle andere apparaten zijn uitgelogd.

people-deny-desk = Dit is alleen voor bemiddelaars en de gemeente.
people-deny-no-consent = Deze persoon heeft hier geen toestemming voor gegeven, of de toestemming is voorbij.
people-deny-grant = Alleen de gemeente kan dit.

people-role-mediator = Bemiddelaar
people-role-manager = Beheerder bij de gemeente
people-role-confirmed-helper = Bevestigde helper

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

# Het profiel.

people-profile-title = Mijn profiel
people-profile-title-of = Profiel van { $name }
people-profile-short = Vertel wat je leuk vindt en wanneer je kunt
people-profile-lead = Vertel wat je wilt. Alleen je naam is verplicht. Sla je een vraag over, dan is dat nooit in je nadeel.
people-profile-who = Wie ben je?
people-profile-like = Wat wil je doen?
people-profile-themes = Waar ligt je hart?
people-profile-themes-why = Zo laten we je eerst zien wat bij je past.
people-profile-tasks = Welk werk doe je graag?
people-profile-tasks-why = Zo vinden we werk dat je leuk vindt. Kies zoveel als je wilt.
people-profile-skills = Wat kun je goed?
people-profile-skills-why = Organisaties zoeken soms iemand die iets kan. Je hebt geen diploma nodig.
people-profile-learn = Wat wil je leren?
people-profile-learn-why = Zo vinden we een plek waar je dit leert.
people-profile-time = Wanneer kun je?
people-profile-when = Dagen en dagdelen
people-profile-when-why = Zo laten we geen werk zien op momenten dat je niet kunt.
people-profile-day = Dag
people-daypart-morning = Ochtend
people-daypart-afternoon = Middag
people-daypart-evening = Avond
people-profile-commitment = Hoe lang wil je iets doen?
people-profile-commitment-why = Sommige klussen duren een middag, andere jaren.
people-commitment-once = 1 keer
people-commitment-period = Een paar weken of maanden
people-commitment-longer = Langer
people-profile-hours = Hoeveel uur per week, hoogstens?
people-profile-hours-why = Zo vragen we niet te veel van je.
people-profile-place = Waar?
people-profile-postcode = Je postcode
people-profile-postcode-why = Hiermee berekenen we afstanden. We bewaren alleen de 4 cijfers. Anderen zien je postcode niet. Bijvoorbeeld 1234.
people-profile-area = Of kies je wijk
people-profile-area-why = Voor als je je postcode niet wilt geven.
people-profile-travel = Hoeveel kilometer wil je reizen, hoogstens?
people-profile-travel-why = Zo laten we alleen werk zien dat dichtbij genoeg is.
people-profile-language = Welke talen spreek je?
people-profile-languages = Talen
people-profile-languages-why = Soms zoekt iemand een vrijwilliger die zijn taal spreekt.
people-profile-dutch = Hoe goed spreek je Nederlands?
people-profile-dutch-why = Er is ook werk waarbij je nog weinig Nederlands hoeft te spreken, of waar je het leert.
people-dutch-none = Nog bijna niet
people-dutch-a1 = Een paar woorden en zinnen (A1)
people-dutch-a2 = Korte gesprekken (A2)
people-dutch-b1 = De meeste gesprekken (B1)
people-dutch-b2 = Alles, of bijna alles (B2 of hoger)
people-profile-account = Waar houden we rekening mee?
people-profile-considerations = Dit is goed om te weten
people-profile-considerations-why = Bijvoorbeeld: ik kan niet lang staan, ik begin graag rustig. Alleen als jij reageert, ziet een organisatie dit. Vertel liever niets over ziektes: vertel wat je nodig hebt.
people-profile-birth-year = In welk jaar ben je geboren?
people-profile-birth-year-why = Alleen voor werk waarbij de wet een leeftijd vraagt. Anderen zien je geboortejaar niet.
people-profile-reach = Hoe bereiken we je?
people-profile-email = Je e-mailadres is { $email }.
people-profile-no-email = We hebben geen e-mailadres van je.
people-profile-phone = Telefoonnummer
people-profile-phone-why = Handig als je liever belt dan mailt. Niet nodig: zonder nummer vind je net zo goed werk.
people-profile-ways = Hoe hoor je het liefst van ons?
people-profile-ways-why = We houden ons daaraan. Kies je niets, dan mag het op elke manier die je hebt ingevuld.
people-reach-mail = Met e-mail
people-reach-phone = Met de telefoon
people-reach-post = Met een brief
people-reach-mediator = Via een bemiddelaar
people-profile-address = Adres voor brieven
people-profile-address-why = Alleen nodig als je brieven wilt krijgen.
people-profile-found = Mogen anderen jou vinden?
people-profile-findable = Ja, organisaties en bemiddelaars mogen mij vinden
people-profile-findable-why = Zij zien dan je naam, wat je wilt en kunt, en wanneer. Niet je adres, postcode, telefoonnummer of e-mail. Je kunt dit altijd weer uitzetten.
people-profile-save = Opslaan
people-error-phone = Vul een telefoonnummer in, zoals 06 12345678
people-error-postcode = Vul een postcode in, zoals 1234 of 1234 AB
notice-profile-saved = Je profiel is opgeslagen.

people-email-change = Wijzig mijn e-mailadres
people-email-add = Geef mijn e-mailadres
people-email-lead = We sturen een code naar het nieuwe adres. Zo weten we dat het van jou is.
people-email-new = Nieuw e-mailadres
people-email-hint = Met dit adres log je voortaan in.

# Bewaartermijnen.

retention-accounts = Accounts die niemand gebruikt
retention-accounts-why = Zo ben je er nog als je na een tijd terugkomt. 30 dagen voor het einde krijg je een e-mail.
retention-consents = Toestemmingen die voorbij zijn, en mensen zonder e-mail van wie er geen meer is
retention-consents-why = Zo kunnen we laten zien dat je het goed vond wat we deden.
retention-events = Seintjes tussen delen van het programma
retention-events-why = Daar staan geen namen in. Zo vinden we een fout terug.
retention-mailbox = E-mails in het postvak van een demonstratie
retention-mailbox-why = Alleen in een demonstratie. Anders bewaren we geen e-mails.
setting-retention-sign-ins = Aanvragen om in te loggen bewaren
setting-retention-sign-ins-hint = In dagen.
setting-retention-accounts = Accounts die niemand gebruikt bewaren
setting-retention-accounts-hint = In dagen na de laatste keer inloggen. 30 dagen eerder gaat er een waarschuwing uit.
setting-retention-consents = Toestemmingen bewaren
setting-retention-consents-hint = In dagen na het einde. Mensen zonder e-mail verdwijnen dan ook.
setting-retention-events = Seintjes tussen delen van het programma bewaren
setting-retention-events-hint = In dagen.
setting-retention-mailbox = E-mails in het postvak van een demonstratie bewaren
setting-retention-mailbox-hint = In dagen.

retention-sign-ins = Aanvragen om in te loggen
retention-sign-ins-why = De code werkt 15 minuten. Daarna kijken we nog 1 dag of er misbruik was.

# Toestemming en de balie.

people-desk-title = Mensen die we helpen
people-desk-lead = Alleen mensen die dat goed vinden, staan hier. Elke keer dat je iemand opent, schrijven we dat op.
people-desk-new = Schrijf iemand in
people-desk-new-lead = Voor iemand die bij je zit of belt. E-mail is niet nodig.
people-desk-find = Zoek
people-desk-name = Naam of deel van de naam
people-desk-person = Naam
people-desk-nobody = Niemand gevonden
people-desk-nobody-text = Deze persoon heeft geen toestemming gegeven, of heet anders. Schrijf de persoon in als die bij je zit.
people-desk-name-label = Hoe mogen we je noemen?
people-desk-phone-hint = Alleen als de persoon gebeld wil worden.
people-desk-lang = Taal van brieven
people-desk-lang-hint = In deze taal maken we de kaart en de brieven.
people-desk-register = Inschrijven
people-desk-person-lead = Je ziet dit omdat deze persoon dat goed vindt. Dat je kijkt, staat in het logboek.
people-desk-ask-help = Vraag hulp voor deze persoon
people-desk-profile = Vul het profiel samen in
people-desk-offer = Aanbod van deze persoon
people-desk-card = Maak een kaart op papier
people-desk-lapsed = De toestemming is voorbij. Vraag opnieuw of je mag helpen. Tot die tijd zie je alleen de naam.
notice-person-registered = Ingeschreven. Je kunt nu samen zoeken.

people-consent-title = Toestemming
people-consent-read-aloud = Lees dit voor: De bemiddelaars van het informatiepunt mogen iets voor je regelen. Jij kiest wat en tot wanneer. Je mag dit altijd stoppen. Zeg het ons, dan stoppen we meteen.
people-consent-for = Wat mogen we voor je doen?
people-consent-how = Hoe is de toestemming gegeven?
people-consent-until = Geldig tot en met
people-consent-until-hint = Leeg: 1 jaar. Hoogstens 2 jaar. Typ de datum zo: 31-12-2030
people-consent-agreed = Ik heb dit uitgelegd, en de persoon vindt het goed
people-consent-given = Gegeven op
people-consent-state = Toestemming
people-consent-holds = Geldig
people-consent-ended = Voorbij
people-consent-withdrawn = Ingetrokken
people-consent-withdraw = Trek in
people-consent-more = Meer of opnieuw
people-consent-more-open = Leg toestemming vast
people-consent-record = Leg vast
people-purpose-respond = Reageren op vacatures
people-purpose-help-request = Hulp vragen
people-purpose-offer = Aanbieden wat iemand kan
people-purpose-profile = Het profiel bekijken en invullen
people-way-spoken = Gezegd, aan de balie
people-way-signed = Getekend, op papier
people-way-phone = Gezegd, door de telefoon
people-way-online = Zelf gegeven, op deze site
people-error-purposes = Kies minstens 1 ding dat we mogen doen
people-error-until = Kies een dag vanaf vandaag, hoogstens 2 jaar vooruit
people-error-agreed = Leg het eerst uit, en vraag of het goed is
notice-consent-given = De toestemming is vastgelegd.
notice-consent-withdrawn = De toestemming is ingetrokken. Ze geldt vanaf nu niet meer.

people-consents-title = Hulp van een bemiddelaar
people-consents-short = Kies wat een bemiddelaar voor je mag doen
people-consents-lead = Een bemiddelaar van het informatiepunt kan iets voor je regelen. Alleen als jij dat wilt.
people-consents-given = Dit heb je gekozen
people-consents-give = Kies wat we mogen doen
people-consents-give-text = Je kunt dit altijd intrekken. Dan stopt het meteen.
people-consents-agree = Ik vind dit goed

people-card-for = Kaart van { $name }
people-card-form-lead = Op de kaart staat wie er belt, wanneer en waarover. Wat je leeg laat, vul je met de pen in.
people-card-who = Wie belt?
people-card-who-hint = Bijvoorbeeld: mevrouw Verzonnen belt jou, of: jij belt 099 123 45 67
people-card-when = Wanneer?
people-card-when-hint = Bijvoorbeeld: woensdag 4 maart, tussen 10 en 12 uur
people-card-about = Waarover?
people-card-about-hint = Bijvoorbeeld: samen koken op dinsdag bij De Denkbeeldige Tafel
people-card-replaces = Een eerdere kaart werkt hierna niet meer.
people-card-make = Maak de kaart
people-card-back = Terug
people-card-once = Druk deze kaart nu af. De code tonen we maar 1 keer.
people-card-code = Jouw code
people-card-code-text = Wil je zelf kijken? Ga op een computer naar { $address } en typ deze code. De code werkt tot en met { $until }. Geef de code aan niemand die je niet vertrouwt.
people-card-phone = Vragen? Bel
people-card-door-title = Ik heb een kaart met een code
people-card-door-lead = Typ de code van je kaart. Je kunt dan een uur lang je eigen pagina bekijken.
people-card-door-code = Code op de kaart
people-card-door-hint = 12 letters en cijfers. Streepjes en hoofdletters maken niet uit.
people-error-card = Deze code kennen we niet, of hij is verlopen. Kijk nog eens op de kaart, of vraag een nieuwe bij het informatiepunt.
notice-signed-in-card = Je bent ingelogd, voor 1 uur.

# Mijn gegevens.

people-data-part = Account, profiel en toestemmingen
people-data-title = Mijn gegevens
people-data-short = Bekijk, neem mee of wis wat we van je hebben
people-data-lead = Alles wat we van je bewaren is van jou.
people-data-copy = Alles in 1 bestand
people-data-copy-text = Je krijgt een bestand dat je kunt lezen en bewaren. Dit staat erin:
people-data-download = Download mijn gegevens
people-data-correct = Klopt er iets niet?
people-data-correct-text = Je verbetert het zelf in je profiel.
people-data-erase = Wis mijn gegevens
people-data-erase-text = Dan is alles weg wat over jou gaat. Dit kunnen we niet terugdraaien.
people-data-terms = Hoe lang bewaren we het?
people-data-terms-link = Bekijk de bewaartermijnen
people-data-of = Gegevens bij
people-data-made = Gemaakt op
people-data-name = Naam
people-data-roles = Rollen
people-data-area = Wijk (code)
people-data-device = Apparaat
people-data-log = Wat er is gedaan
people-data-when = Wanneer
people-data-what = Wat
people-data-who = Door wie
people-data-you = jij
people-data-other = iemand anders of het programma
people-erase-title = Wil je alles laten wissen?
people-erase-lead = We wissen meteen alles wat over jou gaat. Dit kunnen we niet terugdraaien.
people-erase-account = Je account, je profiel en je toestemmingen zijn weg. Je bent overal uitgelogd.
people-erase-contacts = Wat je organisaties hebt gestuurd, is weg of staat er zonder je naam. Ben je contactpersoon? Dan ben je dat niet meer.
people-erase-log = In het logboek blijft staan dat er iets is gebeurd, zonder je naam.
people-erase-sure = Ja, wis alles
people-erase-do = Wis alles
people-error-sure = Zet eerst een vinkje als je het zeker weet
notice-erased = Alles wat over jou ging, is gewist.
notice-person-erased = De gegevens van deze persoon zijn gewist.
people-desk-erase-text = Vraagt deze persoon om alles te wissen? Dat is een recht. Het kan niet worden teruggedraaid.
people-desk-erase = Wis deze persoon
people-desk-erase-sure = Heeft deze persoon zelf gevraagd om alles te wissen?
people-mail-unused-subject = Wil je je account bij { $town } houden?
people-mail-unused-text = Je bent al lang niet geweest. Over { $days } dagen wissen we je account en alles wat erbij hoort. Wil je het houden? Log dan 1 keer in.
people-mail-unused-action = Log in
people-mail-unused-closing = Wil je het niet houden? Dan hoef je niets te doen.
people-mail-unused-reason = Je krijgt deze e-mail omdat je een account hebt dat je niet gebruikt. We bewaren niet langer dan nodig is.
people-mail-erased-subject = Je gegevens bij { $town } zijn gewist
people-mail-erased-text = Alles wat over jou ging, is gewist. Je hebt geen account meer.
people-mail-erased-closing = Je bent altijd weer welkom. Dan begin je opnieuw.
people-mail-erased-reason = Dit is de laatste e-mail die je van ons krijgt. Ook je adres is nu gewist.

# Sleutels (passkeys).

people-passkey-title = Inloggen met je apparaat
people-passkey-text = Met een sleutel (passkey) log je in met je vingerafdruk, je gezicht of de code van je telefoon of computer. Je hebt dan geen e-mail nodig.
people-passkey-add = Maak een sleutel op dit apparaat
people-passkey-login = Inloggen met je apparaat
people-passkey-script = Een sleutel maken kan alleen als JavaScript aanstaat. Inloggen met een code uit je e-mail kan altijd.
people-passkey-door-script = Inloggen met je apparaat (passkey) kan alleen als JavaScript aanstaat. Inloggen met een code uit je e-mail kan altijd.
people-passkey-no-name = Op dit adres kun je geen sleutel gebruiken. Inloggen met een code uit je e-mail kan altijd.
people-passkey-refused = Deze sleutel kennen we niet, of het duurde te lang. Probeer het nog eens, of log in met een code in je e-mail.
people-passkey-since = Gemaakt op
people-passkey-unused = Nog niet
people-passkey-rename = Geef een andere naam
people-passkey-name = Naam van de sleutel
people-passkey-remove = Haal weg
people-passkey-remove-sure = Wil je de sleutel { $name } weghalen? Je kunt er dan niet meer mee inloggen.
notice-passkey-added = De sleutel is gemaakt. Je kunt er nu mee inloggen.
notice-passkey-renamed = De sleutel heeft een andere naam.
notice-passkey-removed = De sleutel is weg. Haal hem ook weg van je apparaat.
people-card-make-pdf = Maak een PDF
people-card-pdf-heading = Jouw kaart
people-card-pdf-title = Kaart als PDF
people-card-pdf-text = We maken de PDF. Dat duurt een paar seconden. Uit veiligheid bewaren we hem 1 uur. Is het langer geleden? Maak dan een nieuwe kaart.
people-card-pdf-look = Kijk of de PDF klaar is
people-card-pdf-new = Maak een nieuwe kaart

# Inloggen bij de gemeente (OpenID Connect).

people-oidc-refused-title = Inloggen is niet gelukt
people-oidc-refused-expired = Het duurde te lang, of je begon in een ander venster. Probeer het nog eens.
people-oidc-refused-denied = Je bent niet ingelogd bij { $name }. Probeer het nog eens, of log in met een code in je e-mail.
people-oidc-refused-down = { $name } geeft nu geen antwoord. Dat ligt niet aan jou. Log in met een code in je e-mail, of probeer het later nog eens.
people-oidc-refused-invalid = We kunnen niet controleren wat { $name } over je zegt. Daarom laten we je zo niet binnen. Log in met een code in je e-mail.
people-oidc-refused-unverified = { $name } geeft ons geen gecontroleerd e-mailadres van jou. Log in met een code in je e-mail.
people-oidc-with-code = Log in met een code
people-oidc-again = Probeer het nog eens
people-oidc-help = Lukt het weer niet?
people-data-identities = Inloggen bij de gemeente
people-data-issuer = Waar
people-data-subject = Jouw nummer daar
people-data-since = Sinds
setting-people-oidc-claim = Veld met de groepen
setting-people-oidc-claim-hint = Zo heet het veld waarin het inlogsysteem van de gemeente de groepen van iemand zet.
setting-people-oidc-managers = Groepen van beheerders
setting-people-oidc-managers-hint = Wie bij deze groepen hoort, wordt bij het inloggen beheerder. Zet een komma tussen de groepen. Leeg: niemand wordt zo beheerder.
setting-people-oidc-mediators = Groepen van bemiddelaars
setting-people-oidc-mediators-hint = Wie bij deze groepen hoort, wordt bij het inloggen bemiddelaar. Zet een komma tussen de groepen. Leeg: niemand wordt zo bemiddelaar.
