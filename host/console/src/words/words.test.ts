import { expect, test } from 'vitest';
import { values } from '../api/values';

type Words = { [key: string]: string | Words };

const files = import.meta.glob<Words>('../**/{zh-CN,en,values.zh-CN,values.en,problems.zh-CN,problems.en,faults.zh-CN,faults.en,shipped.zh-CN,shipped.en}.json', { eager: true, import: 'default' });

function keys(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keys(value, `${before}${key}/`)));
}

test('every word is there in both languages', () => {
  expect(Object.keys(files).length).toBeGreaterThan(4);
  for (const [place, words] of Object.entries(files)) {
    const twin = files[place.replace(/(^|[./])en\.json$/, '$1zh-CN.json')] ?? files[place.replace('zh-CN.json', 'en.json')];
    expect(twin, place).toBeDefined();
    // Plural forms differ between languages.
    const plain = (all: Words) => keys(all).map((key) => key.replace(/_(one|other)$/, '')).filter((key, at, list) => list.indexOf(key) === at).sort();
    expect(plain(words), place).toEqual(plain(twin ?? {}));
  }
});

test('every value of the API has a word', () => {
  for (const language of ['zh-CN', 'en']) {
    const words = files[`./values.${language}.json`] as Record<string, Record<string, string>>;
    for (const [schema, names] of Object.entries(values)) {
      for (const name of names) expect(words[schema]?.[name], `${language} ${schema} ${name}`).toBeTruthy();
    }
  }
});
