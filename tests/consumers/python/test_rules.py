"""The x-validations, run as they stand by the C++ evaluator of CEL: same rules failing, same messages as in the verdicts."""

import unittest

from generated import FORMS, REAL_FAILED, REAL_FORM, REAL_REPORT
from rules import Rules

class XValidations(unittest.TestCase):
    def test_every_case_comes_out_as_in_its_verdict(self):
        for form in FORMS:
            rules = Rules(form.schema)
            for name, case in form.judged():
                with self.subTest(form=form.name, case=name):
                    passed, failed, not_applicable, messages = rules.outcomes(case["report"], case.get("previous"))
                    verdict = case["verdict"]["rules"]
                    self.assertEqual(failed, verdict["failed"])
                    self.assertEqual(passed, verdict["passed"])
                    self.assertEqual(not_applicable, [rule["rule"] for rule in verdict["not_applicable"]])
                    for finding in case["verdict"]["findings"]:
                        if finding["code"] in messages:
                            self.assertEqual(messages[finding["code"]], finding["message"])

    def test_the_real_report(self):
        form = next(form for form in FORMS if form.name == REAL_FORM)
        passed, failed, not_applicable, _ = Rules(form.schema).outcomes(REAL_REPORT)
        self.assertEqual((len(passed), failed, len(not_applicable)), (22, REAL_FAILED, 3))


if __name__ == "__main__":
    unittest.main()
