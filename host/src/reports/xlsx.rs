//! A workbook.

use redress_domain::report::{Cell, Column, Table, Unit};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::amount;

/// Characters that a sheet's name must not have.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Longest name of a sheet.
const NAME: usize = 31;

/// The table as a workbook of one sheet. Texts are written as texts, so that none of them is a formula.
///
/// # Errors
/// When a value does not fit into a workbook.
pub fn xlsx(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.name))?;
    let bold = Format::new().set_bold();
    for (place, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, place, &column.label, &bold)?;
    }
    let totals = (table.rows.len() > 1).then_some(&table.totals);
    for (line, row) in (1_u32..).zip(table.rows.iter().chain(totals)) {
        for (place, (cell, column)) in (0_u16..).zip(row.iter().zip(&table.columns)) {
            write(sheet, line, place, table, cell, column)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, line: u32, place: u16, table: &Table, cell: &Cell, column: &Column) -> Result<(), XlsxError> {
    let pattern = match column.unit {
        Unit::Share => "0.00%",
        Unit::Minor => "#,##0.00",
        Unit::Seconds | Unit::Points => "0.0",
        Unit::Score => "0.00",
        Unit::Count | Unit::Text => "General",
    };
    let format = Format::new().set_num_format(pattern);
    match cell {
        Cell::Empty => Ok(()),
        Cell::Text(text) => sheet.write_string(line, place, text).map(drop),
        Cell::Whole(minor) if column.unit == Unit::Minor => {
            sheet.write_number_with_format(line, place, amount(table, *minor), &format).map(drop)
        }
        #[expect(clippy::cast_precision_loss, reason = "a workbook keeps doubles")]
        Cell::Whole(number) => sheet.write_number_with_format(line, place, *number as f64, &format).map(drop),
        Cell::Real(number) => sheet.write_number_with_format(line, place, *number, &format).map(drop),
    }
}

fn sheet_name(name: &str) -> String {
    let plain: String = name.chars().map(|c| if FORBIDDEN.contains(&c) || c.is_control() { ' ' } else { c }).take(NAME).collect();
    let plain = plain.trim().trim_matches('\'').to_owned();
    if plain.is_empty() { "report".to_owned() } else { plain }
}
