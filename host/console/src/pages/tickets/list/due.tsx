import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../parts/moment';
import { clock, remaining } from './countdown';

const TYPES = { late: 'danger', soon: 'warning', fine: 'secondary' } as const;

/** The countdown to what is owed next; it counts by itself, so that the list around it stands still. */
export function Due({ at }: { at: string | null | undefined }) {
  const now = useNow();
  const { t } = useTranslation('tickets');
  if (!at) return null;
  const left = remaining(at, now);
  const text = clock(left, { days: t('due.days'), hours: t('due.hours') });
  return (
    <Typography.Text type={TYPES[left.urgency]} strong={left.urgency !== 'fine'} className="number">
      {left.urgency === 'fine' ? <ClockCircleOutlined /> : <WarningOutlined />} {left.urgency === 'late' ? t('due.late', { text }) : text}
    </Typography.Text>
  );
}
