import { addWords } from '../../../words/setup';
import '../drawing/words';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('workflows', { 'zh-CN': zh, en });
