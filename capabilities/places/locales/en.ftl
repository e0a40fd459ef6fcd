# Districts, neighbourhoods and postcodes.

places-postcode-unknown = We do not know this postcode. Check it, or choose your district below.
places-map-schematic = This map is a drawing: the shapes are not exact.
places-map-source = Source: { $source }

places-manage-title = Districts and postcodes
places-manage-lead = This is how the site knows what is nearby. You load the areas and postcodes of your municipality from a file.
places-loaded = What is loaded now
places-loaded-what = Data
places-loaded-count = Number
places-loaded-credit = Source
places-loaded-at = Loaded on
places-subject-areas = Areas
places-subject-postcodes = Postcodes
places-schematic = drawing
places-nothing-loaded = Nothing is loaded yet
places-nothing-loaded-text = Load the areas first and then the postcodes.
places-map-title = Map of the districts
places-wijken = Districts
places-wijk = District
places-buurten = Neighbourhoods
places-postcodes = Postcodes
places-load-title = Load a file
places-load-text = You see what changes first. Then you choose whether to load the file.
places-load-what = What is in the file?
places-load-areas-hint = GeoJSON in degrees (WGS84), with for each area: code, naam, soort (gemeente, wijk or buurt) and, for a buurt, the code of its wijk.
places-load-postcodes-hint = A table with tabs and a header: pc4, plaats, lat, lon and, if you like, buurt_code or wijk_code.
places-load-file = File
places-load-check = Look at the file
places-error-no-file = Choose a file
places-error-not-text = This is not a text file. Save it as UTF-8 and try again.
places-error-too-large = This file is larger than 8 MB. Choose a file with your municipality alone.
notice-places-loaded = The file is loaded.

places-preview-title = Check the file
places-preview-areas = This happens to the areas when you load the file. Postcodes find their district again after that.
places-preview-postcodes = This happens to the postcodes when you load the file.
places-preview-bad = { $count ->
    [one] There is 1 mistake in the file
   *[other] There are { $count } mistakes in the file
}
places-preview-more = { $count ->
    [one] And 1 more mistake.
   *[other] And { $count } more mistakes.
}
places-preview-nothing-changed = Nothing has changed. Correct the file and load it again.
places-preview-other-file = Choose another file
places-preview-load = Load the file
places-report-added = New
places-report-changed = Changed
places-report-unchanged = Stayed the same
places-report-removed = Gone, because not in the file
places-report-elsewhere = { $count ->
    [one] 1 postcode lies outside the districts of this municipality.
   *[other] { $count } postcodes lie outside the districts of this municipality.
}

places-import-at = At { $at }: { $what }
places-import-not-json = This is not GeoJSON. { $value }
places-import-no-collection = This is not GeoJSON with areas (a FeatureCollection).
places-import-not-feature = This area cannot be read. { $value }
places-import-no-code = The code is missing or too long.
places-import-no-name = The name is missing or too long.
places-import-no-kind = The kind (soort) is missing: gemeente, wijk or buurt.
places-import-kind = We do not know the kind ‘{ $value }’. Choose gemeente, wijk or buurt.
places-import-twice = { $value } is there twice.
places-import-no-wijk = There is no district (wijk) in the file.
places-import-too-fine = The boundaries are too fine: { $value } points. Take a file with simplified boundaries.
places-import-unknown-wijk = District { $value } is not in the file.
places-import-buurt-without-wijk = A neighbourhood (buurt) needs the code of its district (wijk).
places-import-point = The centre (punt) cannot be read or worked out.
places-import-geometry = An area needs a surface (Polygon or MultiPolygon). This is: { $value }
places-import-ring = A boundary has at least 4 points and ends where it begins.
places-import-degrees = These are not degrees: { $value }. Use WGS84, not Rijksdriehoek metres.
places-import-not-table = This line cannot be read. { $value }
places-import-columns = These columns are missing: { $value }
places-import-empty = There are no postcodes in the file.
places-import-postcode = ‘{ $value }’ is not a postcode of 4 digits.
places-import-no-place = The place is missing.
places-settings-of-help-request = Help requests
places-settings-of-insights = Figures and what waits
places-settings-of-matching = Who fits what
places-settings-of-offer = Offers
places-settings-of-organisations = Organisations
places-settings-of-people = People and signing in
places-settings-of-platform = Technology
places-settings-of-response = Responses
places-settings-of-retention = How long we keep data
places-settings-of-exchange = Importing
places-settings-of-saved-search = Saved searches
places-settings-of-vacancy = Vacancies
places-settings-of-site = The website
places-choice-advise = advise
places-choice-refuse = refuse
places-choice-full = A: meets all requirements
places-choice-partial = B: meets most requirements
places-choice-started = C: being worked on
places-choice-none = D: does not meet them yet
places-choice-excluded = E: the requirements do not apply
places-choice-off = off

list-areas = Areas
places-kind-municipality = Municipality
places-kind-wijk = Wijk
places-kind-buurt = Buurt
list-file-areas = areas
