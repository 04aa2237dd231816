//! The order of findings (design section 5): place in the form, structure before rules, rule order;
//! unknown members after the last of their object, by code points.
//!
//! The six members that every form has stand before the form's own, in their order
//! (`$schema form edition revision explanations local`); what is found in the report as a whole comes first of all.

use crate::finding::Finding;

/// Where a finding stands among the others. Compare and sort; see the constructors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    position: u32,
    layer: u32,
    /// Of items of a list: the index + 1. Of a finding that counts further ones: the largest.
    item: u32,
    /// Of unknown members and entries of `explanations`: the name.
    name: Box<str>,
    rank: u32,
}

/// Layers of one position; above these two lie unknown members, those of inner objects first.
const STRUCTURE: u32 = 0;
const RULE: u32 = 1;

/// Codes in the order in which they stand at one and the same place.
const CODES: [&str; 10] = [
    "syntax",
    "type",
    "required",
    "duplicate",
    "limit",
    "pattern",
    "blank",
    "choice",
    "unique",
    "explanation",
];

/// Index of `explanations` among the members that every form has.
pub const EXPLANATIONS: usize = 4;

impl Order {
    fn at(position: usize, layer: u32) -> Self {
        Self { position: number(position), layer, item: 0, name: Box::default(), rank: 0 }
    }

    /// Of the report as a whole: `syntax`, or `type` of the root.
    #[must_use]
    pub fn report() -> Self {
        Self::at(0, STRUCTURE)
    }

    /// Of the reserved member with this index, structure.
    #[must_use]
    pub fn reserved(index: usize, code: &str) -> Self {
        Self { rank: rank(code), ..Self::at(1 + index, STRUCTURE) }
    }

    /// Of an entry of `explanations`.
    #[must_use]
    pub fn explanation(rule: &str, code: &str) -> Self {
        Self { name: rule.into(), ..Self::reserved(EXPLANATIONS, code) }
    }

    /// Of the finding that counts further explanations of nothing: after those with a name.
    #[must_use]
    pub fn further_explanations() -> Self {
        Self { item: u32::MAX, ..Self::reserved(EXPLANATIONS, "explanation") }
    }

    /// Of the form's own member with this index (its `MemberId`), structure.
    #[must_use]
    pub fn member(index: usize, code: &str) -> Self {
        Self { rank: rank(code), ..Self::at(100 + index, STRUCTURE) }
    }

    /// Of an item, counted from 0, of a choices field's list.
    #[must_use]
    pub fn item(index: usize, item: usize, code: &str) -> Self {
        Self { item: number(item + 1), ..Self::member(index, code) }
    }

    /// Of the finding that counts further bad items of a choices field's list.
    #[must_use]
    pub fn further_items(index: usize) -> Self {
        Self { item: u32::MAX, ..Self::member(index, "choice") }
    }

    /// Of a rule, by its place in the spec, at the member where its finding stands.
    #[must_use]
    pub fn rule(at: usize, rule: usize) -> Self {
        Self { rank: number(rule), ..Self::at(100 + at, RULE) }
    }

    /// Of an unknown member: `last` is the last member inside its object, with all that groups hold (none where the
    /// object holds none), `depth` the number of groups around the object's members (0 for the report itself).
    #[must_use]
    pub fn unknown(last: Option<usize>, depth: u32, name: &str) -> Self {
        let position = last.map_or(99, |last| 100 + last);
        Self { name: name.into(), ..Self::at(position, u32::MAX - depth) }
    }

    /// Of the finding that counts further unknown members: after those with a name.
    #[must_use]
    pub fn further_unknown(last: Option<usize>, depth: u32) -> Self {
        Self { item: u32::MAX, ..Self::unknown(last, depth, "") }
    }
}

fn rank(code: &str) -> u32 {
    number(CODES.iter().position(|known| *known == code).unwrap_or(CODES.len()))
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Findings on their way to a verdict, each with its place in the order.
#[derive(Debug, Default)]
pub struct Findings {
    orders: Vec<Order>,
    findings: Vec<Finding>,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, order: Order, finding: Finding) {
        self.orders.push(order);
        self.findings.push(finding);
    }

    /// True where there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// All, as they came.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// All, as they came.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Finding> {
        self.findings.iter_mut()
    }

    /// All in their order.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Finding> {
        if !self.orders.is_sorted() {
            let mut order: Vec<usize> = (0..self.orders.len()).collect();
            order.sort_by_key(|index| &self.orders[*index]);
            let mut places = vec![0; order.len()];
            (0..).zip(order).for_each(|(place, index)| places[index] = place);
            // Findings are wide: each is moved to its place at once.
            for index in 0..places.len() {
                while places[index] != index {
                    let place = places[index];
                    self.findings.swap(index, place);
                    places.swap(index, place);
                }
            }
        }
        self.findings
    }
}

impl Extend<(Order, Finding)> for Findings {
    fn extend<I: IntoIterator<Item = (Order, Finding)>>(&mut self, findings: I) {
        findings.into_iter().for_each(|(order, finding)| self.push(order, finding));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_as_the_design_says() {
        let expected = [
            Order::report(),
            Order::reserved(0, "type"),
            Order::reserved(EXPLANATIONS, "type"),
            Order::explanation("a", "pattern"),
            Order::explanation("b", "explanation"),
            Order::reserved(5, "type"),
            Order::member(0, "type"),
            Order::member(0, "duplicate"),
            Order::item(0, 0, "choice"),
            Order::item(0, 10, "choice"),
            Order::rule(0, 3),
            Order::rule(0, 11),
            Order::member(7, "required"),
            Order::unknown(Some(7), 2, "a"),
            Order::unknown(Some(7), 2, "\u{10FFFF}"),
            Order::further_unknown(Some(7), 2),
            Order::unknown(Some(7), 1, ""),
            Order::unknown(Some(7), 0, "a"),
            Order::member(8, "type"),
        ];
        let mut shuffled: Vec<Order> = expected.iter().rev().cloned().collect();
        shuffled.sort();
        assert_eq!(shuffled, expected);
    }
}
