# Waarvan mensen willen horen, en hoe vaak.

notices-rhythm = Hoe vaak wil je mail?
notices-rhythm-at-once = Meteen
notices-rhythm-daily = Hoogstens 1 keer per dag
notices-rhythm-weekly = Hoogstens 1 keer per week
notices-email = E-mailadres
notices-email-hint = We gebruiken het alleen voor deze mail. Je krijgt eerst een mail om je adres te bevestigen.
notices-mail-greeting = Hallo,
notices-mail-greeting-name = Dag { $name },
notices-mail-confirm-not-you = Heb jij dit niet gevraagd? Dan hoef je niets te doen. Je krijgt geen mail.
notices-mail-confirm-reason = Je krijgt deze mail omdat iemand dit adres heeft ingevuld.

setting-saved-search-waiting-days = Dagen om een zoekopdracht te bevestigen
setting-saved-search-waiting-days-hint = Daarna vergeten we een zoekopdracht die niemand bevestigde.
setting-saved-search-undo-days = Dagen om een gestopte zoekopdracht terug te zetten
setting-saved-search-undo-days-hint = Daarna vergeten we de zoekopdracht.
setting-saved-search-kept-days = Dagen dat een zoekopdracht blijft
setting-saved-search-kept-days-hint = Daarna stopt de mail, tenzij iemand de zoekopdracht weer bewaart.
retention-saved-search = Bewaarde zoekopdrachten met e-mailadres
retention-saved-search-why = Om mail te sturen als er iets past. Wie stopt, krijgt meteen geen mail meer. Na 30 dagen is de zoekopdracht weg.
