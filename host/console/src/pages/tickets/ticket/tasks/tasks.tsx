import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { inLanguage, useLanguage } from '../../../../words/use';
import type { Ticket } from '../ticket';
import { Loose } from './loose';
import { Step } from './step';
import { useFlow } from './use_flow';

/** Where the workflow is and what one may press there; beside it the loose tasks. */
export function Tasks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket_tasks');
  const language = useLanguage();
  const { flow, error } = useFlow(ticket);
  const tasks = api.useQuery('get', '/api/v1/tasks', { params: { query: { ticket: ticket.id, open: true, limit: 50 } } });
  const open = tasks.data?.items ?? [];
  const loose = open.filter(({ node }) => node == null);
  const steps = flow?.steps ?? [];
  return (
    <Card size="small" title={<h2 className="h">{t('title')}</h2>}>
      {error ? <ProblemAlert error={error} /> : null}
      <Flex vertical gap="middle">
        {flow ? (
          <Typography.Text type="secondary">
            {t('workflow', { name: inLanguage(flow.name, language) })} · {t(`state.${flow.state.is}`, { defaultValue: flow.state.is })}
          </Typography.Text>
        ) : null}
        {steps.map((step) => (
          <Step key={`${step.node} ${step.task ?? ''}`} step={step} ticket={ticket} />
        ))}
        {loose.map((task) => (
          <Loose key={task.id} task={task} />
        ))}
        {loose.length + steps.length === 0 && tasks.data ? <span>{t('none')}</span> : null}
      </Flex>
    </Card>
  );
}
