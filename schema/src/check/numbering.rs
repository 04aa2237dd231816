//! The numbers of the 填写说明: 一、 1. （1） and below.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 1 → 一, 12 → 十二, 20 → 二十; figures above 99.
pub(super) fn chinese(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        2..=9 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        10.. => number.to_string(),
    }
}

/// The number of a member by its depth inside the section: `5.` `（1）` `①`.
pub(super) fn printed(depth: usize, number: usize) -> String {
    match depth {
        0 => format!("{number}."),
        1 => format!("（{number}）"),
        2.. => circled(number),
    }
}

/// How the number stands in a clause such as 五.5（1）.
pub(super) fn in_clause(depth: usize, number: usize) -> String {
    match depth {
        0 => format!(".{number}"),
        1 => format!("（{number}）"),
        2.. => circled(number),
    }
}

fn circled(number: usize) -> String {
    let offset = u32::try_from(number).ok().filter(|number| (1..=20).contains(number));
    offset
        .and_then(|number| char::from_u32(0x245F + number))
        .map_or_else(|| format!("〔{number}〕"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_official_texts() {
        let numbers = [1, 10, 11, 20, 99, 100].map(chinese);
        assert_eq!(numbers, ["一", "十", "十一", "二十", "九十九", "100"]);
        assert_eq!(
            [printed(0, 5), printed(1, 1), printed(2, 3), printed(3, 21)],
            ["5.", "（1）", "③", "〔21〕"]
        );
    }
}
