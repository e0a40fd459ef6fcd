exchange-crumb-manage = Beheer
exchange-title = Importeren en exporteren
exchange-lead = Zet een spreadsheet of een bestand uit een ander systeem op dit platform, of haal alles eruit.
exchange-what = Wat staat er in het bestand?
exchange-what-vacancies = Vacatures
exchange-what-people = Personen
exchange-file = Bestand
exchange-file-hint = CSV of Excel (xlsx). De eerste rij bevat de namen van de kolommen.
exchange-try = Eerst proberen
exchange-try-hint = Je ziet wat er zou gebeuren. Er verandert nog niets.
exchange-partial = Ook met fouten doorgaan
exchange-partial-hint = De goede rijen gaan mee. De rijen met fouten slaan we over.
exchange-submit = Verder
exchange-stored = De gegevens zijn bewaard.
exchange-tried = Alles klopt. Er is nog niets veranderd. Zet het vinkje bij 'Eerst proberen' uit om te bewaren.
exchange-refused = { $count ->
    [one] In 1 rij klopt iets niet.
   *[other] In { $count } rijen klopt iets niet.
} Er is niets veranderd. Verbeter het bestand en probeer het opnieuw.
exchange-rows = rijen in het bestand
exchange-added = nieuw
exchange-changed = veranderd
exchange-same = gelijk gebleven
exchange-bad = met fouten
exchange-unknown-columns = Deze kolommen kennen we niet en slaan we over: { $columns }
exchange-faults = Wat er niet klopt
exchange-fault-row = Rij
exchange-fault-column = Kolom
exchange-fault-reason = Wat je kunt doen
exchange-export = Alles downloaden
exchange-export-text = Een bestand dat je hier downloadt, kun je ook weer importeren.
exchange-as-csv = als CSV
exchange-as-xlsx = als Excel
exchange-columns = Welke kolommen kun je gebruiken?
exchange-columns-text = De volgorde maakt niet uit. Nederlandse en Engelse namen zijn allebei goed.
exchange-columns-of = Kolommen van { $what }
exchange-column-nl = Nederlands
exchange-column-en = Engels
exchange-column-note = Let op
exchange-column-required = moet er zijn
exchange-column-list = meer waarden, met ; ertussen
exchange-error-no-file = Kies een bestand.
exchange-error-unreadable = Dit bestand kunnen we niet lezen. Bewaar het als CSV of Excel (xlsx) en probeer het opnieuw.
exchange-error-empty = Dit bestand is leeg. Zet de namen van de kolommen in de eerste rij.
exchange-error-columns = In dit bestand zijn meer dan { $limit } kolommen gevuld. Haal de kolommen weg die je niet nodig hebt, en probeer het opnieuw.
exchange-error-rows = Dit bestand heeft meer dan { $limit } rijen. Verdeel de rijen over meer bestanden, en importeer die na elkaar.
exchange-error-size = De inhoud van dit bestand is groter dan { $limit } MB. Haal weg wat je niet nodig hebt, of verdeel de rijen over meer bestanden.
exchange-error-packed = Dit bestand is anders ingepakt of opgemaakt dan een gewone lijst, en wordt daardoor te groot. Kopieer de rijen naar een nieuw bestand, bewaar het als CSV of Excel (xlsx) en probeer het opnieuw.
exchange-error-column-missing = Deze kolom ontbreekt. Voeg een kolom toe met de naam '{ $nl }' of '{ $en }'.
exchange-error-double = Deze id staat ook in rij { $row }. Laat één van de twee weg.
exchange-error-email-taken = Dit e-mailadres is van iemand anders op dit platform. Laat het leeg of gebruik een ander adres.
exchange-what-organisations = Organisaties
exchange-organisations-added = { $count ->
    [one] 1 organisatie toegevoegd. We kenden haar nog niet.
   *[other] { $count } organisaties toegevoegd. We kenden ze nog niet.
}
exchange-organisation-description = Deze organisatie heeft nog niets over zichzelf verteld.
exchange-passed = { $count ->
    [one] 1 rij overgeslagen: die vacature staat niet open.
   *[other] { $count } rijen overgeslagen: die vacatures staan niet open.
}
exchange-check-refused = { $count ->
    [one] Bij 1 vacature zou de vacaturecheck om een verbetering vragen. Ze gaat wel mee.
   *[other] Bij { $count } vacatures zou de vacaturecheck om een verbetering vragen. Ze gaan wel mee.
}
exchange-check-advised = { $count ->
    [one] Bij 1 vacature heeft de vacaturecheck een tip.
   *[other] Bij { $count } vacatures heeft de vacaturecheck een tip.
}
exchange-more-faults = { $count ->
    [one] En nog 1 andere fout. Download alle fouten om ze te zien.
   *[other] En nog { $count } andere fouten. Download alle fouten om ze te zien.
}
exchange-faults-file = Download alle fouten als CSV
exchange-advice = Kijk hier nog naar
exchange-more-advice = En nog { $count } andere.
exchange-advice-like = Bedoelde je { $like }? { $name } kennen we niet en komt er als nieuwe organisatie bij.
exchange-advice-ended = Deze vacature is gesloten of van het platform gehaald. We hebben niets veranderd. Open haar eerst weer op de site.
exchange-advice-over = De laatste dag van deze vacature is voorbij. We slaan de rij over.
exchange-runs = Eerdere imports
exchange-run-title = Import van { $what }
exchange-run-since = Gestart
exchange-run-state = Hoe ver
exchange-run-waiting = wacht op zijn beurt
exchange-run-busy = is bezig
exchange-run-done = is klaar
exchange-run-failed = is mislukt
exchange-run-gave-up = Het importeren is niet gelukt en we zijn ermee gestopt. Er is niets veranderd. Stuur het bestand nog een keer. Lukt het weer niet? Vraag dan de systeembeheerder om in het logboek te kijken.
exchange-run-wait = We lezen het bestand met { $count ->
    [one] 1 rij
   *[other] { $count } rijen
} en zetten alles klaar. Je kunt deze pagina sluiten en later terugkomen.
exchange-run-look = Kijk of het klaar is
exchange-run-back = Terug naar importeren en exporteren
exchange-error-yes-no = Hier staat '{ $value }'. Vul 'ja' of 'nee' in, of laat het leeg.
exchange-error-organisation-twice = Meer dan één organisatie heet zo. Gebruik de externe id van de organisatie die je bedoelt.
exchange-error-organisation-ended = Deze organisatie doet niet meer mee op dit platform. Laat haar eerst weer toe, of haal deze rij weg.
retention-import-runs = Bestanden die je importeert, en wat daaruit kwam
retention-import-runs-why = Om te laten zien welke rijen niet kloppen. Het bestand zelf is weg zodra het gelezen is.
setting-exchange-run-days = Dagen dat je een import kunt terugvinden
setting-exchange-run-days-hint = Daarna vergeten we welke rijen niet klopten.
