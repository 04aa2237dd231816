// ajv, strict, with our keywords made known.
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { manifest } from './generated.mjs';

export const compile = schema => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  // As manifest.json says under `ajv`.
  ajv.addVocabulary(manifest.keywords.map(({ keyword }) => keyword));
  assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
  return ajv.compile(schema);
};
