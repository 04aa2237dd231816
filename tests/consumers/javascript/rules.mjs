// Runs x-validations as they stand, in two evaluators.
import assert from 'node:assert/strict';
import { run } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { evaluate } from '@marcbachmann/cel-js';

export const evaluators = {
  '@bufbuild/cel': (text, values) => run(text, values, { funcs: strings }),
  '@marcbachmann/cel-js': (text, values) => evaluate(text, values),
};

/** The report without its null members, as the manifest says of x-validations. */
export const bare = value => {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null).map(([name, member]) => [name, bare(member)]),
  );
};

/** What becomes of each rule, by id; and the messages of those that fail. */
export const outcomes = (schema, evaluator, { report, previous }) => {
  const values = { self: bare(report), previous: bare(previous ?? {}) };
  const found = { passed: [], failed: [], notApplicable: [], messages: {} };
  for (const { id, rule, applies, messageExpression } of schema['x-validations'] ?? []) {
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
