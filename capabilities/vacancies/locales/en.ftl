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
vacancy-asked-why = Why there is a limit: { $reason }
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
vacancy-gone-closed = This vacancy has closed.
vacancy-gone-closed-named = “{ $title }” has closed.
vacancy-gone-taken-down = The municipality took this vacancy down.
vacancy-gone-waits = The municipality is looking at a change of this vacancy. Come back later.
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

# An organisation's workplace.

vacancy-list-title = Your vacancies
vacancy-list-lead = What { $name } seeks, where it stands and what waits for you.
vacancy-list-empty = You have no vacancies yet
vacancy-list-empty-text = Write one. We help you with examples and read along while you write.
vacancy-list-past = Closed
vacancy-new = New vacancy
vacancy-untitled = Still without a title
vacancy-responses-waiting = { $count ->
    [one] 1 response waits for an answer
   *[other] { $count } responses wait for an answer
}
vacancy-ends-soon = Nearly over
vacancy-shown-until = Shown until { $day }
vacancy-changed = Changed:
vacancy-state-draft = Draft
vacancy-state-waiting = Waits for the municipality
vacancy-state-live = Public
vacancy-state-paused = Paused
vacancy-state-filled = Full
vacancy-state-closed = Closed
vacancy-state-taken-down = Taken down
vacancy-state-text-draft = Only you see this vacancy.
vacancy-state-text-waiting = The municipality looks at it, because this is your first vacancy or because something had to change. You hear by e-mail.
vacancy-state-text-live = Everybody sees this vacancy and can respond.
vacancy-state-text-paused = Everybody sees this vacancy, but nobody can respond.
vacancy-state-text-filled = Everybody sees that all places are taken.
vacancy-state-text-closed = Nobody sees this vacancy any more.
vacancy-state-text-taken-down = The municipality took this vacancy down. Change it and send it in again. Then the municipality looks at it once more.
vacancy-note-from-municipality = The municipality writes
vacancy-paused-unanswered = People are waiting for your answer. That is why this vacancy paused. Answer them first and then reopen it.
vacancy-has-unpublished = There are changes that were kept and are not public yet. Open the form to finish them.
vacancy-still-needed = Is this vacancy still needed?
vacancy-ends-on = The last day is { $day }. After that it closes by itself.
vacancy-preview = This is how the vacancy looks
vacancy-do-edit = Change
vacancy-do-pause = Pause
vacancy-do-reopen = Reopen
vacancy-do-fill = We have enough people
vacancy-do-copy = Copy
vacancy-do-see = See it on the site
vacancy-do-extend = Yes, show it until { $day }
vacancy-do-close = Close
vacancy-close-sure = Is this vacancy done? Tell us how it ended. So we learn whether this platform helps.
vacancy-do-close-now = Close the vacancy
vacancy-do-discard = Throw away
vacancy-discard-sure = You can take the draft back for 30 days. You do that below the list of vacancies.
vacancy-do-discard-now = Yes, throw away
vacancy-discarded-title = Drafts that were thrown away ({ $count })
vacancy-discarded-lead = After 30 days they are gone for good.
vacancy-do-restore = Take back
vacancy-closing-question = Did you find somebody?
vacancy-closing-through-us = Yes, through this platform
vacancy-closing-otherwise = Yes, in another way
vacancy-closing-not-filled = No
vacancy-closing-unknown = We do not know
vacancy-closing-asked = How did it end?
vacancy-closing-send = Send
vacancy-closed-as-through-us = You found people through this platform.
vacancy-closed-as-otherwise = You found people in another way.
vacancy-closed-as-not-filled = You found nobody.
vacancy-closed-as-unknown = It is not known whether you found somebody.

notice-vacancy-paused = The vacancy is paused. One tap opens it again.
notice-vacancy-reopened = The vacancy is open again.
notice-vacancy-look-over = The vacancy is a draft again. Look it over and publish it once more.
notice-vacancy-filled = Well done! The vacancy now says that it is full.
notice-vacancy-extended = The vacancy is shown longer.
notice-vacancy-closed = The vacancy has closed. Thank you for your answer.
notice-vacancy-discarded = The draft was thrown away. You can take it back for 30 days, at the bottom of this page.
notice-vacancy-restored = The draft is back.
notice-vacancy-copied = This is a copy. Change what is different.
notice-vacancy-kept = Kept. You can go on later.
notice-vacancy-waiting = The vacancy was sent in. The municipality looks at it and you hear by e-mail.
notice-vacancy-changed = The changes are public.
notice-vacancy-published = The vacancy is public.

# Writing.

vacancy-start-title = New vacancy
vacancy-start-lead = Begin with an example or with an empty page. You can still change everything.
vacancy-start-with = What do you begin with?
vacancy-start-empty = An empty page
vacancy-start-empty-hint = We read along while you write.
vacancy-start-example = Example: { $title }
vacancy-start-copy = Copy of: { $title }
vacancy-start-go = Begin
vacancy-edit-title = Write your vacancy
vacancy-part-task = What will you do?
vacancy-part-where = Where and when?
vacancy-part-asked = What do we ask?
vacancy-part-offered = What do we offer?
vacancy-part-contact = Who answers?
vacancy-field-title = Title
vacancy-field-title-hint = Say what somebody will do, for example: Gardening together on Tuesdays.
vacancy-field-summary = In 1 sentence
vacancy-field-summary-hint = This sentence stands under the title in lists.
vacancy-field-description = The whole story
vacancy-field-description-hint = What do you do, with whom, how does a day go? Write ‘you’ and short sentences. Also say what you do not do.
vacancy-field-themes = Themes
vacancy-field-themes-hint = Choose at most 4. They help people find your vacancy.
vacancy-field-tasks = Tasks
vacancy-field-tasks-hint = Choose at most 6.
vacancy-field-when = When is it?
vacancy-field-hours = How many hours a week? Or in all, when it is once.
vacancy-field-place = Name of the place
vacancy-field-place-hint = For example: community centre De Linde. Not the address of somebody's home.
vacancy-field-people = How many people do you seek?
vacancy-field-closes = Last day on the site
vacancy-field-closes-hint = Leave it empty if you do not know yet. We ask you in time. Type the date like this: 31-12-2030
vacancy-field-dutch = How much Dutch is needed?
vacancy-field-dutch-hint = Do not ask more than the work needs.
vacancy-field-languages = Which other languages are needed?
vacancy-field-age = From which age?
vacancy-field-age-hint = Only if the law or the work asks for it.
vacancy-field-age-reason = Why this age or sex?
vacancy-field-vog = A certificate of conduct (VOG) is needed
vacancy-field-vog-hint = For work with children and with people who depend on the volunteer. For volunteers it is usually free.
vacancy-field-licence = A driving licence is needed
vacancy-field-diploma = Diploma or training that is really needed
vacancy-field-diploma-hint = For example first aid. Say why.
vacancy-field-offered = What does somebody get?
vacancy-field-offered-hint = Insured: the insurance of the municipality covers volunteers too.
vacancy-field-suitable = Whom else does it suit?
vacancy-field-contact = Who answers?
vacancy-field-contact-hint = This person gets the responses. If you choose nobody, all contacts get them.
vacancy-field-label = What do we call that person on the site?
vacancy-field-label-hint = For example: Anna, coordinator. We show nothing else of this person.
vacancy-error-theme = Choose at least 1 theme.
vacancy-do-publish = Publish
vacancy-do-change = Publish changes
vacancy-do-keep = Keep as a draft
vacancy-do-check = Check
vacancy-insist-lead = Is this about something else? Then send the vacancy in anyway. The municipality looks first. Until then it is not online.
vacancy-do-insist = Send in anyway

# The vacancy check.

vacancy-checker = Vacancy check
vacancy-check-title = Title
vacancy-check-refused = { $count ->
    [one] 1 thing must change
   *[other] { $count } things must change
}
vacancy-check-advised = { $count ->
    [one] 1 tip
   *[other] { $count } tips
}
vacancy-check-good = { $count ->
    [one] 1 thing is fine
   *[other] { $count } things are fine
}
vacancy-check-all-good = Everything is fine. A good vacancy!
vacancy-check-title-why = People choose by the title. It must say what one does.
vacancy-check-title-do = Write a title of at least 2 words that says what somebody will do. Without capitals and exclamation marks.
vacancy-check-summary = Summary
vacancy-check-summary-why = In lists people see only the title and this sentence.
vacancy-check-summary-do = Write 1 sentence about what somebody will do. Not the same as the title.
vacancy-check-description = Clear task
vacancy-check-description-why = Who knows what the work is, dares to respond sooner and stays longer.
vacancy-check-description-do = Tell more about the work: at least { $found } words. What do you do, with whom, how does a day go?
vacancy-check-task = About the reader
vacancy-check-task-why = A vacancy is about what somebody will do, not about the organisation.
vacancy-check-task-do = Write ‘you’: “You pour coffee and have a chat.”
vacancy-check-dates = Dates
vacancy-check-dates-why = Who responds to something that is over is disappointed.
vacancy-check-dates-do = Check the dates and times. They must lie in the future. The vacancy is not shown longer than the work lasts.
vacancy-check-hours-max = Number of hours
vacancy-check-hours-max-why = More hours look like a job.
vacancy-check-hours-max-do = Ask at most { $found } hours a week. Is there more work? Share it among more people.
vacancy-check-hours-plausible = Hours that add up
vacancy-check-hours-plausible-why = Time is the first thing people choose by.
vacancy-check-hours-plausible-do = Fill in how many hours it takes and see whether that fits the times.
vacancy-check-contact = Contact
vacancy-check-contact-why = People want to know who answers.
vacancy-check-contact-do = Choose who answers, or fill in what we call that person.
vacancy-check-paid-work = No paid work
vacancy-check-paid-work-why = Only volunteer work stands here.
vacancy-check-paid-work-do = “{ $found }” belongs to paid work. Take it out. Is it a job? Then it does not belong here.
vacancy-check-profit = No profit
vacancy-check-profit-why = Volunteers work for society, not for profit.
vacancy-check-profit-do = “{ $found }” sounds like a business. Explain what the work means for society, or take it out.
vacancy-check-replaces-staff = No replacement
vacancy-check-replaces-staff-why = A volunteer does not do the work of somebody who was paid.
vacancy-check-replaces-staff-do = “{ $found }” sounds as if somebody replaces paid staff. That is not allowed. Write what is extra.
vacancy-check-boundary = Line with paid work
vacancy-check-boundary-why = Volunteers feel safe when they know what they need not do.
vacancy-check-boundary-do = Write what the volunteer does not do, and who does.
vacancy-check-diploma = No needless diploma
vacancy-check-diploma-why = A diploma holds back people who can do the work well.
vacancy-check-diploma-do = You ask: { $found }. Is that really needed? Otherwise take it out or offer training.
vacancy-check-age-sex = Age and sex
vacancy-check-age-sex-why = The law asks to treat everybody equally. A limit needs a good reason.
vacancy-check-age-sex-do = You ask: { $found }. Say why that is needed, or take it out.
vacancy-check-dutch-level = Level of Dutch
vacancy-check-dutch-level-why = Many people learn Dutch by joining in.
vacancy-check-dutch-level-do = Can the work be done with less Dutch? Then choose a lower level.
vacancy-check-inclusive = For everybody
vacancy-check-inclusive-why = Some words shut people out.
vacancy-check-inclusive-do = “{ $found }” shuts people out or does not sound kind. Choose another word.
vacancy-check-vog = Certificate of conduct
vacancy-check-vog-why = A certificate of conduct (VOG) protects people who depend on the volunteer. For volunteers it is usually free.
vacancy-check-vog-do = Does a certificate fit this work? Then tick it.
vacancy-check-insurance = Insurance
vacancy-check-insurance-why = Who volunteers must be insured. The municipality insures all volunteers too.
vacancy-check-insurance-do = Tick ‘Insured’, or write how it is arranged.
vacancy-check-guidance = Guidance
vacancy-check-guidance-why = Who has somebody to show the way begins more easily.
vacancy-check-guidance-do = Say who shows new people the way.
vacancy-check-expenses = Expenses
vacancy-check-expenses-why = 1 in 7 people cannot pay for the journey and gives up.
vacancy-check-expenses-do = Say whether you pay expenses. You do not? Then say that too.
vacancy-check-plain-language = Plain language
vacancy-check-plain-language-why = Everybody understands short sentences and ordinary words.
vacancy-check-plain-language-do = There are many long words, such as { $found }. Choose shorter ones.
vacancy-check-plain-language-do-sentences = The sentences are long. Make them shorter, of about 10 words.
vacancy-check-contact-data = No telephone number or e-mail address
vacancy-check-contact-data-why = Responses through this platform are not lost. And swindlers collect numbers and addresses.
vacancy-check-contact-data-do = Take { $found } out of the text. People respond with the button.

setting-vacancy-check-title = Vacancy check: title
setting-vacancy-check-title-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-summary = Vacancy check: summary
setting-vacancy-check-summary-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-description = Vacancy check: clear task
setting-vacancy-check-description-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-task = Vacancy check: about the reader
setting-vacancy-check-task-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-dates = Vacancy check: dates
setting-vacancy-check-dates-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-hours-max = Vacancy check: number of hours
setting-vacancy-check-hours-max-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-hours-plausible = Vacancy check: hours that add up
setting-vacancy-check-hours-plausible-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-contact = Vacancy check: contact
setting-vacancy-check-contact-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-paid-work = Vacancy check: no paid work
setting-vacancy-check-paid-work-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-profit = Vacancy check: no profit
setting-vacancy-check-profit-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-replaces-staff = Vacancy check: no replacement of paid staff
setting-vacancy-check-replaces-staff-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-boundary = Vacancy check: line with paid work
setting-vacancy-check-boundary-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-diploma = Vacancy check: no needless diploma
setting-vacancy-check-diploma-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-age-sex = Vacancy check: age and sex
setting-vacancy-check-age-sex-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-dutch-level = Vacancy check: level of Dutch
setting-vacancy-check-dutch-level-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-inclusive = Vacancy check: words that shut out
setting-vacancy-check-inclusive-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-vog = Vacancy check: certificate of conduct
setting-vacancy-check-vog-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-insurance = Vacancy check: insurance
setting-vacancy-check-insurance-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-guidance = Vacancy check: guidance
setting-vacancy-check-guidance-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-expenses = Vacancy check: expenses
setting-vacancy-check-expenses-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-plain-language = Vacancy check: plain language
setting-vacancy-check-plain-language-hint = refuse refuses, advise gives a tip, off does not look at it.
setting-vacancy-check-contact-data = Vacancy check: telephone number or e-mail address in the text
setting-vacancy-check-contact-data-hint = refuse refuses, advise gives a tip, off does not look at it.

# Reports and what the municipality does.

vacancy-report-title = Something is wrong
vacancy-report-lead = You report something about “{ $title }”. The municipality reads it and looks into it.
vacancy-report-reason = What is wrong?
vacancy-report-reason-paid-work = This is not volunteer work
vacancy-report-reason-misleading = It is not true or it is over
vacancy-report-reason-hurtful = It shuts people out or hurts
vacancy-report-reason-unsafe = It is not safe
vacancy-report-reason-no-answer = The organisation does not answer
vacancy-report-reason-other = Something else
vacancy-report-note = What do you want to say about it?
vacancy-report-note-hint = Write no names or addresses of others.
vacancy-report-email = Your e-mail address
vacancy-report-email-hint = Only if you want an answer. The organisation does not see it.
vacancy-report-send = Send the report
vacancy-report-state-open = Waits for an answer
vacancy-report-state-kept = Looked at, stays
vacancy-report-state-taken-down = Taken down
vacancy-report-answered = Our answer:
vacancy-report-anonymous = Without an e-mail address
vacancy-report-one-title = Report
vacancy-report-take-down-instead = Is the report right? Then take the vacancy down. The reporter gets an answer with it.
vacancy-report-see-vacancy = See the vacancy
vacancy-report-answer = Why does the vacancy stay?
vacancy-report-answer-hint = This answer goes to who reported it.
vacancy-report-answer-note = Who reported it left no e-mail address. Your answer is kept here.
vacancy-report-keep = The vacancy stays
vacancy-reports-crumb = Reports
vacancy-reports-title = Reports about vacancies
vacancy-reports-lead = What people think is wrong. Who gave an e-mail address gets your answer.
vacancy-reports-empty = No reports are waiting
vacancy-reports-answered = Answered in the last 30 days
vacancy-reports-see-answered = See all answered reports
vacancy-reports-see-open = To the reports that wait for an answer
vacancy-manage-crumb = Vacancies
vacancy-queue-title = Vacancies that wait for you
vacancy-queue-lead = The first vacancy of an organisation, and what was sent in again.
vacancy-queue-empty = Nothing is waiting
vacancy-queue-empty-text = New vacancies of known organisations are public at once.
vacancy-queue-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
vacancy-organisation-unconfirmed = not confirmed yet
vacancy-waits-since = Waits:
vacancy-manage-unconfirmed = The municipality has not confirmed this organisation yet.
vacancy-manage-note = This is what we wrote to the organisation
vacancy-manage-note-hint = Write what must change and why. The organisation reads this.
vacancy-manage-publish = Make public
vacancy-manage-send-back = Send back
vacancy-manage-send-back-text = The organisation can change the vacancy and send it in again.
vacancy-manage-send-back-note = What must change?
vacancy-manage-send-back-now = Send back
vacancy-manage-take-down = Take down
vacancy-manage-take-down-text = Then nobody sees the vacancy any more. The organisation hears why and can change it and send it in again.
vacancy-manage-reason = Why do we take the vacancy down?
vacancy-manage-answer = Answer to who reported it
vacancy-manage-answer-hint = Leave it empty to send the same reason.
vacancy-manage-take-down-now = Take the vacancy down
vacancy-report-already-answered = This report was answered already.

notice-vacancy-reported = Thank you. The municipality looks into it.
notice-vacancy-let-in = The vacancy is public. The organisation gets a message.
notice-vacancy-sent-back = The vacancy was sent back. The organisation gets a message.
notice-vacancy-taken-down = The vacancy was taken down. The organisation and who reported it get a message.
notice-vacancy-report-answered = The report was answered.

vacancy-card-ending-title = Still needed?
vacancy-card-ending = { $count ->
    [one] 1 vacancy ends soon. Keep it longer, or close it.
   *[other] { $count } vacancies end soon. Keep them longer, or close them.
}
vacancy-card-none = You have no vacancies yet. Write one.
vacancy-card-look = { $count ->
    [one] 1 vacancy asks for attention
   *[other] { $count } vacancies ask for attention
}
vacancy-card-closing = { $count ->
    [one] How did 1 vacancy end?
   *[other] How did { $count } vacancies end?
}
vacancy-card-live = { $count ->
    [one] 1 vacancy is public
   *[other] { $count } vacancies are public
}

retention-vacancy-reports = Reports about vacancies, with the e-mail address of who reported
retention-vacancy-reports-why = So the municipality sees whether something is wrong more often. The term begins when the report was answered.
retention-vacancy-drafts = Drafts of vacancies that were never public
retention-vacancy-drafts-why = So an organisation can go on writing later. The term begins at the last change.
setting-vacancy-report-days = How long an answered report is kept (days)
setting-vacancy-report-days-hint = After that it goes, with the e-mail address.
setting-vacancy-draft-days = How long a draft is kept (days)
setting-vacancy-draft-days-hint = Counted from the last change.

# E-mails.

vacancy-mail-greeting = Hello { $name },
vacancy-mail-reason = You get this e-mail because you are a contact.
vacancy-mail-workplace = Manage the vacancy
vacancy-mail-published-subject = Your vacancy is public: { $title }
vacancy-mail-published-text = The municipality looked at “{ $title }” and made it public. People can now respond. You get an e-mail when somebody does.
vacancy-mail-published-action = See the vacancy
vacancy-mail-sent-back-subject = Please change your vacancy: { $title }
vacancy-mail-sent-back-text = The municipality looked at “{ $title }”. Something must still change before the vacancy can be public.
vacancy-mail-sent-back-action = Change the vacancy
vacancy-mail-sent-back-next = Done? Send the vacancy in again. Then the municipality looks at it once more.
vacancy-mail-taken-down-subject = Your vacancy was taken down: { $title }
vacancy-mail-taken-down-text = The municipality took “{ $title }” off the site. This is the reason:
vacancy-mail-taken-down-next = Do you disagree, or can you change it? Change the vacancy and send it in again. The municipality then looks at it once more.
vacancy-mail-ended-subject = Your vacancy has closed: { $title }
vacancy-mail-ended-text = The last day of “{ $title }” has passed. Did you find somebody? Tell us with 1 tap. So we learn whether this platform helps.
vacancy-mail-ended-action = Tell how it ended
vacancy-mail-needed-subject = Is this vacancy still needed? { $title }
vacancy-mail-needed-text = “{ $title }” is public until { $day }. After that the vacancy closes by itself. Do you still seek people?
vacancy-mail-needed-action = Yes, show it longer
vacancy-mail-needed-otherwise = Is it no longer needed? Then you need not do anything.
vacancy-mail-report-subject = Answer to your report about “{ $title }”
vacancy-mail-report-greeting = Hello,
vacancy-mail-report-text = You reported that something was wrong with the vacancy “{ $title }”. Thank you. We looked into it.
vacancy-mail-report-taken-down = The vacancy was taken down. We wrote:
vacancy-mail-report-kept = The vacancy stays. This is why:
vacancy-mail-report-reason = You get this e-mail because you left your e-mail address with a report.
vacancy-mail-reported-subject = Report about “{ $title }”
vacancy-mail-reported-text = Somebody says that something is wrong with the vacancy “{ $title }”. This is the reason:
vacancy-mail-reported-action = See the report
vacancy-mail-reported-reason = You get this e-mail because you are a manager of the municipality.

vacancy-person-data = Vacancies for which you answer, and what you reported
vacancy-poster-facts = In short
vacancy-poster-make-pdf = Make a PDF
vacancy-poster-open-pdf = Open the PDF
vacancy-poster-making = We are making the PDF. That takes a few seconds.
vacancy-poster-failed = We cannot make the PDF right now. We will keep trying. You can also print this page yourself.
vacancy-poster-look-again = See if the PDF is ready

queue-vacancies = { $count ->
    [one] 1 vacancy to look at
   *[other] { $count } vacancies to look at
}
queue-reports = { $count ->
    [one] 1 report to answer
   *[other] { $count } reports to answer
}
list-vacancies = Vacancies to look at
list-reports = Reports about vacancies
list-file-vacancies = vacancies-to-look-at
list-file-reports = reports
