-- How likely the customer is to recommend the shop, 0 to 10 (D17).
ALTER TABLE survey ADD COLUMN recommend INTEGER;
ALTER TABLE fact_day ADD COLUMN f_rated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact_day ADD COLUMN f_promoter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact_day ADD COLUMN f_detractor INTEGER NOT NULL DEFAULT 0;
