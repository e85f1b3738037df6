import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { formatMoney } from '../../../../parts/money';
import { useLanguage, useValue } from '../../../../words/use';
import { amountAt } from '../refund_tiers/amount_at';
import { place } from './place';

type Mode = Schemas['BindingMode'];

function isMoney(value: unknown): value is Schemas['Money'] {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

/** What one state of a rule changed of the one before, in words as far as there are any. */
export function Changes({ changes, plugin: name }: { changes: Schemas['RevisionChange'][]; plugin: string }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const language = useLanguage();
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const shown = (path: string, value: unknown): string => {
    if (value == null) return '–';
    const plugin = path === '/plugin' ? plugins.data?.items.find(({ id }) => id === value) : undefined;
    if (plugin) return `${plugin.name} ${plugin.version}`;
    if (path === '/mode' && (values.BindingMode as readonly unknown[]).includes(value)) return say('BindingMode', value as Mode);
    if (path === '/enabled') return t(value === true ? 'on' : 'off');
    const amount = isMoney(value) ? value : name === 'refund-tiers' ? amountAt(path, value) : null;
    if (amount) return formatMoney(amount, language);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return changes.map(({ path, from, to }) => {
    const { word, rest } = place(path);
    return (
      <div key={path} style={{ overflowWrap: 'anywhere' }}>
        {word ? t(`bindings.history.${word}`) : null} {rest ? <code>{rest}</code> : null} {shown(path, from)} → {shown(path, to)}
      </div>
    );
  });
}
