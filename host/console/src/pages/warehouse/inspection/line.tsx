import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Card, Collapse, Flex, Input, Select, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { COUNTS, count, faults, type Found } from './found';
import { Parts } from './parts';
import { Photos } from './photos';
import { Placements } from './placements';
import { Stepper } from './stepper';

interface Shown {
  line: Schemas['TicketLine'];
  /** What the shop calls it; its stock keeping unit where the order does not say. */
  title: string;
  found: Found;
  /** Changes what was found; a function of it, because photos arrive while somebody counts. */
  change: (how: (before: Found) => Found) => void;
}

/** What is found of one line: how many, how good, whether all parts are there, with photos. */
export function InspectedLine({ line, title, found, change }: Shown) {
  const { t } = useTranslation('warehouse');
  const expected = line.quantity;
  const set = (next: Found) => change(() => next);
  return (
    <Card
      size="small"
      role="group"
      aria-label={title}
      title={
        <h2 className="h wrap">
          {title} {t('inspect.expected', { count: expected })}
        </h2>
      }
    >
      <Flex vertical gap="middle">
        {line.sku && line.sku !== title ? <span>{t('inspect.sku', { sku: line.sku })}</span> : null}
        <Flex vertical gap="small">
          <h3 style={{ margin: 0, fontSize: 14 }}>{t('inspect.counts')}</h3>
          <Flex gap="8px 40px" wrap>
            {[...COUNTS, 'extra' as const].map((what) => (
              <Stepper key={what} label={t(`inspect.${what}`)} value={found[what]} strong={what !== 'good' && found[what] > 0} onChange={(to) => set(count(found, expected, what, to))} />
            ))}
          </Flex>
          <Sum found={found} expected={expected} />
        </Flex>
        <Flex vertical gap="small">
          <h3 style={{ margin: 0, fontSize: 14 }}>{t('parts.title')}</h3>
          <Parts sku={line.sku} units={expected} found={found} change={set} />
        </Flex>
        <Flex vertical gap="small">
          <h3 style={{ margin: 0, fontSize: 14 }}>{t('place.title')}</h3>
          <Placements found={found} change={set} />
        </Flex>
        <Flex vertical gap="small">
          <h3 style={{ margin: 0, fontSize: 14 }}>{t('photo.title')}</h3>
          {found.damaged + found.wrong > 0 ? <span>{t('photo.why')}</span> : null}
          <Photos
            photos={found.photos}
            add={(id) => change((before) => ({ ...before, photos: [...before.photos, id] }))}
            remove={(id) => change((before) => ({ ...before, photos: before.photos.filter((one) => one !== id) }))}
          />
        </Flex>
        <Input.TextArea aria-label={t('inspect.note')} placeholder={t('inspect.note')} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2_000} value={found.note} onChange={({ target }) => set({ ...found, note: target.value })} />
        <Collapse
          size="small"
          items={[
            {
              key: 'serials',
              label: t('inspect.serials', { count: found.serials.length }),
              children: (
                <Select mode="tags" open={false} suffix={null} style={{ width: '100%' }} tokenSeparators={[',', ' ', '，']} aria-label={t('inspect.serial')} placeholder={t('inspect.serial')} value={found.serials} onChange={(serials) => set({ ...found, serials })} />
              ),
            },
          ]}
        />
      </Flex>
    </Card>
  );
}

/** Whether what was counted is what was expected, in colour, sign and words. */
function Sum({ found, expected }: { found: Found; expected: number }) {
  const { t } = useTranslation('warehouse');
  const { token } = theme.useToken();
  const wrong = faults(found, expected);
  const counted = COUNTS.reduce((sum, what) => sum + found[what], 0);
  return (
    <div aria-live="polite">
      {wrong.length === 0 ? (
        <span>
          <CheckCircleFilled style={{ color: token.colorSuccess }} /> {t('inspect.sum', { counted, expected })}
        </span>
      ) : (
        wrong.map(({ kind, count: by }) => (
          <div key={kind} style={{ color: token.colorErrorText }}>
            <WarningFilled /> {t(`inspect.fault.${kind}`, { count: by, expected })}
          </div>
        ))
      )}
    </div>
  );
}
