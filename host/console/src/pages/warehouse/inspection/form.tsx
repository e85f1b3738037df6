import { Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { ProblemAlert } from '../../../parts/problem';
import { tone } from '../scanning/tone';
import { draft } from './draft';
import { earlier, faults, type Found, fresh, inspected } from './found';
import { InspectedLine } from './line';
import { fresh as newKey } from '../../../parts/fresh';

interface Shown {
  ticket: Schemas['TicketView'];
  /** What the shop calls each line. */
  titles: Record<string, string>;
  /** The inspection that this one replaces. */
  before: Schemas['KeptInspection'] | undefined;
  done: () => void;
}

/** An inspection, line by line. What was typed stays when the server refuses it or is not reached. */
export function InspectionForm({ ticket, titles, before, done }: Shown) {
  const { t } = useTranslation('warehouse');
  const queries = useQueryClient();
  const kept = draft(sessionStorage, ticket.id, before?.id);
  const [lines, setLines] = useState<Record<string, Found>>(() => {
    const counted = kept.read() ?? {};
    const begun = ticket.lines.map(({ id, quantity }) => {
      const last = before?.lines.find(({ line }) => line === id);
      return [id, counted[id] ?? (last ? earlier(last) : fresh(quantity))] as const;
    });
    return Object.fromEntries(begun);
  });
  // An answer that was lost on its way is asked for again under the same key: the goods are not inspected twice.
  const key = useRef<string>(newKey());
  const renew = () => {
    key.current = newKey();
  };
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/v1\/(tickets|replacements|pick-lists)/.test(String(queryKey[1])) });
  const send = api.useMutation('post', '/api/v1/tickets/{id}/inspections', {
    onSuccess: async ({ inspection }) => {
      tone(inspection?.finding === 'ok');
      kept.forget();
      renew();
      await again();
      done();
    },
    onError: (error) => {
      tone(false);
      if (!isProblem(error)) return;
      renew();
      void again();
    },
  });
  const wrong = ticket.lines.some(({ id, quantity }) => faults(lines[id] ?? fresh(quantity), quantity).length > 0);
  const submit = () =>
    send.mutate({
      params: { path: { id: ticket.id }, header: { ...ifMatch(ticket.version), 'Idempotency-Key': key.current } },
      body: { lines: ticket.lines.map(({ id, quantity }) => inspected(id, lines[id] ?? fresh(quantity))) },
    });
  return (
    <Flex vertical gap="middle">
      {ticket.lines.map((line) => (
        <InspectedLine
          key={line.id}
          line={line}
          title={titles[line.id] ?? line.sku}
          found={lines[line.id] ?? fresh(line.quantity)}
          change={(how) => {
            renew();
            setLines((all) => {
              const changed = { ...all, [line.id]: how(all[line.id] ?? fresh(line.quantity)) };
              kept.keep(changed);
              return changed;
            });
          }}
        />
      ))}
      {send.error ? <ProblemAlert error={send.error} /> : null}
      <Button type="primary" size="large" block disabled={wrong} loading={send.isPending} onClick={submit}>
        {t(wrong ? 'inspect.not_yet' : 'inspect.send')}
      </Button>
    </Flex>
  );
}
