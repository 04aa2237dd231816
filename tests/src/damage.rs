//! What happens to filled forms between the office that types them and the reader: one function for each kind.

mod texts;

use serde_json::Value;
use texts::{
    bars, cell_a_line, cell_a_line_with_blank_lines, empty_cells_lost, half_a_page, half_a_text,
    label_and_value, label_colon_value, markdown, repeated_lines_removed, rows_with_tabs, run_together,
    seed_shape, tabs_lost,
};
use tianbao_schema::Form;
use tianbao_schema::form::Kind;

use crate::paper::{Is, Paper, Slot};
use crate::random::Random;

/// A form to be spoilt.
pub struct Spoilt<'f> {
    /// The form.
    pub form: &'f Form,
    /// The filled form.
    pub paper: Paper,
    /// What is to be read: the report as its paper shows it, where figures are rounded or lines run together.
    pub truth: Value,
    /// Where chance decides.
    pub random: Random,
}

/// A file to be read.
pub struct File {
    /// Its name, which tells its format.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A kind of damage; none where a form has nothing that it could befall.
pub type Kindly = fn(&mut Spoilt<'_>) -> Option<File>;

/// Every kind, by its name for readers.
pub const KINDS: [(&str, Kindly); 48] = [
    ("标签里有换行、空格", broken_labels),
    ("数字、标签用全角", full_width),
    ("标签用半角括号", half_width_brackets),
    ("没有印单位", units_missing),
    ("单位写在数字后", units_after_figures),
    ("千分位", thousands),
    ("以万计的约数", rounded),
    ("没有的写作无、—、/、空", absent_otherwise),
    ("别的勾选符号", other_ticks),
    ("方框之间没有空格", ticks_without_spaces),
    ("方框在文字后", ticks_after_text),
    ("只留选中的", only_chosen),
    ("日期的别的写法", dates),
    ("表头、表尾在表格里", lines_inside),
    ("附填写说明", instructions),
    ("书签、批注的残留", remnants),
    ("少一行", row_missing),
    ("多一行", extra_row),
    ("少一个栏目名", heading_missing),
    ("栏目的格子整个没有了", heading_cell_missing),
    ("两列并排", side_by_side),
    ("前面有信息表", metadata),
    ("套在排版表格里", nested),
    ("标签漏字", dropped_words),
    ("标签错字", mistyped),
    ("见过的错标签", seen_labels),
    ("标签里有括号说明", remarks),
    ("标签前有编号", numbers),
    ("合并的格子逐行重复", merged_repeated),
    ("合并的格子拆开", merged_split),
    ("值的格子拆成两格", values_split),
    ("一格一行", cell_a_line),
    ("一格一行，隔空行", cell_a_line_with_blank_lines),
    ("格子后加竖线", bars),
    ("“标签 值”一行", label_and_value),
    ("“标签：值”一行", label_colon_value),
    ("Markdown 表格", markdown),
    ("制表符隔开的行", rows_with_tabs),
    ("制表符没了", tabs_lost),
    ("空格子没了", empty_cells_lost),
    ("格子连在一起", run_together),
    ("重复的行被删", repeated_lines_removed),
    ("数字在旁边一列", neighbouring_column),
    ("与不认识的标签换了数字", swapped_with_unknown),
    ("行的次序不同", other_order),
    ("一份文件两张表", twice),
    ("半个文件（网页）", half_a_page),
    ("半个文件（文字）", half_a_text),
];

fn html(paper: &Paper) -> Option<File> {
    Some(File { name: "report.html", bytes: paper.html().into_bytes() })
}

fn txt(text: String) -> Option<File> {
    Some(File { name: "report.txt", bytes: text.into_bytes() })
}

// What is written in the cells.

/// Changes labels, of headings and fields alike, each with even chance.
fn labels(it: &mut Spoilt<'_>, change: impl Fn(&str, &mut Random) -> String) -> Option<File> {
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Heading | Is::Label(_))) {
        if it.random.once_in(2) {
            slot.text = change(&slot.text, &mut it.random);
        }
    }
    html(&it.paper)
}

/// Changes a label or two of fields.
fn some_labels(it: &mut Spoilt<'_>, change: impl Fn(&str, &mut Random) -> Option<String>) -> Option<File> {
    let share = 1 + it.paper.rows.len() / 4;
    let mut changed = false;
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Label(_))) {
        if it.random.once_in(share)
            && let Some(text) = change(&slot.text, &mut it.random)
        {
            slot.text = text;
            changed = true;
        }
    }
    if changed { html(&it.paper) } else { None }
}

/// Changes what stands in the cells of figures; none where nothing changed.
fn figures(
    it: &mut Spoilt<'_>,
    change: impl Fn(&str, Option<&str>, &mut Random) -> Option<String>,
) -> Option<File> {
    let form = it.form;
    let mut changed = false;
    for slot in it.paper.slots() {
        if let Is::Value(id) = slot.is
            && let Some(field) = form.member(id).field()
            && matches!(field.kind, Kind::Count { .. } | Kind::Number { .. })
            && slot.text.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && let Some(text) = change(&slot.text, field.unit.as_deref(), &mut it.random)
        {
            slot.text = text;
            changed = true;
        }
    }
    if changed { html(&it.paper) } else { None }
}

/// Changes what stands in the cells of boxes; none where there are none.
fn boxes(it: &mut Spoilt<'_>, change: impl Fn(&str, &mut Random) -> String) -> Option<File> {
    let form = it.form;
    let mut changed = false;
    for slot in it.paper.slots() {
        let Is::Value(id) = slot.is else { continue };
        let Some(field) = form.member(id).field() else { continue };
        let lines = field.kind.choices().iter().any(|choice| choice.line.is_some());
        let boxes = matches!(field.kind, Kind::Flag | Kind::Choice(_) | Kind::Choices(_));
        if boxes && !lines && slot.text.contains(['☑', '□']) {
            slot.text = change(&slot.text, &mut it.random);
            changed = true;
        }
    }
    if changed { html(&it.paper) } else { None }
}

fn broken_labels(it: &mut Spoilt<'_>) -> Option<File> {
    labels(it, |label, random| {
        let cut = 1 + random.below(label.chars().count().saturating_sub(1));
        let gap = random.word(&[" ", "\n", "　", "  ", "\u{A0}"]);
        let (start, end): (String, String) =
            (label.chars().take(cut).collect(), label.chars().skip(cut).collect());
        format!("{start}{gap}{end}")
    })
}

fn full_width(it: &mut Spoilt<'_>) -> Option<File> {
    let wide = |text: &str| {
        let wider =
            |c: char| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c };
        text.chars().map(wider).collect::<String>()
    };
    labels(it, |label, _| wide(label));
    figures(it, |figure, _, _| Some(wide(figure)))
}

fn half_width_brackets(it: &mut Spoilt<'_>) -> Option<File> {
    labels(it, |label, _| label.replace('（', "(").replace('）', ")").replace('：', ":"))
}

fn units_missing(it: &mut Spoilt<'_>) -> Option<File> {
    labels(it, |label, _| label.split("（单位").next().unwrap_or(label).trim_end().to_owned())
}

fn units_after_figures(it: &mut Spoilt<'_>) -> Option<File> {
    figures(it, |figure, unit, random| Some(format!("{figure}{}{}", random.word(&["", " "]), unit?)))
}

fn thousands(it: &mut Spoilt<'_>) -> Option<File> {
    figures(it, |figure, _, random| {
        let comma = random.word(&[",", "，", " "]);
        let grouped = figure.len() > 3 && figure.bytes().all(|byte| byte.is_ascii_digit());
        let digits: Vec<char> = figure.chars().collect();
        let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
        grouped.then(|| groups.join(comma))
    })
}

fn rounded(it: &mut Spoilt<'_>) -> Option<File> {
    let form = it.form;
    let mut changed = false;
    let mut truth = it.truth.clone();
    for slot in it.paper.slots() {
        let Is::Value(id) = slot.is else { continue };
        if !form.member(id).field().is_some_and(|field| matches!(field.kind, Kind::Count { .. })) {
            continue;
        }
        let Some(number) = slot.text.parse::<u64>().ok().filter(|number| *number >= 1_000) else { continue };
        let tenths = number / 1_000;
        slot.text = format!("{}.{}万", tenths / 10, tenths % 10);
        if let Some(value) = truth.pointer_mut(&form.member(id).pointer) {
            *value = (tenths * 1_000).into();
        }
        changed = true;
    }
    it.truth = truth;
    if changed { html(&it.paper) } else { None }
}

fn absent_otherwise(it: &mut Spoilt<'_>) -> Option<File> {
    let absent = it.form.absent.clone()?;
    let mut changed = false;
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Value(_)) && slot.text == absent) {
        slot.text = it.random.word(&["", "—", "/", "－", "无", "  "]).to_owned();
        changed = true;
    }
    if changed { html(&it.paper) } else { None }
}

fn other_ticks(it: &mut Spoilt<'_>) -> Option<File> {
    let (on, off) =
        (it.random.word(&["√", "■", "✓", "☒", "●", "☑", "[√]"]), it.random.word(&["□", "☐", "○", ""]));
    boxes(it, |text, _| text.replace('☑', on).replace('□', off))
}

/// Each box with its text.
fn ticked(text: &str) -> Vec<(char, String)> {
    let mut all: Vec<(char, String)> = Vec::new();
    for character in text.chars() {
        match (character, all.last_mut()) {
            ('☑' | '□', _) => all.push((character, String::new())),
            (other, Some((_, label))) if !other.is_whitespace() => label.push(other),
            _ => {}
        }
    }
    all
}

fn ticks_without_spaces(it: &mut Spoilt<'_>) -> Option<File> {
    boxes(it, |text, _| ticked(text).iter().map(|(tick, label)| format!("{tick}{label}")).collect())
}

fn ticks_after_text(it: &mut Spoilt<'_>) -> Option<File> {
    let gap = it.random.word(&["　　", " ", ""]);
    boxes(it, |text, _| {
        let turned = ticked(text).into_iter().map(|(tick, label)| format!("{label}{tick}"));
        turned.collect::<Vec<_>>().join(gap)
    })
}

fn only_chosen(it: &mut Spoilt<'_>) -> Option<File> {
    boxes(it, |text, random| {
        let tick = random.word(&["", "☑", "√"]);
        let chosen = ticked(text).into_iter().filter(|(tick, _)| *tick == '☑');
        chosen.map(|(_, label)| format!("{tick}{label}")).collect::<Vec<_>>().join("　")
    })
}

fn dates(it: &mut Spoilt<'_>) -> Option<File> {
    let dates = it.form.fields().filter(|(_, field)| field.kind == Kind::Date);
    let dates: Vec<String> = dates
        .filter_map(|(member, _)| it.truth.pointer(&member.pointer)?.as_str().map(str::to_owned))
        .collect();
    for date in &dates {
        let parts: Vec<&str> = date.split('-').collect();
        let [year, month, day] = parts[..] else { continue };
        let (short_month, short_day) = (month.trim_start_matches('0'), day.trim_start_matches('0'));
        let otherwise = match it.random.below(6) {
            0 => format!("{year}-{short_month}-{short_day}"),
            1 => format!("{year}年{short_month}月{short_day}日"),
            2 => format!("{year}.{short_month}.{short_day}"),
            3 => format!("{year}/{month}/{day}"),
            4 => format!("{year} 年 {month} 月 {day} 日"),
            _ => format!("{year}年{month}月{day}号"),
        };
        it.paper
            .foot
            .iter_mut()
            .chain(&mut it.paper.head)
            .for_each(|line| *line = line.replace(date, &otherwise));
        it.paper.slots().for_each(|slot| slot.text = slot.text.replace(date, &otherwise));
    }
    if dates.is_empty() { None } else { html(&it.paper) }
}

fn dropped_words(it: &mut Spoilt<'_>) -> Option<File> {
    some_labels(it, |label, random| {
        let name = label.split('\n').next()?;
        let count = name.chars().count();
        let (at, length) = (random.below(count), 1 + random.below(2));
        (count > 5).then(|| {
            let kept = name.chars().enumerate().filter(|(index, _)| !(at..at + length).contains(index));
            label.replacen(name, &kept.map(|(_, c)| c).collect::<String>(), 1)
        })
    })
}

fn mistyped(it: &mut Spoilt<'_>) -> Option<File> {
    some_labels(it, |label, random| {
        let name = label.split('\n').next()?;
        let count = name.chars().count();
        let (at, typed) = (random.below(count), random.word(&["名", "称", "的", "心", "发", "量"]));
        (count > 3).then(|| {
            let mut changed = String::new();
            for (index, character) in name.chars().enumerate() {
                if index == at { changed.push_str(typed) } else { changed.push(character) }
            }
            label.replacen(name, &changed, 1)
        })
    })
}

fn seen_labels(it: &mut Spoilt<'_>) -> Option<File> {
    const SEEN: [(&str, &str); 6] = [
        ("独立用户访问总量", "独立用户访问量"),
        ("信息公开目录信息更新量", "信息公开目录更新量"),
        ("回应公众关注热点或重大舆情数量", "回应公众关注数量"),
        ("公开答复数量", "留言办理公开答复数"),
        ("网民留言数量", "网名留言数量"),
        ("可全程在线办理政务服务事项数量", "全称在线办理政务服务事项数量"),
    ];
    let mut changed = false;
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Label(_))) {
        for (printed, seen) in SEEN {
            if it.random.once_in(2) && slot.text.contains(printed) {
                slot.text = slot.text.replace(printed, seen);
                changed = true;
            }
        }
    }
    if changed { html(&it.paper) } else { None }
}

fn remarks(it: &mut Spoilt<'_>) -> Option<File> {
    some_labels(it, |label, random| {
        let remark = random.word(&["（含转载）", "(截至年底)", "（UV）", "【必填】"]);
        Some(match label.split_once('\n') {
            Some((name, unit)) => format!("{name}{remark}\n{unit}"),
            None => format!("{label}{remark}"),
        })
    })
}

fn numbers(it: &mut Spoilt<'_>) -> Option<File> {
    let style = it.random.below(3);
    let mut number = 0;
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Label(_))) {
        number += 1;
        slot.text = match style {
            0 => format!("{number}.{}", slot.text),
            1 => format!("（{number}）{}", slot.text),
            _ => format!("{number}、{}", slot.text),
        };
    }
    html(&it.paper)
}

// What surrounds the table, and its rows.

fn lines_inside(it: &mut Spoilt<'_>) -> Option<File> {
    let width = it.paper.columns();
    let row = |line: &String| vec![Slot::other(line, width)];
    let head: Vec<_> = std::mem::take(&mut it.paper.head).iter().map(row).collect();
    it.paper.rows.splice(0..0, head);
    if it.random.once_in(2) {
        let foot: Vec<_> = std::mem::take(&mut it.paper.foot).iter().map(row).collect();
        it.paper.rows.extend(foot);
    }
    html(&it.paper)
}

fn instructions(it: &mut Spoilt<'_>) -> Option<File> {
    it.paper.foot.push(format!("{}填写说明", it.form.title));
    it.paper.foot.extend(it.form.clauses().iter().flat_map(|clause| clause.paragraphs()));
    if it.random.once_in(2) { html(&it.paper) } else { txt(it.paper.text(seed_shape)) }
}

fn remnants(it: &mut Spoilt<'_>) -> Option<File> {
    for slot in it.paper.slots() {
        if it.random.once_in(6) {
            let remnant =
                it.random.word(&["[bookmark: _GoBack]", "[bookmark: OLE_LINK1]", "[批注1]", "[comment: 1]"]);
            slot.text = format!("{remnant}{}", slot.text);
        }
    }
    txt(it.paper.text(seed_shape))
}

fn row_missing(it: &mut Spoilt<'_>) -> Option<File> {
    let row = it.random.below(it.paper.rows.len());
    it.paper.remove(row);
    html(&it.paper)
}

fn extra_row(it: &mut Spoilt<'_>) -> Option<File> {
    let at = it.random.below(it.paper.rows.len());
    let mut row = it.paper.rows[at].clone();
    for slot in &mut row {
        match slot.is {
            Is::Label(_) => {
                slot.text =
                    it.random.word(&["新增特色栏目（单位：个）", "短视频发布量", "政务服务好评率"]).to_owned()
            }
            Is::Value(_) => slot.text = it.random.word(&["17", "95%", "无", "是"]).to_owned(),
            Is::Heading | Is::Other => slot.goes_on = true,
        }
    }
    let labelled = row.iter().any(|slot| matches!(slot.is, Is::Label(_)));
    it.paper.rows.insert(at + 1, row);
    if labelled { html(&it.paper) } else { None }
}

/// The headings, as row and place in it.
fn headings(paper: &Paper) -> Vec<(usize, usize)> {
    let all =
        paper.rows.iter().enumerate().flat_map(|(row, slots)| (0..slots.len()).map(move |slot| (row, slot)));
    all.filter(|(row, slot)| {
        let slot = &paper.rows[*row][*slot];
        slot.is == Is::Heading && !slot.goes_on
    })
    .collect()
}

fn heading_missing(it: &mut Spoilt<'_>) -> Option<File> {
    let all = headings(&it.paper);
    let (row, slot) = *all.get(it.random.below(all.len()))?;
    it.paper.rows[row][slot].text.clear();
    html(&it.paper)
}

fn heading_cell_missing(it: &mut Spoilt<'_>) -> Option<File> {
    let all = headings(&it.paper);
    let (first, slot) = *all.get(it.random.below(all.len()))?;
    for row in first..it.paper.rows.len() {
        let gone = it.paper.rows[row]
            .get(slot)
            .is_some_and(|slot| slot.is == Is::Heading && (row == first || slot.goes_on));
        if !gone {
            break;
        }
        it.paper.rows[row].remove(slot);
    }
    html(&it.paper)
}

fn side_by_side(it: &mut Spoilt<'_>) -> Option<File> {
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    let mut joined = false;
    let headed = |row: &[Slot]| row.iter().any(|slot| slot.is == Is::Heading && !slot.goes_on);
    for row in std::mem::take(&mut it.paper.rows) {
        let depth = row.iter().filter(|slot| slot.goes_on).count();
        match rows.last_mut() {
            Some(last) if last.len() == depth + 2 && !headed(&row) && !headed(last) => {
                last.extend(row.into_iter().filter(|slot| !slot.goes_on));
                joined = true;
            }
            Some(_) | None => rows.push(row),
        }
    }
    it.paper.rows = rows;
    if joined { html(&it.paper) } else { None }
}

fn metadata(it: &mut Spoilt<'_>) -> Option<File> {
    let table = "<table><tr><td>索引号</td><td>00612/2020-00131</td><td>发布机构</td><td>县政府办公室</td></tr>\
        <tr><td>发布日期</td><td>2020-03-09</td><td>名称</td><td>政府网站工作年度报表</td></tr>\
        <tr><td>主题分类</td><td>其他</td><td>有效性</td><td>是</td></tr></table>";
    let page = it.paper.html().replacen("<body>", &format!("<body>{table}"), 1);
    Some(File { name: "report.html", bytes: page.into_bytes() })
}

fn nested(it: &mut Spoilt<'_>) -> Option<File> {
    let page = it.paper.html();
    let (start, form) = page.split_once("<body>")?;
    let page = format!(
        "{start}<body><table><tr><td colspan=2>首页 &gt; 政务公开</td></tr><tr><td>导航</td><td>{form}</td></tr>\
         <tr><td colspan=2>主办：县人民政府</td></tr></table>"
    );
    Some(File { name: "report.html", bytes: page.into_bytes() })
}

fn merged_repeated(it: &mut Spoilt<'_>) -> Option<File> {
    for slot in it.paper.rows.iter_mut().flatten() {
        slot.goes_on = false;
    }
    html(&it.paper)
}

fn merged_split(it: &mut Spoilt<'_>) -> Option<File> {
    for slot in it.paper.rows.iter_mut().flatten().filter(|slot| slot.goes_on) {
        slot.goes_on = false;
        slot.text.clear();
    }
    html(&it.paper)
}

fn values_split(it: &mut Spoilt<'_>) -> Option<File> {
    for row in &mut it.paper.rows {
        if it.random.once_in(2) {
            row.push(Slot::other("", 1));
        }
    }
    html(&it.paper)
}

fn neighbouring_column(it: &mut Spoilt<'_>) -> Option<File> {
    let at = it.random.below(it.paper.rows.len());
    let row = &mut it.paper.rows[at];
    let value = row.iter().position(|slot| matches!(slot.is, Is::Value(_)))?;
    match it.random.below(2) {
        0 => row.insert(value, Slot::other("", 1)),
        _ if value > 0 => row.swap(value, value - 1),
        _ => return None,
    }
    html(&it.paper)
}

fn swapped_with_unknown(it: &mut Spoilt<'_>) -> Option<File> {
    let at = it.random.below(it.paper.rows.len());
    let row = &mut it.paper.rows[at];
    let label = row.iter().position(|slot| matches!(slot.is, Is::Label(_)))?;
    let unknown = [Slot::other("其中：新媒体", 1), Slot::other("77", 1)];
    row.splice(label + 1..label + 1, unknown);
    html(&it.paper)
}

fn other_order(it: &mut Spoilt<'_>) -> Option<File> {
    // Rows change places; the merged cells around them are printed in each.
    for slot in it.paper.rows.iter_mut().flatten() {
        slot.goes_on = false;
    }
    for _ in 0..1 + it.random.below(4) {
        let (one, other) = (it.random.below(it.paper.rows.len()), it.random.below(it.paper.rows.len()));
        it.paper.rows.swap(one, other);
    }
    html(&it.paper)
}

fn twice(it: &mut Spoilt<'_>) -> Option<File> {
    let first = it.paper.html();
    for slot in it.paper.slots().filter(|slot| matches!(slot.is, Is::Value(_))) {
        if let Ok(figure) = slot.text.parse::<u64>() {
            slot.text = (figure + 1).to_string();
        }
    }
    Some(File { name: "report.html", bytes: (first + &it.paper.html()).into_bytes() })
}
