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
people-security-short = See where you are signed in, or make a passkey
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
people-demo-clock-shared = The clock cannot be moved. A real municipality on this computer uses it too.
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

# The profile.

people-profile-title = My profile
people-profile-title-of = Profile of { $name }
people-profile-short = Tell what you like and when you have time
people-profile-lead = Tell what you want. Only your name is required. Skipping a question never counts against you.
people-profile-who = Who are you?
people-profile-like = What do you want to do?
people-profile-themes = Where is your heart?
people-profile-themes-why = So we show you first what suits you.
people-profile-tasks = Which work do you like?
people-profile-tasks-why = So we find work you enjoy. Choose as many as you like.
people-profile-skills = What are you good at?
people-profile-skills-why = Organisations sometimes look for somebody with a skill. You do not need a diploma.
people-profile-learn = What do you want to learn?
people-profile-learn-why = So we find a place where you learn this.
people-profile-time = When do you have time?
people-profile-when = Days and parts of the day
people-profile-when-why = So we do not show work at moments when you have no time.
people-profile-day = Day
people-daypart-morning = Morning
people-daypart-afternoon = Afternoon
people-daypart-evening = Evening
people-profile-commitment = For how long do you want to do something?
people-profile-commitment-why = Some tasks take an afternoon, others years.
people-commitment-once = Once
people-commitment-period = A few weeks or months
people-commitment-longer = Longer
people-profile-hours = How many hours a week, at most?
people-profile-hours-why = So we do not ask too much of you.
people-profile-place = Where?
people-profile-postcode = Your postcode
people-profile-postcode-why = We use it to calculate distances. We only keep the 4 digits. Others do not see your postcode. For example 1234.
people-profile-area = Or choose your neighbourhood
people-profile-area-why = For when you do not want to give your postcode.
people-profile-travel = How many kilometres do you want to travel, at most?
people-profile-travel-why = So we only show work that is near enough.
people-profile-language = Which languages do you speak?
people-profile-languages = Languages
people-profile-languages-why = Sometimes somebody looks for a volunteer who speaks their language.
people-profile-dutch = How well do you speak Dutch?
people-profile-dutch-why = There is also work for which you need little Dutch, or where you learn it.
people-dutch-none = Hardly yet
people-dutch-a1 = A few words and sentences (A1)
people-dutch-a2 = Short conversations (A2)
people-dutch-b1 = Most conversations (B1)
people-dutch-b2 = Everything, or nearly (B2 or higher)
people-profile-account = What should we take into account?
people-profile-considerations = This is good to know
people-profile-considerations-why = For example: I cannot stand for long, I like to start quietly. An organisation only sees this when you respond. Better not tell about illnesses: tell what you need.
people-profile-birth-year = In which year were you born?
people-profile-birth-year-why = Only for work for which the law asks an age. Others do not see your year of birth.
people-profile-reach = How can we reach you?
people-profile-email = Your e-mail address is { $email }.
people-profile-no-email = We do not have an e-mail address of yours.
people-profile-phone = Telephone number
people-profile-phone-why = Useful if you would rather call than mail. Not needed: without a number you find work just as well.
people-profile-ways = How would you like to hear from us?
people-profile-ways-why = We keep to that. If you choose nothing, any way you filled in is fine.
people-reach-mail = By e-mail
people-reach-phone = By telephone
people-reach-post = By letter
people-reach-mediator = Through a mediator
people-profile-address = Address for letters
people-profile-address-why = Only needed if you want to get letters.
people-profile-found = May others find you?
people-profile-findable = Yes, organisations and mediators may find me
people-profile-findable-why = They then see your name, what you want and can do, and when. Not your address, postcode, telephone number or e-mail. You can always switch this off.
people-profile-save = Save
people-error-phone = Fill in a telephone number, such as 06 12345678
people-error-postcode = Fill in a postcode, such as 1234 or 1234 AB
notice-profile-saved = Your profile has been saved.

people-email-change = Change my e-mail address
people-email-add = Give my e-mail address
people-email-lead = We send a code to the new address. So we know that it is yours.
people-email-new = New e-mail address
people-email-hint = From now on you sign in with this address.

# Retention periods.

retention-accounts = Accounts that nobody uses
retention-accounts-why = So you are still there when you come back after a while. You get an e-mail 30 days before the end.
retention-consents = Consents that have ended, and people without e-mail who have none left
retention-consents-why = So we can show that you agreed to what we did.
retention-events = Signals between parts of the program
retention-events-why = They hold no names. So we can trace a fault.
retention-mailbox = E-mails in the mailbox of a demonstration
retention-mailbox-why = Only in a demonstration. Otherwise we keep no e-mails.
setting-retention-sign-ins = Keep requests to sign in
setting-retention-sign-ins-hint = In days.
setting-retention-accounts = Keep accounts that nobody uses
setting-retention-accounts-hint = In days after the last sign-in. A warning goes out 30 days earlier.
setting-retention-consents = Keep consents
setting-retention-consents-hint = In days after their end. People without e-mail then disappear too.
setting-retention-events = Keep signals between parts of the program
setting-retention-events-hint = In days.
setting-retention-mailbox = Keep e-mails in the mailbox of a demonstration
setting-retention-mailbox-hint = In days.

retention-sign-ins = Requests to sign in
retention-sign-ins-why = The code works for 15 minutes. After that we check for abuse for 1 more day.

# Consent and the desk.

people-desk-title = People we help
people-desk-lead = Only people who agreed to it are here. Each time you open somebody, we write that down.
people-desk-new = Register somebody
people-desk-new-lead = For somebody who sits with you or calls. E-mail is not needed.
people-desk-find = Search
people-desk-name = Name or part of the name
people-desk-person = Name
people-desk-nobody = Nobody found
people-desk-nobody-text = This person did not agree, or has another name. Register the person if they are with you.
people-desk-name-label = What may we call you?
people-desk-phone-hint = Only if the person wants to be called.
people-desk-lang = Language of letters
people-desk-lang-hint = We make the card and letters in this language.
people-desk-register = Register
people-desk-person-lead = You see this because this person agreed. That you look is in the log.
people-desk-ask-help = Ask for help for this person
people-desk-profile = Fill in the profile together
people-desk-offer = What this person offers
people-desk-card = Make a card on paper
people-desk-lapsed = The consent has ended. Ask again if you may help. Until then you only see the name.
notice-person-registered = Registered. You can search together now.

people-consent-title = Consent
people-consent-read-aloud = Read this aloud: The mediators of the information point may arrange something for you. You choose what and until when. You may always stop this. Tell us, and we stop at once.
people-consent-for = What may we do for you?
people-consent-how = How was the consent given?
people-consent-until = Valid until
people-consent-until-hint = Empty: 1 year. At most 2 years. Type the date like this: 31-12-2030
people-consent-agreed = I explained this, and the person agrees
people-consent-given = Given on
people-consent-state = Consent
people-consent-holds = Valid
people-consent-ended = Ended
people-consent-withdrawn = Withdrawn
people-consent-withdraw = Withdraw
people-consent-more = More or again
people-consent-more-open = Record consent
people-consent-record = Record
people-purpose-respond = Responding to vacancies
people-purpose-help-request = Asking for help
people-purpose-offer = Offering what somebody can do
people-purpose-profile = Seeing and filling in the profile
people-way-spoken = Said, at the desk
people-way-signed = Signed, on paper
people-way-phone = Said, by telephone
people-way-online = Given by themselves, on this site
people-error-purposes = Choose at least 1 thing we may do
people-error-until = Choose a day from today, at most 2 years ahead
people-error-agreed = Explain it first, and ask whether it is all right
notice-consent-given = The consent has been recorded.
notice-consent-withdrawn = The consent has been withdrawn. It is not valid from now on.

people-consents-title = Help from a mediator
people-consents-short = Choose what a mediator may do for you
people-consents-lead = A mediator of the information point can arrange something for you. Only if you want that.
people-consents-given = This is what you chose
people-consents-give = Choose what we may do
people-consents-give-text = You can always withdraw this. Then it stops at once.
people-consents-agree = I agree

people-card-for = Card of { $name }
people-card-form-lead = The card says who calls, when and about what. What you leave empty, you fill in with a pen.
people-card-who = Who calls?
people-card-who-hint = For example: Ms Verzonnen calls you, or: you call 099 123 45 67
people-card-when = When?
people-card-when-hint = For example: Wednesday 4 March, between 10 and 12
people-card-about = About what?
people-card-about-hint = For example: cooking together on Tuesdays at De Denkbeeldige Tafel
people-card-replaces = An earlier card does not work after this.
people-card-make = Make the card
people-card-back = Back
people-card-once = Print this card now. We show the code only once.
people-card-code = Your code
people-card-code-text = Do you want to look yourself? Go to { $address } on a computer and type this code. The code works until { $until }. Do not give the code to anybody you do not trust.
people-card-phone = Questions? Call
people-card-door-title = I have a card with a code
people-card-door-lead = Type the code on your card. You can then see your own page for an hour.
people-card-door-code = Code on the card
people-card-door-hint = 12 letters and digits. Dashes and capitals do not matter.
people-error-card = We do not know this code, or it has ended. Look at the card again, or ask for a new one at the information point.
notice-signed-in-card = You are signed in, for 1 hour.

# My data.

people-data-part = Account, profile and consents
people-data-title = My data
people-data-short = See, take along or erase what we have about you
people-data-lead = Everything we keep about you is yours.
people-data-copy = Everything in 1 file
people-data-copy-text = You get a file that you can read and keep. This is in it:
people-data-download = Download my data
people-data-correct = Is something wrong?
people-data-correct-text = You correct it yourself in your profile.
people-data-erase = Erase my data
people-data-erase-text = Then everything about you is gone. We cannot undo this.
people-data-terms = How long do we keep it?
people-data-terms-link = See the retention periods
people-data-of = Data at
people-data-made = Made on
people-data-name = Name
people-data-roles = Roles
people-data-area = Neighbourhood (code)
people-data-device = Device
people-data-log = What was done
people-data-when = When
people-data-what = What
people-data-who = By whom
people-data-you = you
people-data-other = somebody else or the program
people-erase-title = Do you want to have everything erased?
people-erase-lead = We erase everything about you right away. We cannot undo this.
people-erase-account = Your account, your profile and your consents are gone. You are signed out everywhere.
people-erase-contacts = What you sent to organisations is gone, or is there without your name. Are you a contact person? Then you are no longer.
people-erase-log = The log still says that something happened, without your name.
people-erase-sure = Yes, erase everything
people-erase-do = Erase everything
people-error-sure = Tick the box first if you are sure
notice-erased = Everything about you has been erased.
notice-person-erased = The data of this person have been erased.
people-desk-erase-text = Does this person ask to have everything erased? That is a right. It cannot be undone.
people-desk-erase = Erase this person
people-desk-erase-sure = Did this person ask for it themselves?
people-mail-unused-subject = Do you want to keep your account at { $town }?
people-mail-unused-text = You have not been here for a long time. In { $days } days we erase your account and everything that goes with it. Do you want to keep it? Then sign in once.
people-mail-unused-action = Sign in
people-mail-unused-closing = Do you not want to keep it? Then you do not have to do anything.
people-mail-unused-reason = You get this e-mail because you have an account you do not use. We do not keep data longer than needed.
people-mail-erased-subject = Your data at { $town } have been erased
people-mail-erased-text = Everything about you has been erased. You no longer have an account.
people-mail-erased-closing = You are always welcome back. Then you start afresh.
people-mail-erased-reason = This is the last e-mail you get from us. Your address has now been erased too.

# Passkeys.

people-passkey-title = Signing in with your device
people-passkey-text = With a passkey you sign in with your fingerprint, your face or the code of your phone or computer. You do not need e-mail then.
people-passkey-add = Make a passkey on this device
people-passkey-login = Sign in with your device
people-passkey-script = You can only make a passkey with JavaScript switched on. Signing in with a code from your e-mail is always possible.
people-passkey-door-script = Signing in with your device (passkey) only works when JavaScript is on. Signing in with a code from your email always works.
people-passkey-no-name = You cannot use a passkey at this address. Signing in with a code from your e-mail is always possible.
people-passkey-refused = We do not know this passkey, or it took too long. Try again, or sign in with a code in your e-mail.
people-passkey-since = Made on
people-passkey-unused = Not yet
people-passkey-rename = Give another name
people-passkey-name = Name of the passkey
people-passkey-remove = Remove
people-passkey-remove-sure = Do you want to remove the passkey { $name }? You can then no longer sign in with it.
notice-passkey-added = The passkey has been made. You can sign in with it now.
notice-passkey-renamed = The passkey has another name.
notice-passkey-removed = The passkey is gone. Remove it from your device too.
people-card-make-pdf = Make a PDF
people-card-pdf-heading = Your card
people-card-pdf-title = Card as PDF
people-card-pdf-text = We are making the PDF. That takes a few seconds. To be safe we keep it for 1 hour. Was it longer ago? Then make a new card.
people-card-pdf-look = See if the PDF is ready
people-card-pdf-new = Make a new card

# Signing in at the municipality (OpenID Connect).

people-oidc-refused-title = Signing in did not work
people-oidc-refused-expired = It took too long, or you began in another window. Please try again.
people-oidc-refused-denied = You did not sign in at { $name }. Try again, or sign in with a code in your e-mail.
people-oidc-refused-down = { $name } does not answer at the moment. That is not your fault. Sign in with a code in your e-mail, or try again later.
people-oidc-refused-invalid = We cannot check what { $name } says about you. That is why we do not let you in this way. Sign in with a code in your e-mail.
people-oidc-refused-unverified = { $name } gives us no checked e-mail address of yours. Sign in with a code in your e-mail.
people-oidc-with-code = Sign in with a code
people-oidc-again = Try again
people-oidc-help = Does it fail again?
people-data-identities = Signing in at the municipality
people-data-issuer = Where
people-data-subject = Your number there
people-data-since = Since
setting-people-oidc-claim = Field with the groups
setting-people-oidc-claim-hint = This is what the municipality's sign-in system calls the field with somebody's groups.
setting-people-oidc-managers = Groups of managers
setting-people-oidc-managers-hint = Members of these groups become managers when they sign in. Put a comma between groups. Empty: nobody becomes a manager this way.
setting-people-oidc-mediators = Groups of mediators
setting-people-oidc-mediators-hint = Members of these groups become mediators when they sign in. Put a comma between groups. Empty: nobody becomes a mediator this way.
