# The pages of the municipality and the desk, and the figures.

insights-manage-title = Manage
insights-manage-lead = What waits, how this month goes, and everything you arrange for { $municipality }.
insights-waits = What waits
insights-oldest = oldest: { $ago }
insights-nothing-waits = Nothing waits
insights-nothing-waits-text = Everything is done. New things to do appear here.

queue-desk = { $count ->
    [one] 1 person without e-mail has waited long for the desk
   *[other] { $count } people without e-mail have waited long for the desk
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
list-waiting = What waits
list-figures = Figures of this month
insights-list-all-vacancies = Vacancies that are online, for import
insights-list-all-organisations = Organisations, for import
insights-list-all-people = People, for import
insights-list-csv = { $list } as CSV
insights-list-xlsx = { $list } as Excel
insights-yes = Yes
insights-no = No
list-file-waiting = what-waits
list-file-figures = figures

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
