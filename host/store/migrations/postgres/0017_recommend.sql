-- How likely the customer is to recommend the shop, 0 to 10 (D17).
ALTER TABLE survey ADD COLUMN recommend BIGINT;
ALTER TABLE fact_day ADD COLUMN f_rated BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fact_day ADD COLUMN f_promoter BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fact_day ADD COLUMN f_detractor BIGINT NOT NULL DEFAULT 0;
