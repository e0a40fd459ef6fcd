-- Nothing updates or deletes a row of the audit table, whichever program comes at it.

{{rows_stay audit}};
