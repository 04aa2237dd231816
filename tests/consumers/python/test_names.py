"""The names that datamodel-code-generator makes of the schema: just those of $defs, and Report; and the models work."""

import importlib.util
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from generated import FORMS, REAL_FORM, REAL_REPORT


def generate(form, folder):
    out = Path(folder) / "report.py"
    subprocess.run(
        [sys.executable, "-m", "datamodel_code_generator", "--input", form.schema_path, "--input-file-type", "jsonschema",
         "--output-model-type", "pydantic_v2.BaseModel", "--disable-timestamp", "--output", out],
        check=True, stderr=subprocess.DEVNULL,
    )
    return out


class Names(unittest.TestCase):
    def test_classes_are_those_of_the_schema(self):
        for form in FORMS:
            with self.subTest(form=form.name), tempfile.TemporaryDirectory() as folder:
                text = generate(form, folder).read_text(encoding="utf-8")
                self.assertEqual(sorted(re.findall(r"^class (\w+)", text, re.M)), sorted(["Report", *form.schema["$defs"]]))

    def test_the_real_report_is_read_by_the_generated_model(self):
        form = next(form for form in FORMS if form.name == REAL_FORM)
        with tempfile.TemporaryDirectory() as folder:
            path = generate(form, folder)
            spec = importlib.util.spec_from_file_location("report", path)
            module = importlib.util.module_from_spec(spec)
            sys.modules["report"] = module
            spec.loader.exec_module(module)
            report = module.Report.model_validate(REAL_REPORT)
            self.assertEqual(report.basics.site_kind, module.BasicsSiteKind.portal)
            self.assertIsNone(report.new_media.weibo)
            self.assertEqual(report.services.cases.total, REAL_REPORT["services"]["cases"]["total"])


if __name__ == "__main__":
    unittest.main()
