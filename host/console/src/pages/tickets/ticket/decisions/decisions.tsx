import { Empty, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { DecisionCard } from './card';

/** Which rule said what. */
export function Decisions({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  return (
    <Flex vertical gap="small">
      {ticket.decisions.map((one) => (
        <DecisionCard key={one.id} of={one} />
      ))}
      {ticket.decisions.length === 0 ? <Empty description={t('decision.none')} /> : null}
    </Flex>
  );
}
