//! Statements as values.

use std::{marker::PhantomData, sync::OnceLock};

use kernel::{Instant, MunicipalityId, PageRequest, Paged};

use super::{Column, ColumnType, Conn, DbError, DbRow, Stored, Value};

/// What a statement is given: a tuple of columns, one column, or a whole row.
pub trait Args {
    /// Types of `$1`, `$2`, …
    fn types() -> Vec<ColumnType>;
    /// The values, in that order.
    fn into_values(self) -> Vec<Value>;
}

/// What a statement answers.
pub trait Row: Sized {
    /// Names and types of the columns, in order; `true` when it may be null.
    fn columns() -> Vec<(&'static str, ColumnType, bool)>;
    /// From a row of the database.
    ///
    /// # Errors
    /// When a column does not hold what was declared.
    fn read(row: &DbRow) -> Result<Self, DbError>;
}

/// Whether a statement looks at one municipality or, for a stated reason, across all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Filters by `municipality_id`, as nearly everything must.
    Municipality,
    /// Looks across municipalities; the reason says why that is right.
    Across(&'static str),
}

/// The text of a statement: written out, or made of a [`table!`](crate::table) when it is first used.
enum Text {
    Written(&'static str),
    Made(fn() -> String, OnceLock<&'static str>),
}

/// A statement: its name, its text, what goes in and what comes out.
pub struct Query<A, R> {
    name: &'static str,
    text: Text,
    scope: Scope,
    shape: PhantomData<fn(A) -> R>,
}

impl<A, R> Query<A, R> {
    /// Used by [`statements!`](crate::statements).
    pub const fn new(name: &'static str, sql: &'static str, scope: Scope) -> Self {
        Self { name, text: Text::Written(sql), scope, shape: PhantomData }
    }

    /// Used by [`statements!`](crate::statements): a text that is made once, at its first use.
    pub const fn made(name: &'static str, text: fn() -> String, scope: Scope) -> Self {
        Self { name, text: Text::Made(text, OnceLock::new()), scope, shape: PhantomData }
    }

    fn text(&self) -> &'static str {
        match &self.text {
            Text::Written(sql) => sql,
            // Kept for as long as the program runs, once for each statement.
            Text::Made(make, made) => made.get_or_init(|| Box::leak(make().into_boxed_str())),
        }
    }
}

impl<A: Args, R: Row> Query<A, R> {
    /// Every row.
    ///
    /// # Errors
    /// When the database fails or a row is not as declared.
    pub async fn all(&self, conn: &mut Conn, args: A) -> Result<Vec<R>, DbError> {
        let rows = conn.fetch(self.name, self.text(), args.into_values()).await?;
        rows.iter().map(R::read).collect()
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the database fails or a row is not as declared.
    pub async fn optional(&self, conn: &mut Conn, args: A) -> Result<Option<R>, DbError> {
        let rows = conn.fetch(self.name, self.text(), args.into_values()).await?;
        rows.first().map(R::read).transpose()
    }

    /// The one row of a statement that always has one, such as a count.
    ///
    /// # Errors
    /// When the database fails, or there is no row after all.
    pub async fn one(&self, conn: &mut Conn, args: A) -> Result<R, DbError> {
        self.optional(conn, args)
            .await?
            .ok_or(DbError::Statement { statement: self.name, source: sqlx::Error::RowNotFound })
    }
}

impl<A: Args> Query<A, ()> {
    /// Runs a statement that answers nothing; says how many rows it touched.
    ///
    /// # Errors
    /// When the database fails or refuses.
    pub async fn run(&self, conn: &mut Conn, args: A) -> Result<u64, DbError> {
        conn.execute(self.name, self.text(), args.into_values()).await
    }
}

impl<M: Stored> Query<M, ()> {
    /// Writes a thing as it is now.
    ///
    /// # Errors
    /// When the database fails or refuses.
    pub async fn save(&self, conn: &mut Conn, thing: &M) -> Result<u64, DbError> {
        conn.execute(self.name, self.text(), thing.values()).await
    }
}

/// A list in pages: the rows of one page, and how many there are on all of them. Its order ends in the key, so that no row
/// stands on two pages or on none while nothing changes.
pub struct Pages<A, R> {
    rows: Query<Windowed<A>, R>,
    count: Query<A, (i64,)>,
}

/// What a list is asked with, and the page: how many rows, after how many.
struct Windowed<A>(A, PageRequest);

impl<A: Args> Args for Windowed<A> {
    fn types() -> Vec<ColumnType> {
        let mut types = A::types();
        types.extend([ColumnType::Int; 2]);
        types
    }
    fn into_values(self) -> Vec<Value> {
        let mut values = self.0.into_values();
        values.extend([self.1.per_page, self.1.offset()].map(|number| Value::Int(Some(i64::from(number)))));
        values
    }
}

impl<A, R> Pages<A, R> {
    /// Used by [`statements!`](crate::statements).
    pub const fn new(name: &'static str, rows: fn() -> String, count: fn() -> String, scope: Scope) -> Self {
        Self { rows: Query::made(name, rows, scope), count: Query::made(name, count, scope) }
    }
}

impl<A: Args + Clone, R: Row> Pages<A, R> {
    /// The page that is asked for.
    ///
    /// # Errors
    /// When the database fails or a row is not as declared.
    pub async fn page(&self, conn: &mut Conn, args: A, asked: PageRequest) -> Result<Paged<R>, DbError> {
        let total = self.count(conn, args.clone()).await?;
        let rows = self.rows.all(conn, Windowed(args, asked)).await?;
        Ok(Paged::new(rows, asked, total))
    }

    /// How many rows there are on all pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count(&self, conn: &mut Conn, args: A) -> Result<u64, DbError> {
        let (total,) = self.count.one(conn, args).await?;
        Ok(u64::try_from(total).unwrap_or(0))
    }
}

/// The text of a list without its page: `ORDER BY` and the window stand behind it.
pub fn page_text<A: Args>(rows: &str, order: &str) -> String {
    let given = A::types().len();
    format!("{rows} ORDER BY {order} LIMIT ${} OFFSET ${}", given + 1, given + 2)
}

/// Counts as one statement, each row with the place of its text.
pub(crate) fn numbered(texts: &[Option<&str>]) -> String {
    let one = |(number, text): (usize, &Option<&str>)| {
        text.map(|text| format!("SELECT CAST({number} AS BIGINT) AS number, held.* FROM ({text}) AS held"))
    };
    texts.iter().enumerate().filter_map(one).collect::<Vec<_>>().join(" UNION ALL ")
}

/// Runs what [`numbered`] made: the place of each text, how many, since when.
pub(crate) async fn count_together(
    conn: &mut Conn,
    sql: &'static str,
    town: MunicipalityId,
    now: Option<Instant>,
) -> Result<Vec<(i64, i64, Option<Instant>)>, DbError> {
    let mut values = vec![town.into_value()];
    values.extend(now.map(Column::into_value));
    let rows = conn.fetch("platform::queues::together", sql, values).await?;
    rows.iter().map(Row::read).collect()
}

/// Puts as many placeholders as are left where a text says `…` behind the first: `IN ($2…)`.
pub fn with_placeholders<A: Args>(text: &str) -> String {
    let Some((before, after)) = text.split_once('…') else { return text.to_owned() };
    let first: usize = before.rsplit('$').next().and_then(|number| number.parse().ok()).unwrap_or(1);
    let more: String = (first + 1..=A::types().len()).map(|number| format!(", ${number}")).collect();
    format!("{before}{more}{after}")
}

/// A statement seen without its types, for the tests over all of them.
pub trait Described: Send + Sync {
    /// `capability::CONSTANT`.
    fn name(&self) -> &'static str;
    fn sql(&self) -> &'static str;
    /// Which municipalities it looks at.
    fn scope(&self) -> Scope;
    /// Types of the parameters.
    fn parameters(&self) -> Vec<ColumnType>;
    /// Names, types and nullability of the columns.
    fn columns(&self) -> Vec<(&'static str, ColumnType, bool)>;
    /// A statement that belongs to it: the count of a list.
    fn beside(&self) -> Option<&dyn Described> {
        None
    }
}

impl<A: Args, R: Row> Described for Pages<A, R> {
    fn name(&self) -> &'static str {
        self.rows.name
    }
    fn sql(&self) -> &'static str {
        self.rows.text()
    }
    fn scope(&self) -> Scope {
        self.rows.scope
    }
    fn parameters(&self) -> Vec<ColumnType> {
        Windowed::<A>::types()
    }
    fn columns(&self) -> Vec<(&'static str, ColumnType, bool)> {
        R::columns()
    }
    fn beside(&self) -> Option<&dyn Described> {
        Some(&self.count)
    }
}

impl<A: Args, R: Row> Described for Query<A, R> {
    fn name(&self) -> &'static str {
        self.name
    }
    fn sql(&self) -> &'static str {
        self.text()
    }
    fn scope(&self) -> Scope {
        self.scope
    }
    fn parameters(&self) -> Vec<ColumnType> {
        A::types()
    }
    fn columns(&self) -> Vec<(&'static str, ColumnType, bool)> {
        R::columns()
    }
}

/// Declares statements, and the list `STATEMENTS` of all of them for the tests.
///
/// ```ignore
/// statements! {
///     /// One vacancy: the columns of its `table!`, of this municipality, and then what is written.
///     FIND: (MunicipalityId, VacancyId) => Vacancy = select "AND id = $2";
///     /// Some of them: `…` stands for as many placeholders as there are parameters left.
///     BY_IDS: (MunicipalityId, Many<VacancyId, 20>) => Vacancy = select "AND id IN ($2…)";
///     /// A new one, or the same one changed.
///     SAVE: Vacancy => () = save;
///     /// Those of an organisation, in pages.
///     OF: (MunicipalityId, OrganisationId) => Vacancy = pages "AND organisation_id = $2" by "created_at DESC, id";
///     /// Written out, where a table does not say it.
///     TITLES: (MunicipalityId,) => (String,) = "SELECT title FROM vacancies WHERE municipality_id = $1";
///     /// Due work of every town.
///     DUE: (Instant,) => JobRow, across "one runner serves all towns" = "SELECT …";
/// }
/// ```
#[macro_export]
macro_rules! statements {
    (@all [$($done:ident)*]) => {
        /// Every statement of this file, for the tests that prepare them on both engines.
        pub static STATEMENTS: &[&dyn $crate::db::Described] = &[$(&$done),*];
    };
    (@all [$($done:ident)*] $(#[$meta:meta])* $name:ident : $args:ty => $row:ty $(, across $reason:literal)?
        = select $rest:literal; $($more:tt)*) => {
        $(#[$meta])*
        pub static $name: $crate::db::Query<$args, $row> = $crate::db::Query::made(
            concat!(module_path!(), "::", stringify!($name)),
            || $crate::db::query::with_placeholders::<$args>(&<$row as $crate::db::Stored>::TABLE.select($rest)),
            $crate::statements!(@scope $($reason)?),
        );
        $crate::statements!(@all [$($done)* $name] $($more)*);
    };
    (@all [$($done:ident)*] $(#[$meta:meta])* $name:ident : $args:ty => $row:ty = save; $($more:tt)*) => {
        $(#[$meta])*
        pub static $name: $crate::db::Query<$args, $row> = $crate::db::Query::made(
            concat!(module_path!(), "::", stringify!($name)),
            || <$args as $crate::db::Stored>::TABLE.save(),
            $crate::db::Scope::Municipality,
        );
        $crate::statements!(@all [$($done)* $name] $($more)*);
    };
    (@all [$($done:ident)*] $(#[$meta:meta])* $name:ident : $args:ty => $row:ty
        = pages $rest:literal by $order:literal; $($more:tt)*) => {
        $(#[$meta])*
        pub static $name: $crate::db::Pages<$args, $row> = $crate::db::Pages::new(
            concat!(module_path!(), "::", stringify!($name)),
            || $crate::db::query::page_text::<$args>(&<$row as $crate::db::Stored>::TABLE.select($rest), $order),
            || <$row as $crate::db::Stored>::TABLE.count($rest),
            $crate::db::Scope::Municipality,
        );
        $crate::statements!(@all [$($done)* $name] $($more)*);
    };
    (@all [$($done:ident)*] $(#[$meta:meta])* $name:ident : $args:ty => $row:ty $(, across $reason:literal)?
        = $sql:expr; $($more:tt)*) => {
        $(#[$meta])*
        pub(crate) static $name: $crate::db::Query<$args, $row> = $crate::db::Query::new(
            concat!(module_path!(), "::", stringify!($name)),
            $sql,
            $crate::statements!(@scope $($reason)?),
        );
        $crate::statements!(@all [$($done)* $name] $($more)*);
    };
    (@scope) => { $crate::db::Scope::Municipality };
    (@scope $reason:literal) => { $crate::db::Scope::Across($reason) };
    ($($all:tt)*) => { $crate::statements!(@all [] $($all)*); };
}

/// Declares a row type: a struct whose fields are the columns, in order, for reading and for writing. With `in "table" key (…)`
/// its statements are made as those of a [`table!`](crate::table). For what a model does not say field by field.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident in $table:literal key ($($key:ident),+) {
        $($(#[$fmeta:meta])* $fvis:vis $field:ident : $type:ty),+ $(,)?
    }) => {
        $crate::row! { $(#[$meta])* $vis struct $name { $($(#[$fmeta])* $fvis $field: $type),+ } }

        impl $crate::db::Stored for $name {
            const TABLE: $crate::db::Table = $crate::db::Table {
                name: $table,
                key: &[$(stringify!($key)),+],
                columns: &[$(stringify!($field)),+],
                written: &[],
            };
            fn values(&self) -> Vec<$crate::db::Value> {
                $crate::db::Args::into_values(self.clone())
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $type),+ }

        impl $crate::db::Row for $name {
            fn columns() -> Vec<(&'static str, $crate::db::ColumnType, bool)> {
                vec![$((
                    stringify!($field),
                    <$type as $crate::db::Column>::TYPE,
                    <$type as $crate::db::Column>::NULLABLE,
                )),+]
            }
            fn read(row: &$crate::db::DbRow) -> Result<Self, $crate::db::DbError> {
                let mut index = 0..;
                $(let $field = <$type as $crate::db::Column>::read(
                    row, index.next().unwrap_or_default(), stringify!($field),
                )?;)+
                Ok(Self { $($field),+ })
            }
        }

        impl $crate::db::Args for $name {
            fn types() -> Vec<$crate::db::ColumnType> {
                vec![$(<$type as $crate::db::Column>::TYPE),+]
            }
            fn into_values(self) -> Vec<$crate::db::Value> {
                vec![$($crate::db::Column::into_value(self.$field)),+]
            }
        }
    };
}

impl Args for () {
    fn types() -> Vec<ColumnType> {
        Vec::new()
    }
    fn into_values(self) -> Vec<Value> {
        Vec::new()
    }
}

impl Row for () {
    fn columns() -> Vec<(&'static str, ColumnType, bool)> {
        Vec::new()
    }
    fn read(_: &DbRow) -> Result<Self, DbError> {
        Ok(())
    }
}

/// A part of a tuple of arguments: one column, or a fixed number of them for `IN ($2, …, $21)`.
pub trait Part {
    /// Adds its types.
    fn add_types(types: &mut Vec<ColumnType>);
    /// Adds its values.
    fn add_values(self, values: &mut Vec<Value>);
}

impl<T: Column> Part for T {
    fn add_types(types: &mut Vec<ColumnType>) {
        types.push(T::TYPE);
    }
    fn add_values(self, values: &mut Vec<Value>) {
        values.push(self.into_value());
    }
}

/// A list for an `IN (…)` with exactly `N` placeholders: SQL has no arrays that both engines know.
#[derive(Clone, Debug)]
pub struct Many<T, const N: usize>([T; N]);

impl<T: Clone, const N: usize> Many<T, N> {
    /// Chunks of `N`, the last one filled up with its own last element (which `IN` does not mind).
    pub fn chunks(list: &[T]) -> Vec<Self> {
        list.chunks(N)
            .filter_map(|chunk| {
                let last = chunk.last()?;
                Some(Self(std::array::from_fn(|i| chunk.get(i).unwrap_or(last).clone())))
            })
            .collect()
    }
}

impl<T: Column, const N: usize> Part for Many<T, N> {
    fn add_types(types: &mut Vec<ColumnType>) {
        types.extend([T::TYPE; N]);
    }
    fn add_values(self, values: &mut Vec<Value>) {
        values.extend(self.0.map(T::into_value));
    }
}

macro_rules! tuples {
    ($(($($letter:ident),+);)+) => {$(
        impl<$($letter: Part),+> Args for ($($letter,)+) {
            fn types() -> Vec<ColumnType> {
                let mut types = Vec::new();
                $($letter::add_types(&mut types);)+
                types
            }
            fn into_values(self) -> Vec<Value> {
                #[allow(non_snake_case, reason = "the letters name types and values alike")]
                let ($($letter,)+) = self;
                let mut values = Vec::new();
                $($letter.add_values(&mut values);)+
                values
            }
        }

        impl<$($letter: Column),+> Row for ($($letter,)+) {
            fn columns() -> Vec<(&'static str, ColumnType, bool)> {
                vec![$(("", $letter::TYPE, $letter::NULLABLE)),+]
            }
            fn read(row: &DbRow) -> Result<Self, DbError> {
                let mut index = 0..;
                Ok(($($letter::read(row, index.next().unwrap_or_default(), stringify!($letter))?,)+))
            }
        }
    )+};
}

tuples! {
    (A);
    (A, B);
    (A, B, C);
    (A, B, C, D);
    (A, B, C, D, E);
    (A, B, C, D, E, F);
    (A, B, C, D, E, F, G);
    (A, B, C, D, E, F, G, H);
    (A, B, C, D, E, F, G, H, I);
    (A, B, C, D, E, F, G, H, I, J);
    (A, B, C, D, E, F, G, H, I, J, K);
    (A, B, C, D, E, F, G, H, I, J, K, L);
}
