# Signing in.

people-door-title = Sign in
people-door-lead = You do not need a password. We send you an e-mail with a code. No account yet? Then we make one right away.
people-door-email = E-mail address
people-door-email-hint = We send the code here.
people-door-send = Send me a code
people-door-provider-title = Do you work for the municipality?
people-door-provider = Sign in with { $name }
people-door-no-email = I do not have e-mail
people-door-no-email-text = That is no problem. Call us or visit us. A mediator arranges it together with you. You get a card on paper.
people-door-contact = Call or visit us

people-code-title = Check your e-mail
people-code-lead = You will get an e-mail with a code of 6 digits. The code works for 15 minutes.
people-code-label = Code from the e-mail
people-code-hint = 6 digits
people-code-send = Sign in
people-code-again = Send a new code
people-code-nothing = No e-mail? Wait 2 minutes and check your spam folder too. Is there a mistake in your address? Then send a new code.
people-code-mailbox = This is a demonstration. The e-mail arrives in the mailbox on this site.
people-code-mailbox-link = Open the mailbox
people-error-code-length = Fill in all 6 digits of the code
people-error-code-wrong = This code is not right. Look again in the newest e-mail from us.
people-error-code-over = This code does not work any more. Send a new code.

people-link-title = Ready to sign in
people-link-lead = Press the button. You will be signed in as { $email }.
people-link-send = Sign in
people-link-over-title = This link does not work any more
people-link-over-lead = A link works once, for 15 minutes only. You can have a new one right away.
people-link-again = Send me a new link

people-name-title = Welcome
people-name-lead = Your e-mail address { $email } is right. One more question.
people-name-label = What may we call you?
people-name-hint = A first name is enough. People you are in contact with see this name.
people-name-send = Make my account
people-name-privacy = What do we do with your data?

people-mail-greeting = Hello { $name },
people-mail-greeting-nameless = Hello,
people-mail-code-subject = Your code for { $town }
people-mail-code-text = You sign in with this code. Type the code on the page you have open.
people-mail-code-action = Or sign in with this button
people-mail-code-new = No account yet? Then we make one when you use the code.
people-mail-code-expired = The code and the button work for 15 minutes, once. Too late? Ask for a new code on the page Sign in.
people-mail-code-not-you = Did you not ask for this? Then you do not have to do anything. Do not give the code to anybody.
people-mail-code-reason = You get this e-mail because somebody wants to sign in with this address.

notice-signed-in = You are signed in.
notice-signed-out = You are signed out.

# My page.

people-mine-crumb = My page
people-mine-title = Hello { $name }
people-mine-lead = Everything that is yours is here.
people-mine-waiting = This waits for you
people-mine-nothing-waits = Nothing waits for you now.
people-mine-going-on = This is going on
people-mine-settings = Your data
people-mine-language = Language of your e-mails
people-mine-language-text = In which language do we write to you?
notice-language-chosen = From now on we write to you in this language.

people-security-title = Signing in and devices
people-security-short = See where you are signed in
people-security-lead = See where you are signed in, and sign out where you should not be.
people-security-sessions = You are signed in here
people-security-sessions-text = Do you not know a device? Then sign it out.
people-security-unknown-device = Unknown device
people-security-this-device = this device
people-security-since = Signed in since
people-security-seen = Last used
people-security-end = Sign out this device
people-security-end-others = Sign out all other devices
notice-session-ended = This device is signed out.
notice-sessions-ended = All other devices are signed out.

people-deny-desk = This is for mediators and the municipality only.
people-deny-no-consent = This person did not agree to this, or the consent has ended.
people-deny-grant = Only the municipality can do this.

people-role-mediator = Mediator
people-role-manager = Manager at the municipality
people-role-confirmed-helper = Confirmed helper

# The demonstration.

people-demo-title = Demonstration
people-demo-lead = Everything here is made up. Look around as somebody else, read the e-mails and move the clock.
people-demo-be = Who do you want to be?
people-demo-be-this = Look around as this person
people-demo-contact-of = Contact of { $organisation }
people-demo-resident = Resident
people-demo-nobody = There is nobody yet
people-demo-nobody-text = Fill the demonstration with made-up people first.
people-demo-mailbox = All e-mails of this demonstration arrive here.
people-demo-mailbox-open = Open the mailbox
people-demo-clock = The clock
people-demo-clock-now = It is now { $now }.
people-demo-clock-text = Move the clock forward and see what happens, such as reminders. There is no way back.
people-demo-days = Days forward
people-demo-hours = Hours forward
people-demo-move = Move the clock
notice-clock-moved = The clock has been moved.

people-mailbox-title = Mailbox
people-mailbox-lead = All e-mails sent in this demonstration, the newest first.
people-mailbox-to = E-mails to this address
people-mailbox-filter = Show
people-mailbox-caption = E-mails
people-mailbox-subject = Subject
people-mailbox-reader = To
people-mailbox-sent = Sent
people-mailbox-empty = No e-mails here
people-mailbox-empty-text = Ask for a code to sign in, for example. After a few seconds the e-mail is here.
people-letter-links = Links in this e-mail
people-letter-attachments = Attachments
people-letter-html = What the e-mail looks like
