-- Parcels that the warehouse waits for, or has. A number may come again after the parcel is here or awaited no more.
CREATE TABLE expected_parcel (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    number TEXT NOT NULL,
    carrier TEXT,
    purpose TEXT NOT NULL,
    since INTEGER NOT NULL,
    announced_by TEXT NOT NULL,
    arrived_at INTEGER,
    scan_id BLOB,
    withdrawn_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX expected_parcel_by_ticket ON expected_parcel (tenant_id, ticket_id);
CREATE INDEX expected_parcel_by_number ON expected_parcel (tenant_id, number);
CREATE UNIQUE INDEX expected_parcel_number ON expected_parcel (tenant_id, number) WHERE arrived_at IS NULL AND withdrawn_at IS NULL;

-- Every reading of a label. Ticket and parcel follow when they are found later.
CREATE TABLE scan (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    key TEXT NOT NULL,
    raw TEXT NOT NULL,
    number TEXT,
    source TEXT NOT NULL,
    station TEXT,
    scanned_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    parcel_id BLOB,
    ticket_id BLOB,
    complete INTEGER NOT NULL,
    unidentified_id BLOB,
    note TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX scan_key ON scan (tenant_id, key);
CREATE INDEX scan_by_number ON scan (tenant_id, number);
CREATE INDEX scan_by_ticket ON scan (tenant_id, ticket_id, id);
CREATE INDEX scan_by_unidentified ON scan (tenant_id, unidentified_id);

-- Parcels that nobody is known for, by the scan that brought them. A number waits there once.
CREATE TABLE unidentified_parcel (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number TEXT,
    photos TEXT NOT NULL,
    note TEXT NOT NULL,
    since INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    ticket_id BLOB,
    parcel_id BLOB,
    assigned_by TEXT,
    assigned_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX unidentified_parcel_number ON unidentified_parcel (tenant_id, number) WHERE assigned_at IS NULL;
CREATE INDEX unidentified_parcel_open ON unidentified_parcel (tenant_id, id) WHERE assigned_at IS NULL;

-- What was found; a later inspection of a ticket replaces an earlier one.
CREATE TABLE inspection (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    id BLOB NOT NULL,
    inspected_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    lines TEXT NOT NULL,
    expected TEXT NOT NULL,
    finding TEXT NOT NULL,
    problems TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id)
) STRICT;

-- What customers may choose from when parts are missing; a ticket has one open offer at a time.
CREATE TABLE part_offer (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    id BLOB NOT NULL,
    inspection_id BLOB NOT NULL,
    offer TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    choice TEXT,
    answered_by TEXT,
    answered_at INTEGER,
    PRIMARY KEY (tenant_id, ticket_id, id)
) STRICT;
CREATE UNIQUE INDEX part_offer_ticket_id ON part_offer (tenant_id, ticket_id) WHERE state = 'open';

-- The parts of one unit of an article.
CREATE TABLE checklist (
    tenant_id BLOB NOT NULL,
    sku TEXT NOT NULL,
    version INTEGER NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (tenant_id, sku)
) STRICT;

-- Goods of a ticket that were fetched from the shelves and have not left yet.
CREATE TABLE picked (
    tenant_id BLOB NOT NULL,
    ticket_id BLOB NOT NULL,
    picked_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
) STRICT;
