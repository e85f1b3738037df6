-- Parcels that the warehouse waits for, or has. A number may come again after the parcel is here or awaited no more.
CREATE TABLE expected_parcel (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    carrier TEXT,
    purpose TEXT COLLATE "C" NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    announced_by TEXT COLLATE "C" NOT NULL,
    arrived_at TIMESTAMPTZ,
    scan_id UUID,
    withdrawn_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX expected_parcel_by_ticket ON expected_parcel (tenant_id, ticket_id);
CREATE INDEX expected_parcel_by_number ON expected_parcel (tenant_id, number);
CREATE UNIQUE INDEX expected_parcel_number ON expected_parcel (tenant_id, number) WHERE arrived_at IS NULL AND withdrawn_at IS NULL;

-- Every reading of a label. Ticket and parcel follow when they are found later.
CREATE TABLE scan (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    raw TEXT NOT NULL,
    number TEXT COLLATE "C",
    source TEXT COLLATE "C" NOT NULL,
    station TEXT,
    scanned_by TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    parcel_id UUID,
    ticket_id UUID,
    complete BOOLEAN NOT NULL,
    unidentified_id UUID,
    note TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX scan_key ON scan (tenant_id, key);
CREATE INDEX scan_by_number ON scan (tenant_id, number);
CREATE INDEX scan_by_ticket ON scan (tenant_id, ticket_id, id);
CREATE INDEX scan_by_unidentified ON scan (tenant_id, unidentified_id);

-- Parcels that nobody is known for, by the scan that brought them. A number waits there once.
CREATE TABLE unidentified_parcel (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT COLLATE "C",
    photos TEXT NOT NULL,
    note TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    ticket_id UUID,
    parcel_id UUID,
    assigned_by TEXT COLLATE "C",
    assigned_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX unidentified_parcel_number ON unidentified_parcel (tenant_id, number) WHERE assigned_at IS NULL;
CREATE INDEX unidentified_parcel_open ON unidentified_parcel (tenant_id, id) WHERE assigned_at IS NULL;

-- What was found; a later inspection of a ticket replaces an earlier one.
CREATE TABLE inspection (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    id UUID NOT NULL,
    inspected_by TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    lines TEXT NOT NULL,
    expected TEXT NOT NULL,
    finding TEXT COLLATE "C" NOT NULL,
    problems TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id)
);

-- What customers may choose from when parts are missing; a ticket has one open offer at a time.
CREATE TABLE part_offer (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    id UUID NOT NULL,
    inspection_id UUID NOT NULL,
    offer TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    choice TEXT COLLATE "C",
    answered_by TEXT COLLATE "C",
    answered_at TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, ticket_id, id)
);
CREATE UNIQUE INDEX part_offer_ticket_id ON part_offer (tenant_id, ticket_id) WHERE state = 'open';

-- The parts of one unit of an article.
CREATE TABLE checklist (
    tenant_id UUID NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    parts TEXT NOT NULL,
    CONSTRAINT checklist_sku PRIMARY KEY (tenant_id, sku)
);

-- Goods of a ticket that were fetched from the shelves and have not left yet.
CREATE TABLE picked (
    tenant_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    picked_by TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT picked_ticket_id PRIMARY KEY (tenant_id, ticket_id)
);
