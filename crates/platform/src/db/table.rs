//! A kind of thing and the table that holds it: each column said once, with the field it is.

use kernel::text::MaybeCode;

use super::{Column, ColumnType, DbError, DbRow, Row, Value};

/// A table with its columns, of which the statements of a store are made.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub name: &'static str,
    /// Columns of the primary key; the first is `municipality_id`.
    pub key: &'static [&'static str],
    /// Columns that are read and written, in order.
    pub columns: &'static [&'static str],
    /// Columns that are written and never read back: what lists are sorted and filtered by.
    pub written: &'static [&'static str],
}

impl Table {
    /// Rows of one municipality (`$1`): its columns, and then `rest`.
    pub fn select(&self, rest: &str) -> String {
        format!("SELECT {} FROM {} WHERE municipality_id = $1 {rest}", self.columns.join(", "), self.name)
    }

    /// How many rows of one municipality (`$1`) there are.
    pub fn count(&self, rest: &str) -> String {
        format!("SELECT COUNT(*) FROM {} WHERE municipality_id = $1 {rest}", self.name)
    }

    /// Writes a new row, or the same one as it is now.
    pub fn save(&self) -> String {
        let columns: Vec<&str> = self.columns.iter().chain(self.written).copied().collect();
        let values: Vec<String> = (1..=columns.len()).map(|number| format!("${number}")).collect();
        let changed: Vec<String> = columns
            .iter()
            .filter(|column| !self.key.contains(column))
            .map(|column| format!("{column} = excluded.{column}"))
            .collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
            self.name,
            columns.join(", "),
            values.join(", "),
            self.key.join(", "),
            changed.join(", ")
        )
    }
}

/// A thing that a table holds. Made by [`table!`](crate::table).
pub trait Stored: Row {
    const TABLE: Table;
    /// What is written, in the order of [`Table::columns`] and then [`Table::written`].
    fn values(&self) -> Vec<Value>;
}

/// A field of a closed list, or none of it, stored as its code.
#[derive(Clone, Copy, Debug)]
pub struct Coded<T>(pub T);

impl<T: MaybeCode> Column for Coded<T> {
    const TYPE: ColumnType = ColumnType::Text;
    const NULLABLE: bool = T::OPTIONAL;
    fn into_value(self) -> Value {
        Value::Text(self.0.maybe_code().map(str::to_owned))
    }
    fn null() -> Value {
        Value::Text(None)
    }
    fn read_optional(row: &DbRow, index: usize, column: &'static str) -> Result<Option<Self>, DbError> {
        let code = <Option<String> as Column>::read(row, index, column)?;
        let value = T::of_code(code.as_deref())
            .ok_or_else(|| DbError::Column { column, reason: format!("unknown code {code:?}") })?;
        Ok(Some(Self(value)))
    }
}

/// Type of a column as the field has it.
pub fn typed<M, C: Column>(_: impl Fn(&M) -> C) -> (ColumnType, bool) {
    (C::TYPE, C::NULLABLE)
}

/// A column as the field has it.
pub fn value<M, C: Column>(thing: &M, of: impl Fn(&M) -> C) -> Value {
    of(thing).into_value()
}

/// Says in which table a thing is kept: each column once, with the field it is.
///
/// ```ignore
/// table! { Offer in "offers" key (municipality_id, id) {
///     municipality_id: municipality,          // a column that is called otherwise than the field
///     id,
///     facets as json,
///     state as code,                          // of `codes!`, or an `Option` of it
///     labels as spaced,                       // codes with a space between each
///     published_at,
///     ..terms: Terms { days, people };        // a field that is a struct, with its own fields
///     sort_key = |offer| title_sort_key(&offer.title),    // behind the semicolon: written, never read back
/// } }
/// ```
#[macro_export]
macro_rules! table {
    ($model:ident in $table:literal key ($($key:ident),+ $(,)?) {
        $($column:ident $(: $field:ident)? $(as $how:ident)?),+
        $(, ..$part:ident: $nested:ident { $($inner:ident $(as $inner_how:ident)?),+ $(,)? })?
        $(; $($written:ident = $of:expr),+ $(,)?)?
    }) => {
        impl $crate::db::Row for $model {
            fn columns() -> Vec<(&'static str, $crate::db::ColumnType, bool)> {
                vec![$({
                    let (kind, nullable) = $crate::db::table::typed(
                        |thing: &$model| $crate::table!(@wrap thing.[$column $($field)?] $($how)?),
                    );
                    (stringify!($column), kind, nullable)
                }),+ $($(, {
                    let (kind, nullable) = $crate::db::table::typed(
                        |thing: &$model| $crate::table!(@wrap thing.$part.[$inner] $($inner_how)?),
                    );
                    (stringify!($inner), kind, nullable)
                })+)?]
            }
            fn read(row: &$crate::db::DbRow) -> Result<Self, $crate::db::DbError> {
                let mut index = 0..;
                $(let $column = $crate::table!(@unwrap
                    $crate::db::Column::read(row, index.next().unwrap_or_default(), stringify!($column))?, $($how)?
                );)+
                $($(let $inner = $crate::table!(@unwrap
                    $crate::db::Column::read(row, index.next().unwrap_or_default(), stringify!($inner))?, $($inner_how)?
                );)+)?
                Ok($crate::table!(@build $model [$($part: $nested { $($inner),+ },)?] $([$column $($field)?])+))
            }
        }

        impl $crate::db::Stored for $model {
            const TABLE: $crate::db::Table = $crate::db::Table {
                name: $table,
                key: &[$(stringify!($key)),+],
                columns: &[$(stringify!($column)),+ $($(, stringify!($inner))+)?],
                written: &[$($(stringify!($written)),+)?],
            };
            fn values(&self) -> Vec<$crate::db::Value> {
                vec![
                    $($crate::db::Column::into_value($crate::table!(@wrap self.[$column $($field)?] $($how)?)),)+
                    $($($crate::db::Column::into_value($crate::table!(@wrap self.$part.[$inner] $($inner_how)?)),)+)?
                    $($($crate::db::table::value(self, $of)),+)?
                ]
            }
        }

        impl $crate::db::Args for $model {
            fn types() -> Vec<$crate::db::ColumnType> {
                vec![
                    $($crate::db::table::typed(
                        |thing: &$model| $crate::table!(@wrap thing.[$column $($field)?] $($how)?),
                    ).0,)+
                    $($($crate::db::table::typed(
                        |thing: &$model| $crate::table!(@wrap thing.$part.[$inner] $($inner_how)?),
                    ).0,)+)?
                    $($($crate::db::table::typed::<$model, _>($of).0),+)?
                ]
            }
            fn into_values(self) -> Vec<$crate::db::Value> {
                $crate::db::Stored::values(&self)
            }
        }
    };
    (@wrap $thing:ident.$($part:ident.)?[$column:ident] $($how:ident)?) => {
        $crate::table!(@as $thing.$($part.)?$column.clone(), $($how)?)
    };
    (@wrap $thing:ident.[$column:ident $field:ident] $($how:ident)?) => { $crate::table!(@as $thing.$field.clone(), $($how)?) };
    (@as $value:expr,) => { $value };
    (@as $value:expr, code) => { $crate::db::table::Coded($value) };
    (@as $value:expr, json) => { $crate::db::Json($value) };
    (@as $value:expr, spaced) => { $crate::db::Spaced($value) };
    (@unwrap $value:expr,) => { $value };
    (@unwrap $value:expr, code) => {{ let $crate::db::table::Coded(value) = $value; value }};
    (@unwrap $value:expr, json) => {{ let $crate::db::Json(value) = $value; value }};
    (@unwrap $value:expr, spaced) => {{ let $crate::db::Spaced(value) = $value; value }};
    (@build $model:ident [$($done:tt)*]) => { $model { $($done)* } };
    (@build $model:ident [$($done:tt)*] [$column:ident] $($more:tt)*) => {
        $crate::table!(@build $model [$($done)* $column,] $($more)*)
    };
    (@build $model:ident [$($done:tt)*] [$column:ident $field:ident] $($more:tt)*) => {
        $crate::table!(@build $model [$($done)* $field: $column,] $($more)*)
    };
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn statements_are_made_of_the_columns() {
        let table = Table {
            name: "things",
            key: &["municipality_id", "id"],
            columns: &["municipality_id", "id", "a"],
            written: &["b"],
        };
        assert_eq!(
            table.select("AND id = $2"),
            "SELECT municipality_id, id, a FROM things WHERE municipality_id = $1 AND id = $2"
        );
        assert_eq!(
            table.save(),
            "INSERT INTO things (municipality_id, id, a, b) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (municipality_id, id) DO UPDATE SET a = excluded.a, b = excluded.b"
        );
    }
}
