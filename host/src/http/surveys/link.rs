//! `POST /tickets/{id}/survey-link`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::portal::{LinkScope, PortalLink};
use redress_domain::timeline::NewEntry;
use redress_store::{portal_link, survey, timeline};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, Code, Path, Problem, WriteProblems, permit};

/// Where a survey is answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyLink {
    /// Where it leads; null in the answer to a repeated request.
    url: Option<String>,
    /// Its token, for `Authorization: Bearer`; null in the answer to a repeated request.
    token: Option<String>,
    /// Until when it works.
    expires_at: Timestamp,
}

/// Show the link of a ticket's survey, to send it again.
///
/// Whoever holds it answers for the customer: only administrators see it, not about their own work, and the timeline says who did.
#[utoipa::path(post, path = "/tickets/{id}/survey-link", tag = "surveys", params(("id" = TicketId, Path), IdempotencyHeader),
    responses((status = 200, body = SurveyLink), WriteProblems))]
pub async fn show_survey_link(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<TicketId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let (now, actor, user, tenant) = (app.clock.now(), caller.actor(), caller.user.id, caller.tenant.id);
    let (vault, page) = (app.vault.clone(), app.config.portal.url.clone());
    idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let asked = survey::find_by_ticket(tx, id).await?.ok_or_else(|| Problem::not_found("survey about ticket", id))?;
                if asked.assignee == Some(user) {
                    return Err(Problem::new(Code::Forbidden, "the survey is about your own work: let somebody else send it again"));
                }
                let links = portal_link::list(tx, id).await?;
                let sent = links.into_iter().find(|link| link.scope == LinkScope::Survey && link.works(now));
                let link: PortalLink = sent.ok_or_else(|| Problem::not_found("open survey about ticket", id))?;
                let data = json!({ "survey": asked.id, "link": link.id });
                timeline::record(tx, id, vec![NewEntry { at: now, actor, kind: "survey.link_shown".to_owned(), data }]).await?;
                let token = vault.link_token(tenant, link.id);
                let expires_at = link.expires_at;
                let shown = SurveyLink { url: Some(format!("{page}{token}")), token: Some(token), expires_at };
                let kept = serde_json::to_value(SurveyLink { url: None, token: None, expires_at });
                Ok(Answer::ok(shown).keeping(kept.map_err(|error| Problem::internal(&error))?))
            })
        })
        .await
}
