//! What goes into a statement and what comes out of a row: a handful of types, the same on both engines.

use kernel::{Date, Instant, money::Cents, text::Codes};
use sqlx::{Postgres, Sqlite, postgres::PgRow, query::Query as SqlxQuery, sqlite::SqliteRow};
use uuid::Uuid;

use super::DbError;

/// The types a column or a parameter may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// `TEXT`.
    Text,
    /// `BIGINT`.
    Int,
    /// `DOUBLE PRECISION`.
    Float,
    /// `BOOLEAN`.
    Bool,
    /// `{{uuid}}`: BLOB or UUID.
    Uuid,
    /// `{{bytes}}`: BLOB or BYTEA.
    Bytes,
}

impl ColumnType {
    /// The name PostgreSQL gives it.
    pub fn postgres_name(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Int => "INT8",
            Self::Float => "FLOAT8",
            Self::Bool => "BOOL",
            Self::Uuid => "UUID",
            Self::Bytes => "BYTEA",
        }
    }
}

/// A parameter, typed also when it is null.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Option<String>),
    /// Whole number.
    Int(Option<i64>),
    /// Number with decimals.
    Float(Option<f64>),
    /// Yes or no.
    Bool(Option<bool>),
    Uuid(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
}

type SqliteQuery = SqlxQuery<'static, Sqlite, sqlx::sqlite::SqliteArguments>;
type PostgresQuery = SqlxQuery<'static, Postgres, sqlx::postgres::PgArguments>;

impl Value {
    pub(crate) fn bind_sqlite(query: SqliteQuery, value: Self) -> SqliteQuery {
        match value {
            Self::Text(v) => query.bind(v),
            Self::Int(v) => query.bind(v),
            Self::Float(v) => query.bind(v),
            Self::Bool(v) => query.bind(v),
            Self::Uuid(v) => query.bind(v),
            Self::Bytes(v) => query.bind(v),
        }
    }

    pub(crate) fn bind_postgres(query: PostgresQuery, value: Self) -> PostgresQuery {
        match value {
            Self::Text(v) => query.bind(v),
            Self::Int(v) => query.bind(v),
            Self::Float(v) => query.bind(v),
            Self::Bool(v) => query.bind(v),
            Self::Uuid(v) => query.bind(v),
            Self::Bytes(v) => query.bind(v),
        }
    }
}

/// A row of either engine.
pub enum DbRow {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

/// Reads one column by its place in the row. The place, not the name: a lookup by name costs more than the value.
macro_rules! read {
    ($row:expr, $index:expr, $column:expr, $type:ty) => {{
        let value: Result<Option<$type>, sqlx::Error> = match $row {
            DbRow::Sqlite(row) => sqlx::Row::try_get(row, $index),
            DbRow::Postgres(row) => sqlx::Row::try_get(row, $index),
        };
        value.map_err(|error| DbError::Column { column: $column, reason: error.to_string() })
    }};
}

/// A type that fits in a column and in a parameter.
pub trait Column: Sized {
    /// What the column is declared as.
    const TYPE: ColumnType;
    /// Whether the column may be null.
    const NULLABLE: bool = false;

    /// As a parameter.
    fn into_value(self) -> Value;

    /// A typed null.
    fn null() -> Value;

    /// From the column at `index`; `None` when it is null.
    ///
    /// # Errors
    /// When the column holds something else.
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError>;

    /// From the column at `index`.
    ///
    /// # Errors
    /// When the column holds something else, or nothing.
    fn read(row: &DbRow, index: usize, column: &'static str) -> Result<Self, DbError> {
        Self::read_optional(row, index, column)?
            .ok_or(DbError::Column { column, reason: "null where a value was expected".into() })
    }
}

macro_rules! plain_column {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl Column for $type {
            const TYPE: ColumnType = ColumnType::$variant;
            fn into_value(self) -> Value {
                Value::$variant(Some(self))
            }
            fn null() -> Value {
                Value::$variant(None)
            }
            fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
                read!(row, index, column, $type)
            }
        }
    )+};
}

plain_column! { String => Text, i64 => Int, f64 => Float, bool => Bool, Uuid => Uuid, Vec<u8> => Bytes }

/// A type stored as another, by two conversions of which the way back may fail.
macro_rules! column_via {
    ($type:ty, $stored:ty, $to:expr, $from:expr) => {
        impl Column for $type {
            const TYPE: ColumnType = <$stored as Column>::TYPE;
            fn into_value(self) -> Value {
                let to: fn($type) -> $stored = $to;
                Column::into_value(to(self))
            }
            fn null() -> Value {
                <$stored as Column>::null()
            }
            fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
                let from: fn($stored) -> Result<$type, String> = $from;
                let stored = <$stored as Column>::read_optional(row, index, column)?;
                stored.map(from).transpose().map_err(|reason| DbError::Column { column, reason })
            }
        }
    };
}

column_via!(Instant, i64, |instant| instant.millis(), |millis| Ok(Instant::from_millis(millis)));
column_via!(Cents, i64, |cents| cents.0, |cents| Ok(Cents(cents)));
column_via!(Date, String, |date| date.to_string(), |text| text.parse().map_err(|_| format!("{text:?} is no date")));
column_via!(jiff::civil::Time, String, |time| time.strftime("%H:%M").to_string(), |text| jiff::civil::Time::strptime(
    "%H:%M", &text
)
.map_err(|_| format!("{text:?} is no time")));
column_via!(u32, i64, i64::from, |stored| u32::try_from(stored)
    .map_err(|_| format!("{stored} is no number from 0 to 2^32")));
column_via!(kernel::Lang, String, |lang| lang.code().to_owned(), |code| kernel::Lang::parse(&code)
    .ok_or_else(|| format!("unknown language {code:?}")));

impl<T: Column> Column for Option<T> {
    const TYPE: ColumnType = T::TYPE;
    const NULLABLE: bool = true;
    fn into_value(self) -> Value {
        self.map_or_else(T::null, T::into_value)
    }
    fn null() -> Value {
        T::null()
    }
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
        T::read_optional(row, index, column).map(Some)
    }
}

/// A value of a closed list, stored as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<T>(pub T);

impl<T: Codes> Column for Code<T> {
    const TYPE: ColumnType = ColumnType::Text;
    fn into_value(self) -> Value {
        Value::Text(Some(self.0.code().to_owned()))
    }
    fn null() -> Value {
        Value::Text(None)
    }
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
        let Some(code) = String::read_optional(row, index, column)? else { return Ok(None) };
        let value =
            T::parse(&code).ok_or_else(|| DbError::Column { column, reason: format!("unknown code {code:?}") })?;
        Ok(Some(Self(value)))
    }
}

/// A value stored as JSON text. SQL never looks into it: what is queried is a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Json<T>(pub T);

impl<T: serde::Serialize + serde::de::DeserializeOwned> Column for Json<T> {
    const TYPE: ColumnType = ColumnType::Text;
    fn into_value(self) -> Value {
        // Our own types have string keys and no fallible serializers; a null would be refused by NOT NULL.
        Value::Text(serde_json::to_string(&self.0).ok())
    }
    fn null() -> Value {
        Value::Text(None)
    }
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
        let Some(text) = String::read_optional(row, index, column)? else { return Ok(None) };
        let value = serde_json::from_str(&text)
            .map_err(|error| DbError::Column { column, reason: kernel::Problem::from(error).to_string() })?;
        Ok(Some(Self(value)))
    }
}

/// A list of codes, stored with a space between each.
#[derive(Clone, Debug, PartialEq)]
pub struct Spaced<T>(pub Vec<T>);

impl<T: ToString + std::str::FromStr> Column for Spaced<T> {
    const TYPE: ColumnType = ColumnType::Text;
    fn into_value(self) -> Value {
        Value::Text(Some(self.0.iter().map(T::to_string).collect::<Vec<_>>().join(" ")))
    }
    fn null() -> Value {
        Value::Text(None)
    }
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
        let text = String::read_optional(row, index, column)?;
        Ok(text.map(|text| Self(text.split_whitespace().filter_map(|code| code.parse().ok()).collect())))
    }
}

/// Lets identifier types of a capability stand in columns: `id_column! { VacancyId, ResponseId }`.
#[macro_export]
macro_rules! id_column {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::db::Column for $name {
            const TYPE: $crate::db::ColumnType = $crate::db::ColumnType::Uuid;
            fn into_value(self) -> $crate::db::Value {
                $crate::db::Value::Uuid(Some(self.0))
            }
            fn null() -> $crate::db::Value {
                $crate::db::Value::Uuid(None)
            }
            fn read_optional(
                row: &$crate::db::DbRow,
                index: usize,
                column: &'static str,
            ) -> Result<Option<Self>, $crate::db::DbError> {
                Ok(<uuid::Uuid as $crate::db::Column>::read_optional(row, index, column)?.map(Self))
            }
        }
    )+};
}

id_column! {
    kernel::MunicipalityId, kernel::PersonId, kernel::OrganisationId, kernel::SessionId,
    kernel::EventId, kernel::JobId, kernel::AuditId,
}
