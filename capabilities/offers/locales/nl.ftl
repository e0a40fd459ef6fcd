# Aanbod van mensen en groepen.

offer-list-title = Aanbod
offer-mine-title = Mijn aanbod
offer-mine-lead = Wat je graag wilt doen. Organisaties nodigen je uit, jij kiest.
offer-mine-empty = Je hebt nog geen aanbod
offer-mine-empty-text = Vertel wat je graag doet. Dan vinden organisaties jou.
offer-of-title = Aanbod van { $name }
offer-of-lead = Wat { $name } graag wil doen. Organisaties nodigen uit, { $name } kiest.
offer-of-empty = { $name } heeft nog geen aanbod
offer-of-empty-text = Vraag wat deze persoon graag doet. Schrijf het samen op, dan vinden organisaties het.
offer-acting-for = Je handelt namens { $name }. Dat staat in het logboek.
offer-act = Handel namens { $name }
offer-new = Nieuw aanbod
offer-new-title = Wat wil je graag doen?
offer-edit-title = Je aanbod wijzigen
offer-form-lead = Schrijf op wat je wilt doen. We tonen het { $days } dagen. Daarna vragen we of het nog klopt.
offer-field-title = Wat wil je doen?
offer-field-title-hint = In één zin. Bijvoorbeeld: ik help graag met de computer.
offer-field-description = Vertel er iets over
offer-field-description-hint = Wat kun je goed, wat vind je leuk? Schrijf geen adres, telefoonnummer of e-mailadres op.
offer-field-name = Welke naam tonen we?
offer-field-name-hint = Je voornaam, een bijnaam of de naam van je groep. Meer laten we niet zien.
offer-field-group = Met hoeveel mensen zijn jullie?
offer-field-group-hint = Laat leeg als je alleen bent.
offer-field-themes = Welke thema's passen bij je?
offer-field-tasks = Welke taken wil je doen?
offer-field-when = Wanneer kun je?
offer-field-hours = Hoeveel uur heb je?
offer-field-postcode-hint = Alleen om de afstand te weten. We tonen je wijk, nooit je adres.
offer-field-travel = Hoeveel kilometer wil je reizen?
offer-field-languages = Welke talen spreek je, naast Nederlands?
offer-field-visibility = Wie mag je aanbod zien?
offer-visibility-organisations = Alleen organisaties die de gemeente kent
offer-visibility-hint-organisations = Hun contactpersonen en het informatiepunt zien je aanbod. Anderen niet.
offer-visibility-everybody = Iedereen
offer-visibility-hint-everybody = Je aanbod staat op de site. Alleen organisaties kunnen je uitnodigen.
offer-publish = Plaats mijn aanbod
offer-save = Bewaar
offer-error-contact = Hier staat “{ $words }”. Laat dat weg: je gegevens blijven tussen jou en wie je kiest.
offer-error-step = Dit kan nu niet meer. Iemand was je voor, of het aanbod is al afgelopen.

offer-state-live = Te zien
offer-state-paused = Pauze
offer-state-closed = Gesloten
offer-state-expired = Verlopen
offer-state-taken-down = Weggehaald
offer-state-waiting = Opnieuw ingestuurd
offer-send-in = Pas aan en stuur in
offer-sends-in = De gemeente haalde dit weg. Pas het aan en stuur het in. Het informatiepunt leest het voordat het weer te zien is.
offer-let-in = Plaats weer
queue-offers-title = Aanbod dat opnieuw is ingestuurd
queue-offers-lead = Dit was weggehaald. De maker heeft het aangepast. Lees het en kies.
queue-offers-empty = Er wacht geen aanbod
queue-offers-empty-text = Stuurt iemand weggehaald aanbod opnieuw in, dan staat het hier.
offer-until = Te zien tot en met { $day }.
offer-pause = Pauzeer
offer-extend = Verleng
offer-show-again = Toon weer
offer-close = Sluit
offer-taken-down-because = De gemeente heeft dit weggehaald: { $reason }

offer-by = Aanbod van { $name }
offer-by-group = Aanbod van { $name }, een groep van { $count } mensen
offer-at-a-glance = In het kort
offer-notice-paused = Dit aanbod staat op pauze. Organisaties zien het nu niet.
offer-notice-closed = Dit aanbod is gesloten.
offer-notice-expired = De termijn van dit aanbod is voorbij. Met één tik staat het er weer.
offer-notice-taken-down = De gemeente heeft dit aanbod weggehaald.
offer-notice-waiting = Het informatiepunt leest dit aanbod eerst.
offer-own-title = Dit is jouw aanbod
offer-own-organisations = Alleen bevestigde organisaties en het informatiepunt zien het.
offer-own-everybody = Iedereen ziet het.
offer-invite-title = Past dit bij jullie?
offer-invite-text = Nodig { $name } uit. Vertel kort wat er te doen is. { $name } zegt ja, nee of misschien.
offer-invite = Nodig uit
offer-for-organisations = Voor organisaties
offer-for-organisations-text = Contactpersonen van organisaties die de gemeente heeft bevestigd, kunnen iemand uitnodigen.
offer-take-down = Haal weg
offer-take-down-title = Dit aanbod weghalen
offer-take-down-reason = Waarom haal je het weg?
offer-take-down-hint = De maker krijgt deze uitleg in een e-mail.
offer-fact-travel = Reisafstand
offer-travel = Tot { $km } km
offer-fact-since = Geplaatst
offer-deny-organisations = Alleen contactpersonen van bevestigde organisaties nodigen iemand uit.

offer-close-title = Je aanbod sluiten
offer-close-question = Waarom sluit je je aanbod?
offer-close-hint = Zo weten we of de site helpt.
offer-closing-through-us = Ik heb iets gevonden via deze site
offer-closing-otherwise = Ik heb iets gevonden op een andere manier
offer-closing-stopped = Ik wil of kan nu niet meer

offer-keep-title = Klopt je aanbod nog?
offer-keep-text = Dan laten we het nog { $days } dagen zien.
offer-keep-over-title = Deze link werkt niet meer
offer-keep-over-text = Log in. Bij je aanbod kun je het zelf verlengen.

offer-card-live = { $count ->
    [one] 1 aanbod is te zien
   *[other] { $count } keer aanbod is te zien
}
offer-card-asked = { $count ->
    [one] Klopt je aanbod nog? Het verloopt bijna.
   *[other] Klopt je aanbod nog? { $count } verlopen bijna.
}
offer-data = Wat je hebt aangeboden

offer-mail-reason = Je krijgt deze e-mail omdat je een aanbod hebt geplaatst.
offer-mail-mine = Bekijk mijn aanbod
offer-mail-keep-subject = Klopt je aanbod nog? { $title }
offer-mail-keep-text = Je aanbod “{ $title }” is te zien tot en met { $day }. Wil je het laten staan?
offer-mail-keep-action = Ja, laat het staan
offer-mail-keep-otherwise = Klopt het niet meer? Dan hoef je niets te doen. Het verdwijnt vanzelf.
offer-mail-expired-subject = Je aanbod is niet meer te zien: { $title }
offer-mail-expired-text = De termijn van je aanbod “{ $title }” is voorbij. Wil je nog? Dan zet je het met één tik weer aan.
offer-mail-taken-down-subject = Je aanbod is weggehaald: { $title }
offer-mail-taken-down-text = De gemeente heeft je aanbod “{ $title }” weggehaald. Hieronder lees je waarom. Pas je het aan? Dan stuur je het opnieuw in. Heb je een vraag? Antwoord op deze e-mail.

offer-mail-let-in-subject = Je aanbod staat er weer: { $title }
offer-mail-let-in-text = Je hebt je aanbod “{ $title }” aangepast. Het is weer te zien.
notice-offer-published = Je aanbod staat erop.
notice-offer-changed = Je aanbod is gewijzigd.
notice-offer-sent-in = Je aanbod is ingestuurd. Het informatiepunt leest het.
notice-offer-let-in = Het aanbod staat er weer. De maker krijgt bericht.
notice-offer-pause = Je aanbod staat op pauze.
notice-offer-extend = Je aanbod blijft staan.
notice-offer-show-again = Je aanbod staat er weer.
notice-offer-close = Je aanbod is gesloten. Dank je wel.
notice-offer-take-down = Het aanbod is weggehaald. De maker krijgt bericht.

setting-offer-shown-days = Hoe lang een aanbod te zien is, in dagen
setting-offer-shown-days-hint = Daarna verdwijnt het, tenzij de maker het verlengt.
setting-offer-reminder-days = Hoeveel dagen ervoor we vragen of het nog klopt
setting-offer-reminder-days-hint = De maker krijgt een e-mail met één knop om het te laten staan.
setting-offer-kept-days = Hoe lang gesloten aanbod bewaard blijft, in dagen
setting-offer-kept-days-hint = Daarna wordt het gewist.
retention-offer = Aanbod dat is gesloten of verlopen
retention-offer-why = Wie later weer wil, vindt de eigen woorden terug.

list-offers = Aanbod, zonder namen
list-file-offers = aanbod
queue-offers = { $count ->
    [one] 1 aanbod om opnieuw te lezen
   *[other] { $count } keer aanbod om opnieuw te lezen
}
