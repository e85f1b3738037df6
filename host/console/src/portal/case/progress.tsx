import { Card, Descriptions, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Moment } from '../../parts/moment';
import { Money } from '../../parts/money';
import { useValue } from '../../words/use';

/** Where the case stands, who has it, what comes next and by when (Z39). */
export function Progress({ progress }: { progress: Schemas['PortalProgress'] }) {
  const { t } = useTranslation();
  const say = useValue();
  const who = [progress.team, progress.handler].filter(Boolean).join(' · ') || progress.owner.text;
  const facts = [
    { key: 'number', label: t('number'), children: progress.number },
    { key: 'kind', label: t('kind'), children: say('TicketKind', progress.kind) },
    ...(progress.subject ? [{ key: 'subject', label: t('subject'), children: progress.subject }] : []),
    { key: 'owner', label: t('owner'), children: who },
    { key: 'next', label: t('next'), children: progress.next_step },
    ...(progress.refund ? [{ key: 'refund', label: t('refund'), children: <Money of={progress.refund} /> }] : []),
    ...(progress.money === 'none' ? [] : [{ key: 'money', label: t('money'), children: say('MoneyStatus', progress.money) }]),
    { key: 'goods', label: t('goods'), children: say('GoodsStatus', progress.goods) },
    ...progress.deadlines.map(({ what, by }) => ({ key: what.code, label: what.text, children: <Moment at={by} /> })),
  ];
  return (
    <Card title={<h2 className="h">{progress.state.text}</h2>}>
      <Descriptions column={1} items={facts} />
      <Timeline
        aria-label={t('steps')}
        style={{ marginTop: 16 }}
        items={progress.steps.map(({ at, state }) => ({ key: at + state.code, title: <Moment at={at} />, content: state.text }))}
      />
    </Card>
  );
}
