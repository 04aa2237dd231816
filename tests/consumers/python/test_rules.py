"""The x-validations, run as they stand by the C++ evaluator of CEL: same rules failing, same messages as in the verdicts."""

import unittest

from cel_expr_python import cel

from generated import FORMS, REAL_FAILED, REAL_FORM, REAL_REPORT

ENVIRONMENT = cel.NewEnv(variables={"self": cel.Type.DYN, "previous": cel.Type.DYN})


def bare(value):
    """The report without its null members, as the manifest says of x-validations."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        return {name: bare(member) for name, member in value.items() if member is not None}
    return value


class Rules:
    def __init__(self, schema):
        compiled = lambda text: text and ENVIRONMENT.compile(text)
        self.rules = [
            (rule["id"], compiled(rule["rule"]), compiled(rule["applies"]), compiled(rule.get("messageExpression")))
            for rule in schema.get("x-validations", [])
        ]

    def outcomes(self, report, previous=None):
        data = {"self": bare(report), "previous": bare(previous or {})}
        passed, failed, not_applicable, messages = [], [], [], {}
        for name, rule, applies, message in self.rules:
            holds = rule.eval(data=data).value()
            if applies.eval(data=data).value() is not True:
                assert holds is True, name
                not_applicable.append(name)
            elif holds is True:
                passed.append(name)
            else:
                assert holds is False, name
                failed.append(name)
                if message:
                    messages[name] = message.eval(data=data).value()
        return passed, failed, not_applicable, messages


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
