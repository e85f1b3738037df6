import type { ComponentType } from 'react';
import type { Schemas } from '../../../../api/client';
import type { Ticket } from '../ticket';
import type { Answer } from '../use_send';
import type { Typed } from './typed';

/** One thing that is typed or chosen before an action. */
export interface Field {
  /** Its name among the words of fields. */
  name: string;
  kind: 'line' | 'text' | 'money' | 'person' | 'queue' | 'ticket' | 'moment' | 'files' | 'choice' | 'priority' | 'tags';
  required?: boolean;
  /** For a choice: values, which are words under the field's name. */
  values?: readonly string[];
}

/** What belongs together in the menu. */
export type Group = 'review' | 'goods' | 'money' | 'dispute' | 'whole';

/** Something one can do to a ticket. */
export interface Action {
  key: string;
  group: Group;
  needs: Schemas['Permission'];
  danger?: boolean;
  /** Whether the state allows it. */
  when: (ticket: Ticket) => boolean;
  /** What is asked first; what needs more than fields has a dialog of its own. */
  fields?: readonly Field[];
  /** What is typed already. */
  initial?: (ticket: Ticket) => Record<string, unknown>;
  call?: (ticket: Ticket, typed: Typed) => Answer;
  dialog?: ComponentType<{ ticket: Ticket; close: () => void }>;
}
