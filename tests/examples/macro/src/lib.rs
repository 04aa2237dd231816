//! tests/examples/macro
