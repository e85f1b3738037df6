import { Collapse, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../ticket';
import { DecisionCard } from './card';

/** Which rule said what and why, the newest first; what was only sent out is folded away. */
export function Decisions({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('decision');
  const newest = ticket.decisions.toReversed();
  const told = newest.filter(({ hook }) => hook === 'notification');
  const decided = newest.filter(({ hook }) => hook !== 'notification');
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{t('about')}</Typography.Text>
      {decided.map((one) => (
        <DecisionCard key={one.id} of={one} />
      ))}
      {told.length > 0 ? (
        <Collapse
          size="small"
          items={[
            {
              key: 'told',
              label: t('notifications', { count: told.length }),
              children: (
                <Flex vertical gap="small">
                  {told.map((one) => (
                    <DecisionCard key={one.id} of={one} />
                  ))}
                </Flex>
              ),
            },
          ]}
        />
      ) : null}
      {ticket.decisions.length === 0 ? <Empty description={t('none')} /> : null}
    </Flex>
  );
}
