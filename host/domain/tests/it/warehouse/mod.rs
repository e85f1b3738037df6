//! Parcels, scans, inspections, offers and pick lists (D4, D5, D6, D7, D11, Z10).

mod abuse;
mod house;
mod inspection;
mod offer;
mod order;
mod picklist;
mod sample;
mod scan;
mod story;
mod tracking;
