import { Flex, type TableColumnsType, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Here } from '../../../parts/here';
import { Moment } from '../../../parts/moment';
import { Money } from '../../../parts/money';
import { CaseTag, PriorityTag, State } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Due } from '../../../parts/due';
import { useNames } from '../../../parts/people/name';
import { useRoleName } from '../../../parts/people/people';
import type { Standing } from '../waiting/waiting';
import { nextApproval } from '../waiting/waiting';

type Item = Schemas['TicketRow'];

/** What one must know of a ticket to choose which one to decide first. */
export function useColumns(standing?: (item: Item) => Standing): TableColumnsType<Item> {
  const { t } = useTranslation('approvals');
  const say = useValue();
  return [
    {
      title: t('ticket'),
      key: 'ticket',
      render: (_, { id, number }) => (
        <Here set={{ ticket: id }}>{number}</Here>
      ),
    },
    { title: t('due'), key: 'due', render: (_, item) => <Due at={item.due_at} /> },
    { title: t('amount'), key: 'amount', align: 'right', render: (_, item) => <Money of={item.refund?.amount} /> },
    { title: t('tier'), key: 'tier', render: (_, item) => <Tier item={item} /> },
    ...(standing ? [{ title: t('standing.title'), key: 'standing', render: (_: unknown, item: Item) => <Stands standing={standing(item)} /> }] : []),
    { title: t('subject'), key: 'subject', ellipsis: true, width: 220, render: (_, item) => item.subject },
    { title: t('kind'), key: 'kind', render: (_, item) => say('TicketKind', item.kind) },
    { title: t('case'), key: 'case', render: (_, item) => <CaseTag value={item.case} /> },
    { title: t('priority'), key: 'priority', render: (_, item) => <PriorityTag value={item.priority} /> },
    { title: t('age'), key: 'age', render: (_, item) => <Moment at={item.created_at} relative /> },
  ];
}

function Stands({ standing }: { standing: Standing }) {
  const { t } = useTranslation('approvals');
  return standing === 'may' ? <State colour="green">{t('standing.may')}</State> : <Typography.Text type="secondary">{t(`standing.${standing}`)}</Typography.Text>;
}

/** Whose agreement is asked next, who has agreed, and how many more must. */
export function Tier({ item }: { item: Pick<Item, 'approvals' | 'case'> }) {
  const { t } = useTranslation('approvals');
  const [role, names] = [useRoleName(), useNames()];
  const approval = nextApproval(item) ?? item.approvals.at(-1);
  if (!approval) return <span>{t('any_reviewer')}</span>;
  const { need, agreed, required } = approval;
  return (
    <Flex vertical>
      <span>
        {role(need.role)}
        {required > 1 ? ` ${t('agreed_of', { agreed: agreed.length, required })}` : null}
      </span>
      {agreed.length > 0 ? <Typography.Text type="secondary">{t('agreed_by', { names: agreed.map(names).join(t('and')) })}</Typography.Text> : null}
    </Flex>
  );
}
