//! Settings: what is not known is refused, and what is secret stays secret.

use redress::config::{DEFAULTS, Overrides, load};
use tempfile::NamedTempFile;

fn with_file(text: &str) -> Overrides {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    Overrides { file: Some(file.into_temp_path().keep().unwrap()), ..Overrides::default() }
}

#[test]
fn defaults_are_complete_and_explained() {
    load(&Overrides::default()).unwrap();
    for line in DEFAULTS.lines().filter(|line| line.contains(" = ")) {
        let place = DEFAULTS.find(line).unwrap();
        let before = DEFAULTS[..place].lines().last().unwrap_or("");
        assert!(before.starts_with('#') || before.starts_with('[') || before.contains(" = "), "{line} has no comment");
    }
}

#[test]
fn a_file_wins_over_defaults_and_flags_win_over_files() {
    let file = with_file("[server]\nport = 9000\n[worker]\nbatch = 7\n");
    let config = load(&file).unwrap();
    assert_eq!(config.worker.batch, 7);
    let config = load(&Overrides { port: Some(9100), no_worker: true, ..file }).unwrap();
    assert_eq!((config.server.port, config.worker.enabled), (9100, false));
}

#[test]
fn unknown_keys_wrong_types_and_bad_filters_are_refused_by_name() {
    for (text, named) in [
        ("[server]\nprot = 1\n", "prot"),
        ("[sever]\nport = 1\n", "sever"),
        ("[server]\nport = \"many\"\n", "port"),
        ("[log]\nfilter = \"redress=loud\"\n", "log.filter"),
        ("[mail]\nurl = \"mx.example\"\n", "mail.url"),
        ("[mail]\nurl = \"smtp://u:hunter2@mx.example\"\n", "mail.password_file"),
        ("[mail]\nurl = \"smtp://mx.example\"\n", "mail.from"),
        ("[mail]\nurl = \"smtp://mx.example\"\nfrom = \"a@b.example\"\nplain = true\n", "mail.plain"),
        ("[mail]\npassword_file = \"/nowhere/password\"\n", "mail.password_file"),
        ("[database]\nurl_file = \"/nowhere/url\"\n", "database.url_file"),
    ] {
        let error = load(&with_file(text)).unwrap_err().to_string();
        assert!(error.contains(named) && !error.contains("hunter2"), "{error}");
    }
}

#[test]
fn secrets_come_from_files_and_never_show() {
    let secret = NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "postgres://u:hunter2@db/redress\n").unwrap();
    let config = load(&with_file(&format!("[database]\nurl_file = {:?}\n", secret.path()))).unwrap();
    assert_eq!(config.database.url.expose(), "postgres://u:hunter2@db/redress");
    let mail = format!("[mail]\nurl = \"smtp://u@mx.example\"\nfrom = \"a@b.example\"\npassword_file = {:?}\n", secret.path());
    let mail = load(&with_file(&mail)).unwrap();
    assert_eq!(mail.mail.password.expose(), "postgres://u:hunter2@db/redress");
    for shown in [format!("{mail:?}"), format!("{config:?}"), serde_json::to_string(&config).unwrap()] {
        assert!(!shown.contains("hunter2") && shown.contains("[hidden]"), "{shown}");
    }
}
