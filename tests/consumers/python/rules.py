"""Runs x-validations as they stand, by the C++ evaluator of CEL."""

from cel_expr_python import cel

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
