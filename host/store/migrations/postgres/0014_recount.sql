-- Tenants whose tickets and orders are all to be counted afresh, and how far that is: first tickets, then orders, each by id. While a row
-- is there, order_day is not kept and not read.
CREATE TABLE recount (
    tenant_id UUID NOT NULL PRIMARY KEY REFERENCES tenant (id),
    stage TEXT NOT NULL,
    after_id UUID NOT NULL
);
-- What is a return, and how soon requests reach finance (Z42), is counted in another way than before.
ALTER TABLE fact_day ADD COLUMN f_to_finance BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fact_day ADD COLUMN f_to_finance_in_time BIGINT NOT NULL DEFAULT 0;
INSERT INTO recount (tenant_id, stage, after_id) SELECT id, 'tickets', '00000000-0000-0000-0000-000000000000' FROM tenant;

-- Whoever changes a role says which version they read.
ALTER TABLE role ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
