import { addWords } from '../../../words/setup';
import '../drawing/words';
import en from './words/en.json';
import zhFindings from './words/findings.zh-CN.json';
import zh from './words/zh-CN.json';

addWords('workflows', { 'zh-CN': zh, en });
// The server's own words are English, and say more.
addWords('workflow_findings', { 'zh-CN': zhFindings, en: {} });
