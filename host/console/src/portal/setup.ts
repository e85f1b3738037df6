import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import valuesEn from '../words/values.en.json';
import valuesZh from '../words/values.zh-CN.json';
import en from './words/en.json';
import zh from './words/zh-CN.json';

// Customers read the language of their browser, Chinese when it is none of ours.
void i18next.use(initReactI18next).init({
  lng: navigator.languages.some((one) => one.startsWith('zh')) || !navigator.language.startsWith('en') ? 'zh-CN' : 'en',
  fallbackLng: false,
  defaultNS: 'portal',
  ns: ['portal', 'values'],
  resources: { 'zh-CN': { portal: zh, values: valuesZh }, en: { portal: en, values: valuesEn } },
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18next.language;
