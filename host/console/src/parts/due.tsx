import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNow } from './moment';
import { clock, remaining } from './countdown';

/** The countdown to what is owed next; it counts by itself, so that the list around it stands still. */
export function Due({ at }: { at: string | null | undefined }) {
  const now = useNow();
  const { t } = useTranslation();
  if (!at) return null;
  const left = remaining(at, now);
  const text = clock(left, { days: t('due.days'), hours: t('due.hours') });
  return (
    <span className={`number due ${left.urgency}`}>
      {left.urgency === 'fine' ? <ClockCircleOutlined /> : <WarningOutlined />} {left.urgency === 'late' ? t('due.late', { text }) : text}
    </span>
  );
}
