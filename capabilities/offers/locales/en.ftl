# What people and groups offer.

offer-list-title = Offers
offer-mine-title = My offers
offer-mine-lead = What you would like to do. Organisations invite you, you choose.
offer-mine-empty = You have no offers yet
offer-mine-empty-text = Say what you like doing. Then organisations can find you.
offer-of-title = What { $name } offers
offer-of-lead = What { $name } would like to do. Organisations invite, { $name } chooses.
offer-of-empty = { $name } offers nothing yet
offer-of-empty-text = Ask what this person likes to do. Write it down together and organisations find it.
offer-acting-for = You act on behalf of { $name }. That is on record.
offer-act = Act on behalf of { $name }
offer-new = New offer
offer-new-title = What would you like to do?
offer-edit-title = Change your offer
offer-form-lead = Write down what you would like to do. We show it for { $days } days. Then we ask whether it still holds.
offer-field-title = What would you like to do?
offer-field-title-hint = In one sentence. For example: I like helping with computers.
offer-field-description = Tell something about it
offer-field-description-hint = What are you good at, what do you enjoy? Do not write an address, phone number or e-mail address.
offer-field-name = Which name do we show?
offer-field-name-hint = Your first name, a nickname or the name of your group. We show nothing more.
offer-field-group = With how many people are you?
offer-field-group-hint = Leave empty if you are alone.
offer-field-themes = Which themes suit you?
offer-field-tasks = Which tasks would you like to do?
offer-field-when = When can you?
offer-field-hours = How many hours do you have?
offer-field-postcode-hint = Only to know the distance. We show your district, never your address.
offer-field-travel = How many kilometres will you travel?
offer-field-languages = Which languages do you speak, beside Dutch?
offer-field-visibility = Who may see your offer?
offer-visibility-organisations = Only organisations the municipality knows
offer-visibility-hint-organisations = Their contacts and the information point see your offer. Others do not.
offer-visibility-everybody = Everybody
offer-visibility-hint-everybody = Your offer is on the site. Only organisations can invite you.
offer-publish = Post my offer
offer-save = Save
offer-error-contact = This says “{ $words }”. Leave that out: your details stay between you and whom you choose.
offer-error-step = This is no longer possible. Somebody was first, or the offer has ended.

offer-state-live = Shown
offer-state-paused = Paused
offer-state-closed = Closed
offer-state-expired = Expired
offer-state-taken-down = Taken down
offer-state-waiting = Sent in again
offer-send-in = Change and send in
offer-sends-in = The municipality took this down. Change it and send it in. The information point reads it before it is shown again.
offer-let-in = Show again
queue-offers-title = Offers that were sent in again
queue-offers-lead = These were taken down. Their makers changed them. Read and choose.
queue-offers-empty = No offer waits
queue-offers-empty-text = When somebody sends in again what was taken down, it is listed here.
offer-until = Shown until { $day }.
offer-pause = Pause
offer-extend = Extend
offer-show-again = Show again
offer-close = Close
offer-taken-down-because = The municipality took this down: { $reason }

offer-by = Offered by { $name }
offer-by-group = Offered by { $name }, a group of { $count } people
offer-at-a-glance = In short
offer-notice-paused = This offer is paused. Organisations do not see it now.
offer-notice-closed = This offer is closed.
offer-notice-expired = The term of this offer is over. One tap brings it back.
offer-notice-taken-down = The municipality took this offer down.
offer-notice-waiting = The information point reads this offer first.
offer-own-title = This is your offer
offer-own-organisations = Only confirmed organisations and the information point see it.
offer-own-everybody = Everybody sees it.
offer-invite-title = Does this suit you?
offer-invite-text = Invite { $name }. Say briefly what there is to do. { $name } says yes, no or perhaps.
offer-invite = Invite
offer-for-organisations = For organisations
offer-for-organisations-text = Contacts of organisations that the municipality has confirmed can invite somebody.
offer-take-down = Take down
offer-take-down-title = Take this offer down
offer-take-down-reason = Why do you take it down?
offer-take-down-hint = Whoever made it gets this explanation by e-mail.
offer-fact-travel = Travel
offer-travel = Up to { $km } km
offer-fact-since = Posted
offer-deny-organisations = Only contacts of confirmed organisations invite somebody.

offer-close-title = Close your offer
offer-close-question = Why do you close your offer?
offer-close-hint = So we know whether the site helps.
offer-closing-through-us = I found something through this site
offer-closing-otherwise = I found something in another way
offer-closing-stopped = I no longer want to, or can't now

offer-keep-title = Does your offer still hold?
offer-keep-text = Then we show it for another { $days } days.
offer-keep-over-title = This link no longer works
offer-keep-over-text = Sign in. You can extend your offer there yourself.

offer-card-live = { $count ->
    [one] 1 offer is shown
   *[other] { $count } offers are shown
}
offer-card-asked = { $count ->
    [one] Does your offer still hold? It ends soon.
   *[other] Do your offers still hold? { $count } end soon.
}
offer-data = What you offered

offer-mail-reason = You get this e-mail because you posted an offer.
offer-mail-mine = See my offers
offer-mail-keep-subject = Does your offer still hold? { $title }
offer-mail-keep-text = Your offer “{ $title }” is shown until { $day }. Do you want to keep it?
offer-mail-keep-action = Yes, keep it
offer-mail-keep-otherwise = Does it no longer hold? Then you need not do anything. It disappears by itself.
offer-mail-expired-subject = Your offer is no longer shown: { $title }
offer-mail-expired-text = The term of your offer “{ $title }” is over. Still interested? One tap brings it back.
offer-mail-taken-down-subject = Your offer was taken down: { $title }
offer-mail-taken-down-text = The municipality took your offer “{ $title }” down. Below you read why. You can change it and send it in again. Do you have a question? Answer this e-mail.

offer-mail-let-in-subject = Your offer is shown again: { $title }
offer-mail-let-in-text = You changed your offer “{ $title }”. It is shown again.
notice-offer-published = Your offer is on the site.
notice-offer-changed = Your offer was changed.
notice-offer-sent-in = Your offer is sent in. The information point reads it.
notice-offer-let-in = The offer is shown again. Its maker is told.
notice-offer-pause = Your offer is paused.
notice-offer-extend = Your offer stays.
notice-offer-show-again = Your offer is shown again.
notice-offer-close = Your offer is closed. Thank you.
notice-offer-take-down = The offer was taken down. Whoever made it is told.

setting-offer-shown-days = How long an offer is shown, in days
setting-offer-shown-days-hint = Then it disappears, unless its maker extends it.
setting-offer-reminder-days = How many days before we ask whether it still holds
setting-offer-reminder-days-hint = Its maker gets an e-mail with one button to keep it.
setting-offer-kept-days = How long closed offers are kept, in days
setting-offer-kept-days-hint = Then they are erased.
retention-offer = Offers that were closed or expired
retention-offer-why = Whoever wants to go on later finds their own words back.

list-offers = Offers, without names
list-file-offers = offers
queue-offers = { $count ->
    [one] 1 offer to read again
   *[other] { $count } offers to read again
}
