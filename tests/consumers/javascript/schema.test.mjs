// The schemas in ajv, strict: valid against the metaschema, and accepting just what they should.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './ajv.mjs';
import { forms, judged, read, real } from './generated.mjs';

const inAllOf = schema =>
  new Set((schema.allOf ?? []).map(({ $comment }) => $comment.replace(/^rule /, '')));

for (const { name, schema, cases, model } of forms) {
  const validate = compile(schema);

  test(`${name}: a report is accepted unless a rule in allOf fails`, () => {
    const said = inAllOf(schema);
    for (const { name, report, verdict } of judged(cases)) {
      const refused = verdict.rules.failed.some(rule => said.has(rule));
      assert.equal(validate(report), !refused, `${name}: ${JSON.stringify(validate.errors)}`);
    }
  });

  test(`${name}: changes that break the structure are refused`, () => {
    const report = cases.valid.report;
    const first = Object.keys(schema.properties).find(key => schema.required.includes(key));
    const { [first]: removed, ...missing } = report;
    assert.ok(removed !== undefined);
    assert.ok(!validate(missing));
    assert.ok(!validate({ ...report, [first]: null }));
    assert.ok(!validate({ ...report, extra: 1 }));
    assert.ok(!validate({ ...report, form: 'another' }));
    assert.ok(!validate({ ...report, explanations: { rule: ' ' } }));
    assert.ok(!validate([report]));
    assert.ok(validate({ ...report, form: null, explanations: { rule: '原因\n第二行' }, local: { x: { y: 1 } } }));
  });

  test(`${name}: the verdicts of cases.json, and form.json, are what their schemas say`, () => {
    const verdict = compile(read('generated/verdict.schema.json'));
    for (const { name, verdict: found } of judged(cases)) {
      assert.ok(verdict(found), `${name}: ${JSON.stringify(verdict.errors)}`);
      assert.ok(verdict([{ file: 'report.json', ...found }]));
    }
    assert.ok(!verdict({ ...cases.valid.verdict, valid: 'yes' }));
    const form = compile(read('generated/form.schema.json'));
    assert.ok(form(model), JSON.stringify(form.errors));
    assert.ok(!form({ ...model, rules: [{}] }));
  });
}

test('the real report is accepted; with its traps it is not', () => {
  const { schema } = forms.find(({ name }) => name === real.form);
  const validate = compile(schema);
  assert.ok(validate(real.report), JSON.stringify(validate.errors));
  const changed = change => {
    const copy = structuredClone(real.report);
    change(copy);
    return validate(copy);
  };
  // Absent and null are the same; whole numbers may be written with a point; decimals as people write them.
  assert.ok(changed(({ new_media }) => { new_media.weibo = null; new_media.other = null; }));
  assert.ok(changed(({ interaction }) => { interaction.messages.average_days = 19.99; }));
  assert.ok(changed(({ interaction }) => { interaction.messages.average_days = 0.07; }));
  assert.ok(!changed(({ basics }) => { basics.page_views = 5.5; }));
  assert.ok(!changed(({ basics }) => { basics.page_views = '5'; }));
  assert.ok(!changed(({ basics }) => { basics.page_views = 2 ** 53; }));
  // Text: one line, nothing invisible, no white space at the ends, not the word for absent.
  for (const sponsor of ['', ' 县政府', '县政府\u3000', '县\n政府', '县政府\n', '县\u0007政府', '县\u2028政府', '无']) {
    assert.ok(!changed(({ basics }) => { basics.sponsor = sponsor; }), JSON.stringify(sponsor));
  }
  for (const code of ['123456789', '43052500091', '4305250009\n', 'x4305250009']) {
    assert.ok(!changed(({ basics }) => { basics.site_code = code; }), JSON.stringify(code));
  }
  for (const date of ['2020-02-30', '2020-1-05', '2020-01-05\n', '2020/01/05']) {
    assert.ok(!changed(({ signature }) => { signature.date = date; }), JSON.stringify(date));
  }
  assert.ok(!changed(({ innovation }) => { innovation.features = ['accessible', 'accessible']; }));
});
