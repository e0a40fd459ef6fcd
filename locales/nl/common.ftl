# Woorden van de opmaak en de bouwstenen.

common-site-description = Doe mee in { $municipality }: vind vrijwilligerswerk, vraag hulp of vind mensen die meedoen.
common-skip-to-content = Ga naar de inhoud
common-main-navigation = Hoofdmenu
common-menu = Menu
common-breadcrumbs = Kruimelpad
common-search = Zoek
common-search-label = Zoek op deze site
common-search-placeholder = Wat zoek je?
common-sign-in = Inloggen
common-sign-out = Uitloggen
common-account-label = Mijn menu
common-my-page = Mijn pagina
common-desk = Balie
common-manage = Beheer
common-demo-label = Demonstratie
common-demo-text = Alle mensen en organisaties op deze site zijn verzonnen.

common-footer-about = Vrijwilligers, organisaties en { $municipality } sturen samen.
common-footer-contact = Vraag het ons
common-footer-today = Vandaag: { $hours }
common-footer-navigation = Deze site
common-accessibility = Toegankelijkheid
common-privacy = Privacy
common-contact = Contact
common-figures = Cijfers
common-about = Over deze site

common-optional = niet verplicht
common-choose = Maak een keuze
common-date-hint = Typ de datum zo: 31-12-2030
common-time-hint = Typ de tijd zo: 14.30
common-postcode-hint = Bijvoorbeeld 1234 AB
common-error-prefix = Fout:
common-error-summary = { $count ->
    [one] Er gaat 1 ding nog niet goed
   *[other] Er gaan { $count } dingen nog niet goed
}
common-error-required = Vul dit in.
common-error-choose = Kies een van de mogelijkheden.
common-error-too-long = Dit is te lang: { $length } tekens. Gebruik er hoogstens { $max }.
common-error-number = Typ een getal van { $min } tot en met { $max }.
common-error-date = Typ een dag die bestaat, bijvoorbeeld 31-12-2030.
common-error-time = Typ een tijd, bijvoorbeeld 14.30.
common-error-email = Typ een e-mailadres, bijvoorbeeld naam@voorbeeld.nl.
common-error-phone = Vul een telefoonnummer in, zoals 06 12345678.
common-error-setting = Deze waarde kan hier niet.
common-cancel = Annuleren
common-change = Wijzigen
common-undo = Ongedaan maken
common-not-answered = Niet ingevuld
common-saved = Opgeslagen. Je kunt later verdergaan.
common-saved-wrong = Nog niet opgeslagen. Kijk hier even naar:
common-not-saved = Opslaan lukt nu niet. Laat deze pagina open; we proberen het opnieuw als je verder typt.
common-step = Stap { $current } van { $total }

common-near-me = Bij mij in de buurt
common-near-me-failed = We weten niet waar je bent. Vul je postcode in.
common-share = Delen
common-copied = Link gekopieerd
common-download-csv = Download als CSV
common-download-xlsx = Download als Excel
common-print = Afdrukken
common-passkey-failed = Het is niet gelukt. Probeer het nog eens, of log in met een code in je e-mail.

common-notice-info = Let op:
common-notice-ok = Gelukt:
common-notice-warning = Waarschuwing:
common-notice-error = Fout:

common-pager = Pagina's
common-previous = Vorige
common-next = Volgende
common-page-number = Pagina { $number }
common-range-shown = { $first } tot en met { $last } van { $total }

common-filters = Filters
common-filters-with-count = { $count ->
    [0] Filters
   *[other] Filters ({ $count } gekozen)
}
common-show-results = Toon resultaten
common-clear-filters = Wis alle filters
common-chosen-filters = Gekozen filters
common-remove-filter = Verwijder filter:
common-sort-by = Sorteer op:

common-map-area = { $name }: { $count }

common-timeline-done = gedaan
common-timeline-current = nu
common-timeline-future = komt nog

common-embed-source = Van { $name }, { $municipality }
common-mail-foot = Je krijgt deze e-mail van { $name }, { $municipality }.
common-mail-reply = Antwoord je, dan leest een mens het.
common-mail-copy-link = Werkt de knop niet? Kopieer dan deze link:

# De pagina met alle bouwstenen, met verzonnen voorbeelden.

common-parts-title = Bouwstenen
common-parts-lead = Alles waaruit de pagina's bestaan, op een rij. De voorbeelden zijn verzonnen.
common-parts-doors = Grote keuzes
common-parts-notices = Berichten
common-parts-cards = Kaarten
common-parts-list = Lijst met filters
common-parts-form = Formulier
common-parts-facts = Feiten en statussen
common-parts-map = Kaart en cijfers
common-parts-thread = Gesprek en verloop
common-parts-more = Knoppen, vragen en meer

common-sample-door-do = Ik wil iets doen
common-sample-door-do-text = Vind vrijwilligerswerk dat bij je past
common-sample-door-help = Ik zoek hulp
common-sample-door-help-text = Voor jezelf of voor iemand anders
common-sample-door-people = Wij zoeken mensen
common-sample-door-people-text = Plaats een oproep van je organisatie
common-sample-door-talk = Ik wil iemand spreken
common-sample-door-talk-text = Bel ons of maak een afspraak
common-sample-notice-info = Het informatiepunt is op maandag dicht.
common-sample-notice-success = Je reactie is verstuurd. Je hoort binnen 5 werkdagen iets.
common-sample-notice-warning = Deze oproep wacht al 4 dagen op antwoord.
common-sample-notice-error = We konden het bestand niet lezen.
common-sample-title-one = Samen koken op dinsdag
common-sample-title-two = Voorlezen op de Verzonnen School
common-sample-title-three = Fietsvrijwilligersreparatiewerkplaatsbegeleider
common-sample-organisation = Stichting De Denkbeeldige Tafel
common-sample-text = Help een groep buurtbewoners van 60 jaar en ouder met koken en tafeldekken.
common-sample-place = Noorderbuurt, 2 km
common-sample-when = Elke dinsdag, 14.00–16.00 uur
common-sample-people = Nog 2 mensen nodig
common-sample-answer = Antwoordt meestal binnen 1 dag
common-sample-badge-beginner = Je leert Nederlands
common-sample-badge-wheelchair = Met een rolstoel
common-sample-why = Past bij jou: koken, op dinsdag, binnen 3 km.
common-sample-results = 312 vacatures gevonden
common-sample-theme = Thema
common-sample-theme-sport = Sport
common-sample-theme-care = Zorg
common-sample-theme-nature = Natuur
common-sample-relevance = Past het best
common-sample-distance = Dichtbij
common-sample-name = Hoe mogen we je noemen?
common-sample-email = E-mailadres
common-sample-email-hint = Hier sturen we het antwoord naartoe.
common-sample-email-error = Vul een e-mailadres in, zoals naam@voorbeeld.nl
common-sample-postcode = Postcode
common-sample-date = Vanaf welke dag kun je?
common-sample-date-error = Deze datum bestaat niet
common-sample-message = Wat wil je weten?
common-sample-hours = Hoeveel uur per week kun je?
common-sample-level = Hoe goed spreek je Nederlands?
common-sample-level-start = Ik leer het nog
common-sample-level-start-hint = Korte zinnen lukken
common-sample-level-good = Goed genoeg voor een gesprek
common-sample-level-error = Kies wat het best past
common-sample-days = Wanneer kun je?
common-sample-morning = Ochtend
common-sample-afternoon = Middag
common-sample-evening = Avond
common-sample-consent = Organisaties mogen mij vinden
common-sample-consent-hint = Je kunt dit altijd weer uitzetten.
common-sample-send = Verstuur mijn reactie
common-sample-status = Status
common-sample-open = Open
common-sample-waiting = Wacht op antwoord
common-sample-late = Te laat
common-sample-done = Gestart
common-sample-refused = Niet doorgegaan
common-sample-responses = Reacties
common-sample-month = Deze maand
common-sample-answered = op tijd beantwoord
common-sample-area-north = Noorderbuurt
common-sample-area-middle = Middenstad
common-sample-area-south = Zuiderveld
common-sample-map = Vacatures per wijk
common-sample-person = Noor Voorbeeld
common-sample-me = Jij
common-sample-thread-question = Is de keuken met de bus te bereiken?
common-sample-thread-answer = Ja, bus 99 stopt voor de deur.
common-sample-event-sent = Reactie verstuurd
common-sample-event-wait = De organisatie leest je reactie
common-sample-event-wait-text = Geen antwoord na 5 werkdagen? Dan neemt het informatiepunt het over.
common-sample-event-meet = Kennismaken
common-sample-empty = Hier is nog niets
common-sample-empty-text = Zoek ruimer, of laat ons weten wat je zoekt.
common-sample-delete = Verwijderen
common-sample-delete-question = Weet je zeker dat je deze oproep wilt verwijderen? Je kunt dit 30 dagen ongedaan maken.
common-sample-more = Waarom vragen we dit?
common-yes = Ja
common-no = Nee
common-logo-alt = Logo van { $town }
