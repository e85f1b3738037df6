import { expect, test } from 'vitest';
import { segments, titles } from './path';

const schema = {
  $defs: { Step: { properties: { up_to: { title: '上限' } } }, Setting: { anyOf: [{ type: 'integer' }, { properties: { parameter: { title: '外部参数' } } }] } },
  properties: { tiers: { title: '档位', additionalProperties: { items: { $ref: '#/$defs/Step' } } }, days: { title: '天数', $ref: '#/$defs/Setting' } },
};

test('places are called as the form calls them', () => {
  expect(titles(schema, segments('/tiers/CNY/1/up_to'))).toEqual(['档位', 'CNY', '2', '上限']);
  expect(titles(schema, segments('/days/parameter'))).toEqual(['天数', '外部参数']);
  expect(titles(schema, segments('/a~1b/0'))).toEqual(['a/b', '0']);
  expect(titles(schema, segments(''))).toEqual([]);
});
