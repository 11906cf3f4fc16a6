//! A table as Parquet: columns with their units, read by pandas, Dask, R and most else without a word of explanation. Not compressed: the few
//! megabytes saved are not worth another compressor.

use crate::export::manifest::BUILD;
use crate::report::table::{Cell, Column, ColumnKind, Table};
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::io::Write;
use std::sync::Arc;

/// Rows in one group: what writer and reader have in their memory at once.
const GROUP: usize = 16_384;

/// The table's bytes. The error is a sentence for people.
pub fn bytes(table: &Table) -> Result<Vec<u8>, String> {
    let failed = |error: ParquetError| format!("{}.parquet: {error}", table.name);
    let mut bytes = Vec::new();
    let mut stream = Stream::new(&mut bytes, &table.title, &table.columns).map_err(failed)?;
    for row in &table.rows {
        stream.row(row.clone()).map_err(failed)?;
    }
    stream.finish().map_err(failed)?;
    Ok(bytes)
}

/// A file being written, a group of rows at a time.
pub struct Stream<'a, W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: &'a [Column],
    rows: Vec<Vec<Cell>>,
}

impl<'a, W: Write + Send> Stream<'a, W> {
    /// A file of these columns, with their units and meanings, and which build made it.
    pub fn new(out: W, title: &str, columns: &'a [Column]) -> Result<Self, ParquetError> {
        let mut words = vec![
            KeyValue::new("title".to_owned(), title.to_owned()),
            KeyValue::new("build".to_owned(), BUILD.to_owned()),
        ];
        for column in columns.iter().filter(|column| !column.meaning.is_empty()) {
            words.push(KeyValue::new(
                format!("unit:{}", column.name),
                column.unit.clone(),
            ));
            words.push(KeyValue::new(
                format!("meaning:{}", column.name),
                column.meaning.clone(),
            ));
        }
        let properties = WriterProperties::builder()
            .set_created_by(
                concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
            )
            .set_key_value_metadata(Some(words))
            .build();
        let writer = SerializedFileWriter::new(out, schema(columns)?, Arc::new(properties))?;
        Ok(Self {
            writer,
            columns,
            rows: Vec::new(),
        })
    }

    /// One more row: a cell a column.
    pub fn row(&mut self, cells: Vec<Cell>) -> Result<(), ParquetError> {
        self.rows.push(cells);
        if self.rows.len() == GROUP {
            self.group()
        } else {
            Ok(())
        }
    }

    /// The last rows, and what a reader looks for at the end.
    pub fn finish(mut self) -> Result<(), ParquetError> {
        if !self.rows.is_empty() {
            self.group()?;
        }
        self.writer.close().map(|_| ())
    }

    fn group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for (k, column) in self.columns.iter().enumerate() {
            write_column(
                &mut group,
                self.rows.iter().map(|row| row.get(k)),
                column.kind,
            )?;
        }
        self.rows.clear();
        group.close().map(|_| ())
    }
}

fn write_column<'a, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    cells: impl Iterator<Item = Option<&'a Cell>>,
    kind: ColumnKind,
) -> Result<(), ParquetError> {
    match kind {
        ColumnKind::Text => put::<ByteArrayType, W>(
            group,
            cells.map(|cell| match cell {
                Some(Cell::Text(text)) => Some(ByteArray::from(text.as_str())),
                _ => None,
            }),
        ),
        ColumnKind::Whole => put::<Int64Type, W>(
            group,
            cells.map(|cell| match cell {
                Some(Cell::Whole(number)) => Some(*number),
                _ => None,
            }),
        ),
        ColumnKind::Number => put::<DoubleType, W>(
            group,
            cells.map(|cell| match cell {
                Some(Cell::Number(number)) => Some(*number),
                _ => None,
            }),
        ),
    }
}

fn schema(columns: &[Column]) -> Result<TypePtr, ParquetError> {
    let column = |column: &Column| {
        let (physical, logical) = match column.kind {
            ColumnKind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            ColumnKind::Whole => (Physical::INT64, None),
            ColumnKind::Number => (Physical::DOUBLE, None),
        };
        let builder = Type::primitive_type_builder(&column.name, physical)
            .with_repetition(Repetition::OPTIONAL);
        builder.with_logical_type(logical).build().map(Arc::new)
    };
    let columns = columns.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder("schema")
        .with_fields(columns)
        .build()
        .map(Arc::new)
}

/// One column of a group; what is nothing is null.
fn put<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        levels.push(i16::from(cell.is_some()));
        values.extend(cell);
    }
    if let Some(mut column) = group.next_column()? {
        column
            .typed::<T>()
            .write_batch(&values, Some(&levels), None)?;
        column.close()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    #[test]
    fn a_table_reads_back_with_its_units_and_its_gaps() {
        let column = |name: &str, kind| Column {
            name: name.to_owned(),
            unit: "%".to_owned(),
            meaning: "m".to_owned(),
            kind,
        };
        let columns = vec![
            column("a", ColumnKind::Text),
            column("b", ColumnKind::Whole),
            column("c.d", ColumnKind::Number),
        ];
        let mut table = Table::new("t", "A title", columns);
        table.rows.push(vec!["é".into(), 3_u32.into(), 0.1.into()]);
        table
            .rows
            .push(vec![Cell::Nothing, Cell::Nothing, f64::NAN.into()]);
        let first = bytes(&table).unwrap();
        assert_eq!(first, bytes(&table).unwrap());
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&first).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let words = reader
            .metadata()
            .file_metadata()
            .key_value_metadata()
            .unwrap();
        assert!(
            words
                .iter()
                .any(|word| word.key == "unit:c.d" && word.value.as_deref() == Some("%"))
        );
        let rows: Vec<Vec<Field>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| {
                row.unwrap()
                    .into_columns()
                    .into_iter()
                    .map(|(_, field)| field)
                    .collect()
            })
            .collect();
        assert_eq!(
            rows,
            [
                vec![Field::Str("é".into()), Field::Long(3), Field::Double(0.1)],
                vec![Field::Null, Field::Null, Field::Null]
            ]
        );
    }
}
