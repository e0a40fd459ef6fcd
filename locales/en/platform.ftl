platform-weekday-1 = Monday
platform-weekday-2 = Tuesday
platform-weekday-3 = Wednesday
platform-weekday-4 = Thursday
platform-weekday-5 = Friday
platform-weekday-6 = Saturday
platform-weekday-7 = Sunday
platform-month-1 = January
platform-month-2 = February
platform-month-3 = March
platform-month-4 = April
platform-month-5 = May
platform-month-6 = June
platform-month-7 = July
platform-month-8 = August
platform-month-9 = September
platform-month-10 = October
platform-month-11 = November
platform-month-12 = December
platform-date = { $weekday } { $day } { $month } { $year }
platform-date-near = { $weekday } { $day } { $month }
platform-short-date = { $day } { $month } { $year }
platform-short-date-near = { $day } { $month }
platform-date-time = { $date }, { $time }
platform-just-now = just now
platform-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
platform-minutes-ahead = in { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
platform-hours-ago = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
platform-hours-ahead = in { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
platform-days-ago = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
platform-days-ahead = in { $count ->
    [one] 1 day
   *[other] { $count } days
}
platform-months-ago = { $count ->
    [one] 1 month ago
   *[other] { $count } months ago
}
platform-months-ahead = in { $count ->
    [one] 1 month
   *[other] { $count } months
}
platform-years-ago = { $count ->
    [one] 1 year ago
   *[other] { $count } years ago
}
platform-years-ahead = in { $count ->
    [one] 1 year
   *[other] { $count } years
}
platform-problem-not-found = This page does not exist
platform-problem-not-found-detail = Maybe the address is wrong, or the page has been removed. Search again or go to the home page.
platform-problem-gone = This is no longer here
platform-problem-forbidden = You may not see this
platform-deny-desk = This is for mediators and the municipality only.
platform-deny-manager = Only managers of the municipality can see and do this.
platform-problem-sign-in = Sign in first
platform-problem-sign-in-detail = You can only do this when you are signed in.
platform-problem-invalid = Something is not right
platform-problem-invalid-detail = Look at the notes beside the fields, correct them and try again. Nothing has changed.
platform-problem-conflict = This is not possible now
platform-problem-too-many = Please wait a moment
platform-problem-too-many-detail = This was done too often in a short time. Try again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
platform-problem-too-large = This file is too large
platform-problem-too-large-detail = What you send here may be { $limit } at most. Divide it over several files and try again. Nothing was changed.
platform-problem-malformed = We cannot read this
platform-problem-malformed-detail = The form did not arrive whole. Go back and send it again. Nothing was changed.
platform-problem-method = This address does not work like that
platform-problem-method-detail = There is such an address, but not to be opened like this. Go back or start at the front page.
platform-problem-unavailable = One moment please
platform-problem-unavailable-detail = We have just started and are getting everything ready. Try again in a minute.
platform-problem-fault = Something went wrong on our side
platform-problem-fault-detail = This is not your fault. Please try again. Does it keep going wrong? Then pass on the number at the bottom of this page.
platform-problem-busy = This took too long
platform-problem-busy-detail = It is too busy now, or we cannot reach the data for a moment. Wait half a minute, then try again. Perhaps nothing was saved.
platform-problem-no-room = We cannot save anything now
platform-problem-no-room-detail = Our computer has no room left. The system manager can mend that. What you just did was probably not saved. You can still read and search. Try again later.
platform-problem-other-site = This form came from another website. That is why we did nothing with it. Open the page on this site yourself and try there.
platform-problem-card = You came in with a card. With it you can read and answer. Do you want to do something else, such as change your details or your e-mail address? Come to the information point.
platform-problem-reference = Number for the administrator: { $id }
platform-problem-home = Go to the home page
platform-problem-search = Find voluntary work
platform-problem-again = Try again
setting-guarantee-saturdays = Saturday counts
setting-guarantee-saturdays-hint = Do Saturdays count as working days in the promise about answers? Sundays and public holidays never count.
setting-guarantee-closed-days = Days that do not count
setting-guarantee-closed-days-hint = More days on which nobody has to answer. Write them as 2026-12-24, with a space between them.
platform-site-name = Doing it together
retention-failed-jobs = Work of the program that failed, such as an e-mail that did not arrive
retention-failed-jobs-why = This way the administrator can see what went wrong and try again.
setting-retention-failed-jobs = Keep work that failed
setting-retention-failed-jobs-hint = In days.
setting-site-name = Name of the platform
setting-site-name-hint = This name stands above every page.
setting-site-primary-colour = First colour
setting-site-primary-colour-hint = For the bar at the top, buttons and links. The text must be easy to read.
setting-site-accent-colour = Second colour
setting-site-accent-colour-hint = For the search button and lines.
platform-api-json = The content is not the JSON that the description of the API asks for: { $reason }.
