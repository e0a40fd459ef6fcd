//! The one integration-test binary: many small binaries would each link the whole program.

mod api_description;
#[path = "../../../../capabilities/organisations/tests/api_organisations.rs"]
mod api_organisations;
#[path = "../../../../capabilities/conversations/tests/api_responses.rs"]
mod api_responses;
#[path = "../../../../capabilities/vacancies/tests/api_vacancies.rs"]
mod api_vacancies;
mod architecture;
mod attack_clock;
mod attack_limits;
mod attack_mail;
mod attack_postgres;
mod authorisation;
mod backup_commands;
mod backup_restore;
mod cli_commands;
mod cluster_nodes;
mod cluster_two_nodes;
#[path = "../../../../capabilities/conversations/tests/conversations_subjects.rs"]
mod conversations_subjects;
mod crash_mail_sink;
mod crash_stream;
#[path = "../../../../capabilities/demo/tests/demo_screens.rs"]
mod demo_screens;
#[path = "../../../../capabilities/exchange/tests/exchange_command.rs"]
mod exchange_command;
#[path = "../../../../capabilities/exchange/tests/exchange_correct.rs"]
mod exchange_correct;
#[path = "../../../../capabilities/exchange/tests/exchange_import.rs"]
mod exchange_import;
#[path = "../../../../capabilities/followups/tests/followups_made_up.rs"]
mod followups_made_up;
#[path = "../../../../capabilities/followups/tests/followups_upgrade.rs"]
mod followups_upgrade;
#[path = "../../../../capabilities/help_requests/tests/help_requests_asking.rs"]
mod help_requests_asking;
#[path = "../../../../capabilities/help_requests/tests/help_requests_clock.rs"]
mod help_requests_clock;
#[path = "../../../../capabilities/help_requests/tests/help_requests_data.rs"]
mod help_requests_data;
#[path = "../../../../capabilities/help_requests/tests/help_requests_fixtures.rs"]
mod help_requests_fixtures;
#[path = "../../../../capabilities/help_requests/tests/help_requests_found.rs"]
mod help_requests_found;
#[path = "../../../../capabilities/help_requests/tests/help_requests_outcomes.rs"]
mod help_requests_outcomes;
#[path = "../../../../capabilities/help_requests/tests/help_requests_private.rs"]
mod help_requests_private;
#[path = "../../../../capabilities/help_requests/tests/help_requests_trust.rs"]
mod help_requests_trust;
mod house_audit;
mod house_http;
mod house_jobs;
mod house_names;
mod house_text;
#[path = "../../../../capabilities/insights/tests/insights_figures.rs"]
mod insights_figures;
#[path = "../../../../capabilities/insights/tests/insights_workplaces.rs"]
mod insights_workplaces;
mod isolation_readers;
mod letters_again;
#[path = "../../../../capabilities/finding/tests/listing_find.rs"]
mod listing_find;
#[path = "../../../../capabilities/finding/tests/listing_saved_searches.rs"]
mod listing_saved_searches;
#[path = "../../../../capabilities/finding/tests/listing_sharing.rs"]
mod listing_sharing;
#[path = "../../../../capabilities/finding/tests/listing_synonyms.rs"]
mod listing_synonyms;
mod locales;
mod lost_updates;
#[path = "../../../../capabilities/matching/tests/matching_fair.rs"]
mod matching_fair;
#[path = "../../../../capabilities/matching/tests/matching_suggestions.rs"]
mod matching_suggestions;
mod new_capability;
#[path = "../../../../capabilities/notices/tests/notices_moved.rs"]
mod notices_moved;
#[path = "../../../../capabilities/notices/tests/notices_topics.rs"]
mod notices_topics;
#[path = "../../../../capabilities/offers/tests/offers_life.rs"]
mod offers_life;
#[path = "../../../../capabilities/organisations/tests/organisations_contacts.rs"]
mod organisations_contacts;
#[path = "../../../../capabilities/organisations/tests/organisations_register.rs"]
mod organisations_register;
#[path = "../../../../capabilities/organisations/tests/organisations_succession.rs"]
mod organisations_succession;
mod pages;
mod paper_pdf;
#[path = "../../../../capabilities/people/tests/people_data.rs"]
mod people_data;
#[path = "../../../../capabilities/people/tests/people_desk.rs"]
mod people_desk;
#[path = "../../../../capabilities/people/tests/people_oidc.rs"]
mod people_oidc;
#[path = "../../../../capabilities/people/tests/people_passkeys.rs"]
mod people_passkeys;
#[path = "../../../../capabilities/people/tests/people_profile.rs"]
mod people_profile;
#[path = "../../../../capabilities/people/tests/people_retention.rs"]
mod people_retention;
#[path = "../../../../capabilities/people/tests/people_sign_in.rs"]
mod people_sign_in;
#[path = "../../../../capabilities/places/tests/places_import.rs"]
mod places_import;
#[path = "../../../../capabilities/town/tests/places_logo.rs"]
mod places_logo;
#[path = "../../../../capabilities/town/tests/places_settings.rs"]
mod places_settings;
#[path = "../../../../capabilities/conversations/tests/responses_decide.rs"]
mod responses_decide;
#[path = "../../../../capabilities/conversations/tests/responses_fixtures.rs"]
mod responses_fixtures;
#[path = "../../../../capabilities/conversations/tests/responses_guarantee.rs"]
mod responses_guarantee;
#[path = "../../../../capabilities/conversations/tests/responses_offers.rs"]
mod responses_offers;
#[path = "../../../../capabilities/conversations/tests/responses_outcomes.rs"]
mod responses_outcomes;
#[path = "../../../../capabilities/conversations/tests/responses_respond.rs"]
mod responses_respond;
mod search_follow;
mod sent_twice;
mod snapshots;
mod source_uses;
mod sql_words;
mod standing_files;
mod standing_full_disk;
mod standing_jobs;
mod standing_readers;
mod statements;
mod undelivered;
mod upgrade_installation;
#[path = "../../../../capabilities/vacancies/tests/vacancies_days.rs"]
mod vacancies_days;
#[path = "../../../../capabilities/vacancies/tests/vacancies_fixtures.rs"]
mod vacancies_fixtures;
#[path = "../../../../capabilities/vacancies/tests/vacancies_moderation.rs"]
mod vacancies_moderation;
#[path = "../../../../capabilities/vacancies/tests/vacancies_public.rs"]
mod vacancies_public;
#[path = "../../../../capabilities/vacancies/tests/vacancies_writing.rs"]
mod vacancies_writing;
