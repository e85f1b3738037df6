import { Checkbox, Flex, Form, Input, InputNumber, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Money, moneyText } from '../../../parts/money';
import { CodeSelect } from '../../../parts/codes/code_select';
import type { Fault } from '../../../words/fault';
import { type Draft, type Line, paysBack, type Wanted } from './draft';
import { Place } from './place';

/** Which of what was bought it is about: how many, why, and how much is asked back. */
export function Lines({
  draft,
  lines,
  currency,
  onChange,
  faults,
}: {
  draft: Draft;
  lines: Line[];
  currency: string;
  onChange: (wanted: Draft['wanted']) => void;
  faults: Fault[];
}) {
  const { t } = useTranslation('new_ticket');
  const { wanted } = draft;
  // Several lines mostly have one reason.
  const first = Object.values(wanted)[0]?.reason ?? '';
  const turn = ({ name, bought }: Line, on: boolean) => {
    if (on) onChange({ ...wanted, [name]: { quantity: bought, reason: first, amount: '' } });
    else onChange(Object.fromEntries(Object.entries(wanted).filter(([one]) => one !== name)));
  };
  return (
    <Form layout="vertical" component="div">
      {lines.map((line) => {
        const one = wanted[line.name];
        const at = Object.keys(wanted).indexOf(line.name);
        return (
          <Flex key={line.name} vertical gap={4} style={{ marginBottom: 8 }}>
            <Checkbox checked={one != null} onChange={({ target }) => turn(line, target.checked)}>
              <b>{line.title || t('lines.untitled', { count: Number(line.name) })}</b>{' '}
              <Typography.Text type="secondary">
                {[line.sku, t('lines.bought', { count: line.bought })].filter(Boolean).join(' · ')} <Money of={line.price} />
              </Typography.Text>
            </Checkbox>
            {one ? <Want line={line} at={at} one={one} currency={paysBack(draft.kind) ? currency : null} faults={faults} onChange={(changes) => onChange({ ...wanted, [line.name]: { ...one, ...changes } })} /> : null}
          </Flex>
        );
      })}
      {lines.length === 0 ? <Typography.Text type="secondary">{t('lines.none')}</Typography.Text> : null}
      {faults
        .filter(({ pointer }) => pointer === '/lines')
        .map(({ message }) => (
          <Typography.Text key={message} type="danger" role="alert">
            {message}
          </Typography.Text>
        ))}
    </Form>
  );
}

function Want({ line, at, one, currency, faults, onChange }: { line: Line; at: number; one: Wanted; /** Of the amount that may be asked; none: no money is asked back. */ currency: string | null; faults: Fault[]; onChange: (changes: Partial<Wanted>) => void }) {
  const { t } = useTranslation('new_ticket');
  const place = `/lines/${at}`;
  const id = (name: string) => `want-${line.name}-${name}`;
  const whole = line.price ? moneyText({ ...line.price, minor: line.price.minor * one.quantity }) : '';
  return (
    <Flex gap="middle" wrap style={{ paddingInlineStart: 24 }} role="group" aria-label={line.title}>
      <Place at={`${place}/quantity`} id={id('quantity')} label={t('lines.quantity')} required faults={faults}>
        <InputNumber<number>
          id={id('quantity')}
          style={{ width: 110 }}
          min={1}
          max={line.bought}
          precision={0}
          value={one.quantity}
          onChange={(quantity) => onChange({ quantity: quantity ?? 1 })}
        />
      </Place>
      <Place at={`${place}/reason`} id={id('reason')} label={t('lines.reason')} required faults={faults}>
        <CodeSelect id={id('reason')} group="reason" label={t('lines.reason')} style={{ width: 200 }} allowClear={false} value={one.reason || undefined} onChange={(reason) => onChange({ reason: reason ?? '' })} />
      </Place>
      {currency ? (
        <Place at={`${place}/requested`} id={id('amount')} label={t('lines.amount')} faults={faults}>
          <Input
            id={id('amount')}
            style={{ width: 160 }}
            inputMode="decimal"
            placeholder={whole}
            suffix={currency}
            value={one.amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        </Place>
      ) : null}
    </Flex>
  );
}
