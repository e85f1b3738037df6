import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { isProblem } from '../../../../api/problem';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { inLanguage, useLanguage } from '../../../../words/use';
import { Step } from './step';

/** Where the workflow is, and what one may press there; beside it the loose tasks. */
export function Tasks({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const language = useLanguage();
  const flow = api.useQuery('get', '/api/v1/tickets/{id}/workflow', { params: { path: { id: ticket.id } } }, { retry: false });
  const tasks = api.useQuery('get', '/api/v1/tasks', { params: { query: { ticket: ticket.id, open: true, limit: 50 } } });
  // A ticket without a workflow is no fault: its actions stand in the menu.
  const none = isProblem(flow.error) && flow.error.status === 404;
  return (
    <Card size="small" title={<h2 className="h">{t('task.title')}</h2>}>
      {flow.error && !none ? <ProblemAlert error={flow.error} /> : null}
      <Flex vertical gap="small">
        {flow.data ? <Typography.Text type="secondary">{inLanguage(flow.data.name, language)}</Typography.Text> : null}
        {flow.data?.steps.map((step) => (
          <Step key={step.node} step={step} ticket={ticket} />
        ))}
        {tasks.data?.items
          .filter(({ node }) => node == null)
          .map(({ id, title, due_at }) => (
            <Flex key={id} justify="space-between" gap="small" wrap>
              <span>{title}</span>
              <Moment at={due_at} relative />
            </Flex>
          ))}
        {none && tasks.data?.items.length === 0 ? t('task.none') : null}
      </Flex>
    </Card>
  );
}
