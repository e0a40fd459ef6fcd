-- What stood here stands in `subscriptions` since 0051.

DROP TABLE saved_search_links;
DROP TABLE saved_searches;
