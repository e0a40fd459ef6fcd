# Searching and finding: vacancies, offers, help requests and the home page.

listing-nav-vacancies = Volunteer work
listing-nav-help-requests = Help requests
listing-nav-offers = Offers

listing-title-vacancies = Volunteer work
listing-title-offers = Offers by residents
listing-title-help-requests = Help requests
listing-title-everything = Search
listing-lead-vacancies = Find something that suits you. You can respond without an account.
listing-lead-offers = People and groups who want to do something for somebody else.
listing-lead-help-requests = People near you ask for help. You only see the neighbourhood, no name or address.
listing-lead-everything = Search volunteer work, offers, help requests and organisations.

listing-search-label = Search this list
listing-words = What are you looking for?
listing-words-hint = For example: reading aloud, garden, elderly
listing-place = Where?
listing-place-hint = Postcode or neighbourhood
listing-place-wijk-hint = Of a help request you see the district only.
listing-any-wijk = All districts
listing-ask-help = Ask for help
listing-become-helper = Become a confirmed helper
listing-radius = How far away?
listing-any-distance = Doesn't matter
listing-within = Within { $distance }
listing-kind = What do you want to see?
listing-kind-vacature = Volunteer work
listing-kind-aanbod = Offer
listing-kind-hulpvraag = Help request
listing-kind-organisatie = Organisation
listing-when = When do you have time?
listing-moment-ochtend = Morning
listing-moment-middag = Afternoon
listing-moment-avond = Evening
listing-moment-weekend = Weekend
listing-moment-eenmalig = Once
listing-theme = Theme
listing-dutch = How well do you speak Dutch?
listing-dutch-hint = You will see what you can do with your Dutch.
listing-dutch-any = Doesn't matter
listing-suitable = Suitable
listing-of-organisation = Of one organisation

listing-count-vacancies = { $count ->
    [0] No volunteer work found
    [one] 1 opening found
   *[other] { $count } openings found
}
listing-count-offers = { $count ->
    [0] No offers found
    [one] 1 offer found
   *[other] { $count } offers found
}
listing-count-help-requests = { $count ->
    [0] No help requests found
    [one] 1 help request found
   *[other] { $count } help requests found
}
listing-count-everything = { $count ->
    [0] Nothing found
    [one] 1 result found
   *[other] { $count } results found
}
listing-sort-best = Best match
listing-sort-dichtbij = Nearby
listing-sort-nieuw = Newest
listing-shown-lijst = List
listing-shown-kaart = Map
listing-filling = We are getting ready. Not everything is in the list yet. Look again in a minute.
listing-not-all-words = We found nothing with all your words. This fits some of them.

listing-place-here = Where I am
listing-place-in = In { $place }
listing-place-around = Around { $place }
listing-place-unknown = We do not know “{ $place }” here. Choose a neighbourhood, or type another postcode.
listing-choose-wijk = Choose a neighbourhood

listing-why-words = { $count ->
    [one] It has { $words }.
   *[other] It has { $words }.
}
listing-why-form = You searched for “{ $asked }”. Found: “{ $found }”.
listing-why-synonym = You searched for “{ $asked }”. “{ $found }” means about the same.
listing-why-typo = You searched for “{ $asked }”. Did you mean “{ $found }”?
listing-why-distance = { $distance } from { $place }.
listing-why-distance-here = { $distance } from where you are.
listing-why-theme = Is about { $what }.
listing-why-moment = Can be done at the time you chose: { $what }.
listing-why-moments = Can be done at a time you chose.
listing-why-once = It is for once.
listing-why-dutch = This level of Dutch is enough: { $what }.
listing-why-suitable = Suits: { $what }.
listing-why-home = You can do it at home.
listing-place-no-wijk = In no wijk
listing-map-elsewhere = { $count ->
    [one] 1 without a wijk
   *[other] { $count } without a wijk
}

listing-make-offer = I want to offer something
listing-widen = Find more?
listing-widen-radius = Also farther away than { $what } ({ $count })
listing-widen-words = Without “{ $what }” ({ $count })
listing-widen-without = Without “{ $what }” ({ $count })

listing-empty-vacancies = We found no volunteer work
listing-empty-offers = We found no offers
listing-empty-help-requests = We found no help requests
listing-empty-everything = We found nothing
listing-empty-text = Try other words or fewer filters. Or ask us: we are happy to think along.
listing-ask = Ask a person
listing-save = E-mail me when something is added
listing-feed = Follow as a feed
listing-calendar = In your calendar

listing-map-label = Map with the number in each neighbourhood
listing-map-list = By neighbourhood
listing-map-none = There is no map of this municipality yet.

listing-people-wanted = { $count ->
    [one] 1 more volunteer wanted
   *[other] { $count } more volunteers wanted
}
listing-answers-hours = { $count ->
    [one] Usually answers within 1 hour
   *[other] Usually answers within { $count } hours
}
listing-answers-days = Usually answers within { $count } days
listing-answers-share = { $percent }% get an answer in time

listing-home-fresh = New
listing-home-all = See all volunteer work
listing-home-figure-vacancies = volunteer openings
listing-home-figure-organisations = organisations looking for people
listing-home-figure-help-requests = help requests by residents

listing-api-choose = Choose one of these: { $values }.
listing-api-near-unknown = We do not know this place. Give a postcode, a wijk, or “latitude,longitude”.
listing-api-radius-alone = A radius needs a place: give near too.
listing-api-id = This is not a valid id.

sharing-feed-title = Volunteer work in { $town }
sharing-feed-title-demo = Demonstration: made-up volunteer work in { $town }
sharing-embed-title = Volunteer work at { $organisation }
sharing-title = Your openings in other places
sharing-lead = Put your openings on your own site, or follow them with another program. The list is always up to date.
sharing-own-site = On your own site
sharing-code = Copy these lines
sharing-code-hint = Paste them in your site where the list should be.
sharing-preview = See what the list looks like
sharing-links = Links
sharing-list = The list with your openings
sharing-feed = Feed for a reader or another site (Atom)
sharing-calendar = Calendar with what is on a fixed day (iCalendar)

listing-synonyms-title = Words that mean the same
listing-synonyms-lead = When somebody searches for a word of a group, we find the other words too. English words are welcome.
listing-synonyms-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
listing-synonyms-change = Change group
listing-synonyms-add = Add group
listing-synonyms-words = Words
listing-synonyms-words-hint = Each word on a line of its own. At least 2.
listing-synonyms-save = Save
listing-synonyms-remove = Remove group
listing-synonyms-removed = The group is gone: { $words }
listing-synonyms-reset = Back to the list of the program
listing-synonyms-reset-question = All groups of your own will be gone.
listing-synonyms-error-few = Fill in at least 2 different words.
listing-synonyms-error-many = Fill in at most { $max } words.
listing-synonyms-error-long = A word has at most { $max } characters.
notice-listing-synonyms-changed = Saved. Within 2 seconds everybody searches with it.

listing-group-size = { $count } people together

# Saved searches and saved volunteer openings.

saved-search-title = E-mail me when something is added
saved-search-lead = When something is added that fits, we e-mail you.
saved-search-what = You are looking for
saved-search-everything = All volunteer work
saved-search-change-filters = Look for something else
saved-search-save = Save my search
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

saved-search-mail-confirm-subject = Confirm your search
saved-search-mail-confirm-text = You want e-mail when volunteer work in { $town } is added. Is that right?
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

list-synonyms = Search words
list-file-synonyms = search-words
