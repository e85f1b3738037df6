import { Checkbox, Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Money } from '../../parts/money';
import type { Pieces } from './draft';

/** The goods of the order, and how many of each it is about: never more than were bought (Z5). */
export function Goods({ lines, pieces, onChange }: { lines: Schemas['CustomerOrderLine'][]; pieces: Pieces; onChange: (pieces: Pieces) => void }) {
  const { t } = useTranslation();
  return (
    <Flex vertical gap="middle" role="group" aria-label={t('start.goods')}>
      {lines.map(({ order_line, title, quantity, unit_price }) => {
        const count = pieces[order_line] ?? 0;
        return (
          <Flex key={order_line} gap="small" align="center" wrap justify="space-between">
            <Checkbox checked={count > 0} onChange={({ target }) => onChange({ ...pieces, [order_line]: target.checked ? quantity : 0 })}>
              {title || order_line} · <Money of={unit_price} /> × {quantity}
            </Checkbox>
            {count > 0 && quantity > 1 ? (
              <InputNumber<number>
                size="large"
                aria-label={t('start.pieces', { title })}
                min={1}
                max={quantity}
                precision={0}
                value={count}
                onChange={(next) => onChange({ ...pieces, [order_line]: next ?? 1 })}
              />
            ) : null}
          </Flex>
        );
      })}
    </Flex>
  );
}
