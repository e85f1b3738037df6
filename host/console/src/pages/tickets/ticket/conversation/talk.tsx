import { Flex } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMay } from '../../../../app/me';
import { types } from '../keys';
import type { Ticket } from '../ticket';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { type Draft, useDraft } from './drafts';
import { MacroPicker } from './macro_picker';

/** Frames after which what was to be drawn never will be. */
const FRAMES = 60;

export interface Talking {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  input: RefObject<TextAreaRef | null>;
  picker: RefObject<{ focus: () => void } | null>;
  /** Begins to write to somebody. */
  write: (to: Draft['to']) => void;
  /** Puts words where one writes to the customer, behind what is there. */
  insert: (text: string) => void;
  /** Begins to look for a macro. */
  pick: () => void;
}

/**
 * What is being written on a ticket, and how other parts of the page get there. `shown` says whether it is in sight, `show` brings it
 * there.
 */
export function useTalk(ticket: Ticket, shown: boolean, show: () => void): Talking {
  const [draft, change] = useDraft(ticket.id);
  const input = useRef<TextAreaRef>(null);
  const picker = useRef<{ focus: () => void }>(null);
  const [wanted, setWanted] = useState<{ place: 'input' | 'picker' } | null>(null);
  const given = useRef(wanted);
  // What has just been brought into sight takes the focus once it is drawn, and only once.
  useEffect(() => {
    if (!shown || !wanted || given.current === wanted) return;
    given.current = wanted;
    const place = wanted.place === 'input' ? input : picker;
    let frame = 0;
    const attempt = (left: number) => {
      place.current?.focus();
      // The tabs draw what they show a little later.
      if (left > 0 && !types(document.activeElement)) frame = requestAnimationFrame(() => attempt(left - 1));
    };
    attempt(FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [shown, wanted]);
  const focus = (place: 'input' | 'picker') => {
    setWanted({ place });
    show();
  };
  return {
    draft,
    change,
    input,
    picker,
    write: (to) => {
      change({ to });
      focus('input');
    },
    insert: (text) => {
      change({ to: 'reply', body: draft.body.trim() ? `${draft.body.trimEnd()}\n${text}` : text });
      focus('input');
    },
    pick: () => focus('picker'),
  };
}

/** What was said, and where one answers. */
export function Talk({ ticket, talk }: { ticket: Ticket; talk: Talking }) {
  const may = useMay();
  return (
    <Flex vertical gap="small">
      <Conversation ticket={ticket} />
      {may('ticket:write') ? (
        <Composer ticket={ticket} draft={talk.draft} change={talk.change} input={talk.input}>
          <MacroPicker ticket={ticket} insert={talk.insert} picker={talk.picker} />
        </Composer>
      ) : null}
    </Flex>
  );
}
