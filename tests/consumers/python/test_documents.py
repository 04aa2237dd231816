"""Our Word documents in the hands of python-docx: rows, merged cells and values are where the form has them."""

import os
import unittest

from docx import Document
from docx.oxml.ns import qn

from generated import FORMS, REAL_FORM, REAL_REPORT, ROOT

# The real report, written by tests/consumers.rs.
REAL = os.environ.get("TIANBAO_CONSUMERS_DOCX")


def text(cell):
    """With what stands in content controls, which `cell.text` leaves out."""
    pieces = {qn("w:t"): lambda piece: piece.text or "", qn("w:br"): lambda piece: "\n"}
    return "".join(pieces[piece.tag](piece) for piece in cell._tc.iter(*pieces)).strip()


def values(document):
    """Field path → what its content control holds."""
    found = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val"))
        pieces = control.find(qn("w:sdtContent")).iter(qn("w:t"))
        found[tag.removeprefix("tianbao:")] = "".join(piece.text or "" for piece in pieces).strip()
    return found


class Documents(unittest.TestCase):
    def assert_grid(self, document, form):
        grid = form.model["layout"]["grid"]
        (table,) = document.tables
        self.assertEqual((len(table.rows), len(table.columns)), (grid["rows"], grid["columns"]))
        for cell in grid["cells"]:
            top_left = table.cell(cell["row"], cell["column"])
            for row in range(cell["row"], cell["row"] + cell["row_span"]):
                for column in range(cell["column"], cell["column"] + cell["column_span"]):
                    self.assertIs(table.cell(row, column)._tc, top_left._tc, cell)

    def test_blank_forms(self):
        for form in FORMS:
            with self.subTest(form=form.name):
                document = Document(str(ROOT / f"generated/{form.name.replace(' ', '/')}/blank.docx"))
                self.assert_grid(document, form)
                self.assertEqual(document.core_properties.title, form.model["title"])
                for path, shown in values(document).items():
                    self.assertNotIn("☑", shown, path)

    @unittest.skipUnless(REAL, "run through `cargo test`, which writes the document")
    def test_the_real_report(self):
        form = next(form for form in FORMS if form.name == REAL_FORM)
        document = Document(REAL)
        self.assert_grid(document, form)
        (table,) = document.tables
        self.assertEqual(text(table.cell(0, 0)), "网站名称")
        self.assertEqual(text(table.cell(0, 3)), REAL_REPORT["basics"]["site_name"])
        self.assertEqual(text(table.cell(8, 0)), "信息发布\n（单位：条）")
        self.assertEqual(text(table.cell(8, 3)), str(REAL_REPORT["info_release"]["total"]))
        shown = values(document)
        self.assertEqual(shown["basics.site_kind"], "☑政府门户网站　　　□部门网站　　　□专项网站")
        self.assertEqual(shown["security.drills"], "□是　　　☑否")
        self.assertEqual(shown["new_media.weibo.name"], "无")
        self.assertEqual(shown["year"], "2019")
        self.assertEqual(shown["services.cases.total"], str(REAL_REPORT["services"]["cases"]["total"]))


if __name__ == "__main__":
    unittest.main()
