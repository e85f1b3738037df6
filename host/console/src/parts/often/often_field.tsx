import './words';
import { Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { crontab, EVERY, told } from './crontab';

/** What a crontab says, as people say it; one of the shop's own stays as it is. */
export function useOften(): (cron: string) => string {
  const { t } = useTranslation('often');
  return (cron) => {
    const known = told(cron);
    return known ? t('told', { every: t(`every.${known.every}`), at: known.at }) : cron;
  };
}

/** Chooses how often something is done; a field of a form whose value is a crontab. */
export function OftenField({ id, value = '', onChange }: { id?: string; value?: string; onChange?: (cron: string) => void }) {
  const { t } = useTranslation('often');
  const known = told(value);
  // A crontab of one's own may read like one that can be chosen while it is typed.
  const [typed, setTyped] = useState(!known);
  const at = known?.at ?? '09:00';
  const choose = (every: (typeof EVERY)[number]) => {
    setTyped(every === 'own');
    if (every !== 'own') onChange?.(crontab(every, at));
  };
  const every = typed || !known ? 'own' : known.every;
  return (
    <Flex gap="small" wrap>
      <Select id={id} aria-label={t('how_often')} style={{ minWidth: 210 }} value={every} onChange={choose} options={EVERY.map((one) => ({ value: one, label: t(`every.${one}`) }))} />
      {every === 'own' ? (
        <Flex vertical>
          <Input aria-label={t('cron')} spellCheck={false} placeholder="0 9 * * 1-5" value={value} onChange={({ target }) => onChange?.(target.value)} />
          <small>{t('cron_help')}</small>
        </Flex>
      ) : (
        // An emptied time is no time: the one before stays.
        <Input type="time" aria-label={t('at')} style={{ width: 140 }} value={at} onChange={({ target }) => target.value && onChange?.(crontab(every, target.value))} />
      )}
    </Flex>
  );
}
