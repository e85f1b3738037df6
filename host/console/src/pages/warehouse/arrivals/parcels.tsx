import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { Flex, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';

/** The parcels of a ticket: which are here and which are awaited. */
export function Parcels({ parcels }: { parcels: Schemas['KnownParcel'][] }) {
  const { t } = useTranslation('warehouse');
  const { token } = theme.useToken();
  const say = useValue();
  const known = parcels.filter(({ withdrawn_at: gone }) => !gone);
  if (known.length === 0) return <span>{t('parcel.none')}</span>;
  return (
    <Flex vertical gap={4} component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {known.map((parcel) => (
        <li key={parcel.id}>
          <Flex gap="small" wrap align="center">
            {parcel.arrived_at ? <CheckCircleFilled style={{ color: token.colorSuccess }} /> : <ClockCircleOutlined />}
            <b className="wrap">{parcel.number}</b>
            <span>{parcel.carrier}</span>
            {parcel.purpose === 'return' ? null : <span>{say('ParcelPurpose', parcel.purpose)}</span>}
            <span>
              {t(parcel.arrived_at ? 'parcel.here' : 'parcel.awaited')} <Moment at={parcel.arrived_at ?? parcel.since} relative />
            </span>
          </Flex>
        </li>
      ))}
    </Flex>
  );
}
