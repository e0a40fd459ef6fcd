platform-weekday-1 = maandag
platform-weekday-2 = dinsdag
platform-weekday-3 = woensdag
platform-weekday-4 = donderdag
platform-weekday-5 = vrijdag
platform-weekday-6 = zaterdag
platform-weekday-7 = zondag
platform-month-1 = januari
platform-month-2 = februari
platform-month-3 = maart
platform-month-4 = april
platform-month-5 = mei
platform-month-6 = juni
platform-month-7 = juli
platform-month-8 = augustus
platform-month-9 = september
platform-month-10 = oktober
platform-month-11 = november
platform-month-12 = december
platform-date = { $weekday } { $day } { $month } { $year }
platform-date-near = { $weekday } { $day } { $month }
platform-short-date = { $day } { $month } { $year }
platform-short-date-near = { $day } { $month }
platform-date-time = { $date }, { $time } uur
platform-just-now = zojuist
platform-minutes-ago = { $count ->
    [one] 1 minuut geleden
   *[other] { $count } minuten geleden
}
platform-minutes-ahead = over { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
platform-hours-ago = { $count } uur geleden
platform-hours-ahead = over { $count } uur
platform-days-ago = { $count ->
    [one] 1 dag geleden
   *[other] { $count } dagen geleden
}
platform-days-ahead = over { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
platform-months-ago = { $count ->
    [one] 1 maand geleden
   *[other] { $count } maanden geleden
}
platform-months-ahead = over { $count ->
    [one] 1 maand
   *[other] { $count } maanden
}
platform-years-ago = { $count } jaar geleden
platform-years-ahead = over { $count } jaar
platform-problem-not-found = Deze pagina is er niet
platform-problem-not-found-detail = Misschien is het adres niet goed, of is de pagina weggehaald. Zoek opnieuw of ga naar de voorpagina.
platform-problem-gone = Dit is er niet meer
platform-problem-forbidden = Dit mag je niet bekijken
platform-deny-desk = Dit is alleen voor bemiddelaars en de gemeente.
platform-deny-manager = Alleen beheerders van de gemeente kunnen dit zien en doen.
platform-problem-sign-in = Log eerst in
platform-problem-sign-in-detail = Dit kan alleen als je bent ingelogd.
platform-problem-invalid = Er klopt iets niet
platform-problem-invalid-detail = Kijk wat er bij de velden staat, verbeter het en probeer het opnieuw. Er is niets veranderd.
platform-problem-conflict = Dit kan nu niet
platform-problem-too-many = Even wachten
platform-problem-too-many-detail = Dit is te vaak kort na elkaar gedaan. Probeer het over { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
} opnieuw.
platform-problem-too-large = Dit bestand is te groot
platform-problem-too-large-detail = Wat je stuurt, mag hier hoogstens { $limit } groot zijn. Verdeel het over meer bestanden en probeer het opnieuw. Er is niets veranderd.
platform-problem-malformed = Dit kunnen we niet lezen
platform-problem-malformed-detail = Het formulier kwam niet heel aan. Ga terug en verstuur het nog een keer. Er is niets veranderd.
platform-problem-method = Zo werkt dit adres niet
platform-problem-method-detail = Dit adres is er wel, maar niet om zo te openen. Ga terug of begin op de voorpagina.
platform-problem-unavailable = Nog even geduld
platform-problem-unavailable-detail = We zijn net begonnen en maken alles klaar. Probeer het over een minuut opnieuw.
platform-problem-fault = Er ging iets mis bij ons
platform-problem-fault-detail = Dit ligt niet aan jou. Probeer het zo nog eens. Blijft het misgaan? Geef dan het nummer onderaan deze pagina door.
platform-problem-busy = Dit duurde te lang
platform-problem-busy-detail = Het is nu te druk, of we kunnen even niet bij de gegevens. Wacht een halve minuut en probeer het dan nog eens. Er is misschien niets bewaard.
platform-problem-no-room = We kunnen nu niets bewaren
platform-problem-no-room-detail = Er is geen plek meer op onze computer. De beheerder kan dat oplossen. Wat je net deed, is waarschijnlijk niet bewaard. Lezen en zoeken kan nog wel. Probeer het straks nog eens.
platform-problem-other-site = Dit formulier kwam van een andere website. Daarom hebben we er niets mee gedaan. Open de pagina zelf op deze site en probeer het daar.
platform-problem-card = Je bent binnen met een kaart. Daarmee kun je lezen en antwoorden. Wil je iets anders doen, zoals je gegevens of je e-mailadres veranderen? Kom naar het informatiepunt.
platform-problem-reference = Nummer voor de beheerder: { $id }
platform-problem-home = Naar de voorpagina
platform-problem-search = Zoek vrijwilligerswerk
platform-problem-again = Probeer het opnieuw
setting-guarantee-saturdays = Zaterdag telt mee
setting-guarantee-saturdays-hint = Tellen zaterdagen mee als werkdag bij de afspraak over antwoorden? Zondagen en feestdagen tellen nooit mee.
setting-guarantee-closed-days = Dagen die niet meetellen
setting-guarantee-closed-days-hint = Extra dagen waarop niemand hoeft te antwoorden. Schrijf ze als 2026-12-24, met een spatie ertussen.
platform-site-name = Samen doen
retention-failed-jobs = Werk van het programma dat niet lukte, zoals een e-mail die niet aankwam
retention-failed-jobs-why = Zo kan de beheerder zien wat er misging en het opnieuw proberen.
setting-retention-failed-jobs = Werk dat niet lukte bewaren
setting-retention-failed-jobs-hint = In dagen.
setting-site-name = Naam van het platform
setting-site-name-hint = Deze naam staat boven elke pagina.
setting-site-primary-colour = Eerste kleur
setting-site-primary-colour-hint = Voor de balk bovenaan, knoppen en links. De tekst moet goed leesbaar zijn.
setting-site-accent-colour = Tweede kleur
setting-site-accent-colour-hint = Voor de zoekknop en lijnen.
platform-api-json = De inhoud is niet de JSON die de beschrijving van de API vraagt: { $reason }.
