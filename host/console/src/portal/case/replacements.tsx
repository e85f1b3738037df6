import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Moment } from '../../parts/moment';
import { formatMoney } from '../../parts/money';
import { useLanguage, useValue } from '../../words/use';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';

/** Goods that come to the customer: where they are, what is owed, and what the shop asks while there are none. */
export function Replacements() {
  const goods = api.useQuery('get', '/portal/v1/ticket/replacements', {}, { refetchInterval: 30_000 });
  return goods.data?.items.map((one) => <Goods key={one.id} goods={one} after={() => goods.refetch()} />);
}

function Goods({ goods, after }: { goods: Schemas['PortalReplacement']; after: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const say = useValue();
  const language = useLanguage();
  const progress = useAfter();
  const answer = api.useMutation('post', '/portal/v1/ticket/replacements/{rid}/answer', { onSuccess: () => Promise.all([after(), progress()]) });
  const choose = (choice: Schemas['ConsentChoice']) => answer.mutate({ params: { path: { rid: goods.id } }, body: { choice } });
  return (
    <Card title={<h2 className="h">{say('ReplacementKind', goods.kind)}</h2>} extra={say('ReplacementState', goods.state)}>
      <Flex vertical gap="small">
        {goods.lines.map(({ sku, title, quantity }) => (
          <span key={sku}>
            {title || sku} × {quantity}
          </span>
        ))}
        {goods.tracking_number ? (
          <span>
            {goods.carrier} <b className="number">{goods.tracking_number}</b>
          </span>
        ) : null}
        {goods.owed ? <span>{t('goods_owed', { amount: formatMoney(goods.owed, language) })}</span> : null}
        {goods.return_by ? (
          <span>
            {t('goods_return_by')} <Moment at={goods.return_by} />
          </span>
        ) : null}
        {goods.question ? (
          <>
            <b>{t('goods_question')}</b>
            <Refused error={answer.error} />
            <Button type="primary" size="large" block loading={answer.isPending} onClick={() => choose('refund')}>
              {say('ConsentChoice', 'refund')}
            </Button>
            <Button size="large" block disabled={answer.isPending} onClick={() => choose('wait')}>
              {say('ConsentChoice', 'wait')}
            </Button>
            {goods.answer_by ? (
              <small>
                {t('offer.until')} <Moment at={goods.answer_by} />
              </small>
            ) : null}
          </>
        ) : null}
      </Flex>
    </Card>
  );
}
