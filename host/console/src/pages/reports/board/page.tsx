import { FullscreenOutlined } from '@ant-design/icons';
import { Button, Card, Col, Flex, Row, Skeleton, Statistic, Table, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { useQueueName } from '../../../parts/people/people';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { figure } from '../result/figure';
import { Ways } from '../ways';
import { useFit } from './use_fit';

/** Figures that should be nought. */
const ALARMING = { overdue_today: true, unassigned: true, waiting_long: true };

/** What happens today in large figures, for a screen on the wall. */
export function Board() {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const queueName = useQueueName();
  const { token } = theme.useToken();
  const { failed } = useTell();
  const board = api.useQuery('get', '/api/v1/board', {}, { refetchInterval: 10_000 });
  const now = board.data;
  const place = useFit(now);
  const time = (seconds: number | null | undefined) => figure(seconds, 'seconds', '', language);
  // What should not be is seen from across the room; the figure itself says it to who sees no colours.
  const look = (name: string, value: unknown) => {
    if (!(name in ALARMING) || typeof value !== 'number' || value === 0) return {};
    return { color: name === 'overdue_today' ? token.colorErrorText : token.colorWarningText };
  };
  const most = Math.max(1, ...(now?.open.map(({ tickets }) => tickets) ?? []));
  const tiles = now
    ? ([
        ['overdue_today', now.overdue_today],
        ['unassigned', now.unassigned],
        ['waiting_long', now.waiting_long],
        ['submitted_today', now.submitted_today],
        ['ended_today', now.ended_today],
        ['accept', time(now.accept_seconds)],
        ['response', time(now.response_seconds)],
        ['slowest', now.stages[0] ? `${t(`stage.${now.stages[0].stage}`, { defaultValue: now.stages[0].stage })} ${time(now.stages[0].seconds)}` : '–'],
      ] as const)
    : [];
  return (
    <Page
      title={t('ways.board')}
      actions={
        <Button icon={<FullscreenOutlined />} onClick={() => void place.current?.requestFullscreen().catch(failed)}>
          {t('board.full')}
        </Button>
      }
    >
      <Ways />
      {board.error ? <ProblemAlert error={board.error} retry={() => void board.refetch()} /> : null}
      {now ? (
        <div ref={place} className="board" style={{ background: token.colorBgLayout, padding: 16, overflow: 'auto' }}>
          <Flex vertical gap="middle">
            <Row gutter={[16, 16]}>
              {tiles.map(([name, value]) => (
                <Col key={name} xs={24} sm={12} lg={6}>
                  <Card>
                    <Statistic title={t(`board.${name}`)} value={value} styles={{ content: { fontSize: 36, fontWeight: 600, ...look(name, value) } }} />
                  </Card>
                </Col>
              ))}
            </Row>
            <Row gutter={[16, 16]}>
              <Col xs={24} lg={12}>
                <h2 className="h">{t('board.open')}</h2>
                <Table
                  size="small"
                  pagination={false}
                  rowKey="queue"
                  dataSource={now.open}
                  columns={[
                    { title: t('board.queue'), dataIndex: 'queue', render: (queue: string) => (queue ? queueName(queue) : t('unknown')) },
                    { key: 'bar', width: '45%', render: (_, { tickets }) => <div aria-hidden style={{ height: 8, borderRadius: 4, width: `${(tickets / most) * 100}%`, background: token.colorPrimary }} /> },
                    { title: t('board.tickets'), dataIndex: 'tickets', align: 'right' },
                  ]}
                />
              </Col>
              <Col xs={24} lg={12}>
                <h2 className="h">{t('board.stages')}</h2>
                <Table
                  size="small"
                  pagination={false}
                  rowKey="stage"
                  dataSource={now.stages}
                  columns={[
                    { title: t('board.stage'), dataIndex: 'stage', render: (stage: string) => t(`stage.${stage}`, { defaultValue: stage }) },
                    { title: t('board.time'), dataIndex: 'seconds', align: 'right', render: time },
                    { title: t('board.tickets'), dataIndex: 'tickets', align: 'right' },
                  ]}
                />
              </Col>
            </Row>
            <span>
              {t('board.at')} <Moment at={now.at} />
            </span>
          </Flex>
        </div>
      ) : board.isPending ? (
        <Skeleton active />
      ) : null}
    </Page>
  );
}
