-- People sign in with a password; a session is a key that ends by itself.
ALTER TABLE api_key ADD COLUMN expires_at TIMESTAMPTZ;
CREATE INDEX api_key_by_end ON api_key (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE password (
    tenant_id UUID NOT NULL,
    account_id UUID NOT NULL,
    -- PHC string: algorithm, settings, salt and hash.
    hash TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
