-- Tickets by their last change: the console is told what changed since a moment ago.
CREATE INDEX ticket_by_update ON ticket (tenant_id, updated_at);
