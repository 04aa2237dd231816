// Random reports of the shipped form and of random small specs: ajv accepts, and the evaluators judge, as tianbao does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { compile as typescript } from 'json-schema-to-typescript';
import { compile } from './ajv.mjs';
import { evaluators, outcomes } from './rules.mjs';

// Written by tests/consumers.rs.
const sample = process.env.TIANBAO_CONSUMERS_SAMPLE;
const subjects = sample ? JSON.parse(fs.readFileSync(sample, 'utf8')) : [];

test('there is a sample', { skip: sample ? false : 'run through `cargo test`, which makes the sample' }, () => {
  assert.ok(subjects.length > 0);
});

for (const { form, schema, reports } of subjects) {
  test(`${form}: ajv and both evaluators agree with tianbao on ${reports.length} reports`, () => {
    const validate = compile(schema);
    for (const judged of reports) {
      const text = JSON.stringify(judged);
      assert.equal(validate(judged.report), judged.accepted, `${text}\n${JSON.stringify(validate.errors)}`);
      if (judged.rules === null) continue;
      for (const evaluator of Object.values(evaluators)) {
        const found = outcomes(schema, evaluator, judged);
        assert.deepEqual(found.failed, judged.rules.failed, text);
        assert.deepEqual(found.notApplicable, judged.rules.not_applicable, text);
      }
    }
  });

  test(`${form}: its TypeScript has the names of its schema`, async () => {
    const text = await typescript(structuredClone(schema), 'Report', { bannerComment: '' });
    const names = [...text.matchAll(/export (?:type|interface) (\w+)/g)].map(match => match[1]);
    assert.deepEqual(names.sort(), ['Report', ...Object.keys(schema.$defs)].sort());
  });
}
