# Reacties: formulieren.

response-somebody = Iemand
response-point = het informatiepunt
response-crumb-vacancies = Vacatures
response-see-vacancies = Zie alle vacatures
response-respond-title = Ik wil meer weten
response-respond-lead = Stel je vraag aan { $owner }. Je hebt geen account nodig. Je krijgt binnen { $days ->
    [one] 1 werkdag
   *[other] { $days } werkdagen
} antwoord. Lukt dat niet, dan helpt het informatiepunt je.
response-respond-privacy = Alleen { $owner } en het informatiepunt zien wat je invult.
response-respond-send = Verstuur
response-field-name = Hoe mogen we je noemen?
response-field-ask = Wat wil je weten?
response-ask-look = Kan ik eerst een keer komen kijken?
response-ask-when = Wanneer kan ik beginnen?
response-ask-time = Hoeveel tijd kost het?
response-ask-guidance = Wie maakt mij wegwijs?
response-ask-language = Ik leer nog Nederlands. Is dat goed?
response-field-question = Je vraag in je eigen woorden
response-field-question-hint = Een of twee zinnen is genoeg.
response-field-reach = Hoe wil je antwoord krijgen?
response-reach-email = Per e-mail
response-reach-phone = Per telefoon
response-reach-point = Via het informatiepunt
response-field-email = E-mailadres
response-field-email-hint = Je krijgt een mail om je reactie te bevestigen. Geen e-mail? Laat dit leeg. Dan bellen we je.
response-field-account-email = Mail gaat naar { $email }.
response-field-phone = Telefoonnummer
response-field-on-behalf = Ik vul dit in voor iemand anders
response-field-on-behalf-hint = De reactie staat op naam van die persoon. Wij leggen vast dat jij hielp.
response-field-agreed = Deze persoon vindt het goed
response-field-agreed-hint = Je hebt verteld wat er met de gegevens gebeurt.
response-field-way = Hoe heeft deze persoon dat gezegd?
response-respond-for = Je reageert voor { $name }. De reactie staat op naam van deze persoon.
response-for-title = Zoek vrijwilligerswerk voor { $name }
response-for-lead = Kies samen iets. Je reageert daarna op naam van { $name }.
response-for-find = Zoek
response-for-words = Waar zoek je naar?
response-for-near = In de buurt van (wijk of postcode)
response-for-count = { $count ->
    [one] 1 vacature
   *[other] { $count } vacatures
}
response-for-respond = Reageer voor { $name }
response-for-none = Niets gevonden
response-for-none-text = Probeer een ander woord, of zoek zonder plaats.
response-enrol-title = Schrijf { $person } in
response-enrol-text = Deze persoon heeft nog geen account. Na inschrijving kun je meer regelen, en een kaart meegeven.
response-enrol = Schrijf deze persoon in
response-not-taking = Reageren kan hier nu niet. Kijk gerust bij iets anders.
response-doors-title = Misschien past dit bij je
response-no-doors-title = Waarom er nu geen andere suggesties zijn
response-no-doors-found = We vonden nu niets dat hierop lijkt.

response-crumb-offers = Aanbod
response-see-offers = Zie alle aanbod
response-approach-title = Stel { $maker } een vraag
response-approach-lead = { $maker } krijgt je vraag per mail en kan meteen antwoorden. Je hoort binnen { $days ->
    [one] 1 werkdag
   *[other] { $days } werkdagen
} iets. Lukt dat niet, dan helpt het informatiepunt.
response-approach-organisation = Voor welke organisatie?
response-approach-question = Wat wil je { $maker } vragen?
response-approach-question-hint = Vertel kort wie jullie zijn, wat er te doen is en wanneer.
response-approach-privacy = { $maker } ziet je naam, de naam van de organisatie en je e-mailadres. Jij ziet de gegevens van { $maker } pas als { $maker } die zelf deelt.
response-approach-name = { $person } van { $organisation }
response-error-offer-closed = Dit aanbod is er niet meer. Kijk gerust bij ander aanbod.

response-confirm-title = Bevestig je reactie
response-confirm-by-code = We hebben je een mail gestuurd met een code van 6 cijfers. Vul die hier in. Pas daarna ziet de organisatie je vraag.
response-confirm-by-link = Nog één tik, dan gaat je vraag naar de organisatie.
response-confirm-send = Bevestig
response-field-code = Code uit de mail
response-field-code-hint = 6 cijfers
response-confirm-no-mail = Geen mail gekregen? Kijk ook bij ongewenste mail. Je kunt ook op de knop in de mail tikken.
response-confirm-undelivered = De e-mail met de code is niet aangekomen: de mailserver weigerde hem. Klopt je e-mailadres? Vul het formulier opnieuw in. Gaf je ook een telefoonnummer? Dan bellen wij je.
response-confirm-demo = Dit is een demonstratie. Er gaat geen echte mail weg.
response-confirm-demo-link = Lees de mail in het postvak van de demonstratie
response-confirm-too-late = Deze bevestiging werkt niet meer
response-confirm-too-late-text = De code of de link is te oud of klopt niet. Heb je al bevestigd? Vraag dan een nieuwe link aan. Anders kun je opnieuw reageren.

response-received-title = Je vraag is binnen
response-received-lead = Bedankt. Je gaf geen e-mailadres. Daarom neemt het informatiepunt contact met je op.
response-received-step-sent = Je vraag is verstuurd
response-received-step-call = Het informatiepunt belt je
response-received-step-call-text = Daarna gaat je vraag naar de organisatie. Liever langskomen? Dat kan ook.
response-received-step-answer = De organisatie antwoordt
response-received-step-answer-text = Je hoort het antwoord van de organisatie of van het informatiepunt.

response-link-title = Open je reactie
response-link-lead = Vul het e-mailadres in waarmee je reageerde. Je krijgt een mail met een link naar je gesprek.
response-link-gone = Deze link werkt niet meer. Vraag een nieuwe aan op de pagina /reacties/link. Ben je contactpersoon van een organisatie? Log dan in.
response-link-gone-title = Deze link werkt niet meer
response-link-gone-lead = Vul je e-mailadres in. Dan sturen we je een nieuwe link naar je gesprek.
response-link-send = Stuur mij een link
response-link-sent = Als dit adres bij ons bekend is, staat er zo een mail in je postvak.
response-link-sign-in = Heb je een account? Log in en zie al je reacties
response-link-contact = Ben je contactpersoon van een organisatie? Log in met je e-mailadres. Dan zie je alle reacties.
response-link-contact-sign-in = Inloggen

# Foutmeldingen.

response-denied-program = Een programma kan niet reageren. Laat iemand zelf reageren.
response-error-step = Dit kan nu niet meer. Misschien was iemand anders je voor. Ververs de pagina.
response-error-too-many = Je hebt in korte tijd heel veel berichten gestuurd. Wacht 1 minuut en verstuur dit bericht dan opnieuw. Je tekst staat er nog.
response-error-not-with-point = Deze reactie ligt niet bij het informatiepunt.
response-error-not-taking = Reageren op deze vacature kan nu niet. Zoek iets anders dat bij je past.
response-error-agreed = Vraag eerst of deze persoon het goed vindt
response-error-enrolled = Deze reactie is al van iemand met een account.
response-error-email-needed = Vul je e-mailadres in, of kies een andere manier
response-error-phone-needed = Vul je telefoonnummer in, of kies een andere manier
response-error-question = Kies een vraag of schrijf er zelf een
response-error-code = De code heeft 6 cijfers
response-error-code-wrong = Deze code klopt niet. Kijk nog eens in de mail
response-error-doors = Kies een suggestie, of schrijf op waarom er geen is
response-error-too-many-doors = Kies hoogstens 3 suggesties
response-error-time-past = Kies een dag tussen nu en een jaar
response-error-time-needed = Vul ook de tijd in
response-error-date-needed = Vul ook de datum in
response-error-time-one = Vul minstens één dag en tijd in
response-error-one-agreed = Vul bij een afgesproken tijd maar één tijd in
response-error-no-meeting = Er is nog geen tijd gekozen om kennis te maken.
response-error-time-gone = Deze tijd kun je niet meer kiezen. Ververs de pagina of stel een andere tijd voor.

# Het gesprek.

response-thread-title = { $person } reageert
response-thread-heading = Gesprek
response-undelivered-person = Onze laatste e-mail aan jou is niet aangekomen. Werkt je e-mailadres niet meer? Kijk dan hier, of bel het informatiepunt.
response-undelivered-owner = E-mail aan { $person } komt niet aan. Het informatiepunt vertelt wat er nieuw is. Je kunt hier gewoon antwoorden.
response-undelivered-point = E-mail aan { $person } komt niet aan. Bel deze persoon, en vertel wat er nieuw is.
response-field-message = Je bericht
response-send-message = Verstuur bericht
response-field-reason = Waarom niet?
response-field-why = Waarom?
response-contact-heading = Zo bereik je { $person }
response-contact-reach-email = Het liefst per e-mail.
response-contact-reach-phone = Het liefst per telefoon.
response-contact-reach-point = Via het informatiepunt. Schrijf je bericht hier. Het punt geeft het door.
response-by-link = Deze pagina is alleen van jou. De link staat ook in je mail. Deel die niet met anderen.
response-withdraw = Trek mijn reactie in
response-withdraw-question = Weet je het zeker? De organisatie krijgt bericht.
response-keep-heading = Je gegevens
response-keep-no = We wissen je gegevens 4 weken na het einde. Mogen we ze een jaar bewaren? Dan kunnen we je vragen als er iets komt dat past.
response-keep-yes = We bewaren je gegevens hoogstens een jaar, omdat je dat goed vond.
response-keep-agree = Bewaar ze een jaar
response-keep-stop = Toch niet

response-state-unconfirmed = Nog niet bevestigd
response-state-open = Wacht op antwoord
response-state-in-conversation = In gesprek
response-state-invited = Uitgenodigd
response-state-accepted = Afgesproken
response-state-started = Begonnen
response-state-declined = Gaat niet door
response-state-withdrawn = Ingetrokken
response-state-expired = Niet bevestigd

response-clock-person-unconfirmed = Je reactie is nog niet bevestigd. Gebruik de code uit je mail. Heb je geen e-mail, dan belt het informatiepunt je.
response-clock-person-open = { $owner } heeft je vraag sinds { $since }. Uiterlijk { $due } hoor je iets. Anders neemt het informatiepunt het over.
response-clock-person-with-point = { $owner } antwoordde niet op tijd. { $handler } heeft je vraag nu en zoekt het voor je uit.
response-clock-person-talking = Je bent in gesprek met { $owner }.
response-clock-person-reserve = { $owner } is nu vol. Je staat op de reservelijst en hoort het als er plek is.
response-clock-person-invited = { $owner } nodigt je uit om kennis te maken. Kies een tijd die jou past.
response-clock-person-planned = Je maakt kennis met { $owner } op { $when }.
response-clock-person-accepted = Jij en { $owner } gaan verder. Spreek af wanneer je begint.
response-clock-person-started = Je bent begonnen bij { $owner }. Na een maand vragen we hoe het gaat.
response-clock-person-stopped = Je bent gestopt bij { $owner }. Bedankt voor je inzet.
response-clock-person-declined = Bij { $owner } gaat het niet door.
response-clock-person-withdrawn = Je hebt je reactie ingetrokken.
response-clock-person-expired = Deze reactie is niet op tijd bevestigd. Je kunt opnieuw reageren.
response-clock-person-accepted-offer = Jij en { $owner } gaan verder. Spreek af wanneer { $owner } begint.
response-clock-person-started-offer = { $owner } is bij jullie begonnen. Na een maand vragen we hoe het gaat.
response-clock-person-stopped-offer = { $owner } is bij jullie gestopt.
response-clock-owner-accepted-offer = { $owner } en { $person } gaan verder. Spreek af wanneer { $owner } begint.
response-clock-owner-started-offer = { $owner } is begonnen bij { $person }. Na een maand vragen we hoe het gaat.
response-clock-owner-stopped-offer = { $owner } is gestopt bij { $person }.
response-clock-owner-unconfirmed = { $person } reageerde op { $since }. De reactie is nog niet bevestigd.
response-clock-owner-open = { $person } wacht op antwoord van { $owner } sinds { $since }. Antwoord uiterlijk { $due }. Daarna neemt het informatiepunt het over.
response-clock-owner-with-point = Er kwam geen antwoord op tijd. { $handler } heeft deze vraag nu.
response-clock-owner-talking = { $owner } en { $person } zijn in gesprek.
response-clock-owner-reserve = { $person } staat op de reservelijst.
response-clock-owner-invited = { $person } is uitgenodigd en kiest nog een tijd.
response-clock-owner-planned = { $owner } en { $person } maken kennis op { $when }.
response-clock-owner-accepted = { $owner } en { $person } gaan verder. Spreek af wanneer het begint.
response-clock-owner-started = { $person } is begonnen. Na een maand vragen we hoe het gaat.
response-clock-owner-stopped = { $person } is gestopt.
response-clock-owner-declined = Het gaat niet door. { $person } heeft dat gehoord.
response-clock-owner-withdrawn = { $person } heeft de reactie ingetrokken.
response-clock-owner-expired = Deze reactie is niet bevestigd.

response-note-reminded = { $owner } kreeg een herinnering dat { $person } wacht.
response-note-taken-over = { $owner } antwoordde niet op tijd. Het informatiepunt neemt het over.
response-note-taken = Ik zoek dit uit voor { $person }.
response-note-passed-back = Het informatiepunt heeft de vraag teruggegeven aan { $owner }.
response-note-invited = { $person } is uitgenodigd om kennis te maken.
response-note-time-chosen = De tijd om kennis te maken staat vast.
response-note-time-proposed = { $person } stelt een andere tijd voor.
response-note-moved = De kennismaking is verzet.
response-note-meeting-cancelled = De kennismaking gaat niet door.
response-note-accepted = { $owner } wil graag verder met { $person }.
response-note-started = { $person } is begonnen.
response-note-stopped = { $person } is gestopt.
response-note-reserved = { $person } staat op de reservelijst.
response-note-called-up = Er is toch plek voor { $person }.
response-note-declined = Het gaat niet door.
response-note-closed = De vacature is gesloten. Daarom gaat het niet door.
response-note-full = Alle plekken zijn vergeven. Daarom gaat het niet door.
response-note-not-started = Het is er na de kennismaking niet van gekomen.
response-note-answered-elsewhere = { $owner } heeft { $person } op een andere manier geantwoord.
response-note-vacancy-over = De vacature is vol of gesloten. De uitnodiging van { $person } staat nog.
response-note-started-offer = { $owner } is begonnen bij { $person }.
response-note-stopped-offer = { $owner } is gestopt bij { $person }.
response-note-closed-offer = Het aanbod is gesloten. Daarom gaat het niet door.
response-note-withdrawn = { $person } heeft de reactie ingetrokken.

response-fact-about-offer = Aanbod
response-fact-about = Vacature
response-fact-person = Van
response-fact-phone = Telefoon
response-fact-when = Wanneer
response-fact-where = Waar

# Beslissen.

response-decide-heading = Wat doe je?
response-do-invite = Nodig uit
response-do-move = Verzet de kennismaking
response-do-ask = Stel een vraag
response-do-decline = Vol of nee
response-do-answered = Ik heb al geantwoord
response-do-call-up = Er is toch plek
response-do-accept = Ja, we gaan verder
response-do-start = Is begonnen
response-do-stop = Is gestopt
response-stop-question = Is { $person } gestopt?
response-answered-title = Heb je { $person } al geantwoord?
response-answered-lead = Bijvoorbeeld per telefoon of met een eigen mail. Dan noteren we dat { $person } antwoord heeft. De herinneringen stoppen.
response-answered-field = Wat heb je geantwoord?
response-answered-hint = { $person } leest dit ook in het gesprek.
response-answered-send = Ja, ik heb geantwoord
response-answered-back = Terug naar het gesprek
response-answered-known = Er staat al een antwoord in het gesprek. Je hoeft niets te doen.

response-invite-title = Nodig { $person } uit
response-invite-lead = Stel tot 3 tijden voor. { $person } kiest er een. Jullie krijgen allebei een agendabestand.
response-invite-moves = Er staat al een tijd vast. Met deze nieuwe tijden vervalt die zodra er opnieuw gekozen is.
response-invite-time = Tijd { $number }
response-invite-send = Verstuur uitnodiging
response-field-date = Datum
response-field-time = Tijd
response-field-minutes = Hoelang duurt het, in minuten?
response-field-place = Waar?
response-field-place-hint = Bijvoorbeeld: buurthuis, bij de balie
response-field-time-agreed = Deze tijd is al afgesproken
response-field-time-agreed-hint = Bijvoorbeeld aan de telefoon. Dan staat de tijd meteen vast.
response-choose-lead = Tik op de tijd die jou past.
response-time-over = voorbij
response-other-time = Geen van deze tijden past
response-other-time-field = Wanneer kun je wel?
response-meeting-proposed = Kennismaken: kies een tijd
response-meeting-planned = Kennismaken
response-meeting-cancelled = Kennismaking gaat niet door
response-calendar-download = Zet in mijn agenda
response-calendar-summary = Kennismaken met { $owner }
response-calendar-description = Over: { $title }
response-cancel-meeting = Zeg de kennismaking af
response-cancel-meeting-question = Weet je het zeker? De ander krijgt bericht.

response-decline-title = Antwoord aan { $person }
response-decline-message-hint = Een vriendelijke zin helpt. Schrijf waarom het niet kan.
response-decline-nothing-found = We vonden nu niets dat hierop lijkt.
response-decline-send = Verstuur antwoord
response-field-verdict = Wat is je antwoord?
response-verdict-reserve = Nu vol. Zet op de reservelijst
response-verdict-full = Vol
response-verdict-no-fit = Het past niet
response-field-doors = Deze suggesties krijgt { $person } erbij
response-field-doors-hint = Zo loopt niemand dood. Haal weg wat niet past.
response-field-no-doors = Geen suggesties? Schrijf op waarom
response-field-no-doors-hint = De ander leest dit.

# Lijsten.

response-list-title = Reacties
response-list-empty = Nog geen reacties
response-list-empty-text = Zodra iemand reageert, zie je dat hier. Je krijgt ook een mail.
response-list-waiting = { $count ->
    [one] 1 reactie wacht op antwoord
   *[other] { $count } reacties wachten op antwoord
}
response-list-going-on = Lopend
response-list-reserve = Reservelijst
response-list-done = Afgerond
response-item-due = Antwoord uiterlijk { $due }
response-item-handler = Opgepakt door { $handler }
response-mine-title = Mijn reacties
response-mine-received = Reacties op mijn aanbod of hulpvraag
response-mine-sent = Wat ik heb gevraagd
response-mine-empty = Je hebt nog niet gereageerd
response-mine-empty-text = Zoek iets dat je leuk lijkt en stel een vraag.
response-card-choose = Kies een tijd om kennis te maken
response-card-answer = { $person } wacht op je antwoord
response-card-due = Je hoort uiterlijk { $date } iets.
response-card-point = Het informatiepunt zorgt dat je antwoord krijgt.
response-workplace-title = Reacties
response-workplace-waiting = { $count ->
    [0] Niemand wacht op antwoord.
    [one] 1 mens wacht op je antwoord.
   *[other] { $count } mensen wachten op je antwoord.
}
response-workplace-due = Antwoord uiterlijk { $date }.
response-workplace-late = Het eerste antwoord is te laat: het was beloofd voor { $date }.
response-workplace-outcome-title = Hoe liep het af?
response-workplace-outcome = { $count ->
    [one] Vertel het van 1 reactie.
   *[other] Vertel het van { $count } reacties.
}
response-card-active = { $count ->
    [0] Niets open
    [one] 1 reactie is open
   *[other] { $count } reacties zijn open
}
response-thread-beside = Wat je kunt doen
response-queue-title = Reacties bij het punt
response-queue-lead = Wat hier staat, wacht op ons.
response-queue-all = Terug naar alle lijsten
response-queue-whole = Bekijk alle { $count }
response-queue-empty = Er wacht niemand
response-queue-empty-text = Alle reacties zijn op tijd beantwoord.
response-queue-taken-over = { $count ->
    [one] 1 reactie overgenomen
   *[other] { $count } reacties overgenomen
}
response-queue-to-confirm = { $count ->
    [one] 1 persoon zonder e-mail: bel en bevestig
   *[other] { $count } mensen zonder e-mail: bel en bevestig
}
response-queue-to-confirm-text = Bel, vraag of de reactie klopt, en bevestig die. Pas dan ziet de organisatie de vraag.
response-queue-to-tell = { $count ->
    [one] 1 persoon moet nog iets horen
   *[other] { $count } mensen moeten nog iets horen
}
response-queue-to-tell-text = Deze mensen hebben geen e-mail, of onze e-mail komt niet aan. Vertel wat er nieuw is in het gesprek.
response-queue-to-ask = { $count ->
    [one] 1 persoon: vraag hoe het afliep
   *[other] { $count } mensen: vraag hoe het afliep
}
response-queue-waiting = { $count ->
    [one] Nog 1 reactie is binnen de tijd
   *[other] Nog { $count } reacties zijn binnen de tijd
}
response-point-heading = Voor het informatiepunt
response-point-confirm = Bevestig na gesprek
response-point-discard = Niemand bereikt: laat vervallen
response-point-discard-question = Laat je deze reactie vervallen?
response-point-told = Ik heb het { $person } verteld
response-point-take = Ik pak dit op
response-point-pass-back = Geef terug aan { $owner }

# Hoe het afliep.

response-outcome-title = Hoe is het afgelopen?
response-outcome-ask-heading = Vraag aan { $person } hoe het ging
response-outcome-field = Antwoord
response-outcome-send = Verstuur
response-outcome-reason-hint = Alleen jij en het informatiepunt lezen dit.
response-outcomes-heading = Wat er over de afloop is gezegd
response-outcomes-introduction = Is het begonnen? { $who }:
response-outcomes-month = Gaat het na een maand nog door? { $who }:
response-outcomes-none = nog geen antwoord
response-outcome-closing = Eén tik is genoeg. Je antwoord helpt ons te weten wat werkt.
response-outcome-thanks-text = Zo weten we wat werkt. Je kunt deze pagina sluiten.
response-outcome-answer-started = Ja, het is begonnen
response-outcome-answer-talking = We praten nog
response-outcome-answer-not-started = Nee, het gaat niet door
response-outcome-answer-still-there = Ja, het gaat door
response-outcome-answer-stopped = Nee, het is gestopt
response-outcome-subject-introduction-person = Ben je begonnen bij { $owner }?
response-outcome-subject-introduction-owner = Is { $person } begonnen?
response-outcome-subject-month-person = Ben je er nog bij { $owner }?
response-outcome-subject-month-owner = Is { $person } er nog?
response-outcome-subject-introduction-person-offer = Is { $owner } begonnen?
response-outcome-subject-introduction-owner-offer = Ben je begonnen bij { $person }?
response-outcome-subject-month-person-offer = Is { $owner } er nog?
response-outcome-subject-month-owner-offer = Ben je er nog bij { $person }?
response-outcome-question-introduction-person-offer = Jullie spraken met { $owner } over “{ $title }”. Is { $owner } begonnen?
response-outcome-question-introduction-owner-offer = Je sprak met { $person } over je aanbod “{ $title }”. Ben je begonnen?
response-outcome-question-month-person-offer = { $owner } begon een maand geleden bij jullie met “{ $title }”. Is dat nog zo?
response-outcome-question-month-owner-offer = Je begon een maand geleden bij { $person } met “{ $title }”. Doe je het nog?
response-outcome-question-introduction-person = Je sprak met { $owner } over “{ $title }”. Ben je begonnen?
response-outcome-question-introduction-owner = Jullie spraken met { $person } over “{ $title }”. Is { $person } begonnen?
response-outcome-question-month-person = Je begon een maand geleden bij { $owner } met “{ $title }”. Doe je het nog?
response-outcome-question-month-owner = { $person } begon een maand geleden met “{ $title }”. Is dat nog zo?

# Brieven.

response-mail-open = Open het gesprek
response-mail-reason-person = Je krijgt deze mail omdat je reageerde op “{ $title }”.
response-mail-reason-owner = Je krijgt deze mail omdat je contactpersoon bent van { $owner }.
response-mail-reason-maker = Je krijgt deze mail omdat “{ $title }” van jou is.
response-mail-reason-point = Je krijgt deze mail omdat je bemiddelaar bent bij het informatiepunt.
response-mail-subject-confirm = Bevestig je reactie op “{ $title }”
response-mail-text-confirm = Je wilt meer weten over “{ $title }” van { $owner }. Typ deze code op de pagina waar je was, of tik op de knop. Daarna gaat je vraag naar { $owner }.
response-mail-action-confirm = Bevestig mijn reactie
response-mail-closing-confirm = Was jij dit niet? Dan hoef je niets te doen. Je vraag gaat dan nergens heen.
response-mail-subject-received = { $owner } heeft je vraag
response-mail-text-received = Je vraag over “{ $title }” is bij { $owner }. Uiterlijk { $due } hoor je iets. Anders neemt het informatiepunt het over.
response-mail-subject-message-to-person = { $owner }: bericht over “{ $title }”
response-mail-text-message-to-person = Je hebt een nieuw bericht over “{ $title }”.
response-mail-action-message-to-person = Lees en antwoord
response-mail-subject-new-link = Je gesprek met { $owner }
response-mail-text-new-link = Je vroeg om een nieuwe link naar je gesprek over “{ $title }”.
response-mail-subject-taken-over = Het informatiepunt neemt je vraag over
response-mail-text-taken-over = { $owner } heeft nog niet geantwoord op je vraag over “{ $title }”. Dat had wel gemoeten. Het informatiepunt zoekt het nu voor je uit.
response-mail-subject-taken = { $handler } zoekt je vraag uit
response-mail-text-taken = { $handler } van het informatiepunt heeft je vraag over “{ $title }” opgepakt. Je hoort er snel meer over.
response-mail-subject-invited = { $owner } nodigt je uit om kennis te maken
response-mail-text-invited = Leuk dat je interesse hebt in “{ $title }”. { $owner } wil graag kennismaken. Kies een tijd die jou past.
response-mail-action-invited = Kies een tijd
response-mail-subject-planned = Kennismaken op { $when }
response-mail-text-planned = Je maakt kennis met { $owner } op { $when }. De afspraak zit als agendabestand bij deze mail.
response-mail-action-planned = Bekijk of wijzig
response-mail-subject-cancelled-to-person = De kennismaking gaat niet door
response-mail-text-cancelled-to-person = De kennismaking met { $owner } gaat niet door. { $over ->
    [yes] Je hoeft niets te doen. Haal de afspraak uit je agenda met het bestand bij deze mail.
   *[no] In het gesprek kun je samen een nieuwe tijd zoeken.
}
response-mail-subject-accepted = { $owner } wil graag met je verder
response-mail-text-accepted = Goed nieuws: { $owner } wil graag met je verder met “{ $title }”. Spreek samen af wanneer je begint.
response-mail-text-accepted-offer = Goed nieuws: { $owner } wil graag met je verder met “{ $title }”. Spreek samen af wanneer { $owner } begint.
response-mail-subject-reserved = Je staat op de reservelijst van { $owner }
response-mail-text-reserved = { $owner } is nu vol voor “{ $title }”. Je staat op de reservelijst en hoort het als er plek is. Staan er links in deze mail? Daar kun je nu al terecht.
response-mail-subject-called-up = Er is plek bij { $owner }
response-mail-text-called-up = Er is toch plek voor je bij “{ $title }”. Heb je nog zin? Laat het weten.
response-mail-action-called-up = Antwoord { $owner }
response-mail-subject-declined = Antwoord van { $owner } over “{ $title }”
response-mail-text-declined = Bij { $owner } gaat “{ $title }” niet door voor jou. { $doors ->
    [0] Het informatiepunt zoekt graag met je verder.
    [one] Misschien past dit wel bij je. Zie de link in deze mail.
   *[other] Misschien past een van deze { $doors } wel bij je. Zie de links in deze mail.
}
response-mail-subject-closed = “{ $title }” is gesloten
response-mail-text-closed = De vacature “{ $title }” van { $owner } gaat niet verder. { $doors ->
    [0] Het informatiepunt zoekt graag met je verder.
    [one] Misschien past dit wel bij je. Zie de link in deze mail.
   *[other] Misschien past een van deze { $doors } wel bij je. Zie de links in deze mail.
}
response-mail-subject-full = “{ $title }” is vol
response-mail-text-full = Bij { $owner } zijn alle plekken voor “{ $title }” vergeven. { $doors ->
    [0] Het informatiepunt zoekt graag met je verder.
    [one] Misschien past dit wel bij je. Zie de link in deze mail.
   *[other] Misschien past een van deze { $doors } wel bij je. Zie de links in deze mail.
}
response-mail-subject-not-started = Het gaat niet door bij { $owner }
response-mail-text-not-started = { $owner } laat weten dat “{ $title }” voor jou niet doorgaat. Klopt dat niet? Antwoord dan in het gesprek. { $doors ->
    [0] Het informatiepunt zoekt graag met je verder.
    [one] Misschien past dit wel bij je. Zie de link in deze mail.
   *[other] Misschien past een van deze { $doors } wel bij je. Zie de links in deze mail.
}
response-mail-text-closed-offer = Het aanbod “{ $title }” van { $owner } is niet meer te zien. Daarom gaat het niet door. Op de site staat ander aanbod. Het informatiepunt zoekt graag met je verder.
response-mail-subject-new = { $person } wil meer weten over “{ $title }”
response-mail-text-new = { $person } reageert op “{ $title }”. Antwoord uiterlijk { $due }. Daarna neemt het informatiepunt het over.
response-mail-action-new = Bekijk en antwoord
response-mail-subject-message-to-owner = { $person }: bericht over “{ $title }”
response-mail-text-message-to-owner = { $person } schrijft over “{ $title }”.
response-mail-action-message-to-owner = Lees en antwoord
response-mail-subject-reminder = { $person } wacht nog op antwoord
response-mail-text-reminder = { $person } wacht sinds { $since } op antwoord over “{ $title }”. Antwoord uiterlijk { $due }. Een korte reactie is genoeg.
response-mail-action-reminder = Bekijk en antwoord
response-mail-subject-last-reminder = Laatste herinnering: { $person } wacht
response-mail-text-last-reminder = { $person } wacht sinds { $since } op antwoord over “{ $title }”. Op { $due } neemt het informatiepunt het over.
response-mail-action-last-reminder = Antwoord nu
response-mail-subject-taken-from-owner = Het informatiepunt antwoordt { $person }
response-mail-text-taken-from-owner = { $person } kreeg geen antwoord over “{ $title }”. Het informatiepunt heeft de vraag overgenomen. Je kunt nog steeds zelf antwoorden.
response-mail-subject-passed-back = { $person } wacht weer op jullie antwoord
response-mail-text-passed-back = Het informatiepunt heeft de vraag van { $person } over “{ $title }” aan jullie teruggegeven.
response-mail-action-passed-back = Bekijk en antwoord
response-mail-subject-paused = “{ $title }” pauzeert
response-mail-text-paused = Op “{ $title }” bleven reacties zonder antwoord. Daarom pauzeert de vacature. Er komen nu geen nieuwe reacties bij. Open de vacature weer met één tik.
response-mail-action-paused = Naar de vacature
response-mail-subject-time-chosen = Kennismaken met { $person } op { $when }
response-mail-text-time-chosen = Jullie maken kennis met { $person } op { $when }. De afspraak zit als agendabestand bij deze mail.
response-mail-action-time-chosen = Bekijk of wijzig
response-mail-subject-time-proposed = { $person } stelt een andere tijd voor
response-mail-text-time-proposed = Geen van de tijden past { $person }. Lees wanneer het wel kan.
response-mail-action-time-proposed = Kies een nieuwe tijd
response-mail-subject-cancelled-to-owner = De kennismaking met { $person } gaat niet door
response-mail-text-cancelled-to-owner = De kennismaking met { $person } over “{ $title }” gaat niet door. { $over ->
    [yes] Je hoeft niets te doen. Haal de afspraak uit je agenda met het bestand bij deze mail.
   *[no] In het gesprek kunnen jullie een nieuwe tijd zoeken.
}
response-mail-subject-withdrawn = { $person } trekt de reactie in
response-mail-text-withdrawn = { $person } gaat niet verder met “{ $title }”. Je hoeft niets te doen.
response-mail-subject-still-invited = { $person } is nog uitgenodigd
response-mail-text-still-invited = “{ $title }” is vol of gesloten. { $person } heeft nog wel een uitnodiging van jullie. Laat { $person } weten of die doorgaat.
response-mail-action-still-invited = Bekijk en antwoord
response-mail-subject-new-at-point = { $person } wacht: het informatiepunt is aan zet
response-mail-text-new-at-point = { $owner } antwoordde { $person } niet op tijd over “{ $title }”. De vraag ligt nu bij het informatiepunt. Pak jij hem op?
response-mail-action-new-at-point = Bekijk de vraag
response-mail-reply-unseen = Beantwoord je deze mail zelf? Dan gaat je antwoord rechtstreeks naar { $person }. Wij zien dat niet en de tijd loopt door. Tik dan op ‘Ik heb al geantwoord’.
response-mail-no-doors = Waarom er geen andere suggesties bij staan: { $reason }

# Meldingen.

notice-response-sent = Je vraag is verstuurd.
notice-response-confirmed = De reactie is bevestigd en verstuurd.
notice-response-said = Je bericht is verstuurd.
notice-response-answered = Genoteerd: er is geantwoord.
notice-response-withdrawn = De reactie is ingetrokken.
notice-response-time-chosen = De tijd staat vast. Je krijgt een mail met een agendabestand.
notice-response-meeting-cancelled = De kennismaking is afgezegd.
notice-response-kept = Je keuze is bewaard.
notice-response-invited = De uitnodiging is verstuurd.
notice-response-declined = Het antwoord is verstuurd.
notice-response-accepted = Het antwoord is verstuurd. Spreek samen af wanneer het begint.
notice-response-started = Genoteerd: begonnen.
notice-response-stopped = Genoteerd: gestopt.
notice-response-called-up = Het bericht is verstuurd: er is plek.
notice-response-taken = Je hebt deze reactie opgepakt.
notice-response-passed-back = De reactie is teruggegeven.
notice-response-discarded = De reactie is vervallen.
notice-response-told = Genoteerd: verteld.
notice-response-outcome = Het antwoord is bewaard.

# Instellingen en bewaartermijnen.

setting-guarantee-first-reminder-days = Eerste herinnering na (werkdagen)
setting-guarantee-first-reminder-days-hint = De organisatie krijgt dan een mail dat iemand wacht.
setting-guarantee-second-reminder-days = Tweede herinnering na (werkdagen)
setting-guarantee-second-reminder-days-hint = De laatste mail voordat het informatiepunt het overneemt.
setting-guarantee-take-over-days = Informatiepunt neemt over na (werkdagen)
setting-guarantee-take-over-days-hint = Zo lang heeft een organisatie om te antwoorden.
setting-guarantee-pause-after = Vacature pauzeert na zoveel reacties zonder antwoord
setting-guarantee-pause-after-hint = De organisatie opent de vacature weer met één tik.
setting-response-confirm-hours = Reactie bevestigen binnen (uren)
setting-response-confirm-hours-hint = Daarna vervalt een reactie die niet per mail is bevestigd.
setting-response-confirm-days = Reactie zonder e-mail bevestigen binnen (dagen)
setting-response-confirm-days-hint = Daarna vervalt een reactie van iemand zonder e-mail die het punt niet kon bereiken.
setting-response-outcome-days = Vraag hoe het gaat na (dagen)
setting-response-outcome-days-hint = Zoveel dagen na de start krijgen beide kanten een vraag.
setting-response-keep-days = Bewaar reacties die niet doorgaan (dagen)
setting-response-keep-days-hint = Daarna wissen we naam, adres en berichten.
setting-response-keep-unconfirmed-days = Bewaar reacties die niemand bevestigt (dagen)
setting-response-keep-unconfirmed-days-hint = Van mensen zonder e-mail, die het punt niet bereikt.
setting-response-keep-longer-days = Bewaar met toestemming (dagen)
setting-response-keep-longer-days-hint = Alleen als de persoon dat goed vindt.
setting-response-keep-started-days = Bewaar reacties van mensen die begonnen (dagen)
setting-response-keep-started-days-hint = Geteld vanaf de laatste verandering.
retention-responses = Reacties die niet doorgingen
retention-responses-why = Om vragen na het antwoord te kunnen beantwoorden.
retention-responses-unconfirmed = Reacties die niemand heeft bevestigd
retention-responses-unconfirmed-why = Zo lang proberen we je te bereiken.
retention-responses-longer = Reacties die niet doorgingen, met toestemming
retention-responses-longer-why = Om je te kunnen vragen als er iets komt dat past.
retention-responses-started = Reacties van vrijwilligers die begonnen
retention-responses-started-why = Om te weten wat ervan kwam.
response-data = Je reacties
response-api-id = Dit is geen geldig id.

queue-overdue = { $count ->
    [one] 1 reactie kreeg niet op tijd antwoord
   *[other] { $count } reacties kregen niet op tijd antwoord
}
queue-taken-over = { $count ->
    [one] 1 reactie die het informatiepunt overnam
   *[other] { $count } reacties die het informatiepunt overnam
}
queue-to-confirm = { $count ->
    [one] 1 reactie om telefonisch te bevestigen
   *[other] { $count } reacties om telefonisch te bevestigen
}
queue-to-tell = { $count ->
    [one] 1 mens die geen e-mail krijgt, om te bellen over een reactie
   *[other] { $count } mensen die geen e-mail krijgen, om te bellen over een reactie
}
queue-to-ask = { $count ->
    [one] 1 mens zonder e-mail om te vragen hoe het afliep
   *[other] { $count } mensen zonder e-mail om te vragen hoe het afliep
}
list-unanswered = Reacties zonder antwoord
response-kind-vacancy = Vacature
response-kind-offer = Aanbod
response-kind-help-request = Hulpvraag
list-file-unanswered = reacties-zonder-antwoord
