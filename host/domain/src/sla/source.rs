//! The promises that the sources of the requirements describe, ready to use and to edit. All of them count every second: the
//! sources speak of no office hours.

use chrono::Duration;

use super::{Action, Channel, Goal, Policy, Target, When};
use crate::calendar::{Block, Calendar, TimeOfDay, Week, Zone};
use crate::status::CaseStatus;
use crate::ticket::Priority;

/// The due time itself.
const DUE: When = When::Percent(100);

fn tell(role: &str, by: Channel) -> Action {
    Action::TellRole { role: role.to_owned(), by }
}

/// L19: nobody accepted it for ten minutes (超时预警): a window on the supervisor's screen.
pub fn l19() -> Target {
    Target::new("accepted", Goal::Acceptance, Duration::minutes(10)).then("supervisor", DUE, vec![tell("supervisor", Channel::Popup)])
}

/// Z20: 待受理 for more than thirty minutes: high priority, and a mail to the department's manager, whose built-in role is
/// `director`.
pub fn z20() -> Target {
    let actions = vec![Action::RaisePriority { to: Priority::High }, tell("director", Channel::Mail)];
    Target::new("accepted_at_last", Goal::Acceptance, Duration::minutes(30)).then("manager", DUE, actions)
}

/// Z24: the first review (客服初审) takes more than four hours: a task for the supervisor.
pub fn z24() -> Target {
    let goal = Goal::Case { case: vec![CaseStatus::FirstReview] };
    Target::new("first_review", goal, Duration::hours(4)).then("supervisor", DUE, vec![tell("supervisor", Channel::Task)])
}

/// U13: more than a day in the queue of the logistics group (物流组): its lead is reminded and the priority rises; more than two
/// days: the supervisor of customer service is told.
pub fn u13(queue: &str) -> Target {
    let lead = vec![Action::TellQueueLead { by: Channel::Popup }, Action::RaisePriority { to: Priority::High }];
    let day = Duration::hours(24);
    Target::new("logistics", Goal::Queue { queue: queue.to_owned() }, day).then("lead", DUE, lead).then(
        "supervisor",
        When::AfterSeconds(24 * 60 * 60),
        vec![tell("supervisor", Channel::Popup)],
    )
}

/// Z42: a refund request reaches finance within a day, and the whole case ends within two. Time in which the goods or the next
/// word are with the customer or the carrier is not the merchant's.
pub fn z42() -> [Target; 2] {
    let elsewhere = [CaseStatus::AwaitingCustomer, CaseStatus::RefusedOnce, CaseStatus::AwaitingReturn, CaseStatus::InTransit];
    let finance = Goal::Reach { case: vec![CaseStatus::Settling] };
    let late = || vec![Action::RemindOwner, tell("supervisor", Channel::Task)];
    [("finance", finance, 24), ("whole_case", Goal::Resolution, 48)].map(|(key, goal, hours)| Target {
        pause_in: elsewhere.to_vec(),
        ..Target::new(key, goal, Duration::hours(hours)).then("late", DUE, late())
    })
}

/// Office hours in China: what a new tenant's calendar begins with. The holidays of each year are the merchant's to import.
pub fn office() -> Calendar {
    let block = |from: u32, until: u32| Block { from: TimeOfDay::from_hour(from), until: TimeOfDay::from_hour(until) };
    let week = Week { weekdays: vec![1, 2, 3, 4, 5], open: vec![block(9, 12), block(13, 18)], first: None, last: None };
    Calendar { name: "office".to_owned(), zone: Zone::SHANGHAI, weeks: vec![week], days: Vec::new() }
}

/// Z42: an agreed refund is paid within a day of its coming to finance.
pub fn z42_payment() -> Target {
    let goal = Goal::Case { case: vec![CaseStatus::Settling] };
    Target::new("payment", goal, Duration::hours(24)).then("finance", DUE, vec![tell("finance", Channel::Task)])
}

/// All of them: what a new tenant may begin with.
pub fn standard(logistics_queue: &str) -> Policy {
    let [finance, whole_case] = z42();
    Policy { name: "standard".to_owned(), targets: vec![l19(), z20(), z24(), u13(logistics_queue), finance, z42_payment(), whole_case] }
}
