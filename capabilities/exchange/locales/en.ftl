exchange-crumb-manage = Management
exchange-title = Import and export
exchange-lead = Put a spreadsheet or a file from another system on this platform, or take everything out.
exchange-what = What is in the file?
exchange-what-vacancies = Vacancies
exchange-what-people = People
exchange-file = File
exchange-file-hint = CSV or Excel (xlsx), at most 32 MB. Each column has its name above it. No numbers? Then we number the rows.
exchange-try = Try first
exchange-try-hint = You see what would happen. Nothing changes yet.
exchange-partial = Go on despite errors
exchange-partial-hint = The good rows are taken. Rows with errors are left out.
exchange-submit = Continue
exchange-stored = The data have been saved.
exchange-tried = Everything is right. Nothing has changed yet. Choose 'Import now' to save.
exchange-refused = { $count ->
    [one] Something is wrong in 1 row.
   *[other] Something is wrong in { $count } rows.
} Nothing has changed yet. Correct it below. You need not send the file again.
exchange-rows = rows in the file
exchange-added = new
exchange-changed = changed
exchange-same = stayed the same
exchange-bad = with errors
exchange-unknown-columns = We do not know these columns and pass them over: { $columns }
exchange-faults = What is wrong
exchange-fault-row = Row
exchange-fault-column = Column
exchange-fault-reason = What you can do
exchange-export = Download everything
exchange-export-text = A file that you download here can be imported again.
exchange-as-csv = as CSV
exchange-as-xlsx = as Excel
exchange-columns = Which columns can you use?
exchange-columns-text = The order does not matter. Dutch and English names are both fine.
exchange-columns-of = Columns of { $what }
exchange-column-nl = Dutch
exchange-column-en = English
exchange-column-note = Note
exchange-column-required = must be there
exchange-column-list = more values, with ; between them
exchange-error-no-file = Choose a file.
exchange-error-unreadable = We cannot read this file. Save it as CSV or Excel (xlsx) and try again.
exchange-error-empty = This file is empty. Put the names of the columns in the first row.
exchange-error-columns = More than { $limit } columns in this file hold something. Take out the columns you do not need, and try again.
exchange-error-rows = This file has more than { $limit } rows. Divide the rows over several files, and import those one after another.
exchange-error-size = What is in this file is larger than { $limit } MB. Take out what you do not need, or divide the rows over several files.
exchange-error-packed = This file is packed or laid out in another way than a usual list, and that makes it too large. Copy the rows to a new file, save it as CSV or Excel (xlsx) and try again.
exchange-error-column-missing = This column is missing. Add a column called '{ $nl }' or '{ $en }'.
exchange-error-double = This id is also in row { $row }. Leave one of the two out.
exchange-error-email-taken = This e-mail address belongs to somebody with another name. Leave it empty or use another address.
exchange-what-organisations = Organisations
exchange-organisations-added = { $count ->
    [one] 1 organisation added. We did not know it yet.
   *[other] { $count } organisations added. We did not know them yet.
}
exchange-organisation-description = This organisation has not told anything about itself yet.
exchange-passed = { $count ->
    [one] 1 row passed over: that vacancy is not open.
   *[other] { $count } rows passed over: those vacancies are not open.
}
exchange-check-refused = { $count ->
    [one] The vacancy check asks for something better in 1 vacancy. A new vacancy is kept as a draft then.
   *[other] The vacancy check asks for something better in { $count } vacancies. New vacancies are kept as drafts then.
}
exchange-check-advised = { $count ->
    [one] The vacancy check has a tip for 1 vacancy.
   *[other] The vacancy check has a tip for { $count } vacancies.
}
exchange-more-faults = { $count ->
    [one] And 1 more mistake. Download all mistakes to see it.
   *[other] And { $count } more mistakes. Download all mistakes to see them.
}
exchange-faults-file = Download all mistakes as CSV
exchange-advice = Have another look at these
exchange-more-advice = And { $count } more.
exchange-advice-like = Did you mean { $like }? We do not know { $name }, so it is added as a new organisation.
exchange-advice-ended = This vacancy is closed or was taken down. We changed nothing. Open it again on the site first.
exchange-advice-over = The last day of this vacancy is past. We pass over this row.
exchange-runs = Earlier imports
exchange-run-title = Import of { $what }
exchange-run-since = Started
exchange-run-state = How far
exchange-run-waiting = waits for its turn
exchange-run-busy = is being done
exchange-run-failed = failed
exchange-run-gave-up = The import did not work and we stopped it. Nothing was changed. Send the file again. Does it fail again? Then ask the system manager to look in the log.
exchange-run-wait = We are reading the file with { $count ->
    [one] 1 row
   *[other] { $count } rows
} and getting everything in place. You can close this page and come back later.
exchange-run-look = See whether it is ready
exchange-run-back = Back to import and export
exchange-error-yes-no = It says '{ $value }' here. Fill in 'yes' or 'no', or leave it empty.
exchange-error-organisation-twice = More than one organisation has this name. Use the external id of the one you mean.
exchange-error-organisation-ended = This organisation does not take part any more. Let it in again first, or leave this row out.
retention-import-runs = What became of an import
retention-import-runs-why = To show which rows were not right.
setting-exchange-run-days = Days an import can be found back
setting-exchange-run-days-hint = After that we forget which rows were not right.
exchange-refused-file = We cannot go on with this file. Nothing has changed. Read below what is missing, change the file and send it again.
exchange-run-tried = tried, not saved yet
exchange-run-stored = saved
exchange-run-refused = something is wrong
exchange-run-undone = turned back
exchange-run-save = Import now
exchange-mend = Correct it here
exchange-mend-text = Each box shows what we found. Type what should be there.
exchange-mend-save = Correct and import
exchange-mend-look = Check it first
exchange-cell = Row { $row }, { $column }
exchange-fault-value = What it says
exchange-fault-found = It says: { $value }
exchange-turn-back = Turn this import back
exchange-turn-back-question = Do you want to turn this import back?
exchange-turn-back-text = What was new is taken away. What changed becomes as it was. What somebody changed or used since stays.
exchange-turn-back-sure = Yes, turn it back
exchange-turned-back = { $count ->
    [0] The import is turned back. There was nothing left to turn back.
    [one] The import is turned back: 1 thing is as it was.
   *[other] The import is turned back: { $count } things are as they were.
}
exchange-turned-back-left = { $count ->
    [one] 1 thing stayed, because somebody changed or used it since.
   *[other] { $count } things stayed, because somebody changed or used them since.
}
exchange-conflict-over = This import is done or under way, or its file is gone. Nothing has changed. Send the file again if needed.
exchange-conflict-turned-back = This import cannot be turned back (any more). Nothing has changed.
exchange-error-opendocument = This is a file of LibreOffice or OpenOffice (ods). Choose 'Save as' there, then Excel (xlsx) or CSV, and send that file.
exchange-error-old-excel = This is an old Excel file (xls), or it has a password. Save it as Excel (xlsx) without a password and try again.
exchange-error-sign = There is a sign here that we cannot read. Type the text again.
exchange-error-formula = The spreadsheet shows an error here. Type what should be there.
exchange-error-misread = Letters with an accent were read wrongly. Do you mean '{ $meant }'? Type what should be there.
exchange-error-surplus = This row has { $cells } cells, but { $headers } columns have a name. There may be a ; or , within a text. Look at the whole row.
exchange-error-open-quote = A quote in this cell does not close. That makes the rest of the file unreadable. Correct it in the file and send it again.
exchange-error-merged = This cell is merged with another one. Fill in each row what should be there.
exchange-error-unvalued = There is a formula without a result here. Type what should be there.
exchange-error-day = The spreadsheet made a date or time of this. Type what should be there.
exchange-error-shortened = The spreadsheet shortened this number. Type the whole number.
exchange-error-phone-zero = The spreadsheet may have left out a 0 or +. Do you mean { $meant }? Type the whole number.
exchange-error-choice = We do not know '{ $value }'. Choose from: { $allowed }.
exchange-error-column-twice = The columns '{ $first }' and '{ $second }' mean the same. Take one of them out.
exchange-error-email-double = This e-mail address is also in row { $row }. Everybody has an address of their own. Leave it empty here or use another address.
exchange-error-email-numbered = This e-mail address belongs to somebody with another id: { $number }. Leave it empty, use another address or correct the id.
exchange-advice-draft = The vacancy check asks for something better in: { $columns }. A new vacancy becomes a draft.
exchange-note-above = The names of the columns are in row { $row }. We passed over what is above it.
exchange-note-encoding = This file was written in { $encoding }. See whether letters with an accent are right.
exchange-note-sheet = We read the sheet '{ $sheet }'. { $count ->
    [one] We did not read the other sheet.
   *[other] We did not read the { $count } other sheets.
}
exchange-note-short = { $count ->
    [one] Row { $row } has fewer cells than there are columns. We read the rest as empty.
   *[other] { $count } rows have fewer cells than there are columns. The first is row { $row }. We read the rest as empty.
}
exchange-note-numbered = The file has no column with numbers. Next time we know the rows by their name, title or e-mail address.
exchange-note-example = This row is the example. We pass it over.
exchange-column-yes-no = yes or no
exchange-column-words = What you can fill in
exchange-to-fill-in = A file to fill in
exchange-to-fill-in-text = With all columns, one row as an example, and an explanation.
exchange-explanation = Explanation
exchange-example-name = Noor Voorbeeld
exchange-explanation-text = Fill in one row for each. We pass over the row with 'example'. Take out the columns you do not need.
exchange-example-organisation = Buurttuin De Proef
exchange-example-title = Gardening with neighbours
exchange-example-description = You sow, weed and harvest together with neighbours. A gardener helps you on your way.
exchange-example-when = weekly
exchange-example-weekday = tuesday
exchange-example-starts = 10.00
exchange-example-ends = 12.00
exchange-example-themes = Nature and environment
exchange-example-vog = no
exchange-example-contact-label = Anna, coordinator
exchange-example-sectors = Sport
exchange-example-chamber-number = 01234567
exchange-example-email = post@voorbeeld.example
exchange-example-phone = 079 123 45 67
exchange-example-lang = dutch
retention-import-files = Files you import, until they are saved
retention-import-files-why = To correct on the page itself what is not right.
retention-import-changes = What an import changed
retention-import-changes-why = To be able to turn an import back.
setting-exchange-file-days = Days a file stays that has not been saved yet
setting-exchange-file-days-hint = After that you have to send it again.
setting-exchange-undo-days = Days an import can be turned back
setting-exchange-undo-days-hint = After that it is not known any more what changed.
exchange-mend-page = Part { $number } of { $pages } of what is wrong
exchange-tried-gone = Everything was right, but nothing was saved. The file is gone. Send it again.
