//! redress-store
