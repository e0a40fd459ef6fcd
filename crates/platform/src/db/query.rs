//! Statements as values.

use std::marker::PhantomData;

use super::{Column, ColumnType, Conn, DbError, DbRow, Value};

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

/// A statement: its name, its text, what goes in and what comes out.
pub struct Query<A, R> {
    name: &'static str,
    sql: &'static str,
    scope: Scope,
    shape: PhantomData<fn(A) -> R>,
}

impl<A, R> Query<A, R> {
    /// Used by [`statements!`](crate::statements).
    pub const fn new(name: &'static str, sql: &'static str, scope: Scope) -> Self {
        Self { name, sql, scope, shape: PhantomData }
    }
}

impl<A: Args, R: Row> Query<A, R> {
    /// Every row.
    ///
    /// # Errors
    /// When the database fails or a row is not as declared.
    pub async fn all(&self, conn: &mut Conn, args: A) -> Result<Vec<R>, DbError> {
        let rows = conn.fetch(self.name, self.sql, args.into_values()).await?;
        rows.iter().map(R::read).collect()
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the database fails or a row is not as declared.
    pub async fn optional(&self, conn: &mut Conn, args: A) -> Result<Option<R>, DbError> {
        let rows = conn.fetch(self.name, self.sql, args.into_values()).await?;
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
        conn.execute(self.name, self.sql, args.into_values()).await
    }
}

/// A statement seen without its types, for the tests over all of them.
pub trait Described: Send + Sync {
    /// `capability::CONSTANT`.
    fn name(&self) -> &'static str;
    /// The text.
    fn sql(&self) -> &'static str;
    /// Which municipalities it looks at.
    fn scope(&self) -> Scope;
    /// Types of the parameters.
    fn parameters(&self) -> Vec<ColumnType>;
    /// Names, types and nullability of the columns.
    fn columns(&self) -> Vec<(&'static str, ColumnType, bool)>;
}

impl<A: Args, R: Row> Described for Query<A, R> {
    fn name(&self) -> &'static str {
        self.name
    }
    fn sql(&self) -> &'static str {
        self.sql
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

/// Declares statements as constants, and the list `STATEMENTS` of all of them for the tests.
///
/// ```ignore
/// statements! {
///     /// One vacancy.
///     FIND: (MunicipalityId, VacancyId) => VacancyRow =
///         "SELECT … FROM vacancies WHERE municipality_id = $1 AND id = $2";
///     /// Keeps a new one.
///     INSERT: VacancyRow => () = "INSERT INTO vacancies (…) VALUES ($1, …)";
///     /// Due work of every town.
///     DUE: (Instant,) => JobRow, across "one runner serves all towns" = "SELECT …";
/// }
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident : $args:ty => $row:ty $(, across $reason:literal)? = $sql:expr;)*) => {
        $(
            $(#[$meta])*
            pub const $name: $crate::db::Query<$args, $row> = $crate::db::Query::new(
                concat!(module_path!(), "::", stringify!($name)),
                $sql,
                $crate::statements!(@scope $($reason)?),
            );
        )*
        /// Every statement of this file, for the tests that prepare them on both engines.
        pub static STATEMENTS: &[&dyn $crate::db::Described] = &[$(&$name),*];
    };
    (@scope) => { $crate::db::Scope::Municipality };
    (@scope $reason:literal) => { $crate::db::Scope::Across($reason) };
}

/// Declares a row type: a struct whose fields are the columns, in order, for reading and for inserting.
#[macro_export]
macro_rules! row {
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
