//! The one integration-test binary: many small binaries would each link the whole program.

mod api_description;
mod api_vacancies;
mod architecture;
mod authorisation;
mod backup_restore;
mod cli_commands;
mod listing_find;
mod locales;
mod offers_life;
mod organisations_contacts;
mod organisations_register;
mod organisations_succession;
mod pages;
mod people_data;
mod people_desk;
mod people_profile;
mod people_sign_in;
mod places_import;
mod places_settings;
mod statements;
mod vacancies_days;
mod vacancies_fixtures;
mod vacancies_moderation;
mod vacancies_public;
mod vacancies_writing;
