//! Iterative proportional fitting, and weights turned into whole numbers. Knows tables of numbers,
//! not people.

/// How often fitting goes round before it stops anyway.
const ROUNDS: usize = 200;
/// Fitting stops when no row total is off by more than this share of the whole.
const CLOSE_ENOUGH: f64 = 1e-10;

/// Fits a table to row and column totals by iterative proportional fitting (Deming & Stephan 1940).
///
/// Zeros of the table stay zeros. Columns fit exactly, rows as well as the zeros allow. Shape:
/// `table[row][column]`.
pub fn fit_two_way(table: &mut [Vec<f64>], rows: &[f64], columns: &[f64]) {
    let whole: f64 = columns.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    for _ in 0..ROUNDS {
        let mut worst = 0.0_f64;
        for (row, &target) in table.iter_mut().zip(rows) {
            let sum: f64 = row.iter().sum();
            worst = worst.max((sum - target).abs() / whole);
            scale(row, ratio(target, sum));
        }
        for (column, &target) in columns.iter().enumerate() {
            let sum: f64 = table.iter().map(|row| row[column]).sum();
            let by = ratio(target, sum);
            for row in table.iter_mut() {
                row[column] *= by;
            }
        }
        if worst < CLOSE_ENOUGH {
            break;
        }
    }
}

/// What to multiply `sum` by to reach `target`; 0 where there is nothing to multiply.
pub fn ratio(target: f64, sum: f64) -> f64 {
    if sum > 0.0 { target / sum } else { 0.0 }
}

/// Multiplies every number of a slice.
pub fn scale(numbers: &mut [f64], by: f64) {
    for number in numbers {
        *number *= by;
    }
}

/// Shares that add up to `whole`; equal ones if there is nothing to share by.
pub fn scaled_to(numbers: &[f64], whole: f64) -> Vec<f64> {
    let sum: f64 = numbers.iter().sum();
    if sum > 0.0 {
        numbers.iter().map(|n| n * whole / sum).collect()
    } else {
        vec![whole / numbers.len().max(1) as f64; numbers.len()]
    }
}

/// Splits whole totals over rows, near the fractions given and adding up exactly (cumulative
/// rounding, column by column).
///
/// Shape: `fractions[row][column]`, `totals[column]`. Each cell is within 1 of its scaled fraction.
/// `offset(column)` (0 to 1) shifts where the rounding falls, so that the columns do not all round
/// up in the same row.
pub fn round_by_column(
    fractions: &[Vec<f64>],
    totals: &[u32],
    offset: impl Fn(usize) -> f64,
) -> Vec<Vec<u32>> {
    let mut whole: Vec<Vec<u32>> = fractions.iter().map(|row| vec![0; row.len()]).collect();
    for (column, &total) in totals.iter().enumerate() {
        let sum: f64 = fractions.iter().map(|row| row[column]).sum();
        let by = ratio(f64::from(total), sum);
        let shift = offset(column).clamp(0.0, 0.999_999);
        let (mut running, mut given) = (0.0, 0_u32);
        let last = fractions.len().saturating_sub(1);
        for (row, fraction) in fractions.iter().enumerate() {
            running += fraction[column] * by;
            let reached = if row == last {
                total
            } else {
                ((running + shift).floor() as u32).clamp(given, total)
            };
            whole[row][column] = reached - given;
            given = reached;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_two_way_table_meets_both_margins() {
        let mut table = vec![vec![1.0, 2.0, 0.0], vec![3.0, 1.0, 1.0]];
        fit_two_way(&mut table, &[30.0, 70.0], &[40.0, 35.0, 25.0]);
        for (row, target) in table.iter().zip([30.0, 70.0]) {
            assert!((row.iter().sum::<f64>() - target).abs() < 1e-6);
        }
        for (column, target) in [40.0, 35.0, 25.0].iter().enumerate() {
            assert!((table.iter().map(|row| row[column]).sum::<f64>() - target).abs() < 1e-6);
        }
        assert_eq!(table[0][2], 0.0);
    }

    proptest! {
        #[test]
        fn rounded_columns_add_up(
            rows in prop::collection::vec(prop::collection::vec(0.0..50.0_f64, 3), 1..30),
            totals in prop::collection::vec(0_u32..500, 3),
            shift in 0.0..1.0_f64,
        ) {
            let whole = round_by_column(&rows, &totals, |_| shift);
            for (column, &total) in totals.iter().enumerate() {
                prop_assert_eq!(whole.iter().map(|row| row[column]).sum::<u32>(), total);
            }
        }
    }
}
