# Words of the layout and the parts.

common-site-description = Take part in { $municipality }: find voluntary work, ask for help, or find people who join in.
common-skip-to-content = Skip to content
common-main-navigation = Main menu
common-menu = Menu
common-breadcrumbs = Breadcrumbs
common-search = Search
common-search-label = Search this site
common-search-placeholder = What are you looking for?
common-sign-in = Sign in
common-sign-out = Sign out
common-account-label = My menu
common-my-page = My page
common-desk = Desk
common-manage = Manage
common-demo-label = Demonstration
common-demo-text = All people and organisations on this site are made up.

common-footer-about = Volunteers, organisations and { $municipality } steer together.
common-footer-contact = Ask us
common-footer-today = Today: { $hours }
common-footer-navigation = This site
common-accessibility = Accessibility
common-privacy = Privacy
common-contact = Contact
common-figures = Figures
common-about = About this site

common-optional = optional
common-choose = Choose one
common-date-hint = Type the date like this: 31-12-2030
common-time-hint = Type the time like this: 14.30
common-postcode-hint = For example 1234 AB
common-error-prefix = Error:
common-error-summary = { $count ->
    [one] 1 thing needs your attention
   *[other] { $count } things need your attention
}
common-error-required = Fill this in.
common-error-choose = Choose one of the options.
common-error-too-long = This is too long: { $length } characters. Use at most { $max }.
common-error-number = Type a number from { $min } to { $max }.
common-error-date = Type a day that exists, for example 31-12-2030.
common-error-time = Type a time, for example 14:30.
common-error-email = Type an e-mail address, for example name@example.com.
common-error-phone = Fill in a telephone number, such as 06 12345678.
common-error-setting = This value is not possible here.
common-cancel = Cancel
common-change = Change
common-undo = Undo
common-not-answered = Not filled in
common-saved = Saved. You can go on later.
common-saved-wrong = Not saved yet. Please look at this:
common-not-saved = Saving does not work now. Keep this page open; we try again when you type on.
common-step = Step { $current } of { $total }

common-near-me = Near me
common-near-me-failed = We do not know where you are. Fill in your postcode.
common-share = Share
common-copied = Link copied
common-download-csv = Download as CSV
common-download-xlsx = Download as Excel
common-print = Print
common-passkey-failed = That did not work. Try again, or sign in with a code in your e-mail.

common-notice-info = Note:
common-notice-ok = Done:
common-notice-warning = Warning:
common-notice-error = Error:

common-pager = Pages
common-previous = Previous
common-next = Next
common-page-number = Page { $number }
common-range-shown = { $first } to { $last } of { $total }

common-filters = Filters
common-filters-with-count = { $count ->
    [0] Filters
   *[other] Filters ({ $count } chosen)
}
common-show-results = Show results
common-clear-filters = Clear all filters
common-chosen-filters = Chosen filters
common-remove-filter = Remove filter:
common-sort-by = Sort by:

common-map-area = { $name }: { $count }

common-timeline-done = done
common-timeline-current = now
common-timeline-future = still to come

common-embed-source = From { $name }, { $municipality }
common-mail-foot = You get this e-mail from { $name }, { $municipality }.
common-mail-reply = If you reply, a person reads it.
common-mail-copy-link = Does the button not work? Copy this link:

# The page with every part, with made-up samples.

common-parts-title = Parts
common-parts-lead = Everything the pages are made of. The samples are made up.
common-parts-doors = Large choices
common-parts-notices = Messages
common-parts-cards = Cards
common-parts-list = List with filters
common-parts-form = Form
common-parts-facts = Facts and states
common-parts-map = Map and figures
common-parts-thread = Conversation and progress
common-parts-more = Buttons, questions and more

common-sample-door-do = I want to do something
common-sample-door-do-text = Find voluntary work that suits you
common-sample-door-help = I need help
common-sample-door-help-text = For yourself or for somebody else
common-sample-door-people = We need people
common-sample-door-people-text = Place a call from your organisation
common-sample-door-talk = I want to talk to somebody
common-sample-door-talk-text = Call us or make an appointment
common-sample-notice-info = The information point is closed on Monday.
common-sample-notice-success = Your response was sent. You will hear within 5 working days.
common-sample-notice-warning = This call has waited 4 days for an answer.
common-sample-notice-error = We could not read the file.
common-sample-title-one = Cook together on Tuesdays
common-sample-title-two = Read aloud at the Made-Up School
common-sample-title-three = Bicyclerepairworkshopvolunteercoordinatorship
common-sample-organisation = The Imaginary Table Foundation
common-sample-text = Help a group of neighbours of 60 and older to cook and lay the table.
common-sample-place = North End, 2 km
common-sample-when = Every Tuesday, 14.00–16.00
common-sample-people = 2 more people wanted
common-sample-answer = Usually answers within 1 day
common-sample-badge-beginner = You are learning Dutch
common-sample-badge-wheelchair = With a wheelchair
common-sample-why = Suits you: cooking, on Tuesday, within 3 km.
common-sample-results = 312 vacancies found
common-sample-theme = Theme
common-sample-theme-sport = Sport
common-sample-theme-care = Care
common-sample-theme-nature = Nature
common-sample-relevance = Best match
common-sample-distance = Nearby
common-sample-name = What may we call you?
common-sample-email = E-mail address
common-sample-email-hint = We send the answer here.
common-sample-email-error = Fill in an e-mail address, such as name@example.org
common-sample-postcode = Postcode
common-sample-date = From which day are you free?
common-sample-date-error = This date does not exist
common-sample-message = What would you like to know?
common-sample-hours = How many hours a week do you have?
common-sample-level = How well do you speak Dutch?
common-sample-level-start = I am still learning
common-sample-level-start-hint = Short sentences are fine
common-sample-level-good = Well enough for a conversation
common-sample-level-error = Choose what fits best
common-sample-days = When are you free?
common-sample-morning = Morning
common-sample-afternoon = Afternoon
common-sample-evening = Evening
common-sample-consent = Organisations may find me
common-sample-consent-hint = You can always switch this off again.
common-sample-send = Send my response
common-sample-status = Status
common-sample-open = Open
common-sample-waiting = Waiting for an answer
common-sample-late = Too late
common-sample-done = Started
common-sample-refused = Did not go ahead
common-sample-responses = Responses
common-sample-month = This month
common-sample-answered = answered in time
common-sample-area-north = North End
common-sample-area-middle = Middle Town
common-sample-area-south = South Field
common-sample-map = Vacancies per district
common-sample-person = Noor Sample
common-sample-me = You
common-sample-thread-question = Can I reach the kitchen by bus?
common-sample-thread-answer = Yes, bus 99 stops at the door.
common-sample-event-sent = Response sent
common-sample-event-wait = The organisation reads your response
common-sample-event-wait-text = No answer after 5 working days? Then the information point takes over.
common-sample-event-meet = Introduction
common-sample-empty = Nothing here yet
common-sample-empty-text = Search wider, or tell us what you are looking for.
common-sample-delete = Delete
common-sample-delete-question = Are you sure you want to delete this call? You can undo this for 30 days.
common-sample-more = Why do we ask this?
common-yes = Yes
common-no = No
common-logo-alt = Logo of { $town }
