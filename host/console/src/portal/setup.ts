import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import problemsEn from '../words/problems.en.json';
import problemsZh from '../words/problems.zh-CN.json';
import valuesEn from '../words/values.en.json';
import valuesZh from '../words/values.zh-CN.json';
import type { Language } from '../words/setup';
import en from './words/en.json';
import zh from './words/zh-CN.json';

const PLACE = 'redress.portal.language';

/** The language that was chosen here, or the browser's; Chinese when that is none of ours. */
function first(): Language {
  const chosen = localStorage.getItem(PLACE);
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  const chinese = navigator.languages.some((one) => one.startsWith('zh'));
  return !chinese && navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

void i18next.use(initReactI18next).init({
  lng: first(),
  fallbackLng: false,
  defaultNS: 'portal',
  ns: ['portal', 'values', 'problems'],
  resources: { 'zh-CN': { portal: zh, values: valuesZh, problems: problemsZh }, en: { portal: en, values: valuesEn, problems: problemsEn } },
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18next.language;

export function speak(language: Language) {
  localStorage.setItem(PLACE, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
