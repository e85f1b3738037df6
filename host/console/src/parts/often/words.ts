import { addWords } from '../../words/setup';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('often', { 'zh-CN': zh, en });
