//! redress-tests
