//! redress-sdk
