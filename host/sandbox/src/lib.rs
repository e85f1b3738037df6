//! redress-sandbox
