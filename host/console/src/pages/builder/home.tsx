import {
  ApartmentOutlined, CalendarOutlined, ClockCircleOutlined, ControlOutlined, FormOutlined, MessageOutlined, OrderedListOutlined, PrinterOutlined, SwapOutlined, TeamOutlined,
} from '@ant-design/icons';
import { Alert, Card, Flex, Steps, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useMay } from '../../app/me';
import { Page } from '../../parts/page';

const BUILDERS: { path: string; icon: ReactNode; needs: Schemas['Permission'] }[] = [
  { path: 'forms', icon: <FormOutlined />, needs: 'ticket:read' },
  { path: 'workflows', icon: <ApartmentOutlined />, needs: 'ticket:read' },
  { path: 'parameters', icon: <ControlOutlined />, needs: 'rule:read' },
  { path: 'queues', icon: <TeamOutlined />, needs: 'ticket:read' },
  { path: 'sla', icon: <ClockCircleOutlined />, needs: 'ticket:read' },
  { path: 'calendars', icon: <CalendarOutlined />, needs: 'ticket:read' },
  { path: 'macros', icon: <MessageOutlined />, needs: 'ticket:read' },
  { path: 'sops', icon: <OrderedListOutlined />, needs: 'ticket:read' },
  { path: 'templates', icon: <PrinterOutlined />, needs: 'ticket:read' },
  { path: 'configuration', icon: <SwapOutlined />, needs: 'rule:read' },
];

/** Everything that is built without code: need, then drag and rules, then connect (L18, L24). */
export function Home() {
  const { t } = useTranslation('builder');
  const may = useMay();
  return (
    <Page title={t('title')}>
      <Alert type="info" title={t('home.what')} />
      <Steps responsive current={-1} items={(['need', 'rules', 'connect'] as const).map((step) => ({ title: t(`home.step.${step}`), content: t(`home.hint.${step}`), status: 'process' }))} />
      <Flex gap="middle" wrap component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {BUILDERS.filter(({ needs }) => may(needs)).map(({ path, icon }) => (
          <li key={path} style={{ flex: '1 1 260px', maxWidth: 420 }}>
            <Link to={`/builder/${path}`}>
              <Card hoverable style={{ height: '100%' }}>
                <Card.Meta avatar={<span style={{ fontSize: 24 }}>{icon}</span>} title={t(`home.card.${path}.title`)} description={<Typography.Text type="secondary">{t(`home.card.${path}.what`)}</Typography.Text>} />
              </Card>
            </Link>
          </li>
        ))}
      </Flex>
    </Page>
  );
}
