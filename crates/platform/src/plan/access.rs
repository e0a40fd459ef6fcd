//! Who may ask what.

/// Who asks, in the authorisation sweep: one fixture person for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nobody signed in.
    Visitor,
    /// A resident with an account and nothing else.
    Resident,
    /// The resident whom the thing is about: who responded, who asked for help, whose profile it is.
    Own,
    /// The same resident, come in with a card on paper that somebody else may have found.
    Card,
    /// A contact of the organisation the thing belongs to.
    Contact,
    /// A contact of another organisation in the same town.
    OtherContact,
    /// A mediator of the town.
    Mediator,
    /// A manager of the town.
    Manager,
    /// A manager of another town in the same installation.
    OtherManager,
    /// A program with the key of the organisation.
    ApiKey,
}

impl Role {
    /// Every role, in the order of the matrix.
    pub const ALL: [Self; 10] = [
        Self::Visitor,
        Self::Resident,
        Self::Own,
        Self::Card,
        Self::Contact,
        Self::OtherContact,
        Self::Mediator,
        Self::Manager,
        Self::OtherManager,
        Self::ApiKey,
    ];
}

/// Which roles get through a route; the others are sent to sign in, refused, or told that nothing is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access(pub &'static [Role]);

impl Access {
    pub const PUBLIC: Self = Self(&Role::ALL);
    /// Everybody who signed in with an account of this town.
    pub const SIGNED_IN: Self =
        Self(&[Role::Resident, Role::Own, Role::Contact, Role::OtherContact, Role::Mediator, Role::Manager]);
    /// Those, and people with a card on paper.
    pub const SIGNED_IN_OR_CARD: Self = Self(&[
        Role::Resident,
        Role::Own,
        Role::Card,
        Role::Contact,
        Role::OtherContact,
        Role::Mediator,
        Role::Manager,
    ]);
    /// The contacts of the organisation, and the municipality.
    pub const ORGANISATION: Self = Self(&[Role::Contact, Role::Manager]);
    /// The contacts of the organisation alone.
    pub const CONTACT: Self = Self(&[Role::Contact]);
    /// Any contact of any organisation.
    pub const ANY_CONTACT: Self = Self(&[Role::Contact, Role::OtherContact]);
    /// The person it is about.
    pub const OWN: Self = Self(&[Role::Own]);
    /// The person it is about, also with a card on paper: what the card is for.
    pub const OWN_OR_CARD: Self = Self(&[Role::Own, Role::Card]);
    /// Mediators and managers.
    pub const DESK: Self = Self(&[Role::Mediator, Role::Manager]);
    pub const MANAGER: Self = Self(&[Role::Manager]);
}
