//! What may be proposed.

use redress_domain::fulfilment::{Proposal, ProposedLine, ReplacementState, ReturnedGoods, StockBy};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::TicketKind;
use redress_domain::{Currency, Money};

use super::{exchange, new_line, try_proposal, with_lines};
use crate::sample::{PAID, line, ticket, usual, yuan};

#[test]
fn an_even_exchange_names_only_the_article() {
    let mut of = exchange();
    of.lines.truncate(1);
    let proposal = with_lines(vec![ProposedLine { sku: Some("RED".to_owned()), ..ProposedLine::default() }]);
    let one = try_proposal(&of, &proposal, &[]).unwrap();
    assert_eq!((one.difference, one.lines[0].amount, one.lines[0].quantity), (yuan(0), yuan(PAID - 990), 1));
    assert_eq!((one.state, one.stock.by, one.returned.len()), (ReplacementState::Reserving, StockBy::Connector, 1));
    assert!(one.reservation_key().ends_with("-1"));
}

#[test]
fn each_piece_is_replaced_once() {
    let of = exchange();
    let first = try_proposal(&of, &with_lines(vec![new_line(1, None)]), &[]).unwrap();
    let again = try_proposal(&of, &with_lines(vec![new_line(1, None)]), std::slice::from_ref(&first)).unwrap_err();
    assert_eq!((again.code(), again.pointer()), ("quantity_over_bought", "/returned/0"));
    try_proposal(&of, &with_lines(vec![new_line(2, None)]), std::slice::from_ref(&first)).unwrap();
    let mut cancelled = first;
    cancelled.state = ReplacementState::Cancelled;
    try_proposal(&of, &with_lines(vec![new_line(1, None)]), &[cancelled]).unwrap();
}

#[test]
fn a_resend_and_a_repair_are_about_all_lines_and_cost_nothing() {
    let of = ticket(TicketKind::Resend, usual(CaseStatus::Approved));
    let resend = try_proposal(&of, &Proposal::default(), &[]).unwrap();
    assert_eq!((resend.lines.len(), resend.difference, resend.returned.len()), (2, yuan(0), 0));
    let repair = try_proposal(&ticket(TicketKind::Repair, usual(CaseStatus::Approved)), &Proposal::default(), &[]).unwrap();
    assert_eq!((repair.state, repair.stock.by), (ReplacementState::InRepair, StockBy::Person));
    let priced = with_lines(vec![new_line(1, Some(100))]);
    assert_eq!(try_proposal(&of, &priced, &[]).unwrap_err().pointer(), "/lines/0/unit_price");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let of = exchange();
    let refuse = |proposal: Proposal| try_proposal(&of, &proposal, &[]).unwrap_err();
    assert_eq!(refuse(Proposal::default()).pointer(), "/lines");
    let stranger = ProposedLine { replaces: Some(line(9)), ..ProposedLine::default() };
    assert_eq!(refuse(with_lines(vec![stranger])).code(), "unknown_reference");
    assert_eq!(refuse(with_lines(vec![ProposedLine::default()])).pointer(), "/lines/0/replaces");
    let none = ProposedLine { quantity: Some(0), ..new_line(1, None) };
    assert_eq!(refuse(with_lines(vec![none])).pointer(), "/lines/0/quantity");
    let dollars = Money::new(5, "USD".parse::<Currency>().unwrap()).unwrap();
    let foreign = ProposedLine { unit_price: Some(dollars), ..new_line(1, None) };
    assert_eq!(refuse(with_lines(vec![foreign])).code(), "foreign_currency");
    let negative = new_line(1, Some(-1));
    assert_eq!(refuse(with_lines(vec![negative])).pointer(), "/lines/0/unit_price");
    let many = Proposal { returned: vec![ReturnedGoods { line: line(1), quantity: Some(2) }], ..with_lines(vec![new_line(1, None)]) };
    assert_eq!(refuse(many).code(), "quantity_over_bought");
    let inquiry = ticket(TicketKind::Inquiry, usual(CaseStatus::Approved));
    assert!(try_proposal(&inquiry, &with_lines(vec![new_line(1, None)]), &[]).unwrap_err().to_string().contains("inquiry"));
}

/// Ship first: nothing goes back before the goods are here, and all replacements of a ticket do alike.
#[test]
fn what_ships_first_owes_the_customer_nothing() {
    let first = |lines| Proposal { ship_first: true, ..with_lines(lines) };
    let cheaper = try_proposal(&exchange(), &first(vec![new_line(1, Some(100))]), &[]).unwrap_err();
    assert_eq!(cheaper.pointer(), "/ship_first");
    let one = try_proposal(&exchange(), &first(vec![new_line(1, Some(PAID))]), &[]).unwrap();
    assert_eq!(one.difference, yuan(990));
    let other = try_proposal(&exchange(), &with_lines(vec![new_line(2, None)]), &[one]).unwrap_err();
    assert!(other.to_string().contains("ship first"), "{other}");
    let resend = ticket(TicketKind::Resend, usual(CaseStatus::Approved));
    assert_eq!(try_proposal(&resend, &first(Vec::new()), &[]).unwrap_err().pointer(), "/ship_first");
}
