// The x-validations, run as they stand in two evaluators: same rules failing, same messages as in the verdicts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms, judged, real } from './generated.mjs';
import { bare, evaluators, outcomes } from './rules.mjs';

for (const [library, evaluator] of Object.entries(evaluators)) {
  for (const { name, schema, cases } of forms) {
    test(`${library}, ${name}: the rules of every case come out as in its verdict`, () => {
      for (const judgedCase of judged(cases)) {
        const { name, verdict } = judgedCase;
        const found = outcomes(schema, evaluator, judgedCase);
        assert.deepEqual(found.failed, verdict.rules.failed, name);
        assert.deepEqual(found.passed, verdict.rules.passed, name);
        assert.deepEqual(found.notApplicable, verdict.rules.not_applicable.map(({ rule }) => rule), name);
        for (const { code, message } of verdict.findings) {
          if (code in found.messages) assert.equal(found.messages[code], message, name);
        }
      }
    });
  }

  test(`${library}: the real report`, () => {
    const { schema } = forms.find(({ name }) => name === real.form);
    const found = outcomes(schema, evaluator, { report: real.report });
    assert.deepEqual(found.failed, real.failed);
    assert.equal(found.passed.length, real.passed);
    assert.equal(found.notApplicable.length, real.notApplicable);
  });
}

test('fixes give the values of the verdicts', () => {
  const evaluator = evaluators['@bufbuild/cel'];
  let seen = 0;
  for (const { schema, cases } of forms) {
    const offers = new Map(schema['x-validations'].map(({ id, fixes }) => [id, fixes]));
    for (const { name, report, previous, verdict } of judged(cases)) {
      const values = { self: bare(report), previous: bare(previous ?? {}) };
      for (const { code, fixes } of verdict.findings) {
        const offered = (offers.get(code) ?? []).filter(({ op, applies }) => op === 'remove' || evaluator(applies, values));
        const patches = offered.map(({ op, path, valueExpression }) => {
          if (op === 'remove') return { op, path };
          const value = evaluator(valueExpression, values);
          return { op, path, value: typeof value === 'bigint' ? Number(value) : value };
        });
        assert.deepEqual(fixes.flatMap(({ patch }) => patch), patches, `${name}: ${code}`);
        seen += patches.length;
      }
    }
  }
  assert.ok(seen > 0);
});
