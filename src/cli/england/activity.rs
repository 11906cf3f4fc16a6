//! What people do in the week, neighbourhood by neighbourhood: counted by district and by area of about 8,000 people, and fitted
//! here to each neighbourhood from what is counted of it. An estimate, and said to be one.

use crate::place::fitting::fit_two_way;
use crate::place::profile::Margins;

/// What is counted of a neighbourhood's work. Unit: persons aged 16 and over.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// In employment, students too.
    pub employed: u32,
    /// All.
    pub adults: u32,
    /// Never worked or long out of work.
    pub without: u32,
    /// Full-time students.
    pub students: u32,
}

/// The activities of the neighbourhoods of an area, in its counts' classes: student, employed, unemployed, retired, long-term
/// sick, other. Each row adds up to the neighbourhood's adults, as near as whole numbers can.
///
/// `working_students`: the share of the area's full-time students who work.
pub fn by_neighbourhood(
    area: &[u32],
    working_students: f64,
    parts: &[(Work, &Margins)],
) -> Vec<Vec<u32>> {
    let rows: Vec<f64> = parts
        .iter()
        .map(|(work, _)| f64::from(work.adults))
        .collect();
    let all: f64 = rows.iter().sum();
    let counted: f64 = area
        .iter()
        .map(|&count| f64::from(count))
        .sum::<f64>()
        .max(1.0);
    // The tables are perturbed a little: the area's counts are brought to the neighbourhoods' sum.
    let columns: Vec<f64> = area
        .iter()
        .map(|&count| f64::from(count) * all / counted)
        .collect();
    let mut table: Vec<Vec<f64>> = parts
        .iter()
        .map(|(work, margins)| begin(*work, margins, working_students))
        .collect();
    // Where nobody of a class is expected, somebody may be all the same.
    table.iter_mut().flatten().for_each(|cell| *cell += 0.01);
    fit_two_way(&mut table, &rows, &columns);
    table
        .iter()
        .zip(&rows)
        .map(|(row, &adults)| whole(row, adults))
        .collect()
}

/// Where fitting starts: each class as the neighbourhood's own counts let one expect it, on a scale that fitting corrects.
fn begin(work: Work, margins: &Margins, working_students: f64) -> Vec<f64> {
    let sum = |list: &[u32]| list.iter().map(|&count| f64::from(count)).sum::<f64>();
    let students = f64::from(work.students);
    let (limited_a_lot, limited_a_little) = (
        f64::from(margins.disability[3]),
        f64::from(margins.disability[2]),
    );
    let (young, old) = (sum(&margins.ages[..3]), sum(&margins.ages[13..]));
    vec![
        students,
        (f64::from(work.employed) - working_students * students).max(1.0),
        f64::from(work.without) + 0.02 * f64::from(work.employed),
        old + 0.2 * sum(&margins.ages[12..13]),
        // Older people's limits are many, and few of them are counted as sick rather than retired.
        (limited_a_lot + 0.3 * limited_a_little - 0.25 * old).max(0.1 * limited_a_lot + 1.0),
        0.15 * young + 0.5 * f64::from(work.without) + 1.0,
    ]
}

/// A row in whole numbers with the same sum: the largest remainders are rounded up.
fn whole(row: &[f64], sum: f64) -> Vec<u32> {
    let missing = |whole: &[u32]| {
        (sum - whole.iter().map(|&count| f64::from(count)).sum::<f64>())
            .round()
            .max(0.0) as usize
    };
    let mut whole: Vec<u32> = row.iter().map(|cell| cell.floor() as u32).collect();
    let mut order: Vec<usize> = (0..row.len()).collect();
    order.sort_by(|&a, &b| row[b].fract().total_cmp(&row[a].fract()).then(a.cmp(&b)));
    for &class in order.iter().take(missing(&whole)) {
        whole[class] += 1;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn margins(young: u32, old: u32, sick: u32) -> Margins {
        let mut ages = vec![100; 18];
        ages[1] = young;
        ages[15] = old;
        Margins {
            ages,
            disability: vec![1_000, 100, 100, sick],
            ..Margins::default()
        }
    }

    #[test]
    fn rows_add_up_to_their_adults_and_classes_lie_where_counts_say() {
        let campus = (
            Work {
                employed: 300,
                adults: 1_500,
                without: 20,
                students: 1_000,
            },
            &margins(50, 50, 40),
        );
        let suburb = (
            Work {
                employed: 800,
                adults: 1_400,
                without: 30,
                students: 40,
            },
            &margins(300, 500, 60),
        );
        let estate = (
            Work {
                employed: 500,
                adults: 1_200,
                without: 300,
                students: 60,
            },
            &margins(300, 150, 250),
        );
        let area = [1_100, 1_400, 130, 850, 250, 370];
        let rows = by_neighbourhood(&area, 0.3, &[campus, suburb, estate]);
        for (row, adults) in rows.iter().zip([1_500, 1_400, 1_200]) {
            assert_eq!(row.iter().sum::<u32>(), adults);
        }
        assert!(
            rows[0][0] > 900
                && rows[1][3] > rows[2][3]
                && rows[2][4] > 2 * rows[1][4]
                && rows[2][2] > rows[1][2],
            "{rows:?}"
        );
        for (class, &count) in area.iter().enumerate() {
            let sum: u32 = rows.iter().map(|row| row[class]).sum();
            assert!(
                sum.abs_diff(count) <= 3,
                "class {class}: {sum}, expected {count}"
            );
        }
    }
}
