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
vacancy-gone-closed = Deze vacature is gesloten. Er is vast iets anders dat bij je past.
vacancy-gone-closed-named = “{ $title }” is gesloten.
vacancy-gone-taken-down = De gemeente heeft deze vacature weggehaald.
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
