import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Flex, theme } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { Assign } from '../unidentified/assign';
import { Goods } from '../goods';
import type { Said } from './scanner';
import { useBecause } from './use_because';

/** Green and a tick, or red and a warning sign: what came of a scan is seen from two metres away. */
function useLook({ scan }: Said) {
  const { token } = theme.useToken();
  const good = scan?.outcome === 'matched';
  return {
    good,
    icon: good ? <CheckCircleFilled style={{ color: token.colorSuccess }} /> : <WarningFilled style={{ color: token.colorError }} />,
    style: {
      border: `1px solid ${good ? token.colorSuccess : token.colorError}`,
      borderRadius: token.borderRadiusLG,
      background: good ? token.colorSuccessBg : token.colorErrorBg,
      color: token.colorText,
    },
  };
}

/** The last scan: what came of it, whose parcel it is, and what to do with it now. */
export function Answer({ said }: { said: Said }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const because = useBecause();
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const { good, icon, style } = useLook(said);
  const { reading, scan, refused } = said;
  const open = scan?.unidentified;
  // What the server notes about a parcel that nobody awaits stands above in the reader's language.
  const words = (refused ? because(refused) : undefined) ?? (scan?.outcome === 'unexpected' ? '' : scan?.note);
  return (
    <Flex vertical gap="small" role="group" aria-label={t('scan.answer')} data-good={good} style={{ ...style, borderWidth: 4, padding: 16 }}>
      <b style={{ fontSize: 28, lineHeight: 1.3 }}>
        {icon} {scan ? say('ScanOutcome', scan.outcome) : t('scan.refused')}
      </b>
      <span className="wrap" style={{ fontSize: 18, maxHeight: 84, overflow: 'hidden' }}>
        {scan?.number ?? reading.raw}
      </span>
      {scan && !refused ? <span>{good ? t(scan.complete ? 'scan.complete' : 'scan.incomplete') : t(`scan.todo.${scan.outcome}`)}</span> : null}
      {words ? <span className="wrap">{words}</span> : null}
      {scan?.ticket ? <Goods ticket={scan.ticket} /> : null}
      <Flex gap="small" wrap>
        {scan?.ticket && good ? (
          <Button type="primary" size="large" onClick={() => void navigate(`/warehouse/inspect/${scan.ticket}`)}>
            {t('scan.inspect')}
          </Button>
        ) : null}
        {open ? (
          <Button type="primary" size="large" onClick={() => setAssigning(true)}>
            {t('unidentified.assign')}
          </Button>
        ) : null}
      </Flex>
      {assigning && open ? <Assign scan={open} number={scan.number} close={() => setAssigning(false)} /> : null}
    </Flex>
  );
}

/** A scan before the last one, on one line. */
export function Earlier({ said }: { said: Said }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const { icon, style } = useLook(said);
  const { reading, scan } = said;
  return (
    <li style={{ ...style, padding: 8 }}>
      <Flex gap="small" wrap align="center">
        <b>
          {icon} {scan ? say('ScanOutcome', scan.outcome) : t('scan.refused')}
        </b>
        <span className="wrap">{(scan?.number ?? reading.raw).slice(0, 60)}</span>
        <Moment at={reading.at} />
      </Flex>
    </li>
  );
}
