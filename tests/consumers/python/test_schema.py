"""The schemas in the Python library `jsonschema`: valid against the metaschema, and accepting just what they should."""

import copy
import unittest

import yaml
from jsonschema import Draft202012Validator

from generated import FORMS, REAL_FORM, REAL_REPORT, ROOT, read


def validator(schema):
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


class ReportSchema(unittest.TestCase):
    def test_a_report_is_accepted_unless_a_rule_in_all_of_fails(self):
        for form in FORMS:
            check = validator(form.schema)
            said = {part["$comment"].removeprefix("rule ") for part in form.schema.get("allOf", [])}
            for name, case in form.judged():
                refused = any(rule in said for rule in case["verdict"]["rules"]["failed"])
                with self.subTest(form=form.name, case=name):
                    self.assertEqual(check.is_valid(case["report"]), not refused)

    def test_the_real_report_and_its_traps(self):
        form = next(form for form in FORMS if form.name == REAL_FORM)
        check = validator(form.schema)
        self.assertEqual(list(check.iter_errors(REAL_REPORT)), [])

        def changed(group, member, value):
            report = copy.deepcopy(REAL_REPORT)
            report[group][member] = value
            return check.is_valid(report)

        self.assertTrue(changed("basics", "page_views", 2000000.0))
        self.assertTrue(changed("new_media", "weibo", None))
        for value in [5.5, "5", True, 2**53]:
            self.assertFalse(changed("basics", "page_views", value), value)
        # In Python `$` also matches before a last line feed.
        for text in ["县政府\n", "县政府 ", "\u3000县政府", "县\u2028政府", "县\n政府", "无", ""]:
            self.assertFalse(changed("basics", "sponsor", text), repr(text))
        for code in ["4305250009\n", "430525000", "无"]:
            self.assertFalse(changed("basics", "site_code", code), repr(code))
        for date in ["2020-01-05\n", "2020-02-30", "20200105"]:
            self.assertFalse(changed("signature", "date", date), repr(date))
        for url in ["www.dongkou.gov.cn\n", "dongkou", "http://a..cn", "a.cn/ b"]:
            self.assertFalse(changed("basics", "home_url", url), repr(url))


class OtherSchemas(unittest.TestCase):
    def test_verdicts_and_models(self):
        verdicts = validator(read("generated/verdict.schema.json"))
        models = validator(read("generated/form.schema.json"))
        for form in FORMS:
            for name, case in form.judged():
                with self.subTest(form=form.name, case=name):
                    self.assertEqual(list(verdicts.iter_errors(case["verdict"])), [])
            self.assertEqual(list(models.iter_errors(form.model)), [])

    def test_the_schema_of_the_spec_language(self):
        check = validator(read("generated/spec.schema.json"))
        text = (ROOT / "schema/forms/gov-website-work/2019.yaml").read_text(encoding="utf-8")
        spec = yaml.safe_load(text)
        self.assertEqual([error.message for error in check.iter_errors(spec)], [])
        for wrong, slip in [
            ("kind: count", "kind: cuont"),
            ("title: 政府网站工作年度报表", "titel: 政府网站工作年度报表"),
            ("edition: 2019", "edition: '2019'"),
            ("severity: error", "severity: eror"),
            ("label: 网站名称", "lable: 网站名称"),
        ]:
            self.assertIn(wrong, text)
            self.assertFalse(check.is_valid(yaml.safe_load(text.replace(wrong, slip, 1))), slip)


if __name__ == "__main__":
    unittest.main()
