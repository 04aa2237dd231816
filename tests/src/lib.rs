//! What the end-to-end tests share: random specs, random reports, and what is done where two engines disagree.

pub mod compiled;
pub mod damage;
pub mod engines;
pub mod expressions;
pub mod hostile;
pub mod json;
pub mod mutate;
pub mod paper;
pub mod random;
pub mod reports;
pub mod shrink;
pub mod specs;
pub mod table;
pub mod tidy;
pub mod word;
