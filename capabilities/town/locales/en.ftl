# Accessibility.

site-a11y-title = Accessibility
site-a11y-lead = { $owner } wants everybody to be able to use this site.
site-a11y-status = How are we doing?
site-a11y-status-full = This site meets all requirements (status A).
site-a11y-status-partial = This site meets most of the requirements (status B).
site-a11y-status-started = We are working to meet all requirements (status C).
site-a11y-status-none = This site does not meet the requirements yet (status D).
site-a11y-status-excluded = The requirements do not apply to this site (status E).
site-a11y-checked = The site was last examined on { $date }.
site-a11y-unchecked = The site has not been examined by an independent party yet.
site-a11y-do = What we do
site-a11y-do-keyboard = You can do everything with the keyboard.
site-a11y-do-zoom = You can make the text twice as large. Everything works on a small screen.
site-a11y-do-script = Everything works without JavaScript too.
site-a11y-do-words = We write short sentences and ordinary words.
site-a11y-do-paper = You can have everything on paper, or fill it in together with somebody.
site-a11y-problem = Is something not working for you?
site-a11y-problem-text = Tell us what does not work and on which page. You get an answer within 5 working days. In the meantime we help you in another way.
site-a11y-complain = Not happy with our answer?
site-a11y-complain-text = Then file a complaint with the municipality. Does that not help? Then go to the National Ombudsman or the Netherlands Institute for Human Rights.
site-a11y-law = The requirements are in the European standard EN 301 549 and in WCAG 2.2, levels A and AA. That public bodies must meet them is in the Dutch decree on digital accessibility (Besluit digitale toegankelijkheid overheid).

site-reach-phone = Telephone
site-reach-email = E-mail
site-reach-address = Address
site-reach-hours = Open
site-reach-nothing = { $owner } has not filled in an address or telephone number here yet. Look on the municipality's site.

# Privacy.

site-privacy-title = Privacy
site-privacy-lead = { $owner } is careful with what you tell.
site-privacy-little = We ask little
site-privacy-little-text = You can look around without an account. Beside every question it says why we ask it. Only the name we may call you is required. We sell nothing and do not follow you.
site-privacy-who = Who sees what?
site-privacy-who-you = You see everything we have about you.
site-privacy-who-organisation = An organisation only sees what you send to it. Do you want to be found? Then it also sees what you switch on for that.
site-privacy-who-mediator = A mediator sees your data only if you agree. Each time a mediator looks, we write it down.
site-privacy-who-nobody = Nobody else. Your address and telephone number are never on a public page.
site-privacy-rights = Your rights
site-privacy-rights-text = You can see, correct, take along and erase all your data. You do it yourself, right away.
site-privacy-rights-link = Go to my data
site-privacy-questions = Questions? Ask { $owner }.
site-privacy-authority = Do you not agree with us? You can file a complaint with the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).
site-privacy-log = The log
site-privacy-log-text = We write down who did what and when, with numbers and without names. When you erase your data, nobody knows any more whose number it was. This log never changes.
site-privacy-cookies = Cookies
site-privacy-cookies-text = We only use cookies that are needed: to keep you signed in, to remember your language and to show a message once. We do not have to ask your consent for those.
site-privacy-kept = How long do we keep it?
site-privacy-kept-caption = Retention periods
site-privacy-kept-what = What
site-privacy-kept-why = Why so long
site-privacy-kept-days = Period
site-privacy-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}

# Contact and about.

site-contact-title = Contact
site-contact-lead = Do you want to speak to somebody? You can.
site-contact-paper = No e-mail or computer?
site-contact-paper-text = Visit us or call. A mediator searches together with you. You get a card on paper, with whom you call, when and about what.

site-about-title = About this site
site-about-lead = This is where people and organisations in { $municipality } find each other.
site-about-how = How it works
site-about-how-find = You find voluntary work that suits you, or ask for help.
site-about-how-answer = You get an answer. Does it stay silent? Then the information point takes over.
site-about-how-together = Organisations, volunteers and the municipality decide together how to go on.
site-about-owner = Whose site is this?
site-about-owner-text = This site belongs to { $owner }.
site-about-software = The software is called Samenstuur. The code is open (EUPL-1.2): other municipalities may use it too.

setting-site-contact-email = E-mail address for questions
setting-site-contact-email-hint = Is at the bottom of every page and on the page Contact.
setting-site-contact-phone = Telephone number for questions
setting-site-contact-phone-hint = Is at the bottom of every page and on the page Contact.
setting-site-organisation-name = Name of the organisation behind this site
setting-site-organisation-name-hint = Leave empty when that is the municipality itself.
setting-site-contact-address = Visiting address
setting-site-contact-address-hint = Where can people visit you?
setting-site-contact-hours = Opening hours
setting-site-contact-hours-hint = Write on each line the days, a colon and the time. For example: maandag t/m vrijdag: 9.00–17.00 uur.
setting-site-privacy-email = E-mail address for questions about privacy
setting-site-privacy-email-hint = For example of the data protection officer. Empty: the ordinary address.
setting-site-about-nl = Text about this site (Dutch)
setting-site-about-nl-hint = Is on the Dutch page About this site.
setting-site-about-en = Text about this site (English)
setting-site-about-en-hint = Is on the page About this site.
setting-site-a11y-status = Accessibility status
setting-site-a11y-status-hint = The status in the register of accessibility statements: full is A, partial is B, started is C, none is D, excluded is E.
setting-site-a11y-checked-on = Day of the latest examination
setting-site-a11y-checked-on-hint = Write the date like this: 2030-12-31. Empty: not examined yet.

# The home page.
listing-home-title = Join in, in { $town }
listing-home-lead = What do you want to do?
listing-home-do = I want to do something
listing-home-do-text = Find volunteer work that suits you
listing-home-help = I need help
listing-home-help-text = For yourself or for somebody else
listing-home-people = We are looking for people
listing-home-people-text = Post a volunteer opening for your organisation
listing-home-talk = I want to talk to somebody
listing-home-talk-text = Call us, e-mail us or come by
listing-home-figures = In numbers

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

# Settings and logo.
places-crumb-manage = Management
places-settings = Settings
places-settings-lead = Here the municipality decides what holds in this town. Each choice has a first day and a source.
places-settings-of-guarantee = Answer guarantee
places-setting = Setting
places-setting-now = Holds today
places-setting-origin = Where it comes from
places-setting-decided = the municipality
places-setting-default = default
places-setting-value = Value
places-setting-on = On
places-setting-range = A whole number from { $min } to { $max }.
places-setting-colour-hint = Write the colour as #0f4c5c.
places-setting-from = Holds from
places-setting-from-hint = For example 01-01-2027. Leave empty for today.
places-setting-until = Holds until
places-setting-source = Source
places-setting-source-hint = Who or what decided this? For example: decision of the steering group, 3 March.
places-setting-save = Save
places-setting-history = Decisions
places-setting-default-is = Default: { $value }. Source: { $source }.
places-setting-holds = holds now
places-setting-undo = Take back
places-setting-undo-button = Take back the decision of { $date }
places-setting-not-allowed = This value is not possible here. See the explanation for what is.
places-setting-contrast = Not everybody can read text on this colour (contrast { $contrast }, needed is { $needed }). Choose a darker colour.
places-setting-dates = The last day is before the first. Choose a later last day.
notice-setting-decided = The setting has been saved.
notice-setting-taken-back = The decision has been taken back.
places-logo = Logo of the municipality
places-logo-lead = The logo is at the top of every page, beside the name of the site.
places-logo-file = Choose a picture
places-logo-hint = A PNG, JPEG or WebP of at most { $megabytes } MB. A transparent background looks best.
places-logo-send = Use this logo
places-logo-remove = Take this logo away
places-logo-error-none = Choose a picture first.
places-logo-error-kind = This is no PNG, JPEG or WebP. Choose another picture.
places-logo-error-size = This picture is too large. Choose one of at most 2 MB.
places-logo-error-broken = We cannot read this picture. It is too large or not whole. Choose another picture.
notice-logo-changed = The new logo is on the site.
notice-logo-removed = The logo is gone.

list-settings = Settings
list-file-settings = settings
