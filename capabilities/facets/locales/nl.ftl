# Wat vacatures, aanbod en hulpvragen delen.

marketplace-part-morning = ochtend
marketplace-part-afternoon = middag
marketplace-part-evening = avond

marketplace-when-flexible = In overleg
marketplace-when-hint-flexible = Je spreekt samen af wanneer.
marketplace-when-series = Op een vast moment
marketplace-when-hint-series = Bijvoorbeeld elke dinsdagmiddag.
marketplace-when-period = In een periode
marketplace-when-hint-period = Tussen 2 dagen, bijvoorbeeld in de zomer.
marketplace-when-once = Eén keer
marketplace-when-hint-once = Op een dag, van een tijd tot een tijd.
marketplace-when-moment = Dag en tijd
marketplace-when-date = Op welke dag?
marketplace-when-weekday = Op welke dag van de week?
marketplace-when-every-weeks = Om de hoeveel weken?
marketplace-when-every-weeks-hint = 1 is elke week, 2 is om de week.
marketplace-when-starts = Van hoe laat?
marketplace-when-ends = Tot hoe laat?
marketplace-when-days = Eerste en laatste dag
marketplace-when-from = Vanaf welke dag?
marketplace-when-until = Tot en met welke dag?
marketplace-when-parts = Delen van de week
marketplace-when-parts-label = Welke dagen en delen van de dag komen goed uit?
marketplace-when-none = In overleg
marketplace-when-series-weekly = Elke week op { $weekday }, { $starts }–{ $ends } uur
marketplace-when-series-every = Om de { $weeks } weken op { $weekday }, { $starts }–{ $ends } uur
marketplace-when-period-text = { $from } tot en met { $until }

marketplace-clock-sign = .
marketplace-fact-when = Wanneer
marketplace-fact-hours = Tijd
marketplace-fact-where = Waar
marketplace-fact-themes = Thema's
marketplace-fact-tasks = Taken
marketplace-fact-languages = Andere talen

marketplace-hours-hint = Hele of halve uren, bijvoorbeeld 2,5
marketplace-hours-week = { $hours } uur per week
marketplace-hours-once = { $hours } uur
marketplace-from-home = Kan vanuit huis
marketplace-postcode = Postcode
marketplace-wijk = Of kies een wijk
marketplace-wijk-hint = Weet je de postcode niet? Kies dan de wijk.

marketplace-language-nl = Nederlands
marketplace-language-en = Engels
marketplace-language-de = Duits
marketplace-language-fr = Frans
marketplace-language-es = Spaans
marketplace-language-pt = Portugees
marketplace-language-it = Italiaans
marketplace-language-pl = Pools
marketplace-language-ro = Roemeens
marketplace-language-uk = Oekraïens
marketplace-language-ru = Russisch
marketplace-language-tr = Turks
marketplace-language-ar = Arabisch
marketplace-language-fa = Perzisch
marketplace-language-zh = Chinees

marketplace-dutch-none = Geen Nederlands nodig
marketplace-dutch-a1 = Een paar woorden
marketplace-dutch-a2 = Korte zinnen
marketplace-dutch-b1 = Een gewoon gesprek
marketplace-dutch-b2 = Vloeiend

marketplace-suitable-beginner-dutch = Voor wie Nederlands leert
marketplace-suitable-wheelchair = Met een rolstoel
marketplace-suitable-together = Samen te doen, met z'n tweeën of een groep
marketplace-suitable-youth-placement = Voor een maatschappelijke stage of diensttijd
marketplace-suitable-supported = Voor wie zelf wat steun nodig heeft

marketplace-offered-guidance = Iemand maakt je wegwijs
marketplace-offered-training = Training
marketplace-offered-expenses = Onkosten vergoed
marketplace-offered-insurance = Verzekerd
marketplace-offered-other = Wat bied je nog meer?

marketplace-error-too-many = Kies er hoogstens { $max }.
marketplace-error-date-past = Deze dag is al voorbij. Kies een dag vanaf vandaag.
marketplace-error-ends-before-start = De eindtijd moet na de begintijd zijn.
marketplace-error-until-before-from = De laatste dag moet op of na de eerste dag zijn.
marketplace-error-postcode = Typ een postcode zo: 1234 AB.
marketplace-error-postcode-unknown = We kennen deze postcode niet. Kies een wijk uit de lijst.
marketplace-error-age-reason = Zeg erbij waarom je een leeftijd vraagt.
