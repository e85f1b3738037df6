import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { formatMoney } from '../../../parts/money';
import { ProblemAlert } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import type { Found } from './found';
import { Stepper } from './stepper';

/** What belongs to the goods: every part is looked for. */
export function Parts({ sku, units, found, change }: { sku: string; units: number; found: Found; change: (found: Found) => void }) {
  const { t } = useTranslation('warehouse');
  const language = useLanguage();
  const list = api.useQuery('get', '/api/v1/checklists/{sku}', { params: { path: { sku } } }, { enabled: sku !== '' });
  const none = sku === '' || (isProblem(list.error) && list.error.status === 404);
  if (none) return <span>{t('parts.none')}</span>;
  if (list.error) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const parts = list.data?.parts ?? [];
  const missing = parts.filter(({ code }) => (found.parts[code] ?? 0) > 0);
  return (
    <Flex vertical gap="small">
      <Flex gap="8px 40px" wrap>
        {parts.map(({ code, name, quantity, price }) => (
          <Stepper
            key={code}
            label={t('parts.missing', { name, count: quantity * units, price: formatMoney(price, language) })}
            value={found.parts[code] ?? 0}
            max={quantity * units}
            strong={(found.parts[code] ?? 0) > 0}
            onChange={(lacking) => change({ ...found, parts: { ...found.parts, [code]: lacking } })}
          />
        ))}
      </Flex>
      {missing.length > 0 ? (
        <Alert type="warning" showIcon title={t('parts.lacking', { names: missing.map(({ name }) => name).join(', ') })} description={t('parts.then')} />
      ) : parts.length > 0 ? (
        <span>{t('parts.complete')}</span>
      ) : (
        <span>{t('parts.none')}</span>
      )}
    </Flex>
  );
}
