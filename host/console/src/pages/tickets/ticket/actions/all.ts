import type { Action } from './action';
import { dispute } from './list/dispute';
import { goods } from './list/goods';
import { money } from './list/money';
import { review } from './list/review';
import { whole } from './list/whole';

/** Everything one can do to a ticket, as the menu shows it. */
export const actions: Action[] = [...review, ...goods, ...money, ...dispute, ...whole];
