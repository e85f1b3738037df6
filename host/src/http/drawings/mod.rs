//! What forms and workflows have in common at the edge: drafts, editions, and putting one into use.

pub mod body;

pub use body::{DrawingChange, NewDrawing, noted};

/// The routes that both have, as handlers of the module that calls it.
macro_rules! drawing_handlers {
    (
        $drawn:ty, $finding:ty, $one:literal, $tag:literal, $root:literal, $shipped_path:literal, $check_path:literal, $by_key:literal, $draft_path:literal,
        $publish_path:literal, $editions_path:literal, $edition_path:literal,
        $list:ident, $create:ident, $shipped:ident, $check:ident, $get:ident, $update:ident, $delete:ident, $draft:ident, $publish:ident,
        $editions:ident, $edition:ident
    ) => {
        use axum::Json as Answered;
        use axum::extract::State;
        use axum::http::StatusCode;
        use axum::response::{IntoResponse as _, Response};
        use redress_store::definition;

        use crate::app::App;
        use crate::drawing::{self, DrawingView, Drawn, EditionView};
        use crate::http::drawings::{DrawingChange, NewDrawing, noted};
        use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
        use crate::http::{
            Answer, Bare, Can, ChangeProblems, Command, IfMatch, Json, List, Path, Problem, ReadProblems, WriteProblems, permit,
        };

        #[doc = concat!("List all ", $tag, ", in the order in which new tickets try them.")]
        #[utoipa::path(get, path = $root, tag = $tag, responses((status = 200, body = List<DrawingView<$drawn>>), ReadProblems))]
        pub async fn $list(State(app): State<App>, caller: Can<permit::TicketRead>) -> Result<Response, Problem> {
            let snapshot = app.rules.get(caller.tenant.id).await?;
            let found =
                caller.store.read(|tx| Box::pin(async move { definition::list(tx, <$drawn>::NOUN).await.map_err(Problem::from) })).await?;
            let items = found.into_iter().map(|drawing| DrawingView::<$drawn>::of(drawing, &snapshot)).collect::<Result<Vec<_>, _>>()?;
            Ok(Answered(List { items, next: None }).into_response())
        }

        #[doc = concat!("List the ", $tag, " that come with the house.")]
        ///
        /// `POST` one with `from` to make it yours.
        #[utoipa::path(get, path = $shipped_path, tag = $tag, responses((status = 200, body = List<$drawn>), ReadProblems))]
        pub async fn $shipped(_caller: Can<permit::TicketRead>) -> Answered<List<$drawn>> {
            Answered(List { items: <$drawn>::shipped(), next: None })
        }

        #[doc = concat!("Draw a new ", $one, ".")]
        ///
        /// It begins as a draft; errors do not keep it from being saved, only from being published.
        #[utoipa::path(post, path = $root, tag = $tag, request_body = NewDrawing<$drawn>, params(IdempotencyHeader),
                    responses((status = 201, body = DrawingView<$drawn>), WriteProblems))]
        pub async fn $create(
            State(app): State<App>,
            caller: Can<permit::WorkflowWrite>,
            command: Command<NewDrawing<$drawn>>,
        ) -> Result<Response, Problem> {
            let (snapshot, now) = (app.rules.get(caller.tenant.id).await?, app.clock.now());
            let (drawn, key, settings) = command.body.take()?;
            let answer = command
                .idempotency
                .once(&caller, now, move |tx| {
                    Box::pin(async move {
                        let drawing = drawing::create(tx, drawn, key, settings, now).await?;
                        Ok(Answer::created(DrawingView::<$drawn>::of(drawing, &snapshot)?).version(1))
                    })
                })
                .await?;
            app.rules.invalidate(caller.tenant.id);
            Ok(answer)
        }

        #[doc = concat!("Check a ", $one, " without saving it.")]
        #[utoipa::path(post, path = $check_path, tag = $tag, request_body = $drawn,
                    responses((status = 200, body = List<$finding>), WriteProblems))]
        pub async fn $check(
            State(app): State<App>,
            caller: Can<permit::TicketRead>,
            Json(drawn): Json<$drawn>,
        ) -> Result<Response, Problem> {
            let snapshot = app.rules.get(caller.tenant.id).await?;
            // A large drawing takes milliseconds to check; other requests shall not wait for it.
            let checked = tokio::task::spawn_blocking(move || drawn.check(&snapshot)).await;
            let items = checked.map_err(|error| Problem::internal(&error))?;
            Ok(Answered(List { items, next: None }).into_response())
        }

        #[doc = concat!("Get a ", $one, " with its draft.")]
        #[utoipa::path(get, path = $by_key, tag = $tag, params(("key" = String, Path)),
                    responses((status = 200, body = DrawingView<$drawn>), ReadProblems))]
        pub async fn $get(State(app): State<App>, caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Response, Problem> {
            let (snapshot, wanted) = (app.rules.get(caller.tenant.id).await?, key.clone());
            let found = caller
                .store
                .read(move |tx| Box::pin(async move { definition::find(tx, <$drawn>::NOUN, &wanted).await.map_err(Problem::from) }))
                .await?
                .ok_or_else(|| Problem::not_found($one, key))?;
            let version = found.version;
            Ok(Answer::ok(DrawingView::<$drawn>::of(found, &snapshot)?).version(version).into_response())
        }

        #[doc = concat!("Say which tickets get a ", $one, ", or switch it off.")]
        ///
        /// What runs goes on either way.
        #[utoipa::path(patch, path = $by_key, tag = $tag, request_body = DrawingChange, params(("key" = String, Path), IfMatchHeader),
                    responses((status = 200, body = DrawingView<$drawn>), ChangeProblems))]
        pub async fn $update(
            State(app): State<App>,
            caller: Can<permit::WorkflowWrite>,
            Path(key): Path<String>,
            expected: IfMatch,
            Json(change): Json<DrawingChange>,
        ) -> Result<Response, Problem> {
            let (now, settings) = (app.clock.now(), change.into());
            let changed = caller
                .store
                .write(move |tx| Box::pin(async move { drawing::settings::<$drawn>(tx, &key, expected.0, settings, now).await }))
                .await?;
            noted::<$drawn>(&app, &caller, changed).await
        }

        #[doc = concat!("Delete a ", $one, " with its editions.")]
        ///
        /// What tickets have gone through stays, because they still show it.
        #[utoipa::path(delete, path = $by_key, tag = $tag, params(("key" = String, Path), IfMatchHeader),
                    responses((status = 204, description = "Deleted"), ChangeProblems))]
        pub async fn $delete(
            State(app): State<App>,
            caller: Can<permit::WorkflowWrite>,
            Path(key): Path<String>,
            expected: IfMatch,
        ) -> Result<StatusCode, Problem> {
            caller.store.write(move |tx| Box::pin(async move { drawing::delete::<$drawn>(tx, &key, expected.0).await })).await?;
            app.rules.invalidate(caller.tenant.id);
            Ok(StatusCode::NO_CONTENT)
        }

        #[doc = concat!("Save the draft of a ", $one, ".")]
        ///
        /// The answer says what is wrong with it; nothing changes for tickets until it is published.
        #[utoipa::path(put, path = $draft_path, tag = $tag, request_body = $drawn, params(("key" = String, Path), IfMatchHeader),
                    responses((status = 200, body = DrawingView<$drawn>), ChangeProblems))]
        pub async fn $draft(
            State(app): State<App>,
            caller: Can<permit::WorkflowWrite>,
            Path(key): Path<String>,
            expected: IfMatch,
            Json(drawn): Json<$drawn>,
        ) -> Result<Response, Problem> {
            let now = app.clock.now();
            let changed =
                caller.store.write(move |tx| Box::pin(async move { drawing::draft(tx, &key, expected.0, drawn, now).await })).await?;
            noted::<$drawn>(&app, &caller, changed).await
        }

        #[doc = concat!("Publish the draft of a ", $one, " as its next edition.")]
        ///
        /// New tickets get it at once; what runs keeps the edition that it began with.
        #[utoipa::path(post, path = $publish_path, tag = $tag, params(("key" = String, Path), IdempotencyHeader, IfMatchHeader),
                    responses((status = 200, body = DrawingView<$drawn>), ChangeProblems))]
        pub async fn $publish(
            State(app): State<App>,
            caller: Can<permit::WorkflowWrite>,
            Path(key): Path<String>,
            expected: IfMatch,
            Bare(idempotency): Bare,
        ) -> Result<Response, Problem> {
            let (snapshot, now, by) = (app.rules.get(caller.tenant.id).await?, app.clock.now(), caller.actor());
            let answer = idempotency
                .once(&caller, now, move |tx| {
                    Box::pin(async move {
                        let drawing = drawing::publish::<$drawn>(tx, &key, expected.0, &snapshot, by, now).await?;
                        let version = drawing.version;
                        Ok(Answer::ok(DrawingView::<$drawn>::of(drawing, &snapshot)?).version(version))
                    })
                })
                .await?;
            app.rules.invalidate(caller.tenant.id);
            Ok(answer)
        }

        #[doc = concat!("List the editions of a ", $one, ", newest first.")]
        #[utoipa::path(get, path = $editions_path, tag = $tag, params(("key" = String, Path)),
                    responses((status = 200, body = List<EditionView<$drawn>>), ReadProblems))]
        pub async fn $editions(caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Response, Problem> {
            let found = caller
                .store
                .read(move |tx| {
                    Box::pin(async move {
                        let found = definition::editions(tx, <$drawn>::NOUN, &key).await?;
                        if found.is_empty() && definition::find(tx, <$drawn>::NOUN, &key).await?.is_none() {
                            return Err(Problem::not_found($one, key));
                        }
                        Ok(found)
                    })
                })
                .await?;
            let items = found.into_iter().map(EditionView::<$drawn>::of).collect::<Result<Vec<_>, _>>()?;
            Ok(Answered(List { items, next: None }).into_response())
        }

        #[doc = concat!("Get one edition of a ", $one, ".")]
        #[utoipa::path(get, path = $edition_path, tag = $tag, params(("key" = String, Path), ("edition" = u32, Path)),
                    responses((status = 200, body = EditionView<$drawn>), ReadProblems))]
        pub async fn $edition(caller: Can<permit::TicketRead>, Path((key, edition)): Path<(String, u32)>) -> Result<Response, Problem> {
            let wanted = key.clone();
            let found = caller
                .store
                .read(move |tx| {
                    Box::pin(async move { definition::edition(tx, <$drawn>::NOUN, &wanted, edition).await.map_err(Problem::from) })
                })
                .await?;
            let found = found.ok_or_else(|| Problem::not_found(concat!("edition of the ", $one), format!("{key}/{edition}")))?;
            Ok(Answer::ok(EditionView::<$drawn>::of(found)?).into_response())
        }
    };
}

pub(super) use drawing_handlers;
