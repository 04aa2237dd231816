//! Texts as pages: every shape in which forms were copied out of their documents.

mod pages;

use pages::{lines, places, rows, show};
use tianbao_report::page::Refused;

#[test]
fn the_shape_with_a_tab_before_each_cell() {
    let text = "标题\n（2019年度）\n\t网站名称\n\t某县\n\n\t访问量\n（单位：次）\n\t1547391 \n\n\t信息发布\n（单位：条）\n\t总数\n\t\
                [bookmark: _GoBack]16965\n\n\t\n\t概况类\n\t 78\n\n\t\n\t政务\n\t\n\n\n单位负责人：甲\n";
    assert_eq!(
        show("报表.txt", text.as_bytes()),
        "\
标题
（2019年度）
表
  0,0 网站名称
  0,1 某县
  1,0 访问量⏎（单位：次）
  1,1 1547391
  2,0 3x1 信息发布⏎（单位：条）
  2,1 总数
  2,2 16965
  3,1 概况类
  3,2 78
  4,1 政务
  4,2 ·
单位负责人：甲
"
    );
    assert_eq!(
        places("报表.txt", text.as_bytes()),
        [
            "1:1", "2:1", "3:2", "4:2", "6:2", "8:2", "10:2", "12:2", "13:2", "16:2", "17:3", "20:2", "21:2",
            "24:1"
        ]
    );
}

#[test]
fn a_blank_line_inside_a_cell_cuts_no_row() {
    let text = "\t办事服务\n\n\t是否发布\n\t☑是\n\n\t\n\t注册用户数\n\t15735\n\n\t备注\n\t一\n\n二\n\n\t其他\n\t无\n\n\n末尾\n";
    assert_eq!(
        rows("a.txt", text.as_bytes()),
        ["办事服务|是否发布|☑是", "注册用户数|15735", "备注|一⏎⏎二", "其他|无"]
    );
    assert_eq!(lines("a.txt", text.as_bytes()), ["末尾"]);
}

#[test]
fn what_stands_between_two_tables_is_in_neither() {
    let text = "\t索引号\n\t1\n\n\t日期\n\t2020\n\n附件\n政府网站工作年度报表\n\t网站名称\n\t某县\n\n\t网址\n\twww\n";
    assert_eq!(rows("a.txt", text.as_bytes()), ["索引号|1", "日期|2020", "网站名称|某县", "网址|www"]);
    assert_eq!(lines("a.txt", text.as_bytes()), ["附件", "政府网站工作年度报表"]);
}

#[test]
fn a_row_a_line_with_tabs_between_cells() {
    let text = "标题\n网站名称\t某县\n访问量\n（单位：次）\t154\n信息发布\t总数\t16965\n\t概况类\t78\n办事服务\n总数\t5\n\n落款\n";
    assert_eq!(
        show("a.txt", text.as_bytes()),
        "\
标题
表
  0,0 网站名称
  0,1 某县
  1,0 访问量⏎（单位：次）
  1,1 154
  2,0 2x1 信息发布
  2,1 总数
  2,2 16965
  3,1 概况类
  3,2 78
  4,0 办事服务
  5,0 总数
  5,1 5
落款
"
    );
}

#[test]
fn markdown() {
    let text = "# 政府网站工作年度报表\n\n**（2019年度）**\n\n|  |  |  |\n|---|:-:|--:|\n| 网站名称 | 某\\|县 |\n| 信息发布<br>（单位：条） | 总数 | 16965 |\n|  | 概况类 | 78&nbsp; |\n\n- 单位负责人\\: 甲\n□其他__________\n";
    assert_eq!(
        show("a.md", text.as_bytes()),
        "\
政府网站工作年度报表
（2019年度）
表
  0,0 网站名称
  0,1 某|县
  1,0 2x1 信息发布⏎（单位：条）
  1,1 总数
  1,2 16965
  2,1 概况类
  2,2 78\u{a0}
单位负责人: 甲
□其他__________
"
    );
}

#[test]
fn bars_after_cells() {
    let text = "网站名称|某县|\n访问量\n（单位：次）|154|\n信息发布|总数|16965|\n|概况类|78|\n||无|\n";
    assert_eq!(
        rows("a.txt", text.as_bytes()),
        ["网站名称|某县", "访问量⏎（单位：次）|154", "信息发布|总数|16965", "概况类|78", "无"]
    );
    let wide = "｜网站名称｜某县｜\n｜网址\n（主页）｜www｜\n";
    assert_eq!(rows("a.txt", wide.as_bytes()), ["网站名称|某县", "网址⏎（主页）|www"]);
    assert_eq!(lines("a.txt", "网站名称|\n某县|\n网址|\n".as_bytes()), ["网站名称", "某县", "网址"]);
}

#[test]
fn tables_drawn_with_lines() {
    let text = "┌────┬────┐\n│网站│某县│\n│名称│    │\n├────┼────┤\n│信息│ 5  │\n├────┼────┤\n│办件│ 6  │\n└────┴────┘\n";
    assert_eq!(rows("a.txt", text.as_bytes()), ["网站⏎名称|某县", "信息|5", "办件|6"]);
    let grid = "+---+---+\n| a | 1 |\n+===+===+\n| b | 2 |\n| c | 3 |\n+---+---+\n";
    assert_eq!(rows("a.txt", grid.as_bytes()), ["a|1", "b|2", "c|3"]);
}

#[test]
fn other_text_is_lines() {
    let text =
        "网站名称\n\n某县\r\n独立用户\u{200B}访问量：\u{3000}135\u{AD}41\r\n  [Comment 3: 请核对]总数 5 \n";
    assert_eq!(lines("-", text.as_bytes()), ["网站名称", "某县", "独立用户访问量：\u{3000}13541", "总数 5"]);
}

#[test]
fn too_much_of_it_is_refused() {
    let rows = "\ta\n\tb\n\n".repeat(100_000);
    assert_eq!(pages::refused("a.txt", rows.as_bytes()), Refused::TooManyPieces);
    assert_eq!(pages::refused("a.txt", "a\n".repeat(100_000).as_bytes()), Refused::TooManyPieces);
    assert_eq!(pages::refused("a.txt", "|".repeat(1_000_000).as_bytes()), Refused::TooManyPieces);
    assert_eq!(pages::refused("a.txt", "\t".repeat(1_000_000).as_bytes()), Refused::TooManyPieces);
    // Much of nothing is nothing.
    assert_eq!(lines("a.txt", "\n".repeat(1_000_000).as_bytes()), Vec::<String>::new());
}

#[test]
fn a_bar_in_a_value_divides_nothing() {
    let lines_of_cells = "标题\n网站名称\na|b\n首页网址\nwww|x\n";
    assert_eq!(rows("a.txt", lines_of_cells.as_bytes()), Vec::<String>::new());
    assert_eq!(lines("a.txt", lines_of_cells.as_bytes()), ["标题", "网站名称", "a|b", "首页网址", "www|x"]);
    let closed = "网站名称|某县|\n访问量|154|\n其他|无|\n审核人：a|b\n";
    assert_eq!(rows("a.txt", closed.as_bytes()), ["网站名称|某县", "访问量|154", "其他|无"]);
    assert_eq!(lines("a.txt", closed.as_bytes()), ["审核人：a|b"]);
    let tabs = "网站名称\t某县\n访问量\t154\n备注\n一|二\n";
    assert_eq!(lines("a.txt", tabs.as_bytes()), ["备注", "一|二"]);
}

#[test]
fn markdown_knows_one_bar() {
    let text = "| 名称 | A｜B |\n| --- | --- |\n| 简称 | ｜ |\n| 另称 | 一│二\\|三 |\n";
    assert_eq!(rows("a.md", text.as_bytes()), ["名称|A｜B", "简称|｜", "另称|一│二|三"]);
    assert_eq!(
        rows("a.txt", "名称｜甲｜\n简称｜乙｜\n另称｜丙｜\n".as_bytes()),
        ["名称|甲", "简称|乙", "另称|丙"]
    );
}

#[test]
fn what_joins_pictures_stays() {
    let text = "\t名称\n\t👨\u{200D}👩\u{200D}👧一\u{200D}二\n\n\t简称\n\t☑\u{FE0F}是\n";
    assert_eq!(rows("a.txt", text.as_bytes()), ["名称|👨\u{200D}👩\u{200D}👧一二", "简称|☑是"]);
}
