import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { type Found, placed, type Placement, present } from './found';

/** How good the units are, and where each of them goes. */
export function Placements({ found, change }: { found: Found; change: (found: Found) => void }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const places = placed(found);
  const set = (placements: Placement[] | null) => change({ ...found, placements });
  const edit = (at: number, changes: Partial<Placement>) => set(places.map((one, place) => (place === at ? { ...one, ...changes } : one)));
  if (present(found) === 0 && places.length === 0) return <span>{t('place.nothing')}</span>;
  return (
    <Flex vertical gap="small">
      {places.map(({ quantity, grade, disposition }, at) => (
        <Flex key={at} gap="small" wrap align="center" role="group" aria-label={t('place.one', { at: at + 1 })}>
          <InputNumber min={0} max={100_000} precision={0} controls={false} style={{ width: 64 }} inputMode="numeric" aria-label={t('place.quantity')} value={quantity} onChange={(to) => edit(at, { quantity: to ?? 0 })} />
          <Select
            style={{ flex: '1 1 140px', maxWidth: 240 }}
            aria-label={t('place.grade')}
            value={grade}
            onChange={(to) => edit(at, { grade: to })}
            options={values.Grade.map((value) => ({ value, label: say('Grade', value) }))}
          />
          <Select
            style={{ flex: '1 1 120px', maxWidth: 240 }}
            aria-label={t('place.disposition')}
            value={disposition}
            onChange={(to) => edit(at, { disposition: to })}
            options={values.Disposition.map((value) => ({ value, label: say('Disposition', value) }))}
          />
          {places.length > 1 ? <Button icon={<DeleteOutlined />} aria-label={t('place.remove', { at: at + 1 })} onClick={() => set(places.filter((_, place) => place !== at))} /> : null}
        </Flex>
      ))}
      <Flex gap="small" wrap>
        <Button icon={<PlusOutlined />} onClick={() => set([...places, { quantity: 0, grade: 'b', disposition: 'quarantine' }])}>
          {t('place.add')}
        </Button>
        {found.placements ? <Button onClick={() => set(null)}>{t('place.usual')}</Button> : null}
      </Flex>
    </Flex>
  );
}
