//! `GET /portal/v1/survey`, `POST /portal/v1/survey` (U14)

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::Timestamp;
use redress_domain::portal::Language;
use redress_domain::survey::{Answer as SurveyAnswer, Survey};
use redress_store::{survey, ticket};
use serde::Serialize;
use utoipa::ToSchema;

use super::Respondent;
use super::commit::once;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Code, Command, PortalProblems, Problem};

/// The questions, and what was answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyView {
    /// Number of the request.
    number: String,
    /// Satisfied with the result? Answered with true or false.
    satisfied: &'static str,
    /// Mark of the whole, 1 to 5.
    score: &'static str,
    /// Mark of the speed, 1 to 5.
    speed: &'static str,
    /// How likely they are to recommend the shop, 0 to 10.
    recommend: &'static str,
    /// In the customer's own words.
    comment: &'static str,
    /// What was answered so far.
    answer: Option<SurveyAnswer>,
    /// True while an answer, or a changed one, is taken.
    open: bool,
    /// Until when a first answer is taken.
    expires_at: Timestamp,
}

impl SurveyView {
    fn of(survey: Survey, number: String, language: Language, now: Timestamp) -> Self {
        let (satisfied, score, speed, recommend, comment) = match language {
            Language::Chinese => (
                "您对处理结果满意吗？",
                "请为本次服务打分（1-5）",
                "您对处理速度认可吗？（1-5）",
                "您有多大可能向朋友推荐我们？（0-10）",
                "您还有什么想告诉我们的？",
            ),
            Language::English => (
                "Are you satisfied with the result?",
                "How do you rate our service, from 1 to 5?",
                "How do you rate our speed, from 1 to 5?",
                "How likely are you to recommend us to a friend, from 0 to 10?",
                "Is there anything else you want to tell us?",
            ),
        };
        let open = survey.is_open(now);
        Self { number, satisfied, score, speed, recommend, comment, answer: survey.answer, open, expires_at: survey.expires_at }
    }
}

/// Read the survey about a finished request.
#[utoipa::path(get, path = "/survey", tag = "portal", responses((status = 200, body = SurveyView), PortalProblems))]
pub async fn get_survey(State(app): State<App>, visitor: Respondent) -> Result<Json<SurveyView>, Problem> {
    let id = visitor.link.ticket;
    let (found, number) = visitor
        .store
        .read(move |tx| {
            Box::pin(async move {
                let found = survey::find_by_ticket(tx, id).await?.ok_or_else(|| Problem::not_found("survey about ticket", id))?;
                let about = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>((found, about.number))
            })
        })
        .await?;
    Ok(Json(SurveyView::of(found, number, visitor.language, app.clock.now())))
}

/// Answer the survey.
///
/// It is answered once; the answer may be changed within a day.
#[utoipa::path(post, path = "/survey", tag = "portal", request_body = SurveyAnswer, params(IdempotencyHeader),
    responses((status = 200, body = SurveyView), PortalProblems))]
pub async fn answer_survey(
    State(app): State<App>,
    visitor: Respondent,
    command: Command<SurveyAnswer, { 16 << 10 }>,
) -> Result<Response, Problem> {
    let Command { body: said, idempotency } = command;
    if !visitor.link.answers_surveys() {
        let detail = "this link was made by the shop, which cannot mark itself: answer by the link of the survey, or by one of your own";
        return Err(Problem::new(Code::Forbidden, detail));
    }
    let (tenant, id, language) = (visitor.tenant.id, visitor.link.ticket, visitor.language);
    let key = idempotency.within(&visitor.link.id.to_string());
    once(&app, &visitor.store, visitor.user(), key, || {
        let (workflow, said) = (app.workflow.clone(), said.clone());
        async move {
            let (turn, answered, before) = workflow.answer_survey(tenant, id, said).await?;
            let view = SurveyView::of(answered.clone(), turn.ticket().number.clone(), language, turn.now());
            let also: super::commit::Also = Box::new(move |tx| Box::pin(async move { Ok(survey::answer(tx, &answered, before).await?) }));
            Ok((turn, also, Answer::ok(view)))
        }
    })
    .await
}
