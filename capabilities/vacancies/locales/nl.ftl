# Vacatures: een organisatie zoekt mensen.

vacancy-crumb = Vacatures
vacancy-themes = Thema's
vacancy-at-a-glance = In het kort
vacancy-what-you-do = Wat ga je doen?
vacancy-suitable-for = Past bij
vacancy-what-we-ask = Wat vragen we?
vacancy-nothing-asked = Niets bijzonders. Zin om mee te doen is genoeg.
vacancy-what-you-get = Wat krijg je?
vacancy-nothing-offered = Daar vertelt de organisatie je meer over.
vacancy-organisation = Organisatie
vacancy-when = Wanneer
vacancy-when-from = vanaf { $from }
vacancy-when-until = tot en met { $until }
vacancy-hours = Hoeveel tijd
vacancy-where = Waar
vacancy-where-agreed = In overleg
vacancy-from-home = Kan vanuit huis
vacancy-people = Hoeveel mensen
vacancy-people-left = { $count ->
    [one] Nog 1 iemand nodig
   *[other] Nog { $count } mensen nodig
}
vacancy-people-none = Alle plekken zijn bezet
vacancy-who-answers = Wie antwoordt je
vacancy-answers-in = Antwoord
vacancy-usual-hours = { $hours ->
    [one] Meestal binnen 1 uur
   *[other] Meestal binnen { $hours } uur
}
vacancy-answered-percent = { $percent }% op tijd beantwoord
vacancy-closes-on = Staat hier tot en met
vacancy-map-label = Kaart met { $wijk }
vacancy-to-calendar = Zet in je agenda
vacancy-asked-dutch = Nederlands: { $level }
vacancy-asked-languages = Je spreekt: { $languages }
vacancy-asked-age = Je bent { $age } jaar of ouder
vacancy-asked-age-why = Je bent { $age } jaar of ouder. { $reason }
vacancy-asked-why = Waarom een grens: { $reason }
vacancy-asked-vog = Een verklaring omtrent het gedrag (VOG). De organisatie regelt die met je; het kost je niets.
vacancy-asked-licence = Een rijbewijs
vacancy-is-paused = Deze vacature pauzeert. Je kunt nu niet reageren. Kijk later nog eens, of zoek iets anders.
vacancy-is-filled = Alle plekken zijn bezet. Je kunt nu niet reageren.
vacancy-is-over = De laatste dag van deze vacature is voorbij. Je kunt niet meer reageren.
vacancy-respond = Ik wil meer weten
vacancy-see-others = Zoek iets dat erop lijkt
vacancy-poster = Poster met QR-code
vacancy-to-workplace = Beheer deze vacature
vacancy-report-link = Klopt er iets niet? Meld het.
vacancy-gone-title = Deze vacature is er niet meer
vacancy-gone-closed = Deze vacature is gesloten.
vacancy-gone-closed-named = “{ $title }” is gesloten.
vacancy-gone-taken-down = De gemeente heeft deze vacature weggehaald.
vacancy-gone-waits = De gemeente kijkt naar een wijziging van deze vacature. Kom later terug.
vacancy-gone-way-on = Er is vast iets anders dat bij je past.
vacancy-see-similar = Vacatures die erop lijken
vacancy-see-all = Alle vacatures
vacancy-see-organisation = Meer over { $name }
vacancy-back-to-page = Terug naar de vacature
vacancy-qr-alt = QR-code die naar { $address } leidt
vacancy-poster-scan = Doe je mee? Scan de code, of typ het adres over.
vacancy-closed-not-editable = Deze vacature is gesloten. Open haar eerst opnieuw.
vacancy-extend-work-ends = Langer laten staan kan niet: het werk zelf eindigt eerder. Pas eerst de datum aan.
vacancy-discard-published = Deze vacature stond al online. Je kunt haar sluiten, maar niet weggooien.
vacancy-step-impossible = Dat kan nu niet: de vacature is intussen veranderd. Kijk eerst hoe ze er nu voor staat.

setting-vacancy-first-is-moderated = Eerste vacature bekijken
setting-vacancy-first-is-moderated-hint = De eerste vacature van een organisatie wacht tot de gemeente haar bekijkt. Ook elke vacature van een organisatie die nog niet is bevestigd.
setting-vacancy-shown-days = Hoelang een vacature blijft staan (dagen)
setting-vacancy-shown-days-hint = Als de organisatie zelf geen laatste dag kiest.
setting-vacancy-reminder-days = Vraag of een vacature nog nodig is (dagen)
setting-vacancy-reminder-days-hint = Zoveel dagen voor de laatste dag krijgt de organisatie een e-mail.
setting-vacancy-extend-days = Langer laten staan (dagen)
setting-vacancy-extend-days-hint = Zoveel dagen komen erbij als de organisatie zegt dat het nog nodig is.
setting-vacancy-max-hours = Hoogstens zoveel uur per week
setting-vacancy-max-hours-hint = Meer lijkt op een baan.
setting-vacancy-min-words = Minstens zoveel woorden in het verhaal
setting-vacancy-min-words-hint = Minder zegt te weinig over wat iemand gaat doen.

# De werkplek van een organisatie.

vacancy-list-title = Jullie vacatures
vacancy-list-lead = Wat { $name } zoekt, hoe het ervoor staat en wat op je wacht.
vacancy-list-empty = Jullie hebben nog geen vacatures
vacancy-list-empty-text = Schrijf er een. We helpen je met voorbeelden en kijken mee terwijl je schrijft.
vacancy-list-past = Gesloten
vacancy-new = Nieuwe vacature
vacancy-untitled = Nog zonder titel
vacancy-responses-waiting = { $count ->
    [one] 1 reactie wacht op antwoord
   *[other] { $count } reacties wachten op antwoord
}
vacancy-ends-soon = Bijna voorbij
vacancy-shown-until = Staat er tot en met { $day }
vacancy-changed = Gewijzigd:
vacancy-state-draft = Concept
vacancy-state-waiting = Wacht op de gemeente
vacancy-state-live = Staat online
vacancy-state-paused = Pauzeert
vacancy-state-filled = Vol
vacancy-state-closed = Gesloten
vacancy-state-taken-down = Weggehaald
vacancy-state-text-draft = Alleen jullie zien deze vacature.
vacancy-state-text-waiting = De gemeente kijkt mee, omdat dit jullie eerste vacature is of omdat er iets moest veranderen. Je hoort het per e-mail.
vacancy-state-text-live = Iedereen ziet deze vacature en kan reageren.
vacancy-state-text-paused = Iedereen ziet deze vacature, maar niemand kan reageren.
vacancy-state-text-filled = Iedereen ziet dat alle plekken bezet zijn.
vacancy-state-text-closed = Niemand ziet deze vacature nog.
vacancy-state-text-taken-down = De gemeente heeft deze vacature weggehaald. Pas haar aan en stuur haar opnieuw in. Dan kijkt de gemeente er weer naar.
vacancy-note-from-municipality = Dit schrijft de gemeente
vacancy-paused-unanswered = Er wachten mensen op jullie antwoord. Daarom pauzeert deze vacature. Beantwoord ze eerst en heropen haar dan.
vacancy-has-unpublished = Er zijn wijzigingen bewaard die nog niet op de site staan. Open het formulier om ze af te maken.
vacancy-still-needed = Is deze vacature nog nodig?
vacancy-ends-on = De laatste dag is { $day }. Daarna sluit ze vanzelf.
vacancy-preview = Zo ziet de vacature eruit
vacancy-do-edit = Wijzigen
vacancy-do-pause = Pauzeren
vacancy-do-reopen = Weer openen
vacancy-do-fill = We hebben genoeg mensen
vacancy-do-copy = Kopiëren
vacancy-do-see = Bekijk op de site
vacancy-do-extend = Ja, laat staan tot en met { $day }
vacancy-do-close = Sluiten
vacancy-close-sure = Is deze vacature klaar? Vertel dan hoe het afliep. Zo weten we of dit platform helpt.
vacancy-do-close-now = Sluit de vacature
vacancy-do-discard = Weggooien
vacancy-discard-sure = Je kunt het concept 30 dagen lang terugzetten. Dat doe je onder de lijst met vacatures.
vacancy-do-discard-now = Ja, gooi weg
vacancy-discarded-title = Weggegooide concepten ({ $count })
vacancy-discarded-lead = Na 30 dagen zijn ze voorgoed weg.
vacancy-do-restore = Zet terug
vacancy-closing-question = Hebben jullie iemand gevonden?
vacancy-closing-through-us = Ja, via dit platform
vacancy-closing-otherwise = Ja, op een andere manier
vacancy-closing-not-filled = Nee
vacancy-closing-unknown = Dat weten we niet
vacancy-closing-asked = Hoe is het afgelopen?
vacancy-closing-send = Verstuur
vacancy-closed-as-through-us = Jullie vonden mensen via dit platform.
vacancy-closed-as-otherwise = Jullie vonden mensen op een andere manier.
vacancy-closed-as-not-filled = Jullie vonden niemand.
vacancy-closed-as-unknown = Het is niet bekend of jullie iemand vonden.

notice-vacancy-paused = De vacature pauzeert. Met 1 tik gaat ze weer open.
notice-vacancy-reopened = De vacature staat weer open.
notice-vacancy-look-over = De vacature is weer een concept. Kijk haar na en publiceer haar opnieuw.
notice-vacancy-filled = Mooi! De vacature staat nu op vol.
notice-vacancy-extended = De vacature blijft langer staan.
notice-vacancy-closed = De vacature is gesloten. Dank je voor je antwoord.
notice-vacancy-discarded = Het concept is weggegooid. Je kunt het 30 dagen lang terugzetten, onder aan deze pagina.
notice-vacancy-restored = Het concept is teruggezet.
notice-vacancy-copied = Dit is een kopie. Pas aan wat anders is.
notice-vacancy-kept = Bewaard. Je kunt later verdergaan.
notice-vacancy-waiting = De vacature is ingestuurd. De gemeente kijkt mee en je hoort het per e-mail.
notice-vacancy-changed = De wijzigingen staan online.
notice-vacancy-published = De vacature staat online.

# Schrijven.

vacancy-start-title = Nieuwe vacature
vacancy-start-lead = Begin met een voorbeeld of met een lege bladzijde. Je kunt alles nog veranderen.
vacancy-start-with = Waarmee begin je?
vacancy-start-empty = Een lege bladzijde
vacancy-start-empty-hint = We kijken mee terwijl je schrijft.
vacancy-start-example = Voorbeeld: { $title }
vacancy-start-copy = Kopie van: { $title }
vacancy-start-go = Begin
vacancy-edit-title = Schrijf je vacature
vacancy-part-task = Wat ga je doen?
vacancy-part-where = Waar en wanneer?
vacancy-part-asked = Wat vragen we?
vacancy-part-offered = Wat bieden we?
vacancy-part-contact = Wie antwoordt?
vacancy-field-title = Titel
vacancy-field-title-hint = Zeg wat iemand gaat doen, bijvoorbeeld: Samen tuinieren op dinsdag.
vacancy-field-summary = In 1 zin
vacancy-field-summary-hint = Deze zin staat in lijsten onder de titel.
vacancy-field-description = Het hele verhaal
vacancy-field-description-hint = Wat doe je, met wie, hoe gaat een dag? Schrijf ‘je’ en korte zinnen. Zeg ook wat je niet doet.
vacancy-field-themes = Thema's
vacancy-field-themes-hint = Kies er hoogstens 4. Zo vinden mensen je vacature.
vacancy-field-tasks = Taken
vacancy-field-tasks-hint = Kies er hoogstens 6.
vacancy-field-when = Wanneer is het?
vacancy-field-hours = Hoeveel uur per week? Of in totaal, als het 1 keer is.
vacancy-field-place = Naam van de plek
vacancy-field-place-hint = Bijvoorbeeld: buurthuis De Linde. Geen adres van iemand thuis.
vacancy-field-people = Hoeveel mensen zoeken jullie?
vacancy-field-closes = Laatste dag op de site
vacancy-field-closes-hint = Laat leeg als je het nog niet weet. We vragen het je op tijd. Typ de datum zo: 31-12-2030
vacancy-field-dutch = Hoeveel Nederlands is nodig?
vacancy-field-dutch-hint = Vraag niet meer dan het werk nodig heeft.
vacancy-field-languages = Welke andere talen zijn nodig?
vacancy-field-age = Vanaf welke leeftijd?
vacancy-field-age-hint = Alleen als de wet of het werk erom vraagt.
vacancy-field-age-reason = Waarom deze leeftijd of dit geslacht?
vacancy-field-vog = Een verklaring omtrent het gedrag (VOG) is nodig
vacancy-field-vog-hint = Voor werk met kinderen en met mensen die van de vrijwilliger afhankelijk zijn. Voor vrijwilligers is de VOG meestal gratis.
vacancy-field-licence = Een rijbewijs is nodig
vacancy-field-diploma = Diploma of training die echt nodig is
vacancy-field-diploma-hint = Bijvoorbeeld EHBO. Zeg erbij waarom.
vacancy-field-offered = Wat krijgt iemand?
vacancy-field-offered-hint = Verzekerd: vrijwilligers vallen ook onder de verzekering van de gemeente.
vacancy-field-suitable = Voor wie past het ook goed?
vacancy-field-contact = Wie antwoordt?
vacancy-field-contact-hint = Deze persoon krijgt de reacties. Kies je niemand, dan krijgen alle contactpersonen ze.
vacancy-field-label = Hoe noemen we die persoon op de site?
vacancy-field-label-hint = Bijvoorbeeld: Anna, coördinator. Meer van deze persoon laten we niet zien.
vacancy-error-theme = Kies minstens 1 thema.
vacancy-do-publish = Publiceren
vacancy-do-change = Wijzigingen publiceren
vacancy-do-keep = Bewaar als concept
vacancy-do-check = Controleer
vacancy-insist-lead = Gaat het hier om iets anders? Stuur de vacature dan toch in. De gemeente kijkt eerst. Tot die tijd staat ze niet online.
vacancy-do-insist = Toch insturen

# De vacaturecheck.

vacancy-checker = Vacaturecheck
vacancy-check-title = Titel
vacancy-check-refused = { $count ->
    [one] 1 ding moet nog anders
   *[other] { $count } dingen moeten nog anders
}
vacancy-check-advised = { $count ->
    [one] 1 tip
   *[other] { $count } tips
}
vacancy-check-good = { $count ->
    [one] 1 ding is goed
   *[other] { $count } dingen zijn goed
}
vacancy-check-all-good = Alles is goed. Mooie vacature!
vacancy-check-title-why = Mensen kiezen op de titel. Die moet zeggen wat je doet.
vacancy-check-title-do = Schrijf een titel van minstens 2 woorden die zegt wat iemand gaat doen. Zonder hoofdletters en uitroeptekens.
vacancy-check-summary = Samenvatting
vacancy-check-summary-why = In lijsten zien mensen alleen de titel en deze zin.
vacancy-check-summary-do = Schrijf 1 zin over wat iemand gaat doen. Niet dezelfde als de titel.
vacancy-check-description = Duidelijke taak
vacancy-check-description-why = Wie weet wat het werk is, durft eerder te reageren en blijft langer.
vacancy-check-description-do = Vertel meer over het werk: minstens { $found } woorden. Wat doe je, met wie, hoe gaat een dag?
vacancy-check-task = Over de lezer
vacancy-check-task-why = Een vacature gaat over wat iemand gaat doen, niet over de organisatie.
vacancy-check-task-do = Schrijf ‘je’: “Je schenkt koffie en maakt een praatje.”
vacancy-check-dates = Datums
vacancy-check-dates-why = Wie reageert op iets dat voorbij is, is teleurgesteld.
vacancy-check-dates-do = Controleer de datums en tijden. Ze moeten in de toekomst liggen. De vacature staat er niet langer dan het werk duurt.
vacancy-check-hours-max = Aantal uren
vacancy-check-hours-max-why = Meer uren lijken op een baan.
vacancy-check-hours-max-do = Vraag hoogstens { $found } uur per week. Is er meer werk? Verdeel het over meer mensen.
vacancy-check-hours-plausible = Uren die kloppen
vacancy-check-hours-plausible-why = Tijd is het eerste waar mensen op kiezen.
vacancy-check-hours-plausible-do = Vul in hoeveel uur het is en kijk of dat past bij de tijden.
vacancy-check-contact = Contactpersoon
vacancy-check-contact-why = Mensen willen weten wie er antwoordt.
vacancy-check-contact-do = Kies wie antwoordt, of vul in hoe we die persoon noemen.
vacancy-check-paid-work = Geen betaald werk
vacancy-check-paid-work-why = Hier staat alleen vrijwilligerswerk.
vacancy-check-paid-work-do = “{ $found }” hoort bij betaald werk. Haal het weg. Is het een baan? Dan hoort het hier niet.
vacancy-check-profit = Geen winst
vacancy-check-profit-why = Vrijwilligers werken voor de samenleving, niet voor de winst.
vacancy-check-profit-do = “{ $found }” klinkt als een bedrijf. Leg uit wat het werk voor de samenleving betekent, of haal het weg.
vacancy-check-replaces-staff = Geen vervanging
vacancy-check-replaces-staff-why = Een vrijwilliger doet niet het werk van iemand die betaald werd.
vacancy-check-replaces-staff-do = “{ $found }” klinkt alsof iemand een betaalde kracht vervangt. Dat mag niet. Schrijf op wat extra is.
vacancy-check-boundary = Grens met betaald werk
vacancy-check-boundary-why = Vrijwilligers voelen zich veilig als ze weten wat ze niet hoeven te doen.
vacancy-check-boundary-do = Schrijf op wat de vrijwilliger niet doet, en wie dat wel doet.
vacancy-check-diploma = Geen onnodig diploma
vacancy-check-diploma-why = Een diploma houdt mensen tegen die het werk goed kunnen.
vacancy-check-diploma-do = Je vraagt: { $found }. Is dat echt nodig? Haal het anders weg of bied een training aan.
vacancy-check-age-sex = Leeftijd en geslacht
vacancy-check-age-sex-why = De wet vraagt om iedereen gelijk te behandelen. Een grens mag alleen met een goede reden.
vacancy-check-age-sex-do = Je vraagt: { $found }. Zeg waarom dat nodig is, of haal het weg.
vacancy-check-dutch-level = Niveau Nederlands
vacancy-check-dutch-level-why = Veel mensen leren Nederlands door mee te doen.
vacancy-check-dutch-level-do = Kan het werk ook met minder Nederlands? Kies dan een lager niveau.
vacancy-check-inclusive = Voor iedereen
vacancy-check-inclusive-why = Sommige woorden sluiten mensen uit.
vacancy-check-inclusive-do = “{ $found }” sluit mensen uit of klinkt niet aardig. Kies een ander woord.
vacancy-check-vog = VOG
vacancy-check-vog-why = Een VOG beschermt mensen die van de vrijwilliger afhankelijk zijn. Voor vrijwilligers is hij meestal gratis.
vacancy-check-vog-do = Past een VOG bij dit werk? Kruis het dan aan.
vacancy-check-insurance = Verzekering
vacancy-check-insurance-why = Wie vrijwillig werkt, moet verzekerd zijn. De gemeente verzekert alle vrijwilligers ook.
vacancy-check-insurance-do = Kruis ‘Verzekerd’ aan, of schrijf op hoe het geregeld is.
vacancy-check-guidance = Begeleiding
vacancy-check-guidance-why = Wie iemand heeft die de weg wijst, begint makkelijker.
vacancy-check-guidance-do = Zeg wie nieuwe mensen wegwijs maakt.
vacancy-check-expenses = Onkosten
vacancy-check-expenses-why = 1 op de 7 mensen kan de reis niet betalen en haakt af.
vacancy-check-expenses-do = Zeg of jullie onkosten vergoeden. Doen jullie dat niet? Zeg dat dan ook.
vacancy-check-plain-language = Eenvoudige taal
vacancy-check-plain-language-why = Korte zinnen en gewone woorden begrijpt iedereen.
vacancy-check-plain-language-do = Er staan veel lange woorden, zoals { $found }. Kies kortere woorden.
vacancy-check-plain-language-do-sentences = De zinnen zijn lang. Maak er kortere van, van ongeveer 10 woorden.
vacancy-check-contact-data = Geen telefoonnummer of e-mailadres
vacancy-check-contact-data-why = Reacties via dit platform raken niet kwijt. En oplichters verzamelen nummers en adressen.
vacancy-check-contact-data-do = Haal { $found } uit de tekst. Mensen reageren met de knop.

setting-vacancy-check-title = Vacaturecheck: titel
setting-vacancy-check-title-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-summary = Vacaturecheck: samenvatting
setting-vacancy-check-summary-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-description = Vacaturecheck: duidelijke taak
setting-vacancy-check-description-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-task = Vacaturecheck: over de lezer
setting-vacancy-check-task-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-dates = Vacaturecheck: datums
setting-vacancy-check-dates-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-hours-max = Vacaturecheck: aantal uren
setting-vacancy-check-hours-max-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-hours-plausible = Vacaturecheck: uren die kloppen
setting-vacancy-check-hours-plausible-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-contact = Vacaturecheck: contactpersoon
setting-vacancy-check-contact-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-paid-work = Vacaturecheck: geen betaald werk
setting-vacancy-check-paid-work-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-profit = Vacaturecheck: geen winst
setting-vacancy-check-profit-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-replaces-staff = Vacaturecheck: geen vervanging van betaalde krachten
setting-vacancy-check-replaces-staff-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-boundary = Vacaturecheck: grens met betaald werk
setting-vacancy-check-boundary-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-diploma = Vacaturecheck: geen onnodig diploma
setting-vacancy-check-diploma-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-age-sex = Vacaturecheck: leeftijd en geslacht
setting-vacancy-check-age-sex-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-dutch-level = Vacaturecheck: niveau Nederlands
setting-vacancy-check-dutch-level-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-inclusive = Vacaturecheck: woorden die uitsluiten
setting-vacancy-check-inclusive-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-vog = Vacaturecheck: VOG
setting-vacancy-check-vog-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-insurance = Vacaturecheck: verzekering
setting-vacancy-check-insurance-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-guidance = Vacaturecheck: begeleiding
setting-vacancy-check-guidance-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-expenses = Vacaturecheck: onkosten
setting-vacancy-check-expenses-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-plain-language = Vacaturecheck: eenvoudige taal
setting-vacancy-check-plain-language-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.
setting-vacancy-check-contact-data = Vacaturecheck: telefoonnummer of e-mailadres in de tekst
setting-vacancy-check-contact-data-hint = refuse weigert, advise geeft een tip, off kijkt er niet naar.

# Meldingen en wat de gemeente doet.

vacancy-report-title = Er klopt iets niet
vacancy-report-lead = Je meldt iets over “{ $title }”. De gemeente leest het en kijkt ernaar.
vacancy-report-reason = Wat klopt er niet?
vacancy-report-reason-paid-work = Dit is geen vrijwilligerswerk
vacancy-report-reason-misleading = Het klopt niet of het is voorbij
vacancy-report-reason-hurtful = Het sluit mensen uit of kwetst
vacancy-report-reason-unsafe = Het is niet veilig
vacancy-report-reason-no-answer = De organisatie antwoordt niet
vacancy-report-reason-other = Iets anders
vacancy-report-note = Wat wil je erover zeggen?
vacancy-report-note-hint = Schrijf geen namen of adressen van anderen.
vacancy-report-email = Je e-mailadres
vacancy-report-email-hint = Alleen als je een antwoord wilt. De organisatie krijgt het niet te zien.
vacancy-report-send = Verstuur de melding
vacancy-report-state-open = Wacht op antwoord
vacancy-report-state-kept = Bekeken, blijft staan
vacancy-report-state-taken-down = Weggehaald
vacancy-report-answered = Ons antwoord:
vacancy-report-anonymous = Zonder e-mailadres
vacancy-report-one-title = Melding
vacancy-report-take-down-instead = Klopt de melding? Haal de vacature dan weg. De melder krijgt daarbij antwoord.
vacancy-report-see-vacancy = Bekijk de vacature
vacancy-report-answer = Waarom blijft de vacature staan?
vacancy-report-answer-hint = Dit antwoord gaat naar wie het meldde.
vacancy-report-answer-note = Wie het meldde, liet geen e-mailadres achter. Je antwoord blijft hier bewaard.
vacancy-report-keep = De vacature blijft staan
vacancy-reports-crumb = Meldingen
vacancy-reports-title = Meldingen over vacatures
vacancy-reports-lead = Wat mensen niet vinden kloppen. Wie een e-mailadres gaf, krijgt jouw antwoord.
vacancy-reports-empty = Er wachten geen meldingen
vacancy-reports-answered = Beantwoord in de laatste 30 dagen
vacancy-reports-see-answered = Bekijk alle beantwoorde meldingen
vacancy-reports-see-open = Naar de meldingen die op antwoord wachten
vacancy-manage-crumb = Vacatures
vacancy-queue-title = Vacatures die op je wachten
vacancy-queue-lead = De eerste vacature van een organisatie, en wat opnieuw is ingestuurd.
vacancy-queue-empty = Er wacht niets
vacancy-queue-empty-text = Nieuwe vacatures van bekende organisaties gaan meteen online.
vacancy-queue-reports = { $count ->
    [one] 1 melding
   *[other] { $count } meldingen
}
vacancy-organisation-unconfirmed = nog niet bevestigd
vacancy-waits-since = Wacht:
vacancy-manage-unconfirmed = De gemeente heeft deze organisatie nog niet bevestigd.
vacancy-manage-note = Dit schreven we de organisatie
vacancy-manage-note-hint = Schrijf wat er moet veranderen en waarom. De organisatie leest dit.
vacancy-manage-publish = Zet online
vacancy-manage-send-back = Stuur terug
vacancy-manage-send-back-text = De organisatie kan de vacature aanpassen en opnieuw insturen.
vacancy-manage-send-back-note = Wat moet er veranderen?
vacancy-manage-send-back-now = Stuur terug
vacancy-manage-take-down = Haal weg
vacancy-manage-take-down-text = Niemand ziet de vacature dan nog. De organisatie hoort waarom en kan haar aanpassen en opnieuw insturen.
vacancy-manage-reason = Waarom halen we de vacature weg?
vacancy-manage-answer = Antwoord aan wie het meldde
vacancy-manage-answer-hint = Laat leeg om dezelfde reden te sturen.
vacancy-manage-take-down-now = Haal de vacature weg
vacancy-report-already-answered = Deze melding is al beantwoord.

notice-vacancy-reported = Dank je. De gemeente kijkt ernaar.
notice-vacancy-let-in = De vacature staat online. De organisatie krijgt bericht.
notice-vacancy-sent-back = De vacature is teruggestuurd. De organisatie krijgt bericht.
notice-vacancy-taken-down = De vacature is weggehaald. De organisatie en wie het meldde krijgen bericht.
notice-vacancy-report-answered = De melding is beantwoord.

vacancy-card-ending-title = Nog nodig?
vacancy-card-ending = { $count ->
    [one] 1 vacature loopt bijna af. Laat haar langer staan, of sluit haar.
   *[other] { $count } vacatures lopen bijna af. Laat ze langer staan, of sluit ze.
}
vacancy-card-none = Jullie hebben nog geen vacatures. Schrijf er een.
vacancy-card-look = { $count ->
    [one] 1 vacature vraagt om aandacht
   *[other] { $count } vacatures vragen om aandacht
}
vacancy-card-closing = { $count ->
    [one] Hoe liep 1 vacature af?
   *[other] Hoe liepen { $count } vacatures af?
}
vacancy-card-live = { $count ->
    [one] 1 vacature staat online
   *[other] { $count } vacatures staan online
}

retention-vacancy-reports = Meldingen over vacatures, met het e-mailadres van wie meldde
retention-vacancy-reports-why = Zo ziet de gemeente of er vaker iets niet klopt. De termijn begint als de melding is beantwoord.
retention-vacancy-drafts = Concepten van vacatures die nooit online stonden
retention-vacancy-drafts-why = Zo kan een organisatie later verder schrijven. De termijn begint bij de laatste wijziging.
setting-vacancy-report-days = Hoelang een beantwoorde melding bewaard blijft (dagen)
setting-vacancy-report-days-hint = Daarna verdwijnt ze, met het e-mailadres.
setting-vacancy-draft-days = Hoelang een concept bewaard blijft (dagen)
setting-vacancy-draft-days-hint = Gerekend vanaf de laatste wijziging.

# E-mails.

vacancy-mail-greeting = Dag { $name },
vacancy-mail-reason = Je krijgt deze e-mail omdat je contactpersoon bent.
vacancy-mail-workplace = Beheer de vacature
vacancy-mail-published-subject = Je vacature staat online: { $title }
vacancy-mail-published-text = De gemeente heeft “{ $title }” bekeken en online gezet. Mensen kunnen nu reageren. Je krijgt een e-mail als iemand dat doet.
vacancy-mail-published-action = Bekijk de vacature
vacancy-mail-sent-back-subject = Pas je vacature nog even aan: { $title }
vacancy-mail-sent-back-text = De gemeente heeft “{ $title }” bekeken. Er moet nog iets veranderen voor de vacature online kan.
vacancy-mail-sent-back-action = Pas de vacature aan
vacancy-mail-sent-back-next = Klaar? Stuur de vacature opnieuw in. Dan kijkt de gemeente weer mee.
vacancy-mail-taken-down-subject = Je vacature is weggehaald: { $title }
vacancy-mail-taken-down-text = De gemeente heeft “{ $title }” van de site gehaald. Dit is de reden:
vacancy-mail-taken-down-next = Ben je het er niet mee eens, of kun je het aanpassen? Pas de vacature aan en stuur haar opnieuw in. De gemeente kijkt er dan nog een keer naar.
vacancy-mail-ended-subject = Je vacature is gesloten: { $title }
vacancy-mail-ended-text = De laatste dag van “{ $title }” is voorbij. Hebben jullie iemand gevonden? Vertel het met 1 tik. Zo weten we of dit platform helpt.
vacancy-mail-ended-action = Vertel hoe het afliep
vacancy-mail-needed-subject = Is deze vacature nog nodig? { $title }
vacancy-mail-needed-text = “{ $title }” staat online tot en met { $day }. Daarna sluit de vacature vanzelf. Zoeken jullie nog mensen?
vacancy-mail-needed-action = Ja, laat haar langer staan
vacancy-mail-needed-otherwise = Is ze niet meer nodig? Dan hoef je niets te doen.
vacancy-mail-report-subject = Antwoord op je melding over “{ $title }”
vacancy-mail-report-greeting = Dag,
vacancy-mail-report-text = Je meldde dat er iets niet klopte aan de vacature “{ $title }”. Dank je wel. We hebben ernaar gekeken.
vacancy-mail-report-taken-down = De vacature is weggehaald. We schreven:
vacancy-mail-report-kept = De vacature blijft staan. Dit is waarom:
vacancy-mail-report-reason = Je krijgt deze e-mail omdat je je e-mailadres bij een melding invulde.
vacancy-mail-reported-subject = Melding over “{ $title }”
vacancy-mail-reported-text = Iemand meldt dat er iets mis is met de vacature “{ $title }”. Dit is de reden:
vacancy-mail-reported-action = Bekijk de melding
vacancy-mail-reported-reason = Je krijgt deze mail omdat je beheerder bent van de gemeente.

vacancy-person-data = Vacatures waarvoor je antwoordt, en wat je meldde
vacancy-poster-facts = In het kort
vacancy-poster-make-pdf = Maak een PDF
vacancy-poster-open-pdf = Open de PDF
vacancy-poster-making = We maken de PDF. Dat duurt een paar seconden.
vacancy-poster-failed = Het maken van de PDF lukt nu niet. We proberen het vanzelf opnieuw. Je kunt deze pagina ook zelf afdrukken.
vacancy-poster-look-again = Kijk of de PDF klaar is

queue-vacancies = { $count ->
    [one] 1 vacature om te bekijken
   *[other] { $count } vacatures om te bekijken
}
queue-reports = { $count ->
    [one] 1 melding om te beantwoorden
   *[other] { $count } meldingen om te beantwoorden
}
list-vacancies = Vacatures om te bekijken
list-reports = Meldingen over vacatures
list-file-vacancies = vacatures-om-te-bekijken
list-file-reports = meldingen
