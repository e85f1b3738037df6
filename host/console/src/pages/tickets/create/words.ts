import { addWords } from '../../../words/setup';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('new_ticket', { 'zh-CN': zh, en });
