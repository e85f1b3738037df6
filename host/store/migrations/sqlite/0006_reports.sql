-- What reports count. Times are microseconds, amounts minor units of the tenant's currency, days are counted from 1970-01-01 and months
-- from year 0, both by the tenant's own clock.

-- One row per ticket, written with it. The day leads behind the tenant: reports read days.
CREATE TABLE ticket_fact (
    tenant_id BLOB NOT NULL,
    day INTEGER NOT NULL,
    ticket_id BLOB NOT NULL,
    month INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    problem_type TEXT NOT NULL,
    queue TEXT NOT NULL,
    assignee TEXT NOT NULL,
    case_status TEXT NOT NULL,
    outcome TEXT NOT NULL,
    tier TEXT NOT NULL,
    batch TEXT NOT NULL,
    -- Bits: accepted 1, responded 2 and so on, in the order of the columns of fact_day.
    flags INTEGER NOT NULL,
    accept_time INTEGER,
    response_time INTEGER,
    resolution_time INTEGER,
    refund_time INTEGER,
    review_time INTEGER,
    customer_time INTEGER,
    warehouse_time INTEGER,
    finance_time INTEGER,
    fulfilment_time INTEGER,
    requested INTEGER,
    refunded_amount INTEGER,
    contacts INTEGER,
    transfers INTEGER,
    score INTEGER,
    speed INTEGER,
    since INTEGER NOT NULL,
    overdue_at INTEGER,
    operations INTEGER NOT NULL,
    -- Not yet in fact_day as it stands here; what fact_day holds of it instead is in folded, as JSON, or nothing. What its writer took
    -- for the row that it replaces is in replaced.
    pending INTEGER NOT NULL,
    folded TEXT,
    replaced TEXT,
    PRIMARY KEY (tenant_id, day, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_fact_pending ON ticket_fact (tenant_id) WHERE pending;
CREATE INDEX ticket_fact_overdue ON ticket_fact (tenant_id, overdue_at) WHERE overdue_at IS NOT NULL;

-- Sums of the facts of a day, by slice: f_ counts tickets with a flag, s_ adds a field up, k_ counts tickets that have it.
CREATE TABLE fact_day (
    tenant_id BLOB NOT NULL,
    slice TEXT NOT NULL,
    day INTEGER NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    month INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    f_accepted INTEGER NOT NULL,
    f_responded INTEGER NOT NULL,
    f_late_response INTEGER NOT NULL,
    f_ended INTEGER NOT NULL,
    f_resolved INTEGER NOT NULL,
    f_resolved_at_once INTEGER NOT NULL,
    f_reopened INTEGER NOT NULL,
    f_refused INTEGER NOT NULL,
    f_refunded INTEGER NOT NULL,
    f_returned INTEGER NOT NULL,
    f_quality INTEGER NOT NULL,
    f_repeated INTEGER NOT NULL,
    f_bounced INTEGER NOT NULL,
    f_overdue INTEGER NOT NULL,
    f_complete INTEGER NOT NULL,
    f_auto_approved INTEGER NOT NULL,
    f_approved INTEGER NOT NULL,
    f_surveyed INTEGER NOT NULL,
    f_satisfied INTEGER NOT NULL,
    f_bad_review INTEGER NOT NULL,
    s_accept_time INTEGER NOT NULL,
    s_response_time INTEGER NOT NULL,
    s_resolution_time INTEGER NOT NULL,
    s_refund_time INTEGER NOT NULL,
    s_review_time INTEGER NOT NULL,
    s_customer_time INTEGER NOT NULL,
    s_warehouse_time INTEGER NOT NULL,
    s_finance_time INTEGER NOT NULL,
    s_fulfilment_time INTEGER NOT NULL,
    s_requested INTEGER NOT NULL,
    s_refunded_amount INTEGER NOT NULL,
    s_contacts INTEGER NOT NULL,
    s_transfers INTEGER NOT NULL,
    s_score INTEGER NOT NULL,
    s_speed INTEGER NOT NULL,
    k_accept_time INTEGER NOT NULL,
    k_response_time INTEGER NOT NULL,
    k_resolution_time INTEGER NOT NULL,
    k_refund_time INTEGER NOT NULL,
    k_review_time INTEGER NOT NULL,
    k_customer_time INTEGER NOT NULL,
    k_warehouse_time INTEGER NOT NULL,
    k_finance_time INTEGER NOT NULL,
    k_fulfilment_time INTEGER NOT NULL,
    k_requested INTEGER NOT NULL,
    k_refunded_amount INTEGER NOT NULL,
    k_contacts INTEGER NOT NULL,
    k_transfers INTEGER NOT NULL,
    k_score INTEGER NOT NULL,
    k_speed INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, slice, day, a, b)
) STRICT, WITHOUT ROWID;

-- Orders placed on a day. counted_at is the placed_at that is in there.
CREATE TABLE order_day (
    tenant_id BLOB NOT NULL,
    day INTEGER NOT NULL,
    month INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, day)
) STRICT, WITHOUT ROWID;
ALTER TABLE shop_order ADD COLUMN counted_at INTEGER;
CREATE INDEX shop_order_uncounted ON shop_order (tenant_id) WHERE placed_at IS NOT NULL AND (counted_at IS NULL OR counted_at <> placed_at);

-- Tickets to be counted afresh: those that were there before, and those that changed without anybody knowing their fact.
CREATE TABLE fact_due (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
) STRICT, WITHOUT ROWID;
INSERT INTO fact_due (tenant_id, ticket_id) SELECT tenant_id, id FROM ticket;

-- Reports that merchants define; next_at is when one goes out by itself.
CREATE TABLE report (
    tenant_id BLOB NOT NULL REFERENCES tenant (id),
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    schedule TEXT,
    next_at INTEGER,
    leased_until INTEGER,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX report_due ON report (next_at) WHERE next_at IS NOT NULL;

-- Products and batches that stood out once, so that each raises one alarm.
CREATE TABLE defect (
    tenant_id BLOB NOT NULL,
    sku TEXT NOT NULL,
    batch TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, sku, batch)
) STRICT, WITHOUT ROWID;

-- Words of subjects, for the search; the newest tickets of a word lie at the end of its rows.
CREATE TABLE ticket_word (
    tenant_id BLOB NOT NULL,
    word TEXT NOT NULL,
    ticket_id BLOB NOT NULL,
    PRIMARY KEY (tenant_id, word, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_by_name ON customer (tenant_id, name) WHERE name IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (tenant_id, phone) WHERE phone IS NOT NULL;

-- What nobody has taken yet, for the board.
CREATE INDEX ticket_untaken ON ticket (tenant_id, created_at) WHERE is_open AND assignee_id IS NULL;

-- The built-in roles that read reports, and those that define them.
UPDATE role SET permissions = replace(permissions, ']', ',"report:read"]')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director', 'finance', 'auditor') AND permissions <> '[]';
UPDATE role SET permissions = replace(permissions, ']', ',"report:write"]')
    WHERE name IN ('owner', 'admin', 'supervisor', 'director') AND permissions <> '[]';
