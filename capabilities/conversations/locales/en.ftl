# Responses: forms.

response-somebody = Somebody
response-point = the information point
response-crumb-vacancies = Vacancies
response-see-vacancies = See all vacancies
response-respond-title = I want to know more
response-respond-lead = Ask { $owner } your question. You need no account. You get an answer within { $days ->
    [one] 1 working day
   *[other] { $days } working days
}. If that fails, the information point helps you.
response-respond-privacy = Only { $owner } and the information point see what you fill in.
response-respond-send = Send
response-field-name = What may we call you?
response-field-ask = What do you want to know?
response-ask-look = Can I come and have a look first?
response-ask-when = When can I start?
response-ask-time = How much time does it take?
response-ask-guidance = Who shows me the way?
response-ask-language = I am still learning Dutch. Is that all right?
response-field-question = Your question in your own words
response-field-question-hint = One or two sentences are enough.
response-field-reach = How do you want to get the answer?
response-reach-email = By e-mail
response-reach-phone = By telephone
response-reach-point = Through the information point
response-field-email = E-mail address
response-field-email-hint = You get an e-mail to confirm your response. No e-mail? Leave this empty. Then we call you.
response-field-account-email = E-mail goes to { $email }.
response-field-phone = Telephone number
response-field-on-behalf = I fill this in for somebody else
response-field-on-behalf-hint = The response is in that person's name. We keep on record that you helped.
response-field-agreed = This person agrees
response-field-agreed-hint = You told them what happens with their data.
response-field-way = How did this person say so?
response-respond-for = You respond for { $name }. The response is in the name of this person.
response-for-title = Find volunteer work for { $name }
response-for-lead = Choose something together. You then respond in the name of { $name }.
response-for-find = Search
response-for-words = What are you looking for?
response-for-near = Near (area or postcode)
response-for-count = { $count ->
    [one] 1 vacancy
   *[other] { $count } vacancies
}
response-for-respond = Respond for { $name }
response-for-none = Nothing found
response-for-none-text = Try another word, or search without a place.
response-enrol-title = Register { $person }
response-enrol-text = This person has no account yet. Once registered you can arrange more, and give them a card.
response-enrol = Register this person
response-not-taking = You cannot respond here now. Have a look at something else.
response-doors-title = Perhaps this suits you
response-no-doors-title = Why there are no other suggestions now
response-no-doors-found = We found nothing like this right now.

response-crumb-offers = Offers
response-see-offers = See all offers
response-approach-title = Ask { $maker } something
response-approach-lead = { $maker } gets your question by mail and can answer at once. You hear something within { $days ->
    [one] 1 working day
   *[other] { $days } working days
}. If not, the information point helps.
response-approach-organisation = For which organisation?
response-approach-question = What do you want to ask { $maker }?
response-approach-question-hint = Say in a few words who you are, what there is to do and when.
response-approach-privacy = { $maker } sees your name, the name of the organisation and your e-mail address. You see how to reach { $maker } only when { $maker } tells you.
response-approach-name = { $person } of { $organisation }
response-error-offer-closed = This offer is no longer there. Have a look at other offers.

response-confirm-title = Confirm your response
response-confirm-by-code = We sent you an e-mail with a code of 6 digits. Fill it in here. Only then does the organisation see your question.
response-confirm-by-link = One more tap, and your question goes to the organisation.
response-confirm-send = Confirm
response-field-code = Code from the e-mail
response-field-code-hint = 6 digits
response-confirm-no-mail = No e-mail? Look in your spam folder too. You can also tap the button in the e-mail.
response-confirm-undelivered = The e-mail with the code did not arrive: the mail server refused it. Is your e-mail address right? Fill in the form again. Did you also give a telephone number? Then we will call you.
response-confirm-demo = This is a demonstration. No real e-mail is sent.
response-confirm-demo-link = Read the e-mail in the demonstration's mailbox
response-confirm-too-late = This confirmation no longer works
response-confirm-too-late-text = The code or the link is too old or wrong. Did you confirm already? Then ask for a new link. Otherwise you can respond again.

response-received-title = We have your question
response-received-lead = Thank you. You gave no e-mail address. So the information point will contact you.
response-received-step-sent = Your question was sent
response-received-step-call = The information point calls you
response-received-step-call-text = After that your question goes to the organisation. Would you rather come by? You can.
response-received-step-answer = The organisation answers
response-received-step-answer-text = You hear the answer from the organisation or from the information point.

response-link-title = Open your response
response-link-lead = Fill in the e-mail address you responded with. You get an e-mail with a link to your conversation.
response-link-gone = This link no longer works. Ask for a new one on the page /reacties/link. Are you a contact of an organisation? Then sign in.
response-link-gone-title = This link no longer works
response-link-gone-lead = Fill in your e-mail address. Then we send you a new link to your conversation.
response-link-send = Send me a link
response-link-sent = If we know this address, there will be an e-mail in your mailbox soon.
response-link-sign-in = Do you have an account? Sign in and see all your responses
response-link-contact = Are you a contact of an organisation? Sign in with your e-mail address. You then see all responses.
response-link-contact-sign-in = Sign in

# Errors.

response-denied-program = A program cannot respond. Let a person respond.
response-error-step = This can no longer be done. Perhaps somebody else was first. Refresh the page.
response-error-too-many = You have sent very many messages in a short time. Wait 1 minute and then send this message again. Your text is still here.
response-error-not-with-point = The information point does not have this response.
response-error-not-taking = You cannot respond to this vacancy now. Look for something else that suits you.
response-error-agreed = First ask whether this person agrees
response-error-enrolled = This response is already of somebody with an account.
response-error-email-needed = Fill in your e-mail address, or choose another way
response-error-phone-needed = Fill in your telephone number, or choose another way
response-error-question = Choose a question or write one yourself
response-error-code = The code has 6 digits
response-error-code-wrong = This code is not right. Look at the e-mail again
response-error-doors = Choose a suggestion, or write why there is none
response-error-too-many-doors = Choose at most 3 suggestions
response-error-time-past = Choose a day between now and a year ahead
response-error-time-needed = Fill in the time too
response-error-date-needed = Fill in the date too
response-error-time-one = Fill in at least one day and time
response-error-one-agreed = Fill in one time only when it was agreed already
response-error-no-meeting = No time to meet has been chosen yet.
response-error-time-gone = You can no longer choose this time. Refresh the page or propose another time.

# The conversation.

response-thread-title = { $person } responds
response-thread-heading = Conversation
response-undelivered-person = Our latest e-mail to you did not arrive. Does your e-mail address no longer work? Then look here, or call the information point.
response-undelivered-owner = E-mail to { $person } does not arrive. The information point tells them what is new. You can answer here as usual.
response-undelivered-point = E-mail to { $person } does not arrive. Call this person, and tell what is new.
response-field-message = Your message
response-send-message = Send message
response-field-reason = Why not?
response-field-why = Why?
response-contact-heading = How to reach { $person }
response-contact-reach-email = Preferably by e-mail.
response-contact-reach-phone = Preferably by telephone.
response-contact-reach-point = Through the information point. Write your message here. The point passes it on.
response-by-link = This page is yours alone. The link is in your mail too. Do not share it with others.
response-withdraw = Take back my response
response-withdraw-question = Are you sure? The organisation will be told.
response-keep-heading = Your data
response-keep-no = We delete your data 4 weeks after the end. May we keep them for a year? Then we can ask you when something suitable comes up.
response-keep-yes = We keep your data for a year at most, because you agreed.
response-keep-agree = Keep them for a year
response-keep-stop = Rather not

response-state-unconfirmed = Not confirmed yet
response-state-open = Waits for an answer
response-state-in-conversation = Talking
response-state-invited = Invited
response-state-accepted = Agreed
response-state-started = Started
response-state-declined = Not going on
response-state-withdrawn = Taken back
response-state-expired = Not confirmed

response-clock-person-unconfirmed = Your response is not confirmed yet. Use the code in your e-mail. If you have no e-mail, the information point calls you.
response-clock-person-open = { $owner } has had your question since { $since }. You will hear by { $due } at the latest. Otherwise the information point takes over.
response-clock-person-with-point = { $owner } did not answer in time. { $handler } has your question now and looks into it for you.
response-clock-person-talking = You are talking with { $owner }.
response-clock-person-reserve = { $owner } is full now. You are on the reserve list and will hear when there is a place.
response-clock-person-invited = { $owner } invites you to meet. Choose a time that suits you.
response-clock-person-planned = You meet { $owner } on { $when }.
response-clock-person-accepted = You and { $owner } go on. Agree when you start.
response-clock-person-started = You have started at { $owner }. After a month we ask how it goes.
response-clock-person-stopped = You have stopped at { $owner }. Thank you for all you did.
response-clock-person-declined = It does not go on at { $owner }.
response-clock-person-withdrawn = You have taken back your response.
response-clock-person-expired = This response was not confirmed in time. You can respond again.
response-clock-person-accepted-offer = You and { $owner } go on. Agree when { $owner } begins.
response-clock-person-started-offer = { $owner } has begun with you. After a month we ask how it goes.
response-clock-person-stopped-offer = { $owner } has stopped with you.
response-clock-owner-accepted-offer = { $owner } and { $person } go on. Agree when { $owner } begins.
response-clock-owner-started-offer = { $owner } has begun with { $person }. After a month we ask how it goes.
response-clock-owner-stopped-offer = { $owner } has stopped with { $person }.
response-clock-owner-unconfirmed = { $person } responded on { $since }. The response is not confirmed yet.
response-clock-owner-open = { $person } has waited for an answer from { $owner } since { $since }. Answer by { $due } at the latest. After that the information point takes over.
response-clock-owner-with-point = There was no answer in time. { $handler } has this question now.
response-clock-owner-talking = { $owner } and { $person } are talking.
response-clock-owner-reserve = { $person } is on the reserve list.
response-clock-owner-invited = { $person } is invited and has yet to choose a time.
response-clock-owner-planned = { $owner } and { $person } meet on { $when }.
response-clock-owner-accepted = { $owner } and { $person } go on. Agree when it starts.
response-clock-owner-started = { $person } has started. After a month we ask how it goes.
response-clock-owner-stopped = { $person } has stopped.
response-clock-owner-declined = It does not go on. { $person } has been told.
response-clock-owner-withdrawn = { $person } has taken back the response.
response-clock-owner-expired = This response was not confirmed.

response-note-reminded = { $owner } was reminded that { $person } waits.
response-note-taken-over = { $owner } did not answer in time. The information point takes over.
response-note-taken = I am looking into this for { $person }.
response-note-passed-back = The information point gave the question back to { $owner }.
response-note-invited = { $person } is invited to meet.
response-note-time-chosen = The time to meet is set.
response-note-time-proposed = { $person } proposes another time.
response-note-moved = The introduction was moved.
response-note-meeting-cancelled = The introduction does not take place.
response-note-accepted = { $owner } would like to go on with { $person }.
response-note-started = { $person } has started.
response-note-stopped = { $person } has stopped.
response-note-reserved = { $person } is on the reserve list.
response-note-called-up = There is a place for { $person } after all.
response-note-declined = It does not go on.
response-note-closed = The vacancy has closed. That is why it does not go on.
response-note-full = All places are taken. That is why it does not go ahead.
response-note-not-started = It came to nothing after the introduction.
response-note-answered-elsewhere = { $owner } answered { $person } in another way.
response-note-vacancy-over = The vacancy is full or closed. The invitation of { $person } still stands.
response-note-started-offer = { $owner } has begun with { $person }.
response-note-stopped-offer = { $owner } has stopped with { $person }.
response-note-closed-offer = The offer is closed. That is why nothing comes of it.
response-note-withdrawn = { $person } has taken back the response.

response-fact-about-offer = Offer
response-fact-about = Vacancy
response-fact-person = From
response-fact-phone = Telephone
response-fact-when = When
response-fact-where = Where

# Deciding.

response-decide-heading = What do you do?
response-do-invite = Invite
response-do-move = Move the introduction
response-do-ask = Ask a question
response-do-decline = Full or no
response-do-answered = I have answered already
response-do-call-up = There is a place after all
response-do-accept = Yes, we go on
response-do-start = Has started
response-do-stop = Has stopped
response-stop-question = Has { $person } stopped?
response-answered-title = Have you answered { $person } already?
response-answered-lead = For instance by telephone or with a mail of your own. We then note that { $person } has an answer. The reminders stop.
response-answered-field = What did you answer?
response-answered-hint = { $person } reads this in the conversation too.
response-answered-send = Yes, I have answered
response-answered-back = Back to the conversation
response-answered-known = There is an answer in the conversation already. You need not do anything.

response-invite-title = Invite { $person }
response-invite-lead = Propose up to 3 times. { $person } chooses one. You both get a calendar file.
response-invite-moves = A time is set already. It lapses as soon as one of these new times is chosen.
response-invite-time = Time { $number }
response-invite-send = Send invitation
response-field-date = Date
response-field-time = Time
response-field-minutes = How long does it take, in minutes?
response-field-place = Where?
response-field-place-hint = For example: community centre, at the desk
response-field-time-agreed = This time was agreed already
response-field-time-agreed-hint = By telephone, for example. Then the time is set at once.
response-choose-lead = Tap the time that suits you.
response-time-over = over
response-other-time = None of these times suits
response-other-time-field = When can you come?
response-meeting-proposed = Meeting: choose a time
response-meeting-planned = Meeting
response-meeting-cancelled = Introduction does not take place
response-calendar-download = Put in my calendar
response-calendar-summary = Meeting with { $owner }
response-calendar-description = About: { $title }
response-cancel-meeting = Cancel the introduction
response-cancel-meeting-question = Are you sure? The other one will be told.

response-decline-title = Answer { $person }
response-decline-message-hint = A friendly sentence helps. Write why it is not possible.
response-decline-nothing-found = We found nothing like it now.
response-decline-send = Send answer
response-field-verdict = What is your answer?
response-verdict-reserve = Full now. Put on the reserve list
response-verdict-full = Full
response-verdict-no-fit = It does not fit
response-field-doors = { $person } gets these suggestions with it
response-field-doors-hint = That way nobody is left without a next step. Take away what does not fit.
response-field-no-doors = No suggestions? Write why
response-field-no-doors-hint = The other one reads this.

# Lists.

response-list-title = Responses
response-list-empty = No responses yet
response-list-empty-text = As soon as somebody responds, you see it here. You get an e-mail too.
response-list-waiting = { $count ->
    [one] 1 response waits for an answer
   *[other] { $count } responses wait for an answer
}
response-list-going-on = Going on
response-list-reserve = Reserve list
response-list-done = Finished
response-item-due = Answer by { $due } at the latest
response-item-handler = Taken on by { $handler }
response-mine-title = My responses
response-mine-received = Responses to my offer or help request
response-mine-sent = What I asked
response-mine-empty = You have not responded yet
response-mine-empty-text = Find something you like and ask a question.
response-card-choose = Choose a time to meet
response-card-answer = { $person } waits for your answer
response-card-due = You hear something by { $date }.
response-card-point = The information point sees to it that you get an answer.
response-workplace-title = Responses
response-workplace-waiting = { $count ->
    [0] Nobody waits for an answer.
    [one] 1 person waits for your answer.
   *[other] { $count } people wait for your answer.
}
response-workplace-due = Answer by { $date }.
response-workplace-late = The first answer is late: it was promised for { $date }.
response-workplace-outcome-title = How did it go?
response-workplace-outcome = { $count ->
    [one] Tell it of 1 response.
   *[other] Tell it of { $count } responses.
}
response-card-active = { $count ->
    [0] Nothing open
    [one] 1 response is open
   *[other] { $count } responses are open
}
response-thread-beside = What you can do
response-queue-title = Responses at the point
response-queue-lead = What stands here waits for us.
response-queue-all = Back to all lists
response-queue-whole = See all { $count }
response-queue-empty = Nobody waits
response-queue-empty-text = All responses were answered in time.
response-queue-taken-over = { $count ->
    [one] 1 response taken over
   *[other] { $count } responses taken over
}
response-queue-to-confirm = { $count ->
    [one] 1 person without e-mail: call and confirm
   *[other] { $count } people without e-mail: call and confirm
}
response-queue-to-confirm-text = Call, ask whether the response is right, and confirm it. Only then does the organisation see the question.
response-queue-to-tell = { $count ->
    [one] 1 person has yet to hear something
   *[other] { $count } people have yet to hear something
}
response-queue-to-tell-text = These people have no e-mail, or our e-mail does not arrive. Tell them what is new in the conversation.
response-queue-to-ask = { $count ->
    [one] 1 person: ask how it ended
   *[other] { $count } people: ask how it ended
}
response-queue-waiting = { $count ->
    [one] 1 response is still within its time
   *[other] { $count } responses are still within their time
}
response-point-heading = For the information point
response-point-confirm = Confirm after talking
response-point-discard = Nobody reached: let it lapse
response-point-discard-question = Do you let this response lapse?
response-point-told = I have told { $person }
response-point-take = I take this on
response-point-pass-back = Give back to { $owner }

# How it ended.

response-outcome-title = How did it end?
response-outcome-ask-heading = Ask { $person } how it went
response-outcome-field = Answer
response-outcome-send = Send
response-outcome-reason-hint = Only you and the information point read this.
response-outcomes-heading = What was said about how it ended
response-outcomes-introduction = Has it begun? { $who }:
response-outcomes-month = Is it still going on after a month? { $who }:
response-outcomes-none = no answer yet
response-outcome-closing = One tap is enough. Your answer helps us to know what works.
response-outcome-thanks-text = Now we know what works. You can close this page.
response-outcome-answer-started = Yes, it has started
response-outcome-answer-talking = We are still talking
response-outcome-answer-not-started = No, it does not go on
response-outcome-answer-still-there = Yes, it goes on
response-outcome-answer-stopped = No, it has stopped
response-outcome-subject-introduction-person = Have you started at { $owner }?
response-outcome-subject-introduction-owner = Has { $person } started?
response-outcome-subject-month-person = Are you still at { $owner }?
response-outcome-subject-month-owner = Is { $person } still there?
response-outcome-subject-introduction-person-offer = Has { $owner } begun?
response-outcome-subject-introduction-owner-offer = Have you begun with { $person }?
response-outcome-subject-month-person-offer = Is { $owner } still there?
response-outcome-subject-month-owner-offer = Are you still with { $person }?
response-outcome-question-introduction-person-offer = You spoke with { $owner } about “{ $title }”. Has { $owner } begun?
response-outcome-question-introduction-owner-offer = You spoke with { $person } about your offer “{ $title }”. Have you begun?
response-outcome-question-month-person-offer = { $owner } began with “{ $title }” with you a month ago. Is that still so?
response-outcome-question-month-owner-offer = You began with “{ $title }” with { $person } a month ago. Do you still do it?
response-outcome-question-introduction-person = You talked with { $owner } about “{ $title }”. Have you started?
response-outcome-question-introduction-owner = You talked with { $person } about “{ $title }”. Has { $person } started?
response-outcome-question-month-person = A month ago you started at { $owner } with “{ $title }”. Do you still do it?
response-outcome-question-month-owner = { $person } started with “{ $title }” a month ago. Is that still so?

# Letters.

response-mail-open = Open the conversation
response-mail-reason-person = You get this e-mail because you responded to “{ $title }”.
response-mail-reason-owner = You get this e-mail because you are a contact of { $owner }.
response-mail-reason-maker = You get this mail because “{ $title }” is yours.
response-mail-reason-point = You get this mail because you are a mediator at the information point.
response-mail-subject-confirm = Confirm your response to “{ $title }”
response-mail-text-confirm = You want to know more about “{ $title }” of { $owner }. Type this code on the page where you were, or tap the button. Then your question goes to { $owner }.
response-mail-action-confirm = Confirm my response
response-mail-closing-confirm = Was this not you? Then you need not do anything. Your question then goes nowhere.
response-mail-subject-received = { $owner } has your question
response-mail-text-received = { $owner } has your question about “{ $title }”. You will hear by { $due } at the latest. Otherwise the information point takes over.
response-mail-subject-message-to-person = { $owner }: message about “{ $title }”
response-mail-text-message-to-person = You have a new message about “{ $title }”.
response-mail-action-message-to-person = Read and answer
response-mail-subject-new-link = Your conversation with { $owner }
response-mail-text-new-link = You asked for a new link to your conversation about “{ $title }”.
response-mail-subject-taken-over = The information point takes over your question
response-mail-text-taken-over = { $owner } has not answered your question about “{ $title }” yet. They should have. The information point now looks into it for you.
response-mail-subject-taken = { $handler } looks into your question
response-mail-text-taken = { $handler } of the information point has taken on your question about “{ $title }”. You will hear more soon.
response-mail-subject-invited = { $owner } invites you to meet
response-mail-text-invited = Nice that you are interested in “{ $title }”. { $owner } would like to meet you. Choose a time that suits you.
response-mail-action-invited = Choose a time
response-mail-subject-planned = Meeting on { $when }
response-mail-text-planned = You meet { $owner } on { $when }. The appointment is with this e-mail as a calendar file.
response-mail-action-planned = See or change it
response-mail-subject-cancelled-to-person = The introduction does not take place
response-mail-text-cancelled-to-person = The introduction with { $owner } does not take place. { $over ->
    [yes] You need not do anything. Take it out of your calendar with the file in this e-mail.
   *[no] In the conversation you can look for a new time together.
}
response-mail-subject-accepted = { $owner } would like to go on with you
response-mail-text-accepted = Good news: { $owner } would like to go on with you with “{ $title }”. Agree together when you start.
response-mail-text-accepted-offer = Good news: { $owner } would like to go on with you with “{ $title }”. Agree when { $owner } begins.
response-mail-subject-reserved = You are on the reserve list of { $owner }
response-mail-text-reserved = { $owner } is full now for “{ $title }”. You are on the reserve list and will hear when there is a place. Are there links in this e-mail? You are welcome there now.
response-mail-subject-called-up = There is a place at { $owner }
response-mail-text-called-up = There is a place for you after all with “{ $title }”. Do you still feel like it? Let them know.
response-mail-action-called-up = Answer { $owner }
response-mail-subject-declined = Answer of { $owner } about “{ $title }”
response-mail-text-declined = “{ $title }” at { $owner } does not go on for you. { $doors ->
    [0] The information point gladly looks further with you.
    [one] Perhaps this suits you. See the link in this e-mail.
   *[other] Perhaps one of these { $doors } suits you. See the links in this e-mail.
}
response-mail-subject-closed = “{ $title }” has closed
response-mail-text-closed = The vacancy “{ $title }” of { $owner } does not go on. { $doors ->
    [0] The information point gladly looks further with you.
    [one] Perhaps this suits you. See the link in this e-mail.
   *[other] Perhaps one of these { $doors } suits you. See the links in this e-mail.
}
response-mail-subject-full = “{ $title }” is full
response-mail-text-full = All places for “{ $title }” at { $owner } are taken. { $doors ->
    [0] The information point is happy to look further with you.
    [one] This may suit you. See the link in this mail.
   *[other] One of these { $doors } may suit you. See the links in this mail.
}
response-mail-subject-not-started = It does not go ahead at { $owner }
response-mail-text-not-started = { $owner } says that “{ $title }” does not go ahead for you. Is that not right? Then answer in the conversation. { $doors ->
    [0] The information point is happy to look further with you.
    [one] This may suit you. See the link in this mail.
   *[other] One of these { $doors } may suit you. See the links in this mail.
}
response-mail-text-closed-offer = The offer “{ $title }” of { $owner } is no longer shown. That is why nothing comes of it. There are other offers on the site. The information point is happy to look with you.
response-mail-subject-new = { $person } wants to know more about “{ $title }”
response-mail-text-new = { $person } responds to “{ $title }”. Answer by { $due } at the latest. After that the information point takes over.
response-mail-action-new = Look and answer
response-mail-subject-message-to-owner = { $person }: message about “{ $title }”
response-mail-text-message-to-owner = { $person } writes about “{ $title }”.
response-mail-action-message-to-owner = Read and answer
response-mail-subject-reminder = { $person } still waits for an answer
response-mail-text-reminder = { $person } has waited for an answer about “{ $title }” since { $since }. Answer by { $due } at the latest. A short reply is enough.
response-mail-action-reminder = Look and answer
response-mail-subject-last-reminder = Last reminder: { $person } waits
response-mail-text-last-reminder = { $person } has waited for an answer about “{ $title }” since { $since }. On { $due } the information point takes over.
response-mail-action-last-reminder = Answer now
response-mail-subject-taken-from-owner = The information point answers { $person }
response-mail-text-taken-from-owner = { $person } got no answer about “{ $title }”. The information point has taken over the question. You can still answer yourself.
response-mail-subject-passed-back = { $person } waits for your answer again
response-mail-text-passed-back = The information point gave the question of { $person } about “{ $title }” back to you.
response-mail-action-passed-back = Look and answer
response-mail-subject-paused = “{ $title }” pauses
response-mail-text-paused = Responses to “{ $title }” went unanswered. That is why the vacancy pauses. No new responses come in now. Open the vacancy again with one tap.
response-mail-action-paused = To the vacancy
response-mail-subject-time-chosen = Meeting { $person } on { $when }
response-mail-text-time-chosen = You meet { $person } on { $when }. The appointment is with this e-mail as a calendar file.
response-mail-action-time-chosen = See or change it
response-mail-subject-time-proposed = { $person } proposes another time
response-mail-text-time-proposed = None of the times suits { $person }. Read when it would.
response-mail-action-time-proposed = Choose a new time
response-mail-subject-cancelled-to-owner = The introduction with { $person } does not take place
response-mail-text-cancelled-to-owner = The introduction with { $person } about “{ $title }” does not take place. { $over ->
    [yes] You need not do anything. Take it out of your calendar with the file in this e-mail.
   *[no] In the conversation you can look for a new time.
}
response-mail-subject-withdrawn = { $person } takes back the response
response-mail-text-withdrawn = { $person } does not go on with “{ $title }”. You need not do anything.
response-mail-subject-still-invited = { $person } is still invited
response-mail-text-still-invited = “{ $title }” is full or closed. { $person } still has an invitation from you. Let { $person } know whether it goes ahead.
response-mail-action-still-invited = Read and answer
response-mail-subject-new-at-point = { $person } waits: it is up to the information point
response-mail-text-new-at-point = { $owner } did not answer { $person } in time about “{ $title }”. The question is with the information point now. Will you take it?
response-mail-action-new-at-point = See the question
response-mail-reply-unseen = Do you reply to this mail yourself? Then your answer goes straight to { $person }. We do not see it and the time runs on. Then tap ‘I have answered already’.
response-mail-no-doors = Why there are no other suggestions: { $reason }

# Notices.

notice-response-sent = Your question was sent.
notice-response-confirmed = The response is confirmed and sent.
notice-response-said = Your message was sent.
notice-response-answered = Noted: an answer was given.
notice-response-withdrawn = The response was taken back.
notice-response-time-chosen = The time is set. You get an e-mail with a calendar file.
notice-response-meeting-cancelled = The introduction was cancelled.
notice-response-kept = Your choice was kept.
notice-response-invited = The invitation was sent.
notice-response-declined = The answer was sent.
notice-response-accepted = The answer was sent. Agree together when it starts.
notice-response-started = Noted: started.
notice-response-stopped = Noted: stopped.
notice-response-called-up = The message was sent: there is a place.
notice-response-taken = You have taken this response on.
notice-response-passed-back = The response was given back.
notice-response-discarded = The response has lapsed.
notice-response-told = Noted: told.
notice-response-outcome = The answer was kept.

# Settings and retention.

setting-guarantee-first-reminder-days = First reminder after (working days)
setting-guarantee-first-reminder-days-hint = The organisation then gets an e-mail that somebody waits.
setting-guarantee-second-reminder-days = Second reminder after (working days)
setting-guarantee-second-reminder-days-hint = The last e-mail before the information point takes over.
setting-guarantee-take-over-days = Information point takes over after (working days)
setting-guarantee-take-over-days-hint = An organisation has so long to answer.
setting-guarantee-pause-after = A vacancy pauses after so many responses without an answer
setting-guarantee-pause-after-hint = The organisation opens the vacancy again with one tap.
setting-response-confirm-hours = Confirm a response within (hours)
setting-response-confirm-hours-hint = After that a response that was not confirmed by e-mail lapses.
setting-response-confirm-days = Confirm a response without e-mail within (days)
setting-response-confirm-days-hint = After that a response of somebody without e-mail whom the point could not reach expires.
setting-response-outcome-days = Ask how it goes after (days)
setting-response-outcome-days-hint = So many days after the start both sides get a question.
setting-response-keep-days = Keep responses that did not go on (days)
setting-response-keep-days-hint = After that we delete name, address and messages.
setting-response-keep-unconfirmed-days = Keep responses that nobody confirms (days)
setting-response-keep-unconfirmed-days-hint = Of people without e-mail whom the point does not reach.
setting-response-keep-longer-days = Keep with consent (days)
setting-response-keep-longer-days-hint = Only when the person agrees.
setting-response-keep-started-days = Keep responses of people who started (days)
setting-response-keep-started-days-hint = Counted from the last change.
retention-responses = Responses that did not go on
retention-responses-why = To be able to answer questions after the decision.
retention-responses-unconfirmed = Responses that nobody confirmed
retention-responses-unconfirmed-why = For so long we try to reach you.
retention-responses-longer = Responses that did not go on, with consent
retention-responses-longer-why = To be able to ask you when something suitable comes up.
retention-responses-started = Responses of volunteers who started
retention-responses-started-why = To know what came of it.
response-data = Your responses
response-api-id = This is not a valid id.

queue-overdue = { $count ->
    [one] 1 response got no answer in time
   *[other] { $count } responses got no answer in time
}
queue-taken-over = { $count ->
    [one] 1 response that the information point took over
   *[other] { $count } responses that the information point took over
}
queue-to-confirm = { $count ->
    [one] 1 response to confirm by telephone
   *[other] { $count } responses to confirm by telephone
}
queue-to-tell = { $count ->
    [one] 1 person whom no e-mail reaches, to call about a response
   *[other] { $count } people whom no e-mail reaches, to call about a response
}
queue-to-ask = { $count ->
    [one] 1 person without e-mail to ask how it went
   *[other] { $count } people without e-mail to ask how it went
}
list-unanswered = Responses without an answer
response-kind-vacancy = Vacancy
response-kind-offer = Offer
response-kind-help-request = Help request
list-file-unanswered = responses-without-answer
