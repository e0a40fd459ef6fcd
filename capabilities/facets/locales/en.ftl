# What vacancies, offers and help requests share.

marketplace-part-morning = morning
marketplace-part-afternoon = afternoon
marketplace-part-evening = evening

marketplace-when-flexible = By agreement
marketplace-when-hint-flexible = You agree together when it suits.
marketplace-when-series = At a fixed time
marketplace-when-hint-series = For example every Tuesday afternoon.
marketplace-when-period = In a period
marketplace-when-hint-period = Between 2 days, for example in summer.
marketplace-when-once = Once
marketplace-when-hint-once = On one day, from one time to another.
marketplace-when-moment = Day and time
marketplace-when-date = On which day?
marketplace-when-weekday = On which day of the week?
marketplace-when-every-weeks = Every how many weeks?
marketplace-when-every-weeks-hint = 1 is every week, 2 is every other week.
marketplace-when-starts = From what time?
marketplace-when-ends = Until what time?
marketplace-when-days = First and last day
marketplace-when-from = From which day?
marketplace-when-until = Until which day?
marketplace-when-parts = Parts of the week
marketplace-when-parts-label = Which days and parts of the day suit?
marketplace-when-none = By agreement
marketplace-when-series-weekly = Every week on { $weekday }, { $starts }–{ $ends }
marketplace-when-series-every = Every { $weeks } weeks on { $weekday }, { $starts }–{ $ends }
marketplace-when-period-text = { $from } to { $until }

marketplace-clock-sign = :
marketplace-fact-when = When
marketplace-fact-hours = Time
marketplace-fact-where = Where
marketplace-fact-themes = Themes
marketplace-fact-tasks = Tasks
marketplace-fact-languages = Other languages

marketplace-hours-hint = Whole or half hours, for example 2.5
marketplace-hours-week = { $hours } hours a week
marketplace-hours-once = { $hours } hours
marketplace-from-home = Can be done from home
marketplace-postcode = Postcode
marketplace-wijk = Or choose a district
marketplace-wijk-hint = Don't know the postcode? Choose the district.

marketplace-language-nl = Dutch
marketplace-language-en = English
marketplace-language-de = German
marketplace-language-fr = French
marketplace-language-es = Spanish
marketplace-language-pt = Portuguese
marketplace-language-it = Italian
marketplace-language-pl = Polish
marketplace-language-ro = Romanian
marketplace-language-uk = Ukrainian
marketplace-language-ru = Russian
marketplace-language-tr = Turkish
marketplace-language-ar = Arabic
marketplace-language-fa = Persian
marketplace-language-zh = Chinese

marketplace-dutch-none = No Dutch needed
marketplace-dutch-a1 = A few words
marketplace-dutch-a2 = Short sentences
marketplace-dutch-b1 = An everyday conversation
marketplace-dutch-b2 = Fluent

marketplace-suitable-beginner-dutch = For people who are learning Dutch
marketplace-suitable-wheelchair = With a wheelchair
marketplace-suitable-together = Together, as a pair or a group
marketplace-suitable-youth-placement = For a social placement at school
marketplace-suitable-supported = For people who need some support themselves

marketplace-offered-guidance = Somebody shows you the way
marketplace-offered-training = Training
marketplace-offered-expenses = Expenses paid
marketplace-offered-insurance = Insured
marketplace-offered-other = What else do you offer?

marketplace-error-too-many = Choose at most { $max }.
marketplace-error-date-past = This day has passed. Choose today or a later day.
marketplace-error-ends-before-start = The end must be after the start.
marketplace-error-until-before-from = The last day must be on or after the first day.
marketplace-error-postcode = Type a postcode like this: 1234 AB.
marketplace-error-postcode-unknown = We don't know this postcode. Choose a district from the list.
marketplace-error-age-reason = Say why you ask for an age.
