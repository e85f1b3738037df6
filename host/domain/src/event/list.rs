//! The list of events.

use serde::{Deserialize, Serialize};

use super::{Author, Correction};
use crate::decide::{Combined, Failure};
use crate::id::{QueueId, RefundInstructionId, TicketId, UserId};
use crate::ledger::Draft;
use crate::money::Money;
use crate::rule::Deduction;
use crate::settlement::RefundState;
use crate::status::{MoneyStatus, names};
use crate::ticket::LineAmount;

events! {
    /// The rules were asked and their answers combined.
    Decided(Combined) = "decided";
    /// Another open ticket asks for the same; that one goes on.
    Merged {
        /// The ticket that goes on.
        into: TicketId,
    } = "merged";
    /// A person took the ticket.
    Accepted {
        /// Who.
        by: UserId,
    } = "accepted";
    /// The ticket moved to another queue or person (转交).
    Transferred {
        /// New queue; `None` keeps it.
        queue: Option<QueueId>,
        /// New person; `None` leaves it to the queue.
        assignee: Option<UserId>,
        /// Why.
        reason: Option<String>,
    } = "transferred";
    /// Somebody wrote.
    MessageAdded {
        /// Who.
        author: Author,
        /// The text.
        body: String,
        /// The customer must not see it.
        internal: bool,
    } = "message_added";
    /// The customer was asked for something.
    InformationRequested {
        /// The question.
        message: String,
        /// Names of the fields that are missing.
        fields: Vec<String>,
    } = "information_requested";
    /// The customer answered.
    CustomerAnswered {
        /// The answer.
        message: String,
    } = "customer_answered";
    /// A reviewer sent it back for correction (驳回); the opinion is mandatory.
    SentForCorrection {
        /// To whom.
        to: Correction,
        /// Why.
        opinion: String,
    } = "sent_for_correction";
    /// A person agreed. The caller has checked that they may ([`crate::approval::may_approve`]).
    Agreed {
        /// Who.
        by: UserId,
        /// In their words.
        opinion: Option<String>,
        /// A lower amount than the one asked; `None` keeps it.
        amount: Option<Money>,
    } = "agreed";
    /// A person refused; the opinion is mandatory.
    Rejected {
        /// Who.
        by: UserId,
        /// Why; goes to the customer.
        opinion: String,
    } = "rejected";
    /// The customer changed a refused request.
    Amended = "amended";
    /// The customer withdrew.
    Cancelled {
        /// Why.
        reason: Option<String>,
    } = "cancelled";
    /// A finished ticket came back.
    Reopened {
        /// Why.
        reason: Option<String>,
    } = "reopened";
    /// A finished ticket was archived.
    Closed = "closed";
    /// The customer let a time limit pass.
    Expired = "expired";
    /// A rule could not answer outside of a decision.
    RuleFailed(Failure) = "rule_failed";
    /// The customer was told where to send the goods.
    ReturnRequested {
        /// Where to.
        address: String,
    } = "return_requested";
    /// The goods are on their way: a tracking number or a scan at pick-up.
    TrackingAdded {
        /// Carrier.
        carrier: String,
        /// Tracking number.
        number: String,
    } = "tracking_added";
    /// The tracking number is wrong or belongs to another parcel.
    TrackingRejected {
        /// What is wrong.
        reason: String,
    } = "tracking_rejected";
    /// The customer did not take the delivery (拒签); the outbound parcel comes back.
    DeliveryRefused = "delivery_refused";
    /// The parcel is lost.
    ParcelLost {
        /// How that is known.
        reason: String,
    } = "parcel_lost";
    /// A parcel thought lost moves again.
    ParcelFound = "parcel_found";
    /// A parcel arrived and its scan matched.
    GoodsReceived {
        /// All parcels are here.
        complete: bool,
        /// What the warehouse saw.
        note: Option<String>,
    } = "goods_received";
    /// The goods were inspected.
    GoodsInspected {
        /// They are as they should be.
        ok: bool,
        /// What the warehouse saw.
        note: Option<String>,
    } = "goods_inspected";
    /// The customer accepts that money is kept back (D7).
    DeductionAgreed {
        /// What is kept back, per line.
        deductions: Vec<Deduction>,
    } = "deduction_agreed";
    /// The customer let the offer of the warehouse pass (D7).
    OfferExpired = "offer_expired";
    /// The customer sends the missing part.
    PartRequested {
        /// Which part.
        part: String,
    } = "part_requested";
    /// No agreement about goods on hold: they go back.
    AgreementFailed {
        /// Why.
        reason: String,
    } = "agreement_failed";
    /// The goods have left for the customer again.
    GoodsSentBack {
        /// Tracking number.
        number: Option<String>,
    } = "goods_sent_back";
    /// Stock for a replacement, part or repair is reserved.
    ReplacementReserved = "replacement_reserved";
    /// The replacement left.
    ReplacementShipped {
        /// Tracking number.
        number: Option<String>,
    } = "replacement_shipped";
    /// The customer has the replacement.
    ReplacementDelivered = "replacement_delivered";
    /// A replacement left first, and the goods it is for have not come in time.
    GoodsOverdue = "goods_overdue";
    /// The customer has not said in time whether they take money instead of goods that are not there.
    ConsentExpired = "consent_expired";
    /// There is no stock, and the customer takes money instead: the ticket asks for a refund from here on.
    OutOfStock {
        /// Why.
        reason: Option<String>,
    } = "out_of_stock";
    /// The customer owes a difference; the replacement waits for it.
    DifferenceDue {
        /// How much.
        amount: Money,
    } = "difference_due";
    /// The customer paid the difference.
    DifferencePaid {
        /// How much.
        amount: Money,
    } = "difference_paid";
    /// Other amounts are asked for; the rules are asked anew.
    AmountChanged {
        /// What is asked for lines now.
        lines: Vec<LineAmount>,
        /// Why.
        reason: String,
    } = "amount_changed";
    /// The amounts are agreed and the ledger is balanced.
    SettlementAgreed {
        /// Entries still to be booked.
        entries: Vec<Draft>,
        /// What is paid now; replaces instructions that were not paid.
        amount: Money,
    } = "settlement_agreed";
    /// An instruction went to the gateway.
    RefundSent {
        /// Which.
        instruction: RefundInstructionId,
    } = "refund_sent";
    /// The money arrived.
    RefundPaid {
        /// Which instruction.
        instruction: RefundInstructionId,
        /// The bank's or gateway's reference.
        reference: Option<String>,
    } = "refund_paid";
    /// The gateway or finance said no.
    RefundFailed {
        /// Which instruction.
        instruction: RefundInstructionId,
        /// Why.
        reason: String,
    } = "refund_failed";
    /// Nobody knows whether it was paid: ask, never send again.
    RefundUnknown {
        /// Which instruction.
        instruction: RefundInstructionId,
    } = "refund_unknown";
    /// One of several instructions moved; together they stand there.
    RefundShared {
        /// Which.
        instruction: RefundInstructionId,
        /// Where it stands.
        state: RefundState,
        /// Where all of them stand together.
        together: MoneyStatus,
    } = "refund_shared";
    /// A failed refund is tried again with a new instruction.
    RefundRetried {
        /// How much.
        amount: Money,
    } = "refund_retried";
    /// The platform or somebody else paid.
    RefundedExternally {
        /// How much.
        amount: Money,
        /// Their reference.
        reference: Option<String>,
    } = "refunded_externally";
    /// Money that was paid is fetched back (追缴).
    ClawbackStarted {
        /// How much, positive.
        amount: Money,
        /// Why.
        reason: String,
    } = "clawback_started";
    /// The money came back.
    ClawbackCollected {
        /// How much, positive.
        amount: Money,
    } = "clawback_collected";
    /// The merchant lets the money go.
    ClawbackWaived {
        /// Why.
        reason: String,
    } = "clawback_waived";
    /// The platform opened a dispute; money stands still.
    DisputeOpened {
        /// The platform's number.
        reference: Option<String>,
    } = "dispute_opened";
    /// Evidence was handed in.
    EvidenceSubmitted {
        /// What.
        note: String,
    } = "evidence_submitted";
    /// The platform ruled.
    DisputeRuled {
        /// For the buyer; otherwise for the seller.
        for_buyer: bool,
    } = "dispute_ruled";
    /// The dispute was withdrawn.
    DisputeWithdrawn = "dispute_withdrawn";
}
