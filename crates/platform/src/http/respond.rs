//! Pages, parts of pages, and the way on after a change.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Actor, Lang, Result, setting};
use url::{Position, Url};

use super::hours;
use crate::{
    app::Ctx,
    plan,
    templates::{AnyPage, Contact, Crumb, Entry, Language, Layout, Notice, Page, Site, User, UserOrganisation, assets},
};

/// Name of the cookie that holds the chosen language.
pub const LANGUAGE_COOKIE: &str = "taal";
/// Name of the cookie that holds a message to show once.
pub const NOTICE_COOKIE: &str = "melding";

impl Ctx {
    /// A page.
    ///
    /// # Errors
    /// When its template is wrong.
    pub fn page<P: Page>(&self, page: &P) -> Result<Response> {
        self.any_page(StatusCode::OK, page)
    }

    /// The same page after a form with errors (422), with what was typed and the focus on the summary.
    ///
    /// # Errors
    /// When its template is wrong.
    pub fn page_with_errors<P: Page>(&self, page: &P) -> Result<Response> {
        self.any_page(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// A page, or the block `block` of that same page when htmx asks for a part.
    ///
    /// # Errors
    /// When its template is wrong or has no such block.
    pub fn page_or_block<P: Page>(&self, page: &P, block: &str) -> Result<Response> {
        let mut response = if self.request.wants_fragment {
            let html = self.app.templates.render_block(page, &self.layout(page), block)?;
            html_response(StatusCode::OK, html)
        } else {
            self.any_page(StatusCode::OK, page)?
        };
        response.headers_mut().append(header::VARY, HeaderValue::from_static("HX-Request"));
        Ok(response)
    }

    /// Any page with any status.
    ///
    /// # Errors
    /// When its template is wrong.
    pub fn any_page(&self, status: StatusCode, page: &dyn AnyPage) -> Result<Response> {
        let html = self.app.templates.render(page, &self.layout(page))?;
        let mut response = html_response(status, html);
        if self.request.notice.is_some() {
            append_cookie(&mut response, &format!("{NOTICE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
        }
        Ok(response)
    }

    /// What every layout needs, for this page.
    pub fn layout(&self, page: &dyn AnyPage) -> Layout {
        // The page itself is no step of the way back to it.
        let steps = page.any_crumbs().into_iter().filter(|crumb| crumb.href != self.request.path);
        let crumbs = steps.map(|crumb| match crumb.label.strip_prefix("key:") {
            Some(key) => Crumb { label: self.t(key), href: crumb.href },
            None => crumb,
        });
        let nav = plan::navigation(&self.app.plans).into_iter().map(|item| Entry {
            href: item.href,
            label: self.t(item.label),
            current: self.request.path.starts_with(item.href),
        });
        let notice = self.request.notice.as_deref();
        Layout {
            lang: self.lang.code(),
            dir: self.lang.dir(),
            today: self.today().to_string(),
            url_path: self.request.path.clone(),
            here: self.request.here.clone(),
            site: self.site(),
            user: self.user(),
            nav: nav.collect(),
            crumbs: crumbs.collect(),
            notices: notice.map(|key| Notice { kind: "success", text: self.t(key) }).into_iter().collect(),
            request_id: self.request.id.clone(),
        }
    }

    /// The town and the installation, for layouts of pages and letters.
    pub fn site(&self) -> Site {
        let settings = &self.municipality.settings;
        let name = Some(settings.text(&setting::SITE_NAME, self.today())).filter(|name| !name.is_empty());
        Site {
            name: name.map_or_else(|| self.t("platform-site-name"), str::to_owned),
            municipality: self.municipality.name.clone(),
            logo: Some(settings.text(&setting::LOGO, self.today()))
                .filter(|logo| !logo.is_empty())
                .map(|logo| format!("/logo.png?v={logo}")),
            demo: self.is_demonstration(),
            languages: Lang::ALL
                .iter()
                .map(|lang| Language { code: lang.code(), name: lang.own_name(), current: *lang == self.lang })
                .collect(),
            base_url: self.municipality.base_url.clone(),
            theme: self.theme(),
            contact: self.contact(),
        }
    }

    /// How to reach people in this town; absent until the municipality has said so.
    fn contact(&self) -> Option<Contact> {
        let settings = &self.municipality.settings;
        let said = |setting| Some(settings.text(setting, self.today()).to_owned()).filter(|text| !text.is_empty());
        let (phone, email) = (said(&setting::CONTACT_PHONE), said(&setting::CONTACT_EMAIL));
        let today = self.hours_today();
        (phone.is_some() || email.is_some()).then_some(Contact { phone, email, today })
    }

    /// What the opening hours say of today; nothing on a public holiday, of which they do not speak.
    fn hours_today(&self) -> Option<String> {
        let today = self.today();
        let hours = self.municipality.settings.text(&setting::CONTACT_HOURS, today);
        if hours.is_empty() || kernel::calendar::dutch_holidays(today.year()).iter().any(|(day, _)| *day == today) {
            return None;
        }
        hours::on(hours, today.weekday()).map(str::to_owned)
    }

    /// Address of the town's own colours, when it chose some; it changes with them, and with the style sheet they belong to.
    fn theme(&self) -> Option<String> {
        let settings = &self.municipality.settings;
        let colour =
            |setting| settings.decision(setting, self.today()).map(|decided| decided.value.trim_start_matches('#'));
        let (primary, accent) = (colour(&setting::PRIMARY_COLOUR), colour(&setting::ACCENT_COLOUR));
        (primary.is_some() || accent.is_some()).then(|| {
            let sheet = assets::url("app.css");
            let version = sheet.split('.').nth(1).unwrap_or_default();
            format!("/thema.css?v={}{}{version}", primary.unwrap_or_default(), accent.unwrap_or_default())
        })
    }

    fn user(&self) -> Option<User> {
        let person = self.actor.person()?;
        let organisations = person.offices.iter();
        Some(User {
            name: person.name.clone(),
            initials: kernel::text::initials(&person.name),
            by_card: self.request.by_card,
            is_mediator: self.actor.is_mediator(),
            is_manager: self.actor.is_manager(),
            organisations: organisations
                .map(|office| UserOrganisation { id: office.organisation.to_string(), name: office.name.clone() })
                .collect(),
        })
    }

    /// On to another page after a change (303).
    pub fn see_other(&self, path: &str) -> Response {
        (StatusCode::SEE_OTHER, [(header::LOCATION, local_path(path))]).into_response()
    }

    /// On to another page, which shows the message of catalogue key `notice` (it begins with `notice-`) once.
    pub fn see_other_with(&self, path: &str, notice: &str) -> Response {
        let mut response = self.see_other(path);
        append_cookie(&mut response, &format!("{NOTICE_COOKIE}={notice}; Path=/; Max-Age=120; HttpOnly; SameSite=Lax"));
        response
    }

    /// `; Secure` where the browser speaks https to us.
    pub fn secure_attribute(&self) -> &'static str {
        if self.municipality.base_url.starts_with("https://") { "; Secure" } else { "" }
    }

    /// Whether nobody has signed in, so that the page is the same for everybody.
    pub fn is_anonymous(&self) -> bool {
        matches!(self.actor, Actor::Visitor)
    }
}

/// Adds a cookie to a response.
pub fn append_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// A path of this site, with its query: anything that could lead elsewhere becomes the home page.
pub fn local_path(path: &str) -> String {
    on_this_site(path).unwrap_or_else(|| "/".to_owned())
}

/// What a browser makes of an address, if it stays on the site. Browsers pass over tabs and line ends, and take `\` for `/`.
fn on_this_site(path: &str) -> Option<String> {
    if !path.starts_with('/') || path.contains(|sign: char| sign.is_ascii_control() || sign == '\\') {
        return None;
    }
    let site = Url::parse("https://site.invalid/").ok()?;
    let address = site.join(path).ok()?;
    let own = address.origin() == site.origin() && !address.path().starts_with("//");
    own.then(|| address[Position::BeforePath..Position::AfterQuery].to_owned())
}

fn html_response(status: StatusCode, html: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(html)).into_response()
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn an_address_from_outside_leads_to_a_page_of_this_site() {
        let cases = [
            ("/", "/"),
            ("/mijn", "/mijn"),
            ("/vacatures?q=taal+maatje&bij=2711%20AB", "/vacatures?q=taal+maatje&bij=2711%20AB"),
            ("/vacatures?terug=https://elders.example/", "/vacatures?terug=https://elders.example/"),
            ("/vacatures?q=café 't", "/vacatures?q=caf%C3%A9%20%27t"),
            ("/organisaties/dé club", "/organisaties/d%C3%A9%20club"),
            ("/a/./b/../c", "/a/c"),
            ("/x/../inloggen", "/inloggen"),
            ("/mijn#deel", "/mijn"),
            ("/%09/elders.example", "/%09/elders.example"),
            ("/%2F/elders.example", "/%2F/elders.example"),
            ("/:80", "/:80"),
            ("/@elders.example", "/@elders.example"),
            ("/a//b", "/a//b"),
            ("/mijn\u{85}", "/mijn%C2%85"),
            ("/\u{ff0f}elders.example", "/%EF%BC%8Felders.example"),
            ("", "/"),
            ("mijn", "/"),
            (" /mijn", "/"),
            ("?q=1", "/"),
            ("https://elders.example/", "/"),
            ("https:/mijn", "/"),
            ("javascript:alert(1)", "/"),
            ("//elders.example", "/"),
            ("///elders.example", "/"),
            ("//gebruiker@elders.example/", "/"),
            ("//site.invalid:8443/mijn", "/"),
            ("//[", "/"),
            ("/\\elders.example", "/"),
            ("\\\\elders.example", "/"),
            ("/mijn\\..\\..\\", "/"),
            ("/\t/elders.example", "/"),
            ("\t//elders.example", "/"),
            ("/\n/elders.example", "/"),
            ("/\r/elders.example", "/"),
            ("/mijn\r\nset-cookie: a=b", "/"),
            ("/mijn\0", "/"),
            ("/mijn\u{b}", "/"),
            ("/mijn\u{1f}", "/"),
            ("/mijn\u{7f}", "/"),
            ("/.//elders.example", "/"),
            ("/a/..//elders.example", "/"),
            ("/%2e%2e//elders.example", "/"),
        ];
        for (given, expected) in cases {
            assert_eq!(local_path(given), expected, "{given:?}");
            assert_eq!(local_path(expected), expected, "{expected:?} again");
        }
    }
}
