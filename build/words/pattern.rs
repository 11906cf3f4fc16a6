//! A message as the program keeps it: its text in one string with marks for arguments and choices,
//! which
//! `src/words/say.rs` reads.

use fluent_syntax::ast::{
    Expression, InlineExpression, Message as Read, Pattern, PatternElement, Variant, VariantKey,
};

/// Stands before the position of an argument.
const ARGUMENT: char = '\u{1}';
/// Stands before the position of the argument that chooses.
const CHOICE: char = '\u{2}';
/// Ends the key of a variant; an empty key fits everything.
const KEY: char = '\u{3}';
/// Ends a variant.
const VARIANT: char = '\u{4}';
/// Ends a choice.
const END: char = '\u{5}';
/// Stands before the position of a number that is written with its thousands apart.
const GROUPED: char = '\u{6}';
/// The position 0.
const FIRST: u8 = b'0';
/// What keys of numbers may be, besides numbers.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a message is told.
#[derive(Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Whether it is a whole number; otherwise it is text.
    pub is_number: bool,
}

/// A message.
pub struct Message {
    /// Its arguments in the order in which the program gives them.
    pub arguments: Vec<Argument>,
    /// Its text with marks.
    pub code: String,
}

/// Reads a message, or says what in it we do not use.
pub fn read(message: &Read<String>) -> Result<Message, String> {
    let comment = message
        .comment
        .as_ref()
        .map_or_else(String::new, |comment| comment.content.join(" "));
    let mut writer = Writer {
        arguments: arguments(&comment)?,
        used: Vec::new(),
        code: String::new(),
    };
    let value = message.value.as_ref().ok_or("it has no text")?;
    if !message.attributes.is_empty() {
        return Err("it has attributes, which are not used here".to_owned());
    }
    writer.pattern(value)?;
    if let Some(argument) = (0..writer.arguments.len()).find(|at| !writer.used.contains(at)) {
        return Err(format!("${} is not used", writer.arguments[argument].name));
    }
    Ok(Message {
        arguments: writer.arguments,
        code: writer.code,
    })
}

/// The arguments that a comment names.
fn arguments(comment: &str) -> Result<Vec<Argument>, String> {
    let mut found = Vec::new();
    for part in comment.split('$').skip(1) {
        let (name, rest) = part
            .split_once(" (")
            .ok_or_else(|| format!("“${part}” in the comment has no kind"))?;
        let is_number = match rest.split(')').next() {
            Some("number") => true,
            Some("text") => false,
            other => return Err(format!("${name}: {other:?} is neither number nor text")),
        };
        found.push(Argument {
            name: name.to_owned(),
            is_number,
        });
    }
    Ok(found)
}

struct Writer {
    arguments: Vec<Argument>,
    used: Vec<usize>,
    code: String,
}

impl Writer {
    fn pattern(&mut self, pattern: &Pattern<String>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.code.push_str(value),
                PatternElement::Placeable { expression } => self.placeable(expression)?,
            }
        }
        Ok(())
    }

    fn placeable(&mut self, expression: &Expression<String>) -> Result<(), String> {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.code.push_str(value);
                Ok(())
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.position(ARGUMENT, &id.name).map(|_| ())
            }
            Expression::Inline(InlineExpression::FunctionReference { id, arguments })
                if id.name == "NUMBER" && arguments.named.is_empty() =>
            {
                match arguments.positional.as_slice() {
                    [InlineExpression::VariableReference { id }] => {
                        if self.position(GROUPED, &id.name)? {
                            Ok(())
                        } else {
                            Err(format!("NUMBER(${}) is not a number", id.name))
                        }
                    }
                    other => Err(format!("not used here: {other:?}")),
                }
            }
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                let is_number = self.position(CHOICE, &id.name)?;
                self.choice(is_number, variants)
            }
            other => Err(format!("not used here: {other:?}")),
        }
    }

    /// Writes a mark with the position of an argument, and says whether that is a number.
    fn position(&mut self, mark: char, name: &str) -> Result<bool, String> {
        let at = self
            .arguments
            .iter()
            .position(|known| known.name == name)
            .ok_or_else(|| format!("the comment before it does not name ${name}"))?;
        let digit = u8::try_from(at).map_err(|_| "it has too many arguments")?;
        self.used.push(at);
        self.code.extend([mark, char::from(FIRST + digit)]);
        Ok(self.arguments[at].is_number)
    }

    /// Writes the variants; the one for everything else comes last.
    fn choice(&mut self, is_number: bool, variants: &[Variant<String>]) -> Result<(), String> {
        let (default, others): (Vec<_>, Vec<_>) =
            variants.iter().partition(|variant| variant.default);
        for variant in others.into_iter().chain(default) {
            if !variant.default {
                let key = match &variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                let is_digits = key.bytes().all(|byte| byte.is_ascii_digit());
                if is_number && !is_digits && !CATEGORIES.contains(&key.as_str()) {
                    return Err(format!("[{key}] is neither a number nor a plural"));
                }
                self.code.push_str(key);
            }
            self.code.push(KEY);
            self.pattern(&variant.value)?;
            self.code.push(VARIANT);
        }
        self.code.push(END);
        Ok(())
    }
}
