//! Structs of arrays declared once: a row type, and a type that holds a column for each of its fields.

/// Declares a row and its columns.
macro_rules! columns {
    ($(#[$doc:meta])* $Columns:ident, seen as $Seen:ident, of $(#[$row_doc:meta])* $Row:ident { $($(#[$field_doc:meta])* $field:ident: $Type:ty,)* }) => {
        $(#[$row_doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Row { $($(#[$field_doc])* pub $field: $Type,)* }

        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Columns { $($(#[$field_doc])* pub $field: Vec<$Type>,)* }

        /// The columns to be read, all of one length: a pass that asks once whether a position is there need not ask again
        /// for each column.
        #[derive(Clone, Copy, Debug)]
        pub struct $Seen<'a> { $($(#[$field_doc])* pub $field: &'a [$Type],)* }

        impl $Columns {
            /// The columns to be read.
            #[inline(always)]
            pub fn seen(&self) -> $Seen<'_> {
                let all = self.len();
                $Seen { $($field: &self.$field[..all],)* }
            }

            /// How many rows there are.
            pub fn len(&self) -> usize {
                columns!(@first self $($field)*).len()
            }

            /// Whether there are none.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Adds a row and gives its position.
            pub fn push(&mut self, row: $Row) -> usize {
                $(self.$field.push(row.$field);)*
                self.len() - 1
            }

            /// Names of the columns in which two tables differ.
            #[cfg(test)]
            pub fn differing(&self, other: &Self) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if self.$field != other.$field { names.push(stringify!($field)); })*
                names
            }

            /// Puts a row in the place of another.
            pub fn set(&mut self, position: usize, row: $Row) {
                $(self.$field[position] = row.$field;)*
            }
        }
    };
    (@first $self:ident $first:ident $($rest:ident)*) => { $self.$first };
}
pub(super) use columns;
