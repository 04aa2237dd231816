// The names that type generators make of the schema: just those of $defs, and Report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from 'json-schema-to-typescript';
import { InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
import { forms, real } from './generated.mjs';

const expected = schema => ['Report', ...Object.keys(schema.$defs)].sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(match => match[1]))].sort();

const quick = async (schema, lang) => {
  const source = new JSONSchemaInput(undefined);
  await source.addSource({ name: 'Report', schema: JSON.stringify(schema) });
  const inputData = new InputData();
  inputData.addInput(source);
  const { lines } = await quicktype({ inputData, lang, rendererOptions: { 'just-types': 'true' } });
  return lines.join('\n');
};

// quicktype writes Id as ID in most languages.
const plain = names => names.map(name => name.toLowerCase()).sort();

for (const { name, schema } of forms) {
  test(`${name}: json-schema-to-typescript`, async () => {
    const text = await compile(structuredClone(schema), 'Report', { bannerComment: '' });
    assert.deepEqual(found(text, /export (?:type|interface) (\w+)/g), expected(schema));
    assert.doesNotMatch(text, /NoName|unknown;\n {2}\[k: string\]: unknown/);
  });

  for (const [lang, pattern] of [
    ['typescript', /export (?:type|interface) (\w+)/g],
    ['go', /^type (\w+) /gm],
    ['java', /public (?:class|enum) (\w+)/g],
    ['csharp', /public (?:partial class|enum) (\w+)/g],
    ['rust', /pub (?:struct|enum) (\w+)/g],
  ]) {
    test(`${name}: quicktype, ${lang}`, async () => {
      assert.deepEqual(plain(found(await quick(schema, lang), pattern)), plain(expected(schema)));
    });
  }
}

test('members of the real form have the types that one would write', async () => {
  const { schema } = forms.find(({ name }) => name === real.form);
  const text = await compile(structuredClone(schema), 'Report', { bannerComment: '' });
  for (const line of [
    'site_kind: BasicsSiteKind;',
    'weibo?: NewMediaWeibo | null;',
    'other?: string | null;',
    'features: InnovationFeaturesItem[];',
    'cases: ServicesCases;',
    'page_views: number;',
    'catalog_published: boolean;',
    'form?: FormId | null;',
    'export type BasicsSiteKind = "portal" | "department" | "special";',
  ]) {
    assert.ok(text.includes(line), line);
  }
});
