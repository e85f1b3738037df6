import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const sources = resolve(import.meta.dirname, '../../../host/console/src');
type Tree = { [key: string]: Tree | string };

function read(folder: string, file: string): Tree {
  const place = join(sources, folder, file);
  if (!existsSync(place)) throw new Error(`the console has no words at ${place}`);
  return JSON.parse(readFileSync(place, 'utf8')) as Tree;
}

/**
 * The console's own words, so that one story is told in both languages and a reworded button breaks none. `area` is a folder with `words`
 * inside `host/console/src` ('pages/warehouse', 'portal'); without one the words that all pages share. `file` is what a file's name begins with.
 */
export function words(language: Language, area?: string, file = '') {
  const tree = read(area ? join(area, 'words') : 'words', `${file}${language}.json`);
  return (key: string, values: Record<string, string | number> = {}): string => {
    const found = key.split('.').reduce<Tree | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree);
    if (typeof found !== 'string') throw new Error(`${area ?? 'the console'} has no word ${key} in ${language}`);
    return found.replaceAll(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

/** The word for a value of the API, as in `say('CaseStatus', 'done')`. */
export function say(language: Language, schema: string, value: string): string {
  const named = read('words', `values.${language}.json`)[`${schema}.${value}`];
  const nested = read('words', `values.${language}.json`)[schema];
  const word = named ?? (typeof nested === 'object' ? nested[value] : undefined);
  if (typeof word !== 'string') throw new Error(`no word for ${schema}.${value} in ${language}`);
  return word;
}

/** What a refusal of this code is called. */
export function refusal(language: Language, code: string): string {
  const word = read('words', `problems.${language}.json`)[code];
  if (typeof word !== 'string') throw new Error(`no word for the refusal ${code} in ${language}`);
  return word;
}
