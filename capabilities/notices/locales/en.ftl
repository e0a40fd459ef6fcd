# What people want to hear of, and how often.

notices-rhythm = How often do you want e-mail?
notices-rhythm-at-once = At once
notices-rhythm-daily = Once a day at most
notices-rhythm-weekly = Once a week at most
notices-email = E-mail address
notices-email-hint = We only use it for these e-mails. First you get an e-mail to confirm your address.
notices-mail-greeting = Hello,
notices-mail-greeting-name = Dear { $name },
notices-mail-confirm-not-you = Did you not ask for this? Then you need not do anything. You will get no e-mail.
notices-mail-confirm-reason = You get this e-mail because somebody filled in this address.

setting-saved-search-waiting-days = Days to confirm a search
setting-saved-search-waiting-days-hint = After that we forget a search that nobody confirmed.
setting-saved-search-undo-days = Days to put back a search that was stopped
setting-saved-search-undo-days-hint = After that we forget the search.
setting-saved-search-kept-days = Days a search is kept
setting-saved-search-kept-days-hint = After that the e-mails stop, unless somebody saves the search again.
retention-saved-search = Saved searches with e-mail address
retention-saved-search-why = To send e-mail when something fits. Whoever stops gets no more e-mail at once. After 30 days the search is gone.
