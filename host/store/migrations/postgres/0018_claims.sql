-- Claims stand beside the moments at which things are due, so that a claim of a clock that was far ahead shows.
ALTER TABLE outbox ADD COLUMN leased_until TIMESTAMPTZ;
ALTER TABLE reservation_work ADD COLUMN claimed_until TIMESTAMPTZ;
ALTER TABLE gateway_notice ADD COLUMN claimed_until TIMESTAMPTZ;

-- How often a timer was tried in vain, and when it was given up: a person has it then.
ALTER TABLE timer ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE timer ADD COLUMN given_up_at TIMESTAMPTZ;

-- People who work otherwise than before, until the workflows in which they have work were told (Z17).
CREATE TABLE absence (
    tenant_id UUID NOT NULL REFERENCES tenant (id),
    user_id UUID NOT NULL,
    noted_at TIMESTAMPTZ NOT NULL,
    -- What their tasks may be held as, as a list of texts.
    holders TEXT NOT NULL,
    looks BIGINT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    leased_until TIMESTAMPTZ,
    PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX absence_by_due ON absence (due_at);
