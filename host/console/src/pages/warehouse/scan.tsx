import { CheckCircleFilled, SoundOutlined, WarningFilled } from '@ant-design/icons';
import { Alert, Button, Flex, Input, type InputRef, Tag, theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../../parts/moment';
import { useValue } from '../../words/use';
import { type Said, useScans } from './use_scans';

/** The box that every label is read into, and what came of it. */
export function Scan() {
  const { t } = useTranslation('warehouse');
  const [muted, setMuted] = useState(false);
  const [text, setText] = useState('');
  const box = useRef<InputRef>(null);
  const { waiting, said, read } = useScans(muted);
  useEffect(() => {
    // A scanner types wherever the cursor is: it comes back unless somebody works in another control.
    const timer = setInterval(() => {
      if (document.activeElement === document.body && !document.querySelector('[role="dialog"]')) box.current?.focus();
    }, 500);
    return () => clearInterval(timer);
  }, []);
  const enter = () => {
    const raw = text.trim();
    setText('');
    if (raw) read(raw);
    box.current?.focus();
  };
  return (
    <Flex vertical gap="middle">
      <Input
        ref={box}
        autoFocus
        size="large"
        style={{ fontSize: 24, minHeight: 64 }}
        aria-label={t('label')}
        placeholder={t('label')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={enter}
      />
      <Flex gap="small" wrap align="center">
        <Button size="large" style={{ minHeight: 44 }} icon={<SoundOutlined />} aria-pressed={muted} onClick={() => setMuted(!muted)}>
          {muted ? t('unmute') : t('mute')}
        </Button>
      </Flex>
      {waiting > 0 ? <Alert type="warning" showIcon role="status" title={t('waiting', { count: waiting })} /> : null}
      <div aria-live="assertive">{said[0] ? <Answer said={said[0]} big /> : null}</div>
      {said.length > 1 ? <h2 className="h">{t('last')}</h2> : null}
      {said.slice(1).map((one) => (
        <Answer key={one.reading.key} said={one} />
      ))}
    </Flex>
  );
}

function Answer({ said: { reading, scan, refused }, big = false }: { said: Said; big?: boolean }) {
  const { t } = useTranslation('warehouse');
  const { token } = theme.useToken();
  const say = useValue();
  const good = scan?.outcome === 'matched';
  return (
    <Flex
      vertical={big}
      align="center"
      gap="small"
      wrap
      style={{
        padding: big ? 24 : 8,
        border: `${big ? 4 : 1}px solid ${good ? token.colorSuccess : token.colorError}`,
        borderRadius: token.borderRadius,
        background: good ? token.colorSuccessBg : token.colorErrorBg,
        color: token.colorText,
      }}
    >
      <b style={{ fontSize: big ? 32 : 14 }}>
        {good ? <CheckCircleFilled /> : <WarningFilled />} {scan ? say('ScanOutcome', scan.outcome) : t('refused')}
      </b>
      <span className="wrap">{reading.raw}</span>
      {refused || scan?.note ? <span className="wrap">{refused ?? scan?.note}</span> : null}
      {good && scan ? <Tag>{scan.complete ? t('complete') : t('incomplete')}</Tag> : null}
      {scan?.ticket ? (
        <Link to={`/tickets/${scan.ticket}`} style={{ padding: 12, color: token.colorText, textDecoration: 'underline' }}>
          {t('open_ticket')}
        </Link>
      ) : null}
      <Moment at={reading.at} />
    </Flex>
  );
}
