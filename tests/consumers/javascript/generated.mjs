// Finds the committed generated files by their manifest, as any consumer would.
import fs from 'node:fs';

const root = new URL('../../../', import.meta.url);
export const read = path => JSON.parse(fs.readFileSync(new URL(path, root), 'utf8'));
export const text = path => fs.readFileSync(new URL(path, root), 'utf8');

export const manifest = read('generated/manifest.json');

/** Everything that is generated for one form: { name, schema, cases, model }. */
export const forms = manifest.forms.map(({ form, edition }) => {
  const file = name => read(`generated/${form}/${edition}/${name}`);
  return {
    name: `${form} ${edition}`,
    folder: `generated/${form}/${edition}`,
    schema: file('report.schema.json'),
    cases: file('cases.json'),
    model: file('form.json'),
  };
});

/** Every judged report of a cases.json, with a name. */
export const judged = cases => [
  { name: 'valid', ...cases.valid },
  ...cases.rules.flatMap(({ rule, holds, fails }) => [
    { name: `${rule} holds`, ...holds },
    { name: `${rule} fails`, ...fails },
  ]),
];

/** The real report, and what must come of it. */
export const real = {
  form: 'gov-website-work 2019',
  report: read('tests/fixtures/dongkou-2019.json'),
  failed: ['basics.home_url.scheme', 'basics.police_number.format', 'basics.sponsor.office'],
  passed: 22,
  notApplicable: 3,
};
