import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import faultsEn from './faults.en.json';
import faultsZh from './faults.zh-CN.json';
import problemsEn from './problems.en.json';
import problemsZh from './problems.zh-CN.json';
import valuesEn from './values.en.json';
import valuesZh from './values.zh-CN.json';
import zh from './zh-CN.json';

/** The languages of the console; the first is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const PLACE = 'redress.language';

function chosen(): Language {
  const kept = localStorage.getItem(PLACE) ?? new URLSearchParams(window.location.search).get('lang');
  return languages.find((one) => one === kept) ?? 'zh-CN';
}

function tell(language: string) {
  document.documentElement.lang = language;
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
}

void i18next.use(initReactI18next).init({
  lng: chosen(),
  fallbackLng: false,
  defaultNS: 'common',
  ns: ['common', 'values', 'problems', 'faults'],
  resources: {
    'zh-CN': { common: zh, values: valuesZh, problems: problemsZh, faults: faultsZh },
    en: { common: en, values: valuesEn, problems: problemsEn, faults: faultsEn },
  },
  interpolation: { escapeValue: false },
  keySeparator: '.',
  returnNull: false,
});
tell(i18next.language);

/** Words of one area of the console, which come with its own chunk. */
export function addWords(namespace: string, words: Record<Language, object>) {
  for (const language of languages) i18next.addResourceBundle(language, namespace, words[language], true, true);
}

export function speak(language: Language) {
  localStorage.setItem(PLACE, language);
  tell(language);
  void i18next.changeLanguage(language);
}
