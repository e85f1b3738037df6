//! Templates for papers.

use redress_domain::paper::{PaperKind, PrintTemplate};
use redress_store::{Error, TenantStore, print_template};

use crate::backend::{read, write};
use crate::sample::Sample;

pub(super) async fn templates(shop: &TenantStore, sample: &mut Sample) {
    let mut slip = PrintTemplate {
        key: "return_slip".to_owned(),
        version: 1,
        name: "退货单（保税仓）".to_owned(),
        kind: PaperKind::ReturnSlip,
        source: "#import \"/redress.typ\": *\n退货".to_owned(),
        updated_at: sample.now(),
    };
    let report = PrintTemplate { key: "a-report".to_owned(), kind: PaperKind::ServiceReport, ..slip.clone() };
    let (a, b) = (slip.clone(), report.clone());
    write!(shop, |tx| {
        print_template::insert(tx, &a).await?;
        print_template::insert(tx, &b).await
    })
    .unwrap();
    let twin = slip.clone();
    let refused = write!(shop, |tx| print_template::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "print_template_key" })), "{refused:?}");
    assert_eq!(read!(shop, |tx| print_template::list(tx).await).unwrap(), vec![report, slip.clone()]);

    slip.version = 2;
    slip.source.push_str("，谢谢");
    slip.updated_at = sample.now();
    let changed = slip.clone();
    write!(shop, |tx| print_template::update(tx, &changed, 1).await).unwrap();
    assert_eq!(read!(shop, |tx| print_template::find(tx, "return_slip").await).unwrap(), Some(slip.clone()));
    let stale = write!(shop, |tx| print_template::update(tx, &slip, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "print_template", expected: 1, .. })), "{stale:?}");

    write!(shop, |tx| print_template::delete(tx, "return_slip").await).unwrap();
    assert_eq!(read!(shop, |tx| print_template::find(tx, "return_slip").await).unwrap(), None);
    let missing = write!(shop, |tx| print_template::delete(tx, "return_slip").await);
    assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
}
