# Wijken, buurten en postcodes.

places-postcode-unknown = Deze postcode kennen we niet. Kijk of hij klopt, of kies hieronder je wijk.
places-map-schematic = De kaart is een tekening: de vormen kloppen niet precies.
places-map-source = Bron: { $source }

places-manage-title = Wijken en postcodes
places-manage-lead = Hiermee weet de site wat dichtbij is. Je laadt de gebieden en de postcodes van je gemeente uit een bestand.
places-loaded = Wat nu geladen is
places-loaded-what = Gegevens
places-loaded-count = Aantal
places-loaded-credit = Bron
places-loaded-at = Geladen op
places-subject-areas = Gebieden
places-subject-postcodes = Postcodes
places-schematic = tekening
places-nothing-loaded = Er is nog niets geladen
places-nothing-loaded-text = Laad eerst de gebieden en daarna de postcodes.
places-map-title = Kaart van de wijken
places-wijken = Wijken
places-wijk = Wijk
places-buurten = Buurten
places-postcodes = Postcodes
places-load-title = Laad een bestand
places-load-text = Je ziet eerst wat er verandert. Daarna kies je of je het bestand laadt.
places-load-what = Wat staat er in het bestand?
places-load-areas-hint = GeoJSON in graden (WGS84), met per gebied: code, naam, soort (gemeente, wijk of buurt) en bij een buurt de code van de wijk.
places-load-postcodes-hint = Een tabel met tabs en een kopregel: pc4, plaats, lat, lon en als je wilt buurt_code of wijk_code.
places-load-file = Bestand
places-load-check = Bekijk het bestand
places-error-no-file = Kies een bestand
places-error-not-text = Dit is geen tekstbestand. Sla het op als UTF-8 en probeer het opnieuw.
places-error-too-large = Dit bestand is groter dan 8 MB. Kies een bestand met alleen jouw gemeente.
notice-places-loaded = Het bestand is geladen.

places-preview-title = Kijk het bestand na
places-preview-areas = Dit gebeurt er met de gebieden als je het bestand laadt. Postcodes zoeken daarna opnieuw hun wijk.
places-preview-postcodes = Dit gebeurt er met de postcodes als je het bestand laadt.
places-preview-bad = { $count ->
    [one] Er staat 1 fout in het bestand
   *[other] Er staan { $count } fouten in het bestand
}
places-preview-more = { $count ->
    [one] En nog 1 fout.
   *[other] En nog { $count } fouten.
}
places-preview-nothing-changed = Er is niets veranderd. Verbeter het bestand en laad het opnieuw.
places-preview-other-file = Kies een ander bestand
places-preview-load = Laad het bestand
places-report-added = Nieuw
places-report-changed = Veranderd
places-report-unchanged = Hetzelfde gebleven
places-report-removed = Weg, want niet in het bestand
places-report-elsewhere = { $count ->
    [one] 1 postcode ligt buiten de wijken van deze gemeente.
   *[other] { $count } postcodes liggen buiten de wijken van deze gemeente.
}

places-import-at = Bij { $at }: { $what }
places-import-not-json = Dit is geen GeoJSON. { $value }
places-import-no-collection = Dit is geen GeoJSON met gebieden (een FeatureCollection).
places-import-not-feature = Dit gebied is niet te lezen. { $value }
places-import-no-code = De code ontbreekt of is te lang.
places-import-no-name = De naam ontbreekt of is te lang.
places-import-no-kind = De soort ontbreekt (gemeente, wijk of buurt).
places-import-kind = De soort ‘{ $value }’ kennen we niet. Kies gemeente, wijk of buurt.
places-import-twice = { $value } staat er twee keer in.
places-import-no-wijk = Er staat geen enkele wijk in het bestand.
places-import-too-fine = De grenzen zijn te fijn: { $value } punten. Neem een bestand met vereenvoudigde grenzen.
places-import-unknown-wijk = De wijk { $value } staat niet in het bestand.
places-import-buurt-without-wijk = Bij een buurt hoort de code van de wijk.
places-import-point = Het midden (punt) is niet te lezen of niet te berekenen.
places-import-geometry = Een gebied heeft een vlak nodig (Polygon of MultiPolygon). Hier staat: { $value }
places-import-ring = Een grens heeft minstens 4 punten en eindigt waar hij begint.
places-import-degrees = Dit zijn geen graden: { $value }. Gebruik WGS84, geen Rijksdriehoek.
places-import-not-table = Deze regel is niet te lezen. { $value }
places-import-columns = Deze kolommen ontbreken: { $value }
places-import-empty = Er staan geen postcodes in het bestand.
places-import-postcode = ‘{ $value }’ is geen postcode van 4 cijfers.
places-import-no-place = De plaats ontbreekt.
places-settings-of-help-request = Hulpvragen
places-settings-of-insights = Cijfers en wat wacht
places-settings-of-matching = Wie bij wat past
places-settings-of-offer = Aanbod
places-settings-of-organisations = Organisaties
places-settings-of-people = Mensen en inloggen
places-settings-of-platform = Techniek
places-settings-of-response = Reacties
places-settings-of-retention = Hoe lang we gegevens bewaren
places-settings-of-exchange = Importeren
places-settings-of-saved-search = Zoekopdrachten
places-settings-of-vacancy = Vacatures
places-settings-of-site = De website
places-choice-advise = adviseren
places-choice-refuse = weigeren
places-choice-full = A: voldoet helemaal
places-choice-partial = B: voldoet voor een groot deel
places-choice-started = C: we werken eraan
places-choice-none = D: voldoet nog niet
places-choice-excluded = E: de eisen gelden niet
places-choice-off = uit

list-areas = Wijken en buurten
places-kind-municipality = Gemeente
places-kind-wijk = Wijk
places-kind-buurt = Buurt
list-file-areas = gebieden
