-- Tickets by the channel's number alone, for the search.
CREATE INDEX ticket_by_reference ON ticket (tenant_id, external_ref) WHERE external_ref IS NOT NULL;
