"""Random reports of the shipped form and of random small specs: `jsonschema` and CEL judge as tianbao does."""

import json
import os
import unittest

from jsonschema import Draft202012Validator

from rules import Rules

# Written by tests/consumers.rs.
SAMPLE = os.environ.get("TIANBAO_CONSUMERS_SAMPLE")


@unittest.skipUnless(SAMPLE, "run through `cargo test`, which makes the sample")
class Agreement(unittest.TestCase):
    def test_random_reports(self):
        with open(SAMPLE, encoding="utf-8") as file:
            subjects = json.load(file)
        self.assertTrue(subjects)
        for subject in subjects:
            schema = subject["schema"]
            Draft202012Validator.check_schema(schema)
            check = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
            rules = Rules(schema)
            for judged in subject["reports"]:
                with self.subTest(form=subject["form"], report=judged["report"]):
                    errors = [error.message for error in check.iter_errors(judged["report"])]
                    self.assertEqual(not errors, judged["accepted"], errors)
                    if judged["rules"] is None:
                        continue
                    _, failed, not_applicable, _ = rules.outcomes(judged["report"], judged["previous"])
                    self.assertEqual(failed, judged["rules"]["failed"])
                    self.assertEqual(not_applicable, judged["rules"]["not_applicable"])


if __name__ == "__main__":
    unittest.main()
