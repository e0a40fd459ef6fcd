# Bewaarde zoekopdrachten en bewaarde vacatures.

saved-search-title = Mail mij als er iets bij komt
saved-search-lead = Komt er iets bij dat past? Dan mailen we je.
saved-search-what = Je zoekt
saved-search-everything = Alle vacatures
saved-search-change-filters = Iets anders zoeken
saved-search-rhythm = Hoe vaak wil je mail?
saved-search-rhythm-at-once = Meteen
saved-search-rhythm-daily = Hoogstens 1 keer per dag
saved-search-rhythm-weekly = Hoogstens 1 keer per week
saved-search-email = E-mailadres
saved-search-email-hint = We gebruiken het alleen voor deze mail. Je krijgt eerst een mail om je adres te bevestigen.
saved-search-save = Bewaar mijn zoekopdracht
saved-search-confirm = Ja, mail mij
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
saved-search-end = Stop met mailen
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

saved-search-mail-greeting = Hallo,
saved-search-mail-greeting-name = Dag { $name },
saved-search-mail-confirm-subject = Bevestig je zoekopdracht
saved-search-mail-confirm-text = Je wilt mail als er vrijwilligerswerk in { $town } bij komt. Klopt dat?
saved-search-mail-confirm-not-you = Heb jij dit niet gevraagd? Dan hoef je niets te doen. Je krijgt geen mail.
saved-search-mail-confirm-reason = Je krijgt deze mail omdat iemand dit adres heeft ingevuld.
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

setting-saved-search-waiting-days = Dagen om een zoekopdracht te bevestigen
setting-saved-search-waiting-days-hint = Daarna vergeten we een zoekopdracht die niemand bevestigde.
setting-saved-search-undo-days = Dagen om een gestopte zoekopdracht terug te zetten
setting-saved-search-undo-days-hint = Daarna vergeten we de zoekopdracht.
setting-saved-search-kept-days = Dagen dat een zoekopdracht blijft
setting-saved-search-kept-days-hint = Daarna stopt de mail, tenzij iemand de zoekopdracht weer bewaart.
retention-saved-search = Bewaarde zoekopdrachten met e-mailadres
retention-saved-search-why = Om mail te sturen als er iets past. Wie stopt, krijgt meteen geen mail meer. Na 30 dagen is de zoekopdracht weg.
