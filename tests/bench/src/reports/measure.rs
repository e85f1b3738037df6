//! Asks over HTTP, one request after the other on one connection, and takes the time.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use redress::reports::{Asker, answer, board};
use redress_domain::Currency;
use redress_domain::report::fact::Terms;
use redress_domain::report::{Definition, day_of, shipped};
use redress_domain::status::CaseStatus;
use redress_store::ticket::{self, Filter};
use redress_store::{Page, Store, TenantStore, explain};
use redress_tests::client::Client;
use serde_json::json;

use super::seed::{Dice, Shop, now};
use crate::report::Report;

/// Rows of a page, as the API gives when nobody says.
const ROWS: u32 = 50;
/// Times a list is asked for.
const ROUNDS: usize = 200;
/// Times the dashboard is asked for.
const DASHBOARDS: usize = 200;
/// Times that something is asked for before it is measured: a page that nobody has looked at since the server started is on the disk.
const WARM: usize = 8;
/// Times a report is asked for that is not on the dashboard.
const OTHERS: usize = 5;
/// What lists and the search must reach.
const LIST: Duration = Duration::from_millis(50);
/// What the dashboard must reach.
const DASHBOARD: Duration = Duration::from_millis(200);
/// Reports on the dashboard, beside the board.
const REPORTS: [&str; 6] = ["return_rate_by_month", "channels", "problem_types", "first_response", "solved_at_once", "satisfaction_trend"];

/// Everything that is measured.
pub(super) async fn all(report: &mut Report, name: &str, client: &Client, store: &Store, shop: &Shop, tickets: u32) -> Result<()> {
    let mut bench = Bench { report, name, client, store: store.tenant(shop.tenant), tickets };
    let mut dice = Dice::new(11);
    let middle = bench.middle().await?;
    bench.list("first page", |_| (String::new(), Filter::default()), &mut dice).await?;
    bench.list("deep page", |_| (format!("&after={middle}"), Filter::default()), &mut dice).await?;
    let queue = |dice: &mut Dice| {
        let at = dice.roll(shop.queues.len());
        (format!("&queue=q{at}&open=true"), Filter { queue: Some(shop.queues[at]), open: Some(true), ..Filter::default() })
    };
    bench.list("by queue", queue, &mut dice).await?;
    let case = |_: &mut Dice| ("&case=approval".to_owned(), Filter { case: Some(CaseStatus::Approval), ..Filter::default() });
    bench.list("by case", case, &mut dice).await?;
    let person = |dice: &mut Dice| {
        let who = shop.people[dice.roll(shop.people.len())];
        (format!("&assignee={who}&open=true"), Filter { assignee: Some(who), open: Some(true), ..Filter::default() })
    };
    bench.list("by person", person, &mut dice).await?;
    let channel = |_: &mut Dice| ("&channel=jd".to_owned(), Filter { channel: Some("jd".to_owned()), ..Filter::default() });
    bench.list("by channel", channel, &mut dice).await?;
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
    client: &'a Client,
    /// The same database, to see how a slow question is answered.
    store: TenantStore,
    tickets: u32,
}

impl Bench<'_> {
    /// A cursor in the middle of the list.
    async fn middle(&self) -> Result<String> {
        let found = self.client.get(&format!("/tickets?number=AS{:07}", self.tickets / 2)).await?.expect(200)?;
        let id = found["items"][0]["id"].as_str().context("a ticket in the middle")?.parse::<redress_domain::id::TicketId>()?;
        Ok(format!("c{}", id.as_uuid().simple()))
    }

    /// Seconds of one request that must succeed.
    async fn time(&self, path: &str) -> Result<Duration> {
        let begun = Instant::now();
        let reply = self.client.get(path).await?;
        let took = begun.elapsed();
        ensure!(reply.status == 200, "{path}: {reply:?}");
        Ok(took)
    }

    async fn list(&mut self, what: &str, mut asked: impl FnMut(&mut Dice) -> (String, Filter), dice: &mut Dice) -> Result<()> {
        let (mut times, mut last) = (Vec::with_capacity(ROUNDS), Filter::default());
        for round in 0..WARM + ROUNDS {
            let (query, filter) = asked(dice);
            let took = self.time(&format!("/tickets?limit={ROWS}{query}")).await?;
            times.extend((round >= WARM).then_some(took));
            last = filter;
        }
        if self.figure(&format!("tickets, {what}"), times, LIST)? {
            explain::record(true);
            let page = Page { after: None, limit: ROWS };
            self.store.read(move |tx| Box::pin(async move { ticket::list(tx, &last, &page).await })).await?;
            self.plans().await;
        }
        Ok(())
    }

    async fn search(&mut self, what: &str, dice: &mut Dice, mut text: impl FnMut(&mut Dice) -> String) -> Result<()> {
        let (mut times, mut last) = (Vec::with_capacity(ROUNDS), String::new());
        for round in 0..WARM + ROUNDS {
            last = text(dice);
            // The client encodes it.
            let took = self.time(&format!("/tickets?limit={ROWS}&q={last}")).await?;
            times.extend((round >= WARM).then_some(took));
        }
        if self.figure(&format!("search, {what}"), times, LIST)? {
            explain::record(true);
            let page = Page { after: None, limit: ROWS };
            self.store
                .read(move |tx| {
                    Box::pin(
                        async move { ticket::search(tx, &last, ticket::Ways::ALL, &Filter::default(), &page, ticket::Effort::USUAL).await },
                    )
                })
                .await?;
            self.plans().await;
        }
        Ok(())
    }

    /// The board and six reports, one after the other, as a page that shows them waits for all at worst; then every other report.
    async fn dashboard(&mut self) -> Result<()> {
        let mut whole = vec![Duration::ZERO; DASHBOARDS];
        for (key, definition) in shipped().into_iter().map(|shipped| (shipped.key, shipped.definition)) {
            let shown = REPORTS.contains(&key.as_str());
            let (mut times, path) = (Vec::new(), format!("/reports/{key}/result"));
            // The first is not measured.
            for round in 0..=if shown { DASHBOARDS } else { OTHERS } {
                let took = self.time(&path).await?;
                times.extend((round > 0).then_some(took));
            }
            if shown {
                whole.iter_mut().zip(&times).for_each(|(sum, took)| *sum += *took);
            }
            if self.figure(&format!("report, {key}"), times, DASHBOARD)? {
                self.explain_report(definition).await?;
            }
        }
        let mut times = Vec::with_capacity(DASHBOARDS);
        for sum in &mut whole {
            let took = self.time("/board").await?;
            times.push(took);
            *sum += took;
        }
        if self.figure("board", times, DASHBOARD)? {
            explain::record(true);
            let asker = asker();
            self.store.read(move |tx| Box::pin(async move { board(tx, &asker, now()).await })).await?;
            self.plans().await;
        }
        self.figure("dashboard: the board and six reports", whole, DASHBOARD)?;
        let defects = self.time("/reports/defects").await?;
        self.figure("defects, 30 days", vec![defects], DASHBOARD)?;
        Ok(())
    }

    async fn explain_report(&self, definition: Definition) -> Result<()> {
        let asker = asker();
        let today = day_of(asker.terms.zone, now());
        let Some(days) = definition.days(None, None, today) else { return Ok(()) };
        explain::record(true);
        self.store.read(move |tx| Box::pin(async move { answer(tx, &definition, days, &asker).await })).await?;
        self.plans().await;
        Ok(())
    }

    /// Shows how the database answers what was recorded.
    async fn plans(&self) {
        let texts = explain::recorded();
        explain::record(false);
        for text in texts {
            let shown = text.clone();
            let plan = self.store.read(move |tx| Box::pin(async move { explain::plan(tx, &text).await })).await;
            eprintln!("bench: slow: {shown}\n{}", plan.unwrap_or_else(|error| error.to_string()));
        }
    }

    /// Notes a figure; true when it misses what is wanted.
    fn figure(&mut self, what: &str, mut times: Vec<Duration>, wanted: Duration) -> Result<bool> {
        times.sort_unstable();
        let at = |percent: usize| times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
        let (p50, p99) = (at(50), at(99));
        let missed = p99 > wanted;
        let verdict = if missed { " MISSED" } else { "" };
        let figure = format!("p50 {} µs, p99 {} µs{verdict}", p50.as_micros(), p99.as_micros());
        let name = format!("{what}, {} tickets, {}", self.tickets, self.name);
        let value = json!({"p50_us": u64::try_from(p50.as_micros())?, "p99_us": u64::try_from(p99.as_micros())?});
        self.report.figure(&name, &figure, &format!("p99 under {} ms", wanted.as_millis()), &value);
        Ok(missed)
    }
}

fn asker() -> Asker {
    Asker::new(Terms::of(&BTreeMap::new(), Currency::CNY), true, now())
}
