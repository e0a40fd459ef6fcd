# De pagina's van de gemeente en de balie, en de cijfers.

insights-manage-title = Beheer
insights-manage-lead = Wat er wacht, hoe het deze maand gaat, en alles wat je voor { $municipality } regelt.
insights-waits = Dit wacht
insights-oldest = oudste: { $ago }
insights-nothing-waits = Er wacht niets
insights-nothing-waits-text = Alles is gedaan. Hier staat het als er iets nieuws wacht.

queue-desk = { $count ->
    [one] 1 mens zonder e-mail wacht al lang op de balie
   *[other] { $count } mensen zonder e-mail wachten al lang op de balie
}

insights-queue = Reacties zonder antwoord
insights-queue-text = Deze mensen wachten het langst. Open een reactie om te zien wie haar heeft, of om zelf te antwoorden.
insights-queue-late = te laat
insights-queue-point = bij het informatiepunt
insights-queue-handler = bij { $name }
insights-queue-since = kwam { $ago }
insights-queue-all = Alle reacties bij de balie

insights-this-month = Deze maand: { $month }
insights-percent = { $percent } %
insights-all-figures = Alle cijfers, ook van eerdere maanden

insights-more = Alles voor beheer
insights-group-taking-part = Wie en wat er meedoet
insights-group-desk = De balie
insights-group-figures = Cijfers en bestanden
insights-group-site = Deze site
insights-link-organisations = Organisaties
insights-link-organisations-text = Bevestigen, en zien wie niet te bereiken is
insights-link-vacancies = Vacatures om te bekijken
insights-link-vacancies-text = De eerste vacature van een organisatie
insights-link-reports = Meldingen
insights-link-reports-text = Wat mensen over vacatures melden
insights-link-desk = Balie
insights-link-desk-text = Wat er nu te doen is voor bemiddelaars
insights-link-responses = Reacties
insights-link-responses-text = Overgenomen, te bellen en lopend
insights-link-help-requests = Hulpvragen
insights-link-help-requests-text = Bekijken, plaatsen en volgen
insights-link-offers = Aanbod
insights-link-offers-text = Lezen wat opnieuw is ingestuurd
insights-link-helpers = Helpers
insights-link-helpers-text = Aanvragen bevestigen of afwijzen
insights-link-people = Mensen die we helpen
insights-link-people-text = Toestemming, profiel en papieren kaart
insights-link-figures-text = Per maand, met wat er meetelt
insights-link-lists-text = Elke lijst als CSV of Excel
insights-link-import = Importeren
insights-link-import-text = Vacatures, organisaties en mensen uit een bestand
insights-link-settings = Instellingen
insights-link-settings-text = Termijnen, kleuren, naam en contact
insights-link-areas = Wijken en postcodes
insights-link-areas-text = De kaart van de gemeente
insights-link-synonyms = Zoekwoorden
insights-link-synonyms-text = Woorden die hetzelfde betekenen

insights-figures-title = Cijfers per maand
insights-figures-of = Cijfers van { $month }
insights-figures-lead = Wat er gebeurde met reacties, vacatures, hulpvragen en organisaties. Bij elk cijfer lees je wat meetelt.
insights-unfinished = Deze maand is nog niet voorbij. De cijfers veranderen nog.
insights-unpublished = Deze cijfers zijn niet openbaar
insights-unpublished-text = { $municipality } deelt de cijfers per maand hier niet. Vraag er gerust naar.
insights-choose-month = Kies een andere maand
insights-what-counts = Wat telt mee?
insights-of-all = { $value } ({ $percent } %)
insights-compare = Naast de maand ervoor
insights-compare-caption = { $month } naast { $before }
insights-for-programs = Voor programma's:
insights-source = Waar komen de cijfers vandaan?
insights-source-text = We tellen ze op dit moment uit wat er op deze site is gebeurd. Wat mensen buiten de site regelen, tellen we alleen als iemand het hier vertelt. Een maand begint op de 1e om 0.00 uur Nederlandse tijd. Er staan geen gegevens van mensen in. Gewiste reacties blijven meetellen, zonder naam.

insights-group-of-answers = Krijgen mensen antwoord?
insights-group-of-outcomes = Wat komt ervan?
insights-group-of-staying = Blijven vrijwilligers?
insights-group-of-vacancies = Vacatures
insights-group-of-others = Aanbod, hulp en organisaties
insights-bars-answers = Reacties van deze maand, en hun antwoord
insights-bars-outcomes = Reacties van deze maand, en hoe het afliep
insights-bars-staying = Vrijwilligers naar wie deze maand is gevraagd
insights-bars-vacancies = Vacatures in deze maand
insights-bars-others = Aanbod, hulpvragen en organisaties in deze maand

insights-figure-responses = Reacties
insights-means-responses = Reacties op vacatures, aanbod en hulpvragen die in deze maand zijn bevestigd. Reacties die niemand bevestigde, tellen niet.
insights-figure-answered-in-time = Op tijd beantwoord
insights-means-answered-in-time = Het eerste antwoord kwam binnen de beloofde werkdagen, van de organisatie of de persoon zelf. Wat het informatiepunt overnam, telt hier niet.
insights-figure-answered-late = Te laat beantwoord
insights-means-answered-late = Er kwam een antwoord na de beloofde werkdagen, of nadat het informatiepunt het overnam.
insights-figure-within-time = Nog binnen de tijd
insights-means-within-time = Er is nog geen antwoord. De beloofde tijd is nog niet voorbij.
insights-figure-unanswered = Zonder antwoord
insights-means-unanswered = Er kwam geen antwoord en de beloofde tijd is voorbij, of de persoon trok de reactie in voordat er antwoord was.
insights-figure-taken-over = Overgenomen door het punt
insights-means-taken-over = Het informatiepunt nam de reactie over omdat niemand antwoordde. Deze reacties staan ook bij te laat of zonder antwoord.
insights-figure-outcome-known = Afloop bekend
insights-means-outcome-known = Gestart, niet doorgegaan of ingetrokken. Samen met onbekend zijn dat alle reacties.
insights-figure-started = Gestart
insights-means-started = De vrijwilliger is begonnen, ook als die later is gestopt.
insights-figure-declined = Niet doorgegaan
insights-means-declined = De organisatie of de persoon zei nee, of de vacature was vol.
insights-figure-withdrawn = Ingetrokken
insights-means-withdrawn = Wie reageerde, trok de reactie zelf in.
insights-figure-outcome-unknown = Afloop onbekend
insights-means-outcome-unknown = Het gesprek loopt nog, of niemand heeft verteld hoe het afliep.
insights-figure-still-there = Na een maand nog actief
insights-means-still-there = In deze maand gevraagd, 30 dagen na de start. Minstens één kant zegt ja en niemand zegt nee.
insights-figure-stopped = Na een maand gestopt
insights-means-stopped = In deze maand gevraagd, 30 dagen na de start. Minstens één kant zegt dat het is gestopt.
insights-figure-month-unknown = Na een maand onbekend
insights-means-month-unknown = In deze maand gevraagd, 30 dagen na de start. Niemand heeft geantwoord.
insights-figure-vacancies = Nieuwe vacatures
insights-means-vacancies = Vacatures die in deze maand voor het eerst online kwamen.
insights-figure-vacancies-without-response = Nieuwe vacatures zonder reactie
insights-means-vacancies-without-response = Nieuwe vacatures van deze maand waarop tot nu toe niemand reageerde. Het cijfer kan dus later nog kleiner worden.
insights-figure-vacancies-filled = Vacatures gevuld
insights-means-vacancies-filled = Vacatures waarvan de organisatie in deze maand zei dat er genoeg mensen zijn, of waarvan de laatste plek werd gevuld. Het maakt niet uit hoe die mensen kwamen. Gaat een vacature weer open, dan telt ze niet meer.
insights-figure-offers = Nieuw aanbod
insights-means-offers = Aanbod van mensen of groepen dat in deze maand is geplaatst.
insights-figure-help-requests = Nieuwe hulpvragen
insights-means-help-requests = Hulpvragen die in deze maand voor het eerst online kwamen.
insights-figure-help-matched = Hulpvragen met een helper
insights-means-help-matched = Hulpvragen waarvoor in deze maand een helper is gekozen.
insights-figure-organisations = Nieuwe organisaties
insights-means-organisations = Organisaties die zich in deze maand aanmeldden, ook als de gemeente ze nog niet bevestigde.
insights-figure-organisations-confirmed = Organisaties bevestigd
insights-means-organisations-confirmed = Organisaties die de gemeente in deze maand bevestigde.

insights-lists-title = Lijsten downloaden
insights-lists-lead = Elke lijst van beheer als bestand. In de lijsten over reacties, hulpvragen, helpers, aanbod en meldingen staan geen namen van inwoners.
list-waiting = Wat er wacht
list-figures = Cijfers van deze maand
insights-list-all-vacancies = Vacatures die online staan, om te importeren
insights-list-all-organisations = Organisaties, om te importeren
insights-list-all-people = Mensen, om te importeren
insights-list-csv = { $list } als CSV
insights-list-xlsx = { $list } als Excel
insights-yes = Ja
insights-no = Nee
list-file-waiting = wat-wacht
list-file-figures = cijfers

insights-desk-title = Balie
insights-desk-lead = Dag { $name }. Help wie er voor je zit, en kijk daarna wat er wacht.
insights-desk-opposite = Er zit iemand voor je
insights-desk-find = Zoek
insights-desk-name = Ken je de naam? Zoek iemand die we al helpen
insights-desk-name-hint = { $count ->
    [0] Nog niemand heeft toestemming gegeven. Schrijf iemand in om te beginnen.
    [one] 1 mens gaf toestemming om te helpen.
   *[other] { $count } mensen gaven toestemming om te helpen.
}
insights-desk-intake = Schrijf iemand in
insights-desk-intake-text = Een eerste gesprek: naam, toestemming en wat iemand wil doen
insights-desk-help = Schrijf een hulpvraag op
insights-desk-help-text = Voor iemand die toestemming gaf
insights-desk-vacancies = Zoek een vacature
insights-desk-vacancies-text = Zoek samen, en reageer voor wie voor je zit
insights-desk-card = Maak een papieren kaart
insights-desk-card-text = Kies eerst de persoon: op de kaart staat wie belt, wanneer en waarover
insights-desk-waits = Daarna: dit wacht
insights-desk-ending = Toestemming die bijna afloopt
insights-desk-ending-text = Vraag bij het volgende gesprek of je mag blijven helpen.
insights-desk-until = tot en met { $date }
insights-desk-lists = Alle lijsten van de balie
insights-desk-group-answers = Reacties en mensen
insights-desk-group-help = Hulp

setting-insights-wait-days = Wanneer wacht iets te lang?
setting-insights-wait-days-hint = Na zoveel werkdagen staat het bovenaan op de pagina van beheer en van de balie.
setting-insights-consent-days = Hoeveel dagen van tevoren zien bemiddelaars dat toestemming afloopt?
setting-insights-consent-days-hint = Zo kunnen ze er bij een gesprek naar vragen.
setting-insights-public-figures = Mag iedereen de cijfers per maand zien?
setting-insights-public-figures-hint = Ze staan dan op /cijfers en in de API. Er staan geen gegevens van mensen in.
