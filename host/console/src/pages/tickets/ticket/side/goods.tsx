import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Money } from '../../../../parts/money';
import { inLanguage, useLanguage } from '../../../../words/use';
import { useCode } from '../../../../parts/codes/codes';
import { useReasonWord } from '../reason_word';
import { useFlow } from '../tasks/use_flow';
import { requested, type Ticket } from '../ticket';

/** The goods in question: what they are, why they come back, and what is asked for them; below it what the form was filled in with. */
export function GoodsCard({ ticket, order }: { ticket: Ticket; order: Schemas['Order'] | undefined }) {
  const { t } = useTranslation('ticket_side');
  const [code, why] = [useCode(), useReasonWord()];
  const title = (name: string | null | undefined) => order?.lines.find((line) => line.external_id === name)?.title;
  const { flow } = useFlow(ticket);
  const language = useLanguage();
  const drawn = flow?.steps.flatMap(({ work }) => work?.fields ?? []) ?? [];
  const label = (name: string) => inLanguage(drawn.find(({ key }) => key === name)?.name, language) || t(`field.${name}`, { defaultValue: name });
  const fields = Object.entries(ticket.fields);
  return (
    <Card size="small" title={<h2 className="h">{t('goods.title')}</h2>}>
      <Flex vertical gap={4}>
        {ticket.lines.map(({ id, sku, order_line: line, quantity, reason, requested: asked }) => (
          <Flex key={id} justify="space-between" gap="small">
            <span>
              {title(line) ?? sku} × {quantity} {title(line) ? <Typography.Text type="secondary">{sku}</Typography.Text> : null} <Tag>{why(reason)}</Tag>
            </span>
            <Money of={asked} />
          </Flex>
        ))}
        {ticket.lines.length === 0 ? t('goods.none') : null}
        {ticket.lines.length > 1 ? (
          <Flex justify="space-between">
            <b>{t('goods.asked')}</b>
            <b>
              <Money of={requested(ticket)} />
            </b>
          </Flex>
        ) : null}
        {ticket.problem_type ? (
          <span>
            {t('goods.problem')} {code('problem', ticket.problem_type)}
          </span>
        ) : null}
        {fields.map(([name, value]) => (
          <Flex key={name} gap="small">
            <Typography.Text type="secondary">{label(name)}</Typography.Text>
            <span className="wrap">{typeof value === 'string' ? value : JSON.stringify(value)}</span>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
