//! tests/examples/build-step
