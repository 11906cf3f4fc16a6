//! JSON values whose numbers read as they were meant. Knows no object.

use serde::Serialize;
use serde_json::Value;

/// Anything as a JSON value. By way of its text, because a number of single precision is written there with the fewest digits that mean it
/// (0.065), and would otherwise become the double nearest to it (0.06499999761581421). For what people wrote and for single precision: of a
/// double with 17 digits the reader of JSON may miss the last bit, so results are written straight from their types.
pub fn value<T: Serialize + ?Sized>(thing: &T) -> Value {
    serde_json::to_string(thing)
        .and_then(|text| serde_json::from_str(&text))
        .unwrap_or(Value::Null)
}

/// Every number in a value that is one of single precision and has the digits of a double: where, and which.
#[cfg(test)]
pub fn tails(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(number) => {
            let Some(double) = number.as_f64().filter(|_| number.is_f64()) else {
                return;
            };
            let is_single = f64::from(double as f32) == double;
            if is_single && (double as f32).to_string().len() < double.to_string().len() {
                found.push(format!("{path}: {double}"));
            }
        }
        Value::Array(values) => values
            .iter()
            .enumerate()
            .for_each(|(k, value)| tails(value, &format!("{path}[{k}]"), found)),
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| tails(value, &format!("{path}.{key}"), found)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_precision_is_written_as_it_was_meant() {
        let whole = (0.065_f32, [0.1_f32, 2.0], -1e-7_f32, 0.065_f64);
        assert_eq!(value(&whole).to_string(), "[0.065,[0.1,2.0],-1e-7,0.065]");
        let mut found = Vec::new();
        tails(&value(&whole), "", &mut found);
        assert!(found.is_empty(), "{found:?}");
        tails(
            &serde_json::json!({ "a": [1, 0.5, 0.065_f32] }),
            "",
            &mut found,
        );
        assert_eq!(found, [".a[2]: 0.06499999761581421"]);
    }
}
