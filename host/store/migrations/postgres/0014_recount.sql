-- Tenants whose tickets and orders are all to be counted afresh, and how far that is: first tickets, then orders, each by id. While a row
-- is there, order_day is not kept and not read.
CREATE TABLE recount (
    tenant_id UUID NOT NULL PRIMARY KEY REFERENCES tenant (id),
    stage TEXT NOT NULL,
    after_id UUID NOT NULL
);
