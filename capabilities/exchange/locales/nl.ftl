exchange-crumb-manage = Beheer
exchange-title = Importeren en exporteren
exchange-lead = Zet een spreadsheet of een bestand uit een ander systeem op dit platform, of haal alles eruit.
exchange-what = Wat staat er in het bestand?
exchange-what-vacancies = Vacatures
exchange-what-people = Personen
exchange-file = Bestand
exchange-file-hint = CSV of Excel (xlsx), hoogstens 32 MB. Boven elke kolom staat een naam. Geen nummers? Dan nummeren wij de rijen.
exchange-try = Eerst proberen
exchange-try-hint = Je ziet wat er zou gebeuren. Er verandert nog niets.
exchange-partial = Ook met fouten doorgaan
exchange-partial-hint = De goede rijen gaan mee. De rijen met fouten slaan we over.
exchange-submit = Verder
exchange-stored = De gegevens zijn bewaard.
exchange-tried = Alles klopt. Er is nog niets veranderd. Kies 'Importeer nu' om te bewaren.
exchange-refused = { $count ->
    [one] In 1 rij klopt iets niet.
   *[other] In { $count } rijen klopt iets niet.
} Er is nog niets veranderd. Verbeter het hieronder. Je hoeft het bestand niet opnieuw te sturen.
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
exchange-error-email-taken = Dit e-mailadres is van iemand met een andere naam. Laat het leeg of gebruik een ander adres.
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
    [one] Bij 1 vacature vraagt de vacaturecheck om een verbetering. Een nieuwe vacature bewaren we dan als concept.
   *[other] Bij { $count } vacatures vraagt de vacaturecheck om een verbetering. Nieuwe vacatures bewaren we dan als concept.
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
retention-import-runs = Wat er uit een import kwam
retention-import-runs-why = Om te laten zien welke rijen niet klopten.
setting-exchange-run-days = Dagen dat je een import kunt terugvinden
setting-exchange-run-days-hint = Daarna vergeten we welke rijen niet klopten.
exchange-refused-file = Met dit bestand kunnen we niet verder. Er is niets veranderd. Lees hieronder wat er mist, pas het bestand aan en stuur het opnieuw.
exchange-run-tried = geprobeerd, nog niet bewaard
exchange-run-stored = bewaard
exchange-run-refused = er klopt iets niet
exchange-run-undone = teruggedraaid
exchange-run-save = Importeer nu
exchange-mend = Verbeter het hier
exchange-mend-text = In elk vak staat wat we vonden. Typ wat er moet staan.
exchange-mend-save = Verbeter en importeer
exchange-mend-look = Kijk het eerst na
exchange-cell = Rij { $row }, { $column }
exchange-fault-value = Wat er staat
exchange-fault-found = Er staat: { $value }
exchange-turn-back = Draai deze import terug
exchange-turn-back-question = Wil je deze import terugdraaien?
exchange-turn-back-text = Wat nieuw was, halen we weg. Wat veranderde, wordt weer zoals het was. Wat iemand daarna heeft veranderd of gebruikt, laten we staan.
exchange-turn-back-sure = Ja, draai terug
exchange-turned-back = { $count ->
    [0] De import is teruggedraaid. Er was niets meer om terug te draaien.
    [one] De import is teruggedraaid: 1 ding is weer zoals het was.
   *[other] De import is teruggedraaid: { $count } dingen zijn weer zoals ze waren.
}
exchange-turned-back-left = { $count ->
    [one] 1 ding lieten we staan, want iemand heeft het daarna veranderd of gebruikt.
   *[other] { $count } dingen lieten we staan, want iemand heeft ze daarna veranderd of gebruikt.
}
exchange-conflict-over = Deze import is al klaar of bezig, of het bestand is er niet meer. Er is niets veranderd. Stuur het bestand zo nodig opnieuw.
exchange-conflict-turned-back = Deze import kun je niet (meer) terugdraaien. Er is niets veranderd.
exchange-error-opendocument = Dit is een bestand van LibreOffice of OpenOffice (ods). Kies daar 'Opslaan als', dan Excel (xlsx) of CSV, en stuur dat bestand.
exchange-error-old-excel = Dit is een oud Excel-bestand (xls), of er zit een wachtwoord op. Bewaar het als Excel (xlsx) zonder wachtwoord en probeer het opnieuw.
exchange-error-sign = Hier staat een teken dat we niet kunnen lezen. Typ de tekst opnieuw.
exchange-error-formula = Hier staat een foutmelding van het rekenblad. Typ wat er moet staan.
exchange-error-misread = Letters met een accent zijn verkeerd gelezen. Bedoel je '{ $meant }'? Typ wat er moet staan.
exchange-error-surplus = Deze rij heeft { $cells } cellen, maar er zijn { $headers } kolommen met een naam. Misschien staat er een ; of , in een tekst. Kijk de hele rij na.
exchange-error-open-quote = Een aanhalingsteken in deze cel sluit niet. Daardoor is de rest van het bestand onleesbaar. Verbeter het in het bestand en stuur het opnieuw.
exchange-error-merged = Deze cel is samengevoegd met een andere. Vul in elke rij in wat er moet staan.
exchange-error-unvalued = Hier staat een formule zonder uitkomst. Typ wat er moet staan.
exchange-error-day = Het rekenblad heeft hier een datum of tijd van gemaakt. Typ wat er moet staan.
exchange-error-shortened = Het rekenblad heeft dit nummer ingekort. Typ het hele nummer.
exchange-error-phone-zero = Het rekenblad heeft misschien een 0 of + weggelaten. Bedoel je { $meant }? Typ het hele nummer.
exchange-error-choice = '{ $value }' kennen we niet. Kies uit: { $allowed }.
exchange-error-column-twice = De kolommen '{ $first }' en '{ $second }' betekenen hetzelfde. Haal er één weg.
exchange-error-email-double = Dit e-mailadres staat ook in rij { $row }. Ieder heeft een eigen adres. Laat het hier leeg of gebruik een ander adres.
exchange-error-email-numbered = Dit e-mailadres is van iemand met een andere id: { $number }. Laat het leeg, gebruik een ander adres of verbeter de id.
exchange-advice-draft = De vacaturecheck vraagt om een verbetering bij: { $columns }. Een nieuwe vacature wordt een concept.
exchange-note-above = De namen van de kolommen staan in rij { $row }. Wat daarboven staat, hebben we overgeslagen.
exchange-note-encoding = Dit bestand is in { $encoding } geschreven. Kijk na of letters met een accent kloppen.
exchange-note-sheet = We lazen het blad '{ $sheet }'. { $count ->
    [one] Het andere blad lazen we niet.
   *[other] De { $count } andere bladen lazen we niet.
}
exchange-note-short = { $count ->
    [one] Rij { $row } heeft minder cellen dan er kolommen zijn. De rest lezen we als leeg.
   *[other] { $count } rijen hebben minder cellen dan er kolommen zijn. De eerste is rij { $row }. De rest lezen we als leeg.
}
exchange-note-numbered = Het bestand heeft geen kolom met nummers. We herkennen de rijen de volgende keer aan de naam, de titel of het e-mailadres.
exchange-note-example = Deze rij is het voorbeeld. We slaan haar over.
exchange-column-yes-no = ja of nee
exchange-column-words = Wat je kunt invullen
exchange-to-fill-in = Een bestand om in te vullen
exchange-to-fill-in-text = Met alle kolommen, een rij als voorbeeld en uitleg.
exchange-explanation = Uitleg
exchange-example-name = Noor Voorbeeld
exchange-explanation-text = Vul een rij in voor elke regel. De rij met 'voorbeeld' slaan we over. Kolommen die je niet nodig hebt, haal je weg.
exchange-example-organisation = Buurttuin De Proef
exchange-example-title = Tuinieren met de buurt
exchange-example-description = Je zaait, wiedt en oogst samen met buren. Een tuinier helpt je op weg.
exchange-example-when = wekelijks
exchange-example-weekday = dinsdag
exchange-example-starts = 10.00
exchange-example-ends = 12.00
exchange-example-themes = Natuur en milieu
exchange-example-vog = nee
exchange-example-contact-label = Anna, coördinator
exchange-example-sectors = Sport
exchange-example-chamber-number = 01234567
exchange-example-email = post@voorbeeld.example
exchange-example-phone = 079 123 45 67
exchange-example-lang = nederlands
retention-import-files = Bestanden die je importeert, tot ze bewaard zijn
retention-import-files-why = Om wat niet klopt op de pagina zelf te verbeteren.
retention-import-changes = Wat een import heeft veranderd
retention-import-changes-why = Om een import te kunnen terugdraaien.
setting-exchange-file-days = Dagen dat een bestand blijft dat nog niet bewaard is
setting-exchange-file-days-hint = Daarna moet je het opnieuw sturen.
setting-exchange-undo-days = Dagen dat je een import kunt terugdraaien
setting-exchange-undo-days-hint = Daarna is niet meer bekend wat er veranderde.
exchange-mend-page = Deel { $number } van { $pages } van wat niet klopt
exchange-tried-gone = Alles klopte, maar er is niets bewaard. Het bestand is er niet meer. Stuur het opnieuw.
