# The pages of the municipality and the desk, and the figures.

insights-manage-title = Manage
insights-manage-lead = What waits, how this month goes, and everything you arrange for { $municipality }.
insights-waits = What waits
insights-oldest = oldest: { $ago }
insights-nothing-waits = Nothing waits
insights-nothing-waits-text = Everything is done. New things to do appear here.

insights-wait-overdue = { $count ->
    [one] 1 response got no answer in time
   *[other] { $count } responses got no answer in time
}
insights-wait-taken-over = { $count ->
    [one] 1 response that the information point took over
   *[other] { $count } responses that the information point took over
}
insights-wait-to-confirm = { $count ->
    [one] 1 response to confirm by telephone
   *[other] { $count } responses to confirm by telephone
}
insights-wait-to-tell = { $count ->
    [one] 1 person without e-mail to call about a response
   *[other] { $count } people without e-mail to call about a response
}
insights-wait-to-ask = { $count ->
    [one] 1 person without e-mail to ask how it went
   *[other] { $count } people without e-mail to ask how it went
}
insights-wait-vacancies = { $count ->
    [one] 1 vacancy to look at
   *[other] { $count } vacancies to look at
}
insights-wait-reports = { $count ->
    [one] 1 report to answer
   *[other] { $count } reports to answer
}
insights-wait-organisations = { $count ->
    [one] 1 organisation to confirm
   *[other] { $count } organisations to confirm
}
insights-wait-unreachable = { $count ->
    [one] 1 organisation without a contact we can reach
   *[other] { $count } organisations without a contact we can reach
}
insights-wait-help-requests = { $count ->
    [one] 1 help request to look at
   *[other] { $count } help requests to look at
}
insights-wait-help-to-tell = { $count ->
    [one] 1 person without e-mail to call about a help request
   *[other] { $count } people without e-mail to call about a help request
}
insights-wait-help-stuck = { $count ->
    [one] 1 help request for which nobody was chosen yet
   *[other] { $count } help requests for which nobody was chosen yet
}
insights-wait-desk = { $count ->
    [one] 1 person without e-mail has waited long for the desk
   *[other] { $count } people without e-mail have waited long for the desk
}
insights-wait-helpers = { $count ->
    [one] 1 helper to confirm
   *[other] { $count } helpers to confirm
}

insights-queue = Responses without an answer
insights-queue-text = These people have waited longest. Open a response to see who has it, or to answer yourself.
insights-queue-late = late
insights-queue-point = with the information point
insights-queue-handler = with { $name }
insights-queue-since = came { $ago }
insights-queue-all = All responses at the desk

insights-this-month = This month: { $month }
insights-percent = { $percent }%
insights-all-figures = All figures, of earlier months too

insights-more = Everything to manage
insights-group-taking-part = Who and what takes part
insights-group-desk = The desk
insights-group-figures = Figures and files
insights-group-site = This site
insights-link-organisations = Organisations
insights-link-organisations-text = Confirm, and see who cannot be reached
insights-link-vacancies = Vacancies to look at
insights-link-vacancies-text = The first vacancy of an organisation
insights-link-reports = Reports
insights-link-reports-text = What people report about vacancies
insights-link-desk = Desk
insights-link-desk-text = What there is to do now for mediators
insights-link-responses = Responses
insights-link-responses-text = Taken over, to call and going on
insights-link-help-requests = Help requests
insights-link-help-requests-text = Look at, publish and follow
insights-link-offers = Offers
insights-link-offers-text = Read what was sent in again
insights-link-helpers = Helpers
insights-link-helpers-text = Confirm or refuse those who asked
insights-link-people = People we help
insights-link-people-text = Consent, profile and paper card
insights-link-figures-text = Month by month, with what counts
insights-link-lists-text = Every list as CSV or Excel
insights-link-import = Import
insights-link-import-text = Vacancies, organisations and people from a file
insights-link-settings = Settings
insights-link-settings-text = Terms, colours, name and contact
insights-link-areas = Areas and postcodes
insights-link-areas-text = The map of the municipality
insights-link-synonyms = Search words
insights-link-synonyms-text = Words that mean the same

insights-figures-title = Figures by month
insights-figures-of = Figures of { $month }
insights-figures-lead = What happened to responses, vacancies, help requests and organisations. Beside each figure you read what counts.
insights-unfinished = This month is not over yet. The figures still change.
insights-unpublished = These figures are not public
insights-unpublished-text = { $municipality } does not share its monthly figures here. You are welcome to ask.
insights-choose-month = Choose another month
insights-what-counts = What counts?
insights-of-all = { $value } ({ $percent }%)
insights-compare = Beside the month before
insights-compare-caption = { $month } beside { $before }
insights-for-programs = For programs:
insights-source = Where do the figures come from?
insights-source-text = We count them at this moment from what happened on this site. What people arrange elsewhere counts only when somebody tells it here. A month begins on the 1st at 0:00 Dutch time. They hold no data about people. Erased responses still count, without a name.

insights-group-of-answers = Do people get an answer?
insights-group-of-outcomes = What comes of it?
insights-group-of-staying = Do volunteers stay?
insights-group-of-vacancies = Vacancies
insights-group-of-others = Offers, help and organisations
insights-bars-answers = Responses of this month, and their answers
insights-bars-outcomes = Responses of this month, and how they ended
insights-bars-staying = Volunteers who were asked after in this month
insights-bars-vacancies = Vacancies in this month
insights-bars-others = Offers, help requests and organisations in this month

insights-figure-responses = Responses
insights-means-responses = Responses to vacancies, offers and help requests that were confirmed in this month. Responses that nobody confirmed do not count.
insights-figure-answered-in-time = Answered in time
insights-means-answered-in-time = The first answer came within the promised working days, from the organisation or the person. What the information point took over does not count here.
insights-figure-answered-late = Answered late
insights-means-answered-late = An answer came after the promised working days, or after the information point took over.
insights-figure-within-time = Still in time
insights-means-within-time = There is no answer yet. The promised time is not over.
insights-figure-unanswered = Without an answer
insights-means-unanswered = No answer came and the promised time is over, or the person took the response back before there was an answer.
insights-figure-taken-over = Taken over by the point
insights-means-taken-over = The information point took the response over because nobody answered. These responses also count as late or without an answer.
insights-figure-outcome-known = Outcome known
insights-means-outcome-known = Started, not gone on or taken back. Together with unknown these are all responses.
insights-figure-started = Started
insights-means-started = The volunteer began, even when they stopped later.
insights-figure-declined = Did not go on
insights-means-declined = The organisation or the person said no, or the vacancy was full.
insights-figure-withdrawn = Taken back
insights-means-withdrawn = Whoever responded took the response back.
insights-figure-outcome-unknown = Outcome unknown
insights-means-outcome-unknown = They are still talking, or nobody has told how it ended.
insights-figure-still-there = Still there after a month
insights-means-still-there = Asked in this month, 30 days after the start. At least one side says yes and none says no.
insights-figure-stopped = Stopped after a month
insights-means-stopped = Asked in this month, 30 days after the start. At least one side says that it ended.
insights-figure-month-unknown = Unknown after a month
insights-means-month-unknown = Asked in this month, 30 days after the start. Nobody has answered.
insights-figure-vacancies = New vacancies
insights-means-vacancies = Vacancies that went online for the first time in this month.
insights-figure-vacancies-without-response = New vacancies without a response
insights-means-vacancies-without-response = New vacancies of this month to which nobody has responded until now. So this figure may still become smaller.
insights-figure-vacancies-filled = Vacancies filled
insights-means-vacancies-filled = Vacancies of which the organisation said in this month that there are enough people, or of which the last place was taken. It does not matter how those people came. A vacancy that opens again no longer counts.
insights-figure-offers = New offers
insights-means-offers = Offers of people or groups that were placed in this month.
insights-figure-help-requests = New help requests
insights-means-help-requests = Help requests that went online for the first time in this month.
insights-figure-help-matched = Help requests with a helper
insights-means-help-matched = Help requests for which a helper was chosen in this month.
insights-figure-organisations = New organisations
insights-means-organisations = Organisations that registered in this month, even when the municipality has not confirmed them yet.
insights-figure-organisations-confirmed = Organisations confirmed
insights-means-organisations-confirmed = Organisations that the municipality confirmed in this month.

insights-lists-title = Download lists
insights-lists-lead = Every list of the municipality as a file. The lists about responses and reports hold no names of residents.
insights-list-waiting = What waits
insights-list-help-requests = Help requests
insights-list-helpers = Helpers, without names
insights-list-offers = Offers, without names
insights-list-unanswered = Responses without an answer
insights-list-vacancies = Vacancies to look at
insights-list-reports = Reports about vacancies
insights-list-organisations = Organisations and where they stand
insights-list-synonyms = Search words
insights-list-settings = Settings
insights-list-areas = Areas
insights-list-figures = Figures of this month
insights-list-all-vacancies = Vacancies that are online, for import
insights-list-all-organisations = Organisations, for import
insights-list-all-people = People, for import
insights-list-csv = { $list } as CSV
insights-list-xlsx = { $list } as Excel
insights-column-list = List
insights-column-file = File
insights-column-waiting = What waits
insights-column-count = How many
insights-column-oldest = Oldest since
insights-column-late = Too long
insights-column-where = Where
insights-column-wijk = District
insights-column-begun = Begun on
insights-column-live = Shown since
insights-column-matched = Helper chosen on
insights-column-ended = Ended on
insights-column-checked = How checked
insights-column-asked = Asked on
insights-column-decided-at = Decided on
insights-column-until = Until
insights-column-people = People
insights-column-visible = Who sees it
insights-column-kind = Kind
insights-column-title = Title
insights-column-organisation = Organisation
insights-column-since = Since
insights-column-due = Answer promised on
insights-column-taken-over = Taken over on
insights-column-handler = With whom
insights-column-id = Number
insights-column-reason = Reason
insights-column-state = State
insights-column-closed = Answered on
insights-column-answer = Answer
insights-column-confirmed = Confirmed on
insights-column-unreachable = Not reachable since
insights-column-chamber = Trade register number
insights-column-words = Words that mean the same
insights-column-setting = Setting
insights-column-key = Code
insights-column-value = Number
insights-column-decided = Now
insights-column-default = Default
insights-column-source = Why
insights-column-code = Code of the area
insights-column-name = Name
insights-column-parent = Part of
insights-column-figure = Figure
insights-column-this = This month
insights-column-before = Month before
insights-column-means = What counts
insights-kind-vacancy = Vacancy
insights-kind-offer = Offer
insights-kind-help-request = Help request
insights-area-municipality = Municipality
insights-area-wijk = Wijk
insights-area-buurt = Buurt
insights-yes = Yes
insights-no = No
insights-helper-asked = Asked
insights-helper-confirmed = Confirmed
insights-helper-refused = Not confirmed
insights-helper-ended = Ended
insights-file-waiting = what-waits
insights-file-help-requests = help-requests
insights-file-helpers = helpers
insights-file-offers = offers
insights-file-unanswered = responses-without-answer
insights-file-vacancies = vacancies-to-look-at
insights-file-reports = reports
insights-file-organisations = organisations
insights-file-synonyms = search-words
insights-file-settings = settings
insights-file-areas = areas
insights-file-figures = figures

insights-desk-title = Desk
insights-desk-lead = Hello { $name }. Help who sits opposite you, then look at what waits.
insights-desk-opposite = Somebody sits opposite you
insights-desk-find = Search
insights-desk-name = Do you know the name? Find somebody we already help
insights-desk-name-hint = { $count ->
    [0] Nobody has agreed yet. Register somebody to begin.
    [one] 1 person agreed to be helped.
   *[other] { $count } people agreed to be helped.
}
insights-desk-intake = Register somebody
insights-desk-intake-text = A first talk: name, consent and what somebody wants to do
insights-desk-help = Write down a help request
insights-desk-help-text = For somebody who agreed
insights-desk-vacancies = Find a vacancy
insights-desk-vacancies-text = Look together, and respond for who sits opposite you
insights-desk-card = Make a paper card
insights-desk-card-text = Choose the person first: the card says who calls, when and about what
insights-desk-waits = Then: what waits
insights-desk-ending = Consent that ends soon
insights-desk-ending-text = Ask at the next talk whether you may go on helping.
insights-desk-until = until { $date }
insights-desk-lists = All lists of the desk
insights-desk-group-answers = Responses and people
insights-desk-group-help = Help

setting-insights-wait-days = When does something wait too long?
setting-insights-wait-days-hint = After so many working days it stands first on the pages of the municipality and the desk.
setting-insights-consent-days = How many days ahead do mediators see that consent ends?
setting-insights-consent-days-hint = So that they can ask about it when they talk.
setting-insights-public-figures = May everybody see the figures by month?
setting-insights-public-figures-hint = They are then on /cijfers and in the API. They hold no data about people.
