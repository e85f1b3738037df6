import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { FaultText } from '../common/faults';

type Block = Schemas['Block'];

/** Several blocks of one day, each from a time until a time; `24:00` is the end of the day. */
export function Blocks({ value, at, onChange }: { value: Block[]; at: string; onChange: (value: Block[]) => void }) {
  const { t } = useTranslation('builder');
  const set = (index: number, change: Partial<Block>) => onChange(value.map((block, one) => (one === index ? { ...block, ...change } : block)));
  return (
    <Flex vertical gap={4}>
      {value.map((block, index) => (
        <div key={index}>
          <Flex gap={4} align="center">
            <Input style={{ width: 90 }} maxLength={8} value={block.from} aria-label={t('calendars.from')} placeholder="09:00" onChange={(event) => set(index, { from: event.target.value })} />
            <span>–</span>
            <Input style={{ width: 90 }} maxLength={8} value={block.until} aria-label={t('calendars.until')} placeholder="18:00" onChange={(event) => set(index, { until: event.target.value })} />
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('calendars.remove_block')} onClick={() => onChange(value.filter((_, one) => one !== index))} />
          </Flex>
          <FaultText at={`${at}/${index}`} />
          <FaultText at={`${at}/${index}/from`} />
          <FaultText at={`${at}/${index}/until`} />
        </div>
      ))}
      <span>
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, { from: value.at(-1)?.until ?? '09:00', until: '18:00' }])}>
          {t('calendars.add_block')}
        </Button>
      </span>
    </Flex>
  );
}
