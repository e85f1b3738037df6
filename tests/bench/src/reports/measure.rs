//! Asks and takes the time.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::Result;
use redress::reports::{Asker, answer, board};
use redress_domain::Currency;
use redress_domain::report::fact::Terms;
use redress_domain::report::{day_of, shipped};
use redress_domain::status::CaseStatus;
use redress_store::ticket::{self, Filter};
use redress_store::{Page, Store, TenantStore, defect, explain};
use serde_json::json;

use super::seed::{Dice, Shop, now};
use crate::report::Report;

/// Rows of a page, as the API gives when nobody says.
const ROWS: u32 = 50;
/// Times a list is asked for.
const ROUNDS: usize = 200;
/// Times the dashboard is asked for.
const DASHBOARDS: usize = 40;
/// What lists and the search must reach.
const LIST: Duration = Duration::from_millis(50);
/// What the dashboard must reach.
const DASHBOARD: Duration = Duration::from_millis(200);
/// Reports on the dashboard, beside the board.
const REPORTS: [&str; 6] = ["return_rate_by_month", "channels", "problem_types", "first_response", "solved_at_once", "satisfaction_trend"];

/// Everything that is measured.
pub(super) async fn all(report: &mut Report, name: &str, store: &Store, shop: &Shop, tickets: u32) -> Result<()> {
    let mine = store.tenant(shop.tenant);
    let mut bench = Bench { report, name, store: mine, tickets };
    let mut dice = Dice::new(11);
    let queue = |dice: &mut Dice| Filter { queue: Some(shop.queues[dice.roll(shop.queues.len())]), open: Some(true), ..Filter::default() };
    let person =
        |dice: &mut Dice| Filter { assignee: Some(shop.people[dice.roll(shop.people.len())]), open: Some(true), ..Filter::default() };
    bench.list("first page", &mut dice, |_| Filter::default(), false).await?;
    bench.list("deep page", &mut dice, |_| Filter::default(), true).await?;
    bench.list("by queue", &mut dice, queue, false).await?;
    bench.list("by case", &mut dice, |_| Filter { case: Some(CaseStatus::Approval), ..Filter::default() }, false).await?;
    bench.list("by person", &mut dice, person, false).await?;
    bench.list("by channel", &mut dice, |_| Filter { channel: Some("jd".to_owned()), ..Filter::default() }, false).await?;
    let count = usize::try_from(tickets)?;
    bench.search("number", &mut dice, |dice| format!("AS{:07}", dice.roll(count))).await?;
    bench.search("order", &mut dice, |dice| format!("SO{:010}", 3_000_000 + dice.roll(count))).await?;
    bench.search("telephone", &mut dice, |dice| format!("13{:09}", dice.roll(count / 4))).await?;
    bench.search("name", &mut dice, |dice| format!("顾客{}", dice.roll(count / 4))).await?;
    bench.search("one word", &mut dice, |dice| ["奶粉", "耳机", "破损", "退款"][dice.roll(4)].to_owned()).await?;
    bench.search("two words", &mut dice, |dice| ["奶粉 破损", "耳机无法连接", "台灯 颜色", "书包尺码"][dice.roll(4)].to_owned()).await?;
    bench.search("nothing", &mut dice, |_| "打印机".to_owned()).await?;
    bench.search("one digit", &mut dice, |_| "1".to_owned()).await?;
    bench.dashboard().await
}

struct Bench<'a> {
    report: &'a mut Report,
    name: &'a str,
    store: TenantStore,
    tickets: u32,
}

impl Bench<'_> {
    async fn list(&mut self, what: &str, dice: &mut Dice, mut filter: impl FnMut(&mut Dice) -> Filter, deep: bool) -> Result<()> {
        let mut after = None;
        if deep {
            // A cursor in the middle of the list.
            let number = format!("AS{:07}", self.tickets / 2);
            let middle = Filter { number: Some(number), ..Filter::default() };
            let page = Page { after: None, limit: 1 };
            let found = self.store.read(move |tx| Box::pin(async move { ticket::list(tx, &middle, &page).await })).await?;
            after = found.0.first().map(|ticket| format!("c{}", ticket.id.as_uuid().simple()).parse()).transpose()?;
        }
        explain::record(true);
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let (filter, page) = (filter(dice), Page { after, limit: ROWS });
            let begun = Instant::now();
            self.store.read(move |tx| Box::pin(async move { ticket::list(tx, &filter, &page).await })).await?;
            times.push(begun.elapsed());
        }
        self.figure(&format!("tickets, {what}"), times, LIST).await
    }

    async fn search(&mut self, what: &str, dice: &mut Dice, mut text: impl FnMut(&mut Dice) -> String) -> Result<()> {
        explain::record(true);
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let (text, page) = (text(dice), Page { after: None, limit: ROWS });
            let begun = Instant::now();
            self.store
                .read(move |tx| Box::pin(async move { ticket::search(tx, &text, ticket::Ways::ALL, &Filter::default(), &page).await }))
                .await?;
            times.push(begun.elapsed());
        }
        self.figure(&format!("search, {what}"), times, LIST).await
    }

    /// The board and six reports, one after the other, as a page that shows them waits for all.
    async fn dashboard(&mut self) -> Result<()> {
        let asker = Asker::new(Terms::of(&BTreeMap::new(), Currency::CNY), true, now());
        let today = day_of(asker.terms.zone, now());
        let all: Vec<_> = shipped().into_iter().map(|shipped| (shipped.key, shipped.definition)).collect();
        let mut whole = vec![Duration::ZERO; DASHBOARDS];
        let shown: Vec<_> = all.iter().filter(|(key, _)| REPORTS.contains(&key.as_str())).collect();
        for (key, definition) in &shown {
            explain::record(true);
            let mut times = Vec::with_capacity(DASHBOARDS);
            for sum in &mut whole {
                let (definition, asker) = (definition.clone(), asker.clone());
                let Some(days) = definition.days(None, None, today) else { continue };
                let begun = Instant::now();
                self.store.read(move |tx| Box::pin(async move { answer(tx, &definition, days, &asker).await })).await?;
                times.push(begun.elapsed());
                *sum += begun.elapsed();
            }
            self.figure(&format!("report, {key}"), times, DASHBOARD).await?;
        }
        explain::record(true);
        let mut times = Vec::with_capacity(DASHBOARDS);
        for sum in &mut whole {
            let asker = asker.clone();
            let begun = Instant::now();
            self.store.read(move |tx| Box::pin(async move { board(tx, &asker, now()).await })).await?;
            times.push(begun.elapsed());
            *sum += begun.elapsed();
        }
        self.figure("board", times, DASHBOARD).await?;
        explain::record(true);
        self.figure("dashboard: the board and six reports", whole, DASHBOARD).await?;
        for (key, definition) in all.iter().filter(|(key, _)| !REPORTS.contains(&key.as_str())) {
            explain::record(true);
            let mut times = Vec::new();
            for _ in 0..5 {
                let (definition, asker) = (definition.clone(), asker.clone());
                let Some(days) = definition.days(None, None, today) else { continue };
                let begun = Instant::now();
                self.store.read(move |tx| Box::pin(async move { answer(tx, &definition, days, &asker).await })).await?;
                times.push(begun.elapsed());
            }
            self.figure(&format!("report, {key}"), times, DASHBOARD).await?;
        }
        explain::record(true);
        let begun = Instant::now();
        let days = redress_domain::report::Days::last(30, redress_domain::report::Grain::Day, today);
        self.store.read(move |tx| Box::pin(async move { defect::claims(tx, days).await })).await?;
        self.figure("defects, 30 days", vec![begun.elapsed()], DASHBOARD).await
    }

    async fn figure(&mut self, what: &str, mut times: Vec<Duration>, wanted: Duration) -> Result<()> {
        times.sort_unstable();
        let at = |percent: usize| times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
        let (p50, p99) = (at(50), at(99));
        let figure = format!("p50 {} µs, p99 {} µs", p50.as_micros(), p99.as_micros());
        let name = format!("{what}, {} tickets, {}", self.tickets, self.name);
        let value = json!({"p50_us": u64::try_from(p50.as_micros())?, "p99_us": u64::try_from(p99.as_micros())?});
        self.report.figure(&name, &figure, &format!("p99 under {} ms", wanted.as_millis()), &value);
        let texts = explain::recorded();
        explain::record(false);
        if p99 > wanted {
            for text in texts {
                let shown = text.clone();
                let plan = self.store.read(move |tx| Box::pin(async move { explain::plan(tx, &text).await })).await;
                eprintln!("bench: slow: {shown}\n{}", plan.unwrap_or_else(|error| error.to_string()));
            }
        }
        Ok(())
    }
}
