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
people-security-short = Zie waar je bent ingelogd
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
