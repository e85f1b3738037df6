//! redress-plugin
