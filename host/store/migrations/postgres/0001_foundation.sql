-- The tables of Redress. tenant_id leads every key, so that rows of one tenant lie together and a server can be split by tenant.
-- Moments are TIMESTAMPTZ with microseconds. Amounts are minor units beside their ISO 4217 code.
-- Columns of JSON text hold what is never filtered by; columns of packed bytes are compressed (sql/pack.rs).

CREATE TABLE tenant (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT tenant_slug UNIQUE (slug)
);

CREATE TABLE role (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    name TEXT COLLATE "C" NOT NULL,
    approval_rank BIGINT,
    permissions TEXT NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- Users; "user" is a reserved word.
CREATE TABLE account (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    queues TEXT NOT NULL,
    skills TEXT NOT NULL,
    capacity BIGINT NOT NULL,
    rating BIGINT,
    available BOOLEAN NOT NULL,
    disabled BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT account_email UNIQUE (tenant_id, email)
);

CREATE TABLE account_role (
    tenant_id UUID NOT NULL,
    account_id UUID NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, account_id, role),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX account_role_by_role ON account_role (tenant_id, role);

CREATE TABLE api_key (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    name TEXT NOT NULL,
    secret_digest BYTEA NOT NULL,
    scopes TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id),
    -- A request shows the secret before anybody knows its tenant.
    CONSTRAINT api_key_secret_digest UNIQUE (secret_digest),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);

CREATE TABLE queue (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    is_default BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT queue_key UNIQUE (tenant_id, key)
);
CREATE UNIQUE INDEX queue_tenant_id ON queue (tenant_id) WHERE is_default;

CREATE TABLE customer (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    external_id TEXT COLLATE "C" NOT NULL,
    name TEXT,
    phone TEXT,
    email TEXT,
    member_level TEXT,
    tags TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT customer_external_id UNIQUE (tenant_id, external_id)
);

-- An order is a snapshot that the shop replaces as a whole, so its lines are one packed value and not rows.
CREATE TABLE shop_order (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    external_id TEXT COLLATE "C" NOT NULL,
    customer_id UUID,
    placed_at TIMESTAMPTZ,
    delivered_at TIMESTAMPTZ,
    paid_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    line_count BIGINT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT shop_order_external_id UNIQUE (tenant_id, external_id)
);
CREATE INDEX shop_order_by_customer ON shop_order (tenant_id, customer_id, placed_at) WHERE customer_id IS NOT NULL;

-- Counters that hand out blocks of numbers, so that tickets do not queue for one row.
CREATE TABLE sequence (
    tenant_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    next_value BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE ticket (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    external_ref TEXT COLLATE "C",
    subject TEXT NOT NULL,
    description TEXT NOT NULL,
    problem_type TEXT COLLATE "C",
    customer_id UUID,
    order_id UUID,
    case_status TEXT COLLATE "C" NOT NULL,
    goods TEXT COLLATE "C" NOT NULL,
    money TEXT COLLATE "C" NOT NULL,
    dispute TEXT COLLATE "C" NOT NULL,
    -- Derived from case_status, for the desk.
    is_open BOOLEAN NOT NULL,
    queue_id UUID,
    assignee_id UUID,
    priority TEXT COLLATE "C" NOT NULL,
    -- Tags, risk, refund, approvals, deductions and form fields as JSON.
    detail TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_number UNIQUE (tenant_id, number)
);
CREATE UNIQUE INDEX ticket_external_ref ON ticket (tenant_id, channel, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX ticket_by_customer ON ticket (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX ticket_by_order ON ticket (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ticket_by_case ON ticket (tenant_id, case_status, id);
CREATE INDEX ticket_by_queue ON ticket (tenant_id, queue_id, id) WHERE is_open;
CREATE INDEX ticket_by_assignee ON ticket (tenant_id, assignee_id, id) WHERE is_open AND assignee_id IS NOT NULL;

CREATE TABLE ticket_line (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    position BIGINT NOT NULL,
    id UUID NOT NULL,
    order_line TEXT COLLATE "C",
    sku TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C",
    quantity BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    requested_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, position)
);

-- Append-only and chained by hashes; the triggers below keep honest programs honest, the chain shows the others.
CREATE TABLE timeline (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    data TEXT NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT timeline_seq PRIMARY KEY (tenant_id, ticket_id, seq)
);

-- What decisions share, by SHA-256 of the bytes before packing.
CREATE TABLE blob (
    tenant_id UUID NOT NULL,
    digest BYTEA NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (tenant_id, digest)
);

-- Name, version and digest of the plugin are joined in; case file, question and configuration lie in blob.
CREATE TABLE decision (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    hook TEXT COLLATE "C" NOT NULL,
    binding_id UUID,
    plugin_id UUID NOT NULL,
    engine_profile TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    seed BIGINT NOT NULL,
    locale TEXT COLLATE "C" NOT NULL,
    case_digest BYTEA NOT NULL,
    question_digest BYTEA NOT NULL,
    config_digest BYTEA NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    -- Answer, fault, host calls and log, packed.
    payload BYTEA NOT NULL,
    fuel BIGINT NOT NULL,
    peak_memory BIGINT NOT NULL,
    duration_us BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX decision_by_ticket ON decision (tenant_id, ticket_id, id);

CREATE TABLE plugin (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    digest BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    version TEXT COLLATE "C" NOT NULL,
    description TEXT NOT NULL,
    sdk TEXT NOT NULL,
    hooks TEXT NOT NULL,
    config_schema TEXT NOT NULL,
    size BIGINT NOT NULL,
    uploaded_by UUID,
    uploaded_at TIMESTAMPTZ NOT NULL,
    -- Set instead of deleting the row: decisions still show it and replay needs it.
    hidden BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX plugin_version ON plugin (tenant_id, name, version) WHERE NOT hidden;
CREATE INDEX plugin_by_digest ON plugin (tenant_id, digest);

-- Components by SHA-256. No tenant: contents that name themselves have no owner, and two tenants may upload the same.
CREATE TABLE plugin_bytes (
    digest BYTEA NOT NULL PRIMARY KEY,
    packed BYTEA NOT NULL
);

CREATE TABLE binding (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    hook TEXT COLLATE "C" NOT NULL,
    plugin_id UUID NOT NULL,
    config TEXT NOT NULL,
    position BIGINT NOT NULL,
    mode TEXT COLLATE "C" NOT NULL,
    enabled BOOLEAN NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, plugin_id) REFERENCES plugin (tenant_id, id)
);
CREATE INDEX binding_by_plugin ON binding (tenant_id, plugin_id);

CREATE TABLE parameter (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    code TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant_id, code)
);

CREATE TABLE timer (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    -- When a worker that claimed the timer and died is given up.
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX timer_by_ticket ON timer (tenant_id, ticket_id);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE outbox (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID,
    event TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    recipient TEXT NOT NULL,
    webhook_id UUID,
    payload TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    -- Also the lease: a claim moves it into the future.
    next_attempt_at TIMESTAMPTZ NOT NULL,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    delivered_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';
CREATE INDEX outbox_dead ON outbox (tenant_id, id) WHERE state = 'dead';

CREATE TABLE outbox_attempt (
    tenant_id UUID NOT NULL,
    outbox_id UUID NOT NULL,
    attempt BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    status BIGINT,
    error TEXT,
    duration_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, outbox_id, attempt, at)
);

CREATE TABLE webhook (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    events TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- The ledger: append-only.
CREATE TABLE settlement (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    id UUID NOT NULL,
    line_id UUID,
    kind TEXT COLLATE "C" NOT NULL,
    payer TEXT COLLATE "C" NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id)
);

CREATE TABLE refund_instruction (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    ticket_id UUID NOT NULL,
    tender TEXT COLLATE "C" NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    reference TEXT,
    failure TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX refund_instruction_by_ticket ON refund_instruction (tenant_id, ticket_id);
CREATE INDEX refund_instruction_by_state ON refund_instruction (tenant_id, state, id);

-- Answers already given, so that a repeated request gets the same one.
CREATE TABLE idempotency (
    tenant_id UUID NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    request_digest BYTEA NOT NULL,
    status BIGINT NOT NULL,
    packed_body BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT idempotency_key PRIMARY KEY (tenant_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER timeline_no_change BEFORE UPDATE OR DELETE ON timeline FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER settlement_no_change BEFORE UPDATE OR DELETE ON settlement FOR EACH ROW EXECUTE FUNCTION refuse_change();
