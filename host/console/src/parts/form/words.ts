import i18next from 'i18next';
import en from './words/en.json';
import zh from './words/zh-CN.json';

// The portal and the console each set up their own languages; the words of forms come with the first form.
i18next.addResourceBundle('zh-CN', 'form', zh, true, true);
i18next.addResourceBundle('en', 'form', en, true, true);
