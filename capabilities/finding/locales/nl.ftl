# Zoeken en vinden: vacatures, aanbod, hulpvragen en de startpagina.

listing-nav-vacancies = Vacatures
listing-nav-help-requests = Hulpvragen
listing-nav-offers = Aanbod

listing-title-vacancies = Vrijwilligerswerk
listing-title-offers = Aanbod van inwoners
listing-title-help-requests = Hulpvragen
listing-title-everything = Zoeken
listing-lead-vacancies = Vind iets wat bij je past. Je kunt reageren zonder account.
listing-lead-offers = Mensen en groepen die iets willen doen voor een ander.
listing-lead-help-requests = Mensen in je buurt vragen om hulp. Je ziet alleen de wijk, geen naam of adres.
listing-lead-everything = Zoek in vacatures, aanbod, hulpvragen en organisaties.

listing-search-label = Zoek in deze lijst
listing-words = Wat zoek je?
listing-words-hint = Bijvoorbeeld: voorlezen, tuin, ouderen
listing-place = Waar?
listing-place-hint = Postcode of wijk
listing-place-wijk-hint = Van een hulpvraag zie je alleen de wijk.
listing-any-wijk = Alle wijken
listing-ask-help = Vraag hulp
listing-become-helper = Word bevestigde helper
listing-radius = Hoe ver weg?
listing-any-distance = Maakt niet uit
listing-within = Binnen { $distance }
listing-kind = Wat wil je zien?
listing-kind-vacature = Vacature
listing-kind-aanbod = Aanbod
listing-kind-hulpvraag = Hulpvraag
listing-kind-organisatie = Organisatie
listing-when = Wanneer heb je tijd?
listing-moment-ochtend = Ochtend
listing-moment-middag = Middag
listing-moment-avond = Avond
listing-moment-weekend = Weekend
listing-moment-eenmalig = Eén keer
listing-theme = Thema
listing-dutch = Hoe goed spreek je Nederlands?
listing-dutch-hint = Je ziet dan wat met jouw Nederlands kan.
listing-dutch-any = Maakt niet uit
listing-suitable = Geschikt
listing-of-organisation = Van één organisatie

listing-count-vacancies = { $count ->
    [0] Geen vacatures gevonden
    [one] 1 vacature gevonden
   *[other] { $count } vacatures gevonden
}
listing-count-offers = { $count ->
    [0] Geen aanbod gevonden
    [one] 1 aanbod gevonden
   *[other] { $count } keer aanbod gevonden
}
listing-count-help-requests = { $count ->
    [0] Geen hulpvragen gevonden
    [one] 1 hulpvraag gevonden
   *[other] { $count } hulpvragen gevonden
}
listing-count-everything = { $count ->
    [0] Niets gevonden
    [one] 1 resultaat gevonden
   *[other] { $count } resultaten gevonden
}
listing-sort-best = Past het best
listing-sort-dichtbij = Dichtbij
listing-sort-nieuw = Nieuwste
listing-shown-lijst = Lijst
listing-shown-kaart = Kaart
listing-filling = We zetten alles klaar. Nog niet alles staat in de lijst. Kijk over een minuut nog eens.
listing-not-all-words = We vonden niets met al je woorden. Dit past bij een deel ervan.

listing-place-here = Waar ik ben
listing-place-in = In { $place }
listing-place-around = Rond { $place }
listing-place-unknown = “{ $place }” kennen we hier niet. Kies een wijk, of typ een andere postcode.
listing-choose-wijk = Kies een wijk

listing-why-words = { $count ->
    [one] { $words } staat erin.
   *[other] { $words } staan erin.
}
listing-why-form = Je zocht “{ $asked }”. Gevonden: “{ $found }”.
listing-why-synonym = Je zocht “{ $asked }”. “{ $found }” betekent ongeveer hetzelfde.
listing-why-typo = Je zocht “{ $asked }”. Bedoelde je “{ $found }”?
listing-why-distance = { $distance } van { $place }.
listing-why-distance-here = { $distance } van waar je bent.
listing-why-theme = Gaat over { $what }.
listing-why-moment = Kan op het moment dat je koos: { $what }.
listing-why-moments = Kan op een moment dat je koos.
listing-why-once = Het is voor één keer.
listing-why-dutch = Dit niveau Nederlands is genoeg: { $what }.
listing-why-suitable = Past bij: { $what }.
listing-why-home = Je kunt het thuis doen.
listing-place-no-wijk = In geen wijk
listing-map-elsewhere = { $count ->
    [one] 1 zonder wijk
   *[other] { $count } zonder wijk
}

listing-make-offer = Ik wil iets aanbieden
listing-widen = Meer vinden?
listing-widen-radius = Ook verder weg dan { $what } ({ $count })
listing-widen-words = Zonder “{ $what }” ({ $count })
listing-widen-without = Zonder “{ $what }” ({ $count })

listing-empty-vacancies = We vonden geen vacatures
listing-empty-offers = We vonden geen aanbod
listing-empty-help-requests = We vonden geen hulpvragen
listing-empty-everything = We vonden niets
listing-empty-text = Probeer andere woorden of minder filters. Of vraag het ons: wij denken graag mee.
listing-ask = Vraag het een mens
listing-save = Mail mij als er iets bij komt
listing-feed = Als feed volgen
listing-calendar = In je agenda

listing-map-label = Kaart met het aantal per wijk
listing-map-list = Per wijk
listing-map-none = Er is nog geen kaart van deze gemeente.

listing-people-wanted = { $count ->
    [one] Nog 1 vrijwilliger nodig
   *[other] Nog { $count } vrijwilligers nodig
}
listing-answers-hours = { $count ->
    [one] Antwoordt meestal binnen 1 uur
   *[other] Antwoordt meestal binnen { $count } uur
}
listing-answers-days = Antwoordt meestal binnen { $count } dagen
listing-answers-share = { $percent }% krijgt op tijd antwoord

listing-home-fresh = Nieuw
listing-home-all = Bekijk alle vacatures
listing-home-figure-vacancies = vacatures
listing-home-figure-organisations = organisaties die mensen zoeken
listing-home-figure-help-requests = hulpvragen van inwoners

listing-api-choose = Kies een van deze: { $values }.
listing-api-near-unknown = We kennen deze plek niet. Geef een postcode, een wijk of lengte- en breedtegraad als “breedte,lengte”.
listing-api-radius-alone = Een straal heeft een plek nodig: geef ook near.
listing-api-id = Dit is geen geldig id.

sharing-feed-title = Vrijwilligerswerk in { $town }
sharing-feed-title-demo = Demonstratie: verzonnen vrijwilligerswerk in { $town }
sharing-embed-title = Vrijwilligerswerk bij { $organisation }
sharing-title = Je vacatures op andere plekken
sharing-lead = Zet je vacatures op je eigen site, of volg ze met een ander programma. De lijst is altijd bij.
sharing-own-site = Op je eigen site
sharing-code = Kopieer deze regels
sharing-code-hint = Plak ze in je site op de plek waar de lijst moet komen.
sharing-preview = Bekijk hoe de lijst eruitziet
sharing-links = Links
sharing-list = De lijst met jouw vacatures
sharing-feed = Feed voor een lezer of een andere site (Atom)
sharing-calendar = Agenda met wat op een vaste dag is (iCalendar)

listing-synonyms-title = Woorden die hetzelfde betekenen
listing-synonyms-lead = Zoekt iemand een woord uit een groep? Dan vinden we ook de andere woorden. Engelse woorden mogen erbij.
listing-synonyms-groups = { $count ->
    [one] 1 groep
   *[other] { $count } groepen
}
listing-synonyms-change = Groep wijzigen
listing-synonyms-add = Groep toevoegen
listing-synonyms-words = Woorden
listing-synonyms-words-hint = Elk woord op een eigen regel. Minstens 2.
listing-synonyms-save = Opslaan
listing-synonyms-remove = Groep weghalen
listing-synonyms-removed = De groep is weg: { $words }
listing-synonyms-reset = Terug naar de lijst van het programma
listing-synonyms-reset-question = Alle eigen groepen gaan dan weg.
listing-synonyms-error-few = Vul minstens 2 verschillende woorden in.
listing-synonyms-error-many = Vul hoogstens { $max } woorden in.
listing-synonyms-error-long = Een woord is hoogstens { $max } tekens lang.
notice-listing-synonyms-changed = Opgeslagen. Binnen 2 seconden zoekt iedereen hiermee.

listing-group-size = Met { $count } mensen

# Bewaarde zoekopdrachten en bewaarde vacatures.

saved-search-title = Mail mij als er iets bij komt
saved-search-lead = Komt er iets bij dat past? Dan mailen we je.
saved-search-what = Je zoekt
saved-search-everything = Alle vacatures
saved-search-change-filters = Iets anders zoeken
saved-search-save = Bewaar mijn zoekopdracht
saved-search-link-title-confirm = Wil je mail als er iets bij komt?
saved-search-link-title-stop = Wil je geen mail meer?
saved-search-link-lead-confirm = Met de knop bevestig je je adres. In elke mail staat een link om te stoppen.
saved-search-link-lead-stop = Met de knop stopt de mail over deze zoekopdracht meteen.
saved-search-link-button-confirm = Ja, mail mij
saved-search-link-button-stop = Stop met mailen
saved-search-link-title-undo = De mail is gestopt
saved-search-link-lead-undo = Je krijgt geen mail meer over deze zoekopdracht. Was dat een vergissing? Dan kun je hem nog 30 dagen terugzetten.
saved-search-link-button-undo = Toch weer mailen
saved-search-ended = Je krijgt geen mail meer over: { $what }.
notice-saved-search-back = Je zoekopdracht staat er weer. Je krijgt weer mail.
favourite-is-kept = Je bewaart deze vacature.
favourite-see = Bekijk wat je bewaart
saved-search-link-over = Deze link werkt niet meer. Je zoekopdracht is al bevestigd of gestopt. Zoek opnieuw om er een te maken.
saved-search-own-title = Mijn zoekopdrachten
saved-search-own-lead = Je krijgt mail als er iets nieuws is dat past.
saved-search-own-empty = Je hebt nog geen zoekopdrachten bewaard
saved-search-own-empty-text = Zoek iets en kies onder de lijst: mail mij als er iets bij komt.
saved-search-my-count = { $count ->
    [0] Nog geen zoekopdracht bewaard
    [one] 1 zoekopdracht
   *[other] { $count } zoekopdrachten
}
saved-search-error-many = Je hebt al heel veel zoekopdrachten. Stop er eerst een.
saved-search-data = Bewaarde zoekopdrachten en vacatures

saved-search-mail-confirm-subject = Bevestig je zoekopdracht
saved-search-mail-confirm-text = Je wilt mail als er vrijwilligerswerk in { $town } bij komt. Klopt dat?
saved-search-mail-news-subject = { $count ->
    [one] 1 nieuwe vacature die bij je past
   *[other] { $count } nieuwe vacatures die bij je passen
}
saved-search-mail-news-text = { $count ->
    [one] Er is 1 nieuwe vacature die past bij wat je zoekt.
   *[other] Er zijn { $count } nieuwe vacatures die passen bij wat je zoekt.
}
saved-search-mail-news-action = Bekijk alles wat past
saved-search-mail-news-reason = Je krijgt deze mail omdat je een zoekopdracht hebt bewaard.
saved-search-mail-stop = Geen mail meer over deze zoekopdracht

notice-saved-search-saved = Je zoekopdracht is bewaard.
notice-saved-search-look-in-mail = We hebben je een mail gestuurd. Bevestig daarin je adres.
notice-saved-search-ended = Je krijgt geen mail meer over deze zoekopdracht.

favourite-title = Bewaarde vacatures
favourite-lead = Vacatures die je later nog eens wilt bekijken.
favourite-keep = Bewaar
favourite-drop = Niet meer bewaren
favourite-closed = Je kunt hier nu niet op reageren.
favourite-empty = Je hebt nog niets bewaard
favourite-empty-text = Kies bij een vacature: bewaar. Dan vind je hem hier terug.
favourite-my-count = { $count ->
    [0] Nog niets bewaard
    [one] 1 vacature bewaard
   *[other] { $count } vacatures bewaard
}
notice-favourite-kept = Bewaard. Je vindt de vacature terug op je eigen pagina.
notice-favourite-dropped = De vacature staat niet meer bij wat je bewaart.

list-synonyms = Zoekwoorden
list-file-synonyms = zoekwoorden
