# Vacancies: an organisation seeks people.

vacancy-crumb = Vacancies
vacancy-themes = Themes
vacancy-at-a-glance = In short
vacancy-what-you-do = What will you do?
vacancy-suitable-for = Suits
vacancy-what-we-ask = What do we ask?
vacancy-nothing-asked = Nothing special. Wanting to join in is enough.
vacancy-what-you-get = What do you get?
vacancy-nothing-offered = The organisation tells you more about that.
vacancy-organisation = Organisation
vacancy-when = When
vacancy-when-from = from { $from }
vacancy-when-until = until { $until }
vacancy-hours = How much time
vacancy-where = Where
vacancy-where-agreed = To be agreed
vacancy-from-home = Can be done from home
vacancy-people = How many people
vacancy-people-left = { $count ->
    [one] 1 more person needed
   *[other] { $count } more people needed
}
vacancy-people-none = All places are taken
vacancy-who-answers = Who answers you
vacancy-answers-in = Answer
vacancy-usual-hours = { $hours ->
    [one] Usually within 1 hour
   *[other] Usually within { $hours } hours
}
vacancy-answered-percent = { $percent }% answered in time
vacancy-closes-on = Shown here until
vacancy-map-label = Map with { $wijk }
vacancy-to-calendar = Add to your calendar
vacancy-asked-dutch = Dutch: { $level }
vacancy-asked-languages = You speak: { $languages }
vacancy-asked-age = You are { $age } or older
vacancy-asked-age-why = You are { $age } or older. { $reason }
vacancy-asked-vog = A certificate of conduct (VOG). The organisation arranges it with you; it costs you nothing.
vacancy-asked-licence = A driving licence
vacancy-is-paused = This vacancy takes a break. You cannot respond now. Look again later, or find something else.
vacancy-is-filled = All places are taken. You cannot respond now.
vacancy-is-over = The last day of this vacancy has passed. You can no longer respond.
vacancy-respond = I want to know more
vacancy-see-others = Find something like it
vacancy-poster = Poster with QR code
vacancy-to-workplace = Manage this vacancy
vacancy-report-link = Is something wrong? Report it.
vacancy-gone-title = This vacancy is no longer here
vacancy-gone-closed = This vacancy has closed. There is surely something else for you.
vacancy-gone-closed-named = “{ $title }” has closed.
vacancy-gone-taken-down = The municipality took this vacancy down.
vacancy-gone-way-on = There is surely something else for you.
vacancy-see-similar = Vacancies like it
vacancy-see-all = All vacancies
vacancy-see-organisation = More about { $name }
vacancy-back-to-page = Back to the vacancy
vacancy-qr-alt = QR code that leads to { $address }
vacancy-poster-scan = Will you join? Scan the code, or type the address.
vacancy-closed-not-editable = This vacancy has closed. Reopen it first.
vacancy-extend-work-ends = It cannot be shown longer: the work itself ends earlier. Change the date first.
vacancy-discard-published = This vacancy was public already. You can close it, but not throw it away.
vacancy-step-impossible = That is not possible now: the vacancy has changed meanwhile. First look where it stands.

setting-vacancy-first-is-moderated = Look at the first vacancy
setting-vacancy-first-is-moderated-hint = The first vacancy of an organisation waits until the municipality has looked at it. So does every vacancy of an organisation that is not confirmed.
setting-vacancy-shown-days = How long a vacancy is shown (days)
setting-vacancy-shown-days-hint = When the organisation chooses no last day itself.
setting-vacancy-reminder-days = Ask whether a vacancy is still needed (days)
setting-vacancy-reminder-days-hint = So many days before the last day the organisation gets an e-mail.
setting-vacancy-extend-days = Show longer (days)
setting-vacancy-extend-days-hint = So many days are added when the organisation says it is still needed.
setting-vacancy-max-hours = At most so many hours a week
setting-vacancy-max-hours-hint = More looks like a job.
setting-vacancy-min-words = At least so many words in the story
setting-vacancy-min-words-hint = Fewer say too little about what somebody will do.
