import { Checkbox, Flex, InputNumber, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Goods } from './definition';

interface Chosen {
  line: string;
  quantity?: number;
}

/** Lines of an order to choose from, with quantities where the form asks for them (Z4, Z5). */
export function GoodsAnswer({
  id,
  label,
  quantities,
  goods,
  value,
  onChange,
}: {
  id: string;
  label: string;
  quantities: boolean;
  goods: Goods[];
  value: unknown;
  onChange: (answer: Chosen[]) => void;
}) {
  const { t } = useTranslation('form');
  const chosen = Array.isArray(value) ? (value as Chosen[]) : [];
  if (goods.length === 0) return <Typography.Text type="secondary">{t('no_goods')}</Typography.Text>;
  const turn = (line: string, on: boolean) => onChange(on ? [...chosen, quantities ? { line, quantity: 1 } : { line }] : chosen.filter((one) => one.line !== line));
  return (
    <Flex vertical gap="small" id={id} role="group" aria-label={label}>
      {goods.map(({ line, title, bought }) => {
        const found = chosen.find((one) => one.line === line);
        return (
          <Flex key={line} gap="small" align="center" wrap>
            <Checkbox checked={found != null} onChange={({ target }) => turn(line, target.checked)}>
              {title} <Typography.Text type="secondary">{t('bought', { count: bought })}</Typography.Text>
            </Checkbox>
            {quantities && found ? (
              <InputNumber<number>
                aria-label={t('pieces', { title })}
                min={1}
                max={bought}
                precision={0}
                value={found.quantity ?? 1}
                onChange={(quantity) => onChange(chosen.map((one) => (one.line === line ? { line, quantity: quantity ?? 1 } : one)))}
              />
            ) : null}
          </Flex>
        );
      })}
    </Flex>
  );
}
