//! Ridge regression by Cholesky decomposition of the normal equations.
//!
//! Written here because the linear-algebra libraries choose their inner loops by the processor they find, and the shipped
//! defaults are to come out the same on every machine (docs/adr/0012-calibration-by-history-matching.md).

/// Coefficients that minimise Σ (y − x·b)² + ridge × Σ b², the first column (the constant) not shrunk. `rows` are equally long.
pub fn ridge(rows: &[Vec<f64>], y: &[f64], ridge: f64) -> Vec<f64> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut normal = vec![vec![0.0; columns]; columns];
    let mut right = vec![0.0; columns];
    for (row, y) in rows.iter().zip(y) {
        for i in 0..columns {
            right[i] += row[i] * y;
            for j in 0..=i {
                normal[i][j] += row[i] * row[j];
            }
        }
    }
    for (k, line) in normal.iter_mut().enumerate() {
        line[k] += if k == 0 { 1e-12 } else { ridge };
    }
    solve(&mut normal, right)
}

/// Solves a symmetric positive definite system, of which the lower half is given.
fn solve(matrix: &mut [Vec<f64>], mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for i in 0..n {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum();
            let left = matrix[i][j] - sum;
            matrix[i][j] = if i == j {
                left.max(1e-300).sqrt()
            } else {
                left / matrix[j][j]
            };
        }
    }
    for i in 0..n {
        let sum: f64 = (0..i).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    for i in (0..n).rev() {
        let sum: f64 = (i + 1..n).map(|k| matrix[k][i] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_known_system_is_solved() {
        let mut matrix = vec![vec![4.0, 0.0], vec![2.0, 3.0]];
        let x = solve(&mut matrix, vec![10.0, 8.0]);
        assert!(
            (x[0] - 1.75).abs() < 1e-12 && (x[1] - 1.5).abs() < 1e-12,
            "{x:?}"
        );
    }

    #[test]
    fn a_ridge_shrinks_slopes_and_leaves_the_constant() {
        let rows: Vec<Vec<f64>> = (-5..=5).map(|x| vec![1.0, f64::from(x)]).collect();
        let y: Vec<f64> = (-5..=5).map(|x| 3.0 + 2.0 * f64::from(x)).collect();
        let b = ridge(&rows, &y, 110.0);
        assert!(
            (b[0] - 3.0).abs() < 1e-9 && (b[1] - 1.0).abs() < 1e-9,
            "{b:?}"
        );
    }

    proptest! {
        #[test]
        fn a_straight_line_is_found(a in -5.0_f64..5.0, b in -5.0_f64..5.0, c in -5.0_f64..5.0) {
            let rows: Vec<Vec<f64>> = (0..30).map(|k| { let x = f64::from(k) / 30.0; vec![1.0, x, x * x] }).collect();
            let y: Vec<f64> = rows.iter().map(|r| a + b * r[1] + c * r[2]).collect();
            let found = ridge(&rows, &y, 0.0);
            for (found, wanted) in found.iter().zip([a, b, c]) {
                prop_assert!((found - wanted).abs() < 1e-6);
            }
        }
    }
}
