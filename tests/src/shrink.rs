//! The smallest report that still shows a problem: so that whoever reads the failure sees only its cause.

use crate::json::Json;

/// Takes away members and items, one at a time, as long as `shows` stays true.
pub fn smallest(report: &Json, shows: &mut dyn FnMut(&Json) -> bool) -> Json {
    let mut best = report.clone();
    loop {
        let Some(smaller) = smaller(&best).into_iter().find(|candidate| shows(candidate)) else {
            return best;
        };
        best = smaller;
    }
}

/// Every value that has one member or item less, or one that is itself smaller.
fn smaller(value: &Json) -> Vec<Json> {
    match value {
        Json::Raw(_) => Vec::new(),
        Json::List(items) => {
            let without = (0..items.len()).map(|index| Json::List(without(items, index)));
            let inside = items.iter().enumerate().flat_map(|(index, item)| {
                smaller(item).into_iter().map(move |item| Json::List(with(items, index, item)))
            });
            without.chain(inside).collect()
        }
        Json::Object(members) => {
            let without = (0..members.len()).map(|index| Json::Object(without(members, index)));
            let inside = members.iter().enumerate().flat_map(|(index, (name, member))| {
                smaller(member)
                    .into_iter()
                    .map(move |member| Json::Object(with(members, index, (name.clone(), member))))
            });
            without.chain(inside).collect()
        }
    }
}

fn without<T: Clone>(items: &[T], index: usize) -> Vec<T> {
    items.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, item)| item.clone()).collect()
}

fn with<T: Clone>(items: &[T], index: usize, item: T) -> Vec<T> {
    let mut items = items.to_vec();
    items[index] = item;
    items
}
