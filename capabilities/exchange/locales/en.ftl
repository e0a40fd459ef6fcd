exchange-crumb-manage = Management
exchange-title = Import and export
exchange-lead = Put a spreadsheet or a file from another system on this platform, or take everything out.
exchange-what = What is in the file?
exchange-what-vacancies = Vacancies
exchange-what-people = People
exchange-file = File
exchange-file-hint = CSV or Excel (xlsx). The first row holds the names of the columns.
exchange-try = Try first
exchange-try-hint = You see what would happen. Nothing changes yet.
exchange-partial = Go on despite errors
exchange-partial-hint = The good rows are taken. Rows with errors are left out.
exchange-submit = Continue
exchange-stored = The data have been saved.
exchange-tried = Everything is right. Nothing has changed yet. Untick 'Try first' to save.
exchange-refused = { $count ->
    [one] Something is wrong in 1 row.
   *[other] Something is wrong in { $count } rows.
} Nothing has changed. Correct the file and try again.
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
exchange-error-email-taken = This e-mail address belongs to somebody else on this platform. Leave it empty or use another address.
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
    [one] The vacancy check would ask for something better in 1 vacancy. It is loaded all the same.
   *[other] The vacancy check would ask for something better in { $count } vacancies. They are loaded all the same.
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
exchange-run-done = is ready
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
retention-import-runs = Files you import, and what became of them
retention-import-runs-why = To show which rows are not right. The file itself is gone as soon as it has been read.
setting-exchange-run-days = Days an import can be found back
setting-exchange-run-days-hint = After that we forget which rows were not right.
