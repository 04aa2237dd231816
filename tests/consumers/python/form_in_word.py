"""Makes a Word document of a form with python-docx: form_in_word.py form.json form.docx"""

import json
import sys

import docx


def make(form, path):
    document = docx.Document()
    for line in form["head"]:
        document.add_paragraph(line)
    table = document.add_table(form["rows"], form["columns"], style="Table Grid")
    for cell in form["cells"]:
        first = table.cell(cell["row"], cell["column"])
        last = table.cell(cell["row"] + cell["rows"] - 1, cell["column"] + cell["columns"] - 1)
        first.merge(last).text = cell["text"]
    for line in form["foot"]:
        document.add_paragraph(line)
    document.save(path)


if __name__ == "__main__":
    _, form, path = sys.argv
    with open(form, encoding="utf-8") as file:
        make(json.load(file), path)
