import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { api } from '../../../../api/client';
import { useQueueName, useRoleName } from '../../../../parts/people/people';
import { inLanguage, useLanguage, useValue } from '../../../../words/use';
import type { Workflow } from './edit';
import type { Node, Way } from './ways';

type Who = Schemas['WorkflowWho'];

/** What people call the parts of a workflow. */
export function useSay(workflow: Workflow) {
  const { t } = useTranslation('workflows');
  const say = useValue();
  const language = useLanguage();
  const users = api.useQuery('get', '/api/v1/users', undefined, { staleTime: 60_000 });
  const [role, queue] = [useRoleName(), useQueueName()];
  const { nodes } = workflow;
  const node = useCallback((id: string) => inLanguage(nodes.find((one) => one.id === id)?.name, language) || id, [nodes, language]);
  const who = useCallback(
    (one: Who): string => {
      if (typeof one === 'string') return t(`who.${one}`);
      if ('role' in one) return t('who.of_role', { name: role(one.role) });
      if ('department' in one) return t('who.of_department', { name: one.department });
      if ('queue' in one) return t('who.of_queue', { name: queue(one.queue) });
      if ('doer_of' in one) return t('who.of_doer', { name: node(one.doer_of) });
      if ('person' in one) return users.data?.items.find(({ id }) => id === one.person)?.name ?? one.person;
      return t('who.of_expression', { name: one.expression });
    },
    [t, node, role, queue, users.data],
  );
  const way = useCallback(
    (from: Node, { port, name }: Way): string => {
      const own = inLanguage(name, language);
      if (own) return own;
      const [what = '', at] = port.split(':');
      if (what === 'button') return say('WorkflowDoes', from.work?.buttons[Number(at)]?.does);
      if (what === 'branch') return from.kind.type === 'condition' ? (from.kind.branches[Number(at)]?.when ?? '') : '';
      return what === 'next' ? '' : t(`way.${what}`);
    },
    [t, say, language],
  );
  return { node, who, way };
}
