"""Finds the committed generated files by their manifest, as any consumer would."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def read(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


MANIFEST = read("generated/manifest.json")
REAL_FORM = "gov-website-work 2019"
REAL_REPORT = read("tests/fixtures/dongkou-2019.json")
REAL_FAILED = ["basics.home_url.scheme", "basics.police_number.format", "basics.sponsor.office"]


class Form:
    def __init__(self, form, edition):
        folder = f"generated/{form}/{edition}"
        self.name = f"{form} {edition}"
        self.schema_path = ROOT / folder / "report.schema.json"
        self.schema = read(f"{folder}/report.schema.json")
        self.cases = read(f"{folder}/cases.json")
        self.model = read(f"{folder}/form.json")

    def judged(self):
        """Every judged report of cases.json, with a name."""
        yield "valid", self.cases["valid"]
        for rule in self.cases["rules"]:
            yield f"{rule['rule']} holds", rule["holds"]
            yield f"{rule['rule']} fails", rule["fails"]


FORMS = [Form(form["form"], form["edition"]) for form in MANIFEST["forms"]]
