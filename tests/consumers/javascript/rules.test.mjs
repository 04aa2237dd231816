// The x-validations, run as they stand in two evaluators: same rules failing, same messages as in the verdicts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { evaluate } from '@marcbachmann/cel-js';
import { forms, judged, real } from './generated.mjs';

const evaluators = {
  '@bufbuild/cel': (text, values) => run(text, values, { funcs: strings }),
  '@marcbachmann/cel-js': (text, values) => evaluate(text, values),
};

/** The report without its null members, as the manifest says of x-validations. */
const bare = value => {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null).map(([name, member]) => [name, bare(member)]),
  );
};

const outcomes = (schema, evaluator, { report, previous }) => {
  const values = { self: bare(report), previous: bare(previous ?? {}) };
  const found = { passed: [], failed: [], notApplicable: [], messages: {} };
  for (const { id, rule, applies, messageExpression } of schema['x-validations']) {
    if (evaluator(applies, values) !== true) {
      // Where a rule does not apply, its text is true all the same.
      assert.equal(evaluator(rule, values), true, id);
      found.notApplicable.push(id);
    } else if (evaluator(rule, values) === true) {
      found.passed.push(id);
    } else {
      assert.equal(evaluator(rule, values), false, id);
      found.failed.push(id);
      if (messageExpression !== undefined) found.messages[id] = evaluator(messageExpression, values);
    }
  }
  return found;
};

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
