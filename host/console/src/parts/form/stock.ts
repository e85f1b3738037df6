import { isProblem } from '../../api/problem';
import { useLanguage } from '../../words/use';
import type { Words } from './readable';
import chinese from './words/stock.zh-CN.json';

/** Words for the plugins that come with Redress, which describe themselves in English; none where that is what the reader speaks. */
export function useStockWords(): Words | undefined {
  return useLanguage() === 'zh-CN' ? chinese : undefined;
}

/** What a plugin says of itself, in the reader's language when it is one that comes with Redress. */
export function useStockText(): (text: string | undefined) => string | undefined {
  const words = useStockWords();
  return (text) => (text === undefined ? undefined : (words?.texts[text] ?? text));
}

/** What was refused, with the words for what a plugin that comes with Redress says of its settings. */
export function useStockProblem(): (error: unknown) => unknown {
  const said = useStockText();
  return (error) => (isProblem(error) && error.errors ? { ...error, errors: error.errors.map((fault) => ({ ...fault, message: said(fault.message) ?? fault.message })) } : error);
}
