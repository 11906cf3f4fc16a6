//! Words of the work that is kept: saved scenarios, files, resets, comparing, sharing.

words! {
    TITLE = "Your work";
    HINT = "What you keep stays on this device. Nothing is sent anywhere.";
    SAVE_OR_SHARE = "Save or share";
    SAVE_TITLE = "Save under a name";
    NAME = "Name";
    SAVE = "Save";
    NOTHING_SAVED = "Nothing is saved on this device yet.";
    LOADING = "Looking at what this device holds…";
    CANNOT_KEEP = "Nothing can be kept on this device now.";
    STILL = "Everything else works. Save your scenario as a file, or copy the link.";
    SAVED_LIST = "Saved on this device";
    OPEN = "Open";
    RENAME = "Rename";
    NEW_NAME = "New name";
    KEEP_NAME = "Keep";
    DUPLICATE = "Duplicate";
    DELETE = "Delete";
    UNDO_DELETE = "Bring it back";
    UNDO_REPLACE = "Bring the earlier one back";
    OPENED = "open now";
    NOT_STORED = "only until you close this page";
    ELSEWHERE = "saved in another tab";
    PROMISED = "This browser has promised to keep your saved work.";
    NOT_PROMISED = "This browser may clear saved work when it runs short of space. Save what matters as a file too.";
    UNREADABLE = "This record cannot be read.";
    NO_RESULT = "not run to the end when it was saved";
    FILES_TITLE = "Files";
    FILES_HINT = "A small text file that anybody with Kith can open, here or with the command line. You can also drop one anywhere on this page.";
    EXPORT = "Save as a file";
    IMPORT = "Open a file";
    WAS_NOT_USED = "was not used; your work is as it was.";
    CLOSE = "Close";
    FOUND = "Found:";
    WANTED = "What would be right:";
    PROBLEMS = "What is wrong with the file";
    COMPARE_TITLE = "Compare up to four";
    COMPARE_HINT = "Pin what you see, change something, pin again. Each pin keeps its own result; nothing is run again.";
    PIN = "Pin what is on screen";
    NO_PINS = "Nothing is pinned yet.";
    WHAT = "What";
    CHOICES = "Where they differ";
    ALL_SAME = "They do not differ in any choice or assumption.";
    OUTCOMES = "What they came to: second world less first, after the last year (90% interval)";
    MONEY = "Money, and which result this is";
    UNPIN = "Take out";
    COMPARE_REGION = "Table of pinned scenarios";
    SHARE_TITLE = "Share";
    SHARE_HINT = "The link holds everything you changed and how you look at it. Who opens it sees whether their computer gets the same result.";
    SHOW_CODE = "Show a QR code";
    HIDE_CODE = "Hide the QR code";
    CODE_WORDS = "QR code of this page's address, with everything you changed. The same address as under “Copy link”.";
    CODE_TOO_LONG = "This link is too long for a code that a phone reads easily. Copy it, or save the scenario as a file.";
    CODE_LOCAL = "This address works on this computer only: others cannot open it.";
    PLACE_TITLE = "A place of your own";
    PLACE_HINT = "Make a place from official tables: choose them here, or drop them on this page. They never leave your device.";
    PLACE_TABLES = "Which tables";
    PLACE_CENSUS = "Census 2021 tables as they are published, under whatever names: .csv, .xlsx, or the .zip files of Nomis (www.nomisweb.co.uk/sources/census_2021_bulk). Needed by district: age (TS007A or TS007), household composition (TS003), household size (TS017), economic activity (TS066). Better with disability (TS038), general health (TS037) and unpaid care (TS039), and with the same tables by neighbourhood (LSOA), which the zip files hold too.";
    PLACE_DEPRIVATION = "English Indices of Deprivation 2019 or 2025: File 7, or File 2 with File 6 (www.gov.uk/government/collections/english-indices-of-deprivation). Or one profile (.toml) that kith place has made. What is not needed is left aside and named.";
    CHOOSE_TABLES = "Choose tables";
    FORGET_TABLES = "Forget them";
    TABLES_HERE = "Tables chosen";
    REMARKS = "How the place was made";
    AREA = "Name or code of the area";
    MAKE_PLACE = "Make the place";
    READING = "Reading…";
    BACK = "Back to the start, in parts";
    RESET_POLICIES = "Reset choices";
    RESET_POLICIES_HINT = "Money, years, strategies and events as they were. Place and assumptions stay.";
    RESET_ASSUMPTIONS = "Reset assumptions";
    RESET_ASSUMPTIONS_HINT = "Parameters, number of people, luck and runs as they were. Place and choices stay.";
    BACK_TO_SAVED = "Back to what I saved";
    REPLAY = "Replay last change";
    REPLAY_STOP = "Show after the change";
    REPLAYING = "Before the last change:";
    REPLAYED = "After the last change:";
}

/// Who or what a button is about.
pub fn about(action: &str, name: &str) -> String {
    format!("{action}: {name}")
}

/// Where a problem stands.
pub fn line(number: u32) -> String {
    format!("Line {number} ")
}

/// Problems that are not shown.
pub fn more(count: usize) -> String {
    format!("And {count} more.")
}
