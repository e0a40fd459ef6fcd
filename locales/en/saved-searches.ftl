# Saved searches and saved volunteer openings.

saved-search-title = E-mail me when something is added
saved-search-lead = When something is added that fits, we e-mail you.
saved-search-what = You are looking for
saved-search-everything = All volunteer work
saved-search-change-filters = Look for something else
saved-search-rhythm = How often do you want e-mail?
saved-search-rhythm-at-once = At once
saved-search-rhythm-daily = Once a day at most
saved-search-rhythm-weekly = Once a week at most
saved-search-email = E-mail address
saved-search-email-hint = We only use it for these e-mails. First you get an e-mail to confirm your address.
saved-search-save = Save my search
saved-search-confirm = Yes, e-mail me
saved-search-link-title-confirm = Do you want e-mail when something is added?
saved-search-link-title-stop = No more e-mail?
saved-search-link-lead-confirm = The button confirms your address. Every e-mail has a link to stop.
saved-search-link-lead-stop = The button stops the e-mails about this search at once.
saved-search-link-button-confirm = Yes, e-mail me
saved-search-link-button-stop = Stop the e-mails
saved-search-link-title-undo = The e-mail has stopped
saved-search-link-lead-undo = You get no more e-mail about this search. Was that a mistake? You can put it back for 30 days.
saved-search-link-button-undo = E-mail me after all
saved-search-ended = You get no more e-mail about: { $what }.
notice-saved-search-back = Your search is back. You will get e-mail again.
favourite-is-kept = You have saved this opening.
favourite-see = See what you saved
saved-search-link-over = This link no longer works. Your search was already confirmed or stopped. Search again to make one.
saved-search-end = Stop the e-mails
saved-search-own-title = My searches
saved-search-own-lead = You get e-mail when there is something new that fits.
saved-search-own-empty = You have no saved searches yet
saved-search-own-empty-text = Search for something and choose below the list: e-mail me when something is added.
saved-search-my-count = { $count ->
    [0] No search saved yet
    [one] 1 search
   *[other] { $count } searches
}
saved-search-error-many = You already have very many searches. Stop one first.
saved-search-data = Saved searches and saved openings

saved-search-mail-greeting = Hello,
saved-search-mail-greeting-name = Dear { $name },
saved-search-mail-confirm-subject = Confirm your search
saved-search-mail-confirm-text = You want e-mail when volunteer work in { $town } is added. Is that right?
saved-search-mail-confirm-not-you = Did you not ask for this? Then you need not do anything. You will get no e-mail.
saved-search-mail-confirm-reason = You get this e-mail because somebody filled in this address.
saved-search-mail-news-subject = { $count ->
    [one] 1 new opening that suits you
   *[other] { $count } new openings that suit you
}
saved-search-mail-news-text = { $count ->
    [one] There is 1 new opening that fits what you are looking for.
   *[other] There are { $count } new openings that fit what you are looking for.
}
saved-search-mail-news-action = See everything that fits
saved-search-mail-news-reason = You get this e-mail because you saved a search.
saved-search-mail-stop = No more e-mail about this search

notice-saved-search-saved = Your search has been saved.
notice-saved-search-look-in-mail = We have sent you an e-mail. Confirm your address in it.
notice-saved-search-ended = You get no more e-mail about this search.

favourite-title = Saved openings
favourite-lead = Openings you want to look at again later.
favourite-keep = Save
favourite-drop = Remove
favourite-closed = You cannot respond to this now.
favourite-empty = You have not saved anything yet
favourite-empty-text = Choose save on an opening. Then you will find it here.
favourite-my-count = { $count ->
    [0] Nothing saved yet
    [one] 1 opening saved
   *[other] { $count } openings saved
}
notice-favourite-kept = Saved. You will find it on your own page.
notice-favourite-dropped = It is no longer among what you saved.

setting-saved-search-waiting-days = Days to confirm a search
setting-saved-search-waiting-days-hint = After that we forget a search that nobody confirmed.
setting-saved-search-undo-days = Days to put back a search that was stopped
setting-saved-search-undo-days-hint = After that we forget the search.
setting-saved-search-kept-days = Days a search is kept
setting-saved-search-kept-days-hint = After that the e-mails stop, unless somebody saves the search again.
retention-saved-search = Saved searches with e-mail address
retention-saved-search-why = To send e-mail when something fits. Whoever stops gets no more e-mail at once. After 30 days the search is gone.
