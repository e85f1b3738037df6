-- What reports count. Times are microseconds, amounts minor units of the tenant's currency, days are counted from 1970-01-01 and months
-- from year 0, both by the tenant's own clock.

-- One row per ticket, written with it. The day leads behind the tenant: reports read days.
CREATE TABLE ticket_fact (
    tenant_id UUID NOT NULL,
    day BIGINT NOT NULL,
    ticket_id UUID NOT NULL,
    month BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    problem_type TEXT COLLATE "C" NOT NULL,
    queue TEXT COLLATE "C" NOT NULL,
    assignee TEXT COLLATE "C" NOT NULL,
    case_status TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    tier TEXT COLLATE "C" NOT NULL,
    batch TEXT COLLATE "C" NOT NULL,
    -- Bits: accepted 1, responded 2 and so on, in the order of the columns of fact_day.
    flags BIGINT NOT NULL,
    accept_time BIGINT,
    response_time BIGINT,
    resolution_time BIGINT,
    refund_time BIGINT,
    review_time BIGINT,
    customer_time BIGINT,
    warehouse_time BIGINT,
    finance_time BIGINT,
    fulfilment_time BIGINT,
    requested BIGINT,
    refunded_amount BIGINT,
    contacts BIGINT,
    transfers BIGINT,
    score BIGINT,
    speed BIGINT,
    since TIMESTAMPTZ NOT NULL,
    overdue_at TIMESTAMPTZ,
    operations BIGINT NOT NULL,
    -- Not yet in fact_day as it stands here; what fact_day holds of it instead is in folded, as JSON, or nothing. What its writer took
    -- for the row that it replaces is in replaced.
    pending BOOLEAN NOT NULL,
    folded TEXT,
    replaced TEXT,
    PRIMARY KEY (tenant_id, day, ticket_id)
);
CREATE INDEX ticket_fact_pending ON ticket_fact (tenant_id) WHERE pending;
CREATE INDEX ticket_fact_overdue ON ticket_fact (tenant_id, overdue_at) WHERE overdue_at IS NOT NULL;

-- Sums of the facts of a day, by slice: f_ counts tickets with a flag, s_ adds a field up, k_ counts tickets that have it.
CREATE TABLE fact_day (
    tenant_id UUID NOT NULL,
    slice TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    a TEXT COLLATE "C" NOT NULL,
    b TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    tickets BIGINT NOT NULL,
    f_accepted BIGINT NOT NULL,
    f_responded BIGINT NOT NULL,
    f_late_response BIGINT NOT NULL,
    f_ended BIGINT NOT NULL,
    f_resolved BIGINT NOT NULL,
    f_resolved_at_once BIGINT NOT NULL,
    f_reopened BIGINT NOT NULL,
    f_refused BIGINT NOT NULL,
    f_refunded BIGINT NOT NULL,
    f_returned BIGINT NOT NULL,
    f_quality BIGINT NOT NULL,
    f_repeated BIGINT NOT NULL,
    f_bounced BIGINT NOT NULL,
    f_overdue BIGINT NOT NULL,
    f_complete BIGINT NOT NULL,
    f_auto_approved BIGINT NOT NULL,
    f_approved BIGINT NOT NULL,
    f_surveyed BIGINT NOT NULL,
    f_satisfied BIGINT NOT NULL,
    f_bad_review BIGINT NOT NULL,
    s_accept_time BIGINT NOT NULL,
    s_response_time BIGINT NOT NULL,
    s_resolution_time BIGINT NOT NULL,
    s_refund_time BIGINT NOT NULL,
    s_review_time BIGINT NOT NULL,
    s_customer_time BIGINT NOT NULL,
    s_warehouse_time BIGINT NOT NULL,
    s_finance_time BIGINT NOT NULL,
    s_fulfilment_time BIGINT NOT NULL,
    s_requested BIGINT NOT NULL,
    s_refunded_amount BIGINT NOT NULL,
    s_contacts BIGINT NOT NULL,
    s_transfers BIGINT NOT NULL,
    s_score BIGINT NOT NULL,
    s_speed BIGINT NOT NULL,
    k_accept_time BIGINT NOT NULL,
    k_response_time BIGINT NOT NULL,
    k_resolution_time BIGINT NOT NULL,
    k_refund_time BIGINT NOT NULL,
    k_review_time BIGINT NOT NULL,
    k_customer_time BIGINT NOT NULL,
    k_warehouse_time BIGINT NOT NULL,
    k_finance_time BIGINT NOT NULL,
    k_fulfilment_time BIGINT NOT NULL,
    k_requested BIGINT NOT NULL,
    k_refunded_amount BIGINT NOT NULL,
    k_contacts BIGINT NOT NULL,
    k_transfers BIGINT NOT NULL,
    k_score BIGINT NOT NULL,
    k_speed BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, slice, day, a, b)
);

-- Orders placed on a day. counted_at is the placed_at that is in there.
CREATE TABLE order_day (
    tenant_id UUID NOT NULL,
    day BIGINT NOT NULL,
    month BIGINT NOT NULL,
    orders BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, day)
);
ALTER TABLE shop_order ADD COLUMN counted_at TIMESTAMPTZ;
CREATE INDEX shop_order_uncounted ON shop_order (tenant_id) WHERE placed_at IS NOT NULL AND (counted_at IS NULL OR counted_at <> placed_at);

-- Tickets to be counted afresh: those that were there before, and those that changed without anybody knowing their fact.
CREATE TABLE fact_due (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
);
INSERT INTO fact_due (tenant_id, ticket_id) SELECT tenant_id, id FROM ticket;

-- Reports that merchants define; next_at is when one goes out by itself.
CREATE TABLE report (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    definition TEXT NOT NULL,
    schedule TEXT,
    next_at TIMESTAMPTZ,
    leased_until TIMESTAMPTZ,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX report_due ON report (next_at) WHERE next_at IS NOT NULL;

-- Products and batches that stood out once, so that each raises one alarm.
CREATE TABLE defect (
    tenant_id UUID NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    batch TEXT COLLATE "C" NOT NULL,
    found_at TIMESTAMPTZ NOT NULL,
    tickets BIGINT NOT NULL,
    quality BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, sku, batch)
);

-- Words of subjects, for the search; the newest tickets of a word lie at the end of its rows.
CREATE TABLE ticket_word (
    tenant_id UUID NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    ticket_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, word, ticket_id)
);
-- Bytewise, as in SQLite, so that a range of names is what begins with the same letters.
ALTER TABLE customer ALTER COLUMN name TYPE TEXT COLLATE "C", ALTER COLUMN phone TYPE TEXT COLLATE "C";
CREATE INDEX customer_by_name ON customer (tenant_id, name) WHERE name IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (tenant_id, phone) WHERE phone IS NOT NULL;

-- What nobody has taken yet, for the board.
CREATE INDEX ticket_untaken ON ticket (tenant_id, created_at) WHERE is_open AND assignee_id IS NULL;

-- The built-in roles that read reports, and those that define them.
UPDATE role SET permissions = replace(permissions, ']', ',"report:read"]')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director', 'finance', 'auditor') AND permissions <> '[]';
UPDATE role SET permissions = replace(permissions, ']', ',"report:write"]')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director') AND permissions <> '[]';
