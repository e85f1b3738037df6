-- Scans of a parcel: every scan looks for those before it.
CREATE INDEX scan_by_parcel ON scan (tenant_id, parcel_id) WHERE parcel_id IS NOT NULL;
