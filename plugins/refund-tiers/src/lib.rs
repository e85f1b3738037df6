//! refund-tiers
