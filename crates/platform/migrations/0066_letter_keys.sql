-- From this and the job that writes a letter follow the code and the link in it: one that is sent again is the same letter.

CREATE TABLE letter_keys (
    municipality_id {{uuid}} NOT NULL PRIMARY KEY,
    secret {{bytes}} NOT NULL
);
