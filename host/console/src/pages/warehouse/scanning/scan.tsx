import { AudioMutedOutlined, EditOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Flex, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, Earlier } from './answer';
import { Camera } from './camera';
import { Held } from './held';
import { useScanFocus } from './focus';
import type { Reading } from './queue';
import { mute, tone } from './tone';
import { sourceOf } from './typing';
import { useScanner, useScans } from './use_scanner';

/** A PDA with a scanner in it: its keyboard on the screen would cover half the page after every scan. */
const touched = () => window.matchMedia('(pointer: coarse)').matches;

/** The box that every label is read into, and what came of it. */
export function Scan() {
  const { t } = useTranslation('warehouse');
  const scanner = useScanner();
  const { said } = useScans();
  const [muted, setMuted] = useState(mute.on);
  const [byHand, setByHand] = useState(() => !touched());
  const [text, setText] = useState('');
  const box = useRef<InputRef>(null);
  const began = useRef(0);
  useScanFocus(box);
  useEffect(() => scanner.onAnswer(({ scan }) => tone(scan?.outcome === 'matched')), [scanner]);
  const read = (raw: string, source: Reading['source']) => {
    if (raw.trim()) scanner.read(raw.trim(), source);
    setText('');
  };
  const turn = () => {
    mute.set(!muted);
    setMuted(!muted);
    tone(true);
  };
  return (
    <Flex vertical gap="middle">
      <Input
        ref={box}
        autoFocus
        size="large"
        style={{ fontSize: 24, minHeight: 64 }}
        inputMode={byHand ? 'text' : 'none'}
        autoComplete="off"
        aria-label={t('scan.label')}
        placeholder={t('scan.label')}
        value={text}
        onChange={({ target }) => {
          if (!text) began.current = performance.now();
          setText(target.value);
        }}
        onPressEnter={({ currentTarget, nativeEvent }) => {
          // What an input method has not finished yet is no reading.
          if (nativeEvent.isComposing) return;
          read(currentTarget.value, sourceOf(currentTarget.value, performance.now() - began.current));
        }}
      />
      <Flex gap="small" wrap align="center">
        <Button icon={muted ? <AudioMutedOutlined /> : <SoundOutlined />} aria-pressed={muted} onClick={turn}>
          {t(muted ? 'scan.unmute' : 'scan.mute')}
        </Button>
        {touched() ? (
          <Button icon={<EditOutlined />} aria-pressed={byHand} onClick={() => setByHand(!byHand)}>
            {t(byHand ? 'scan.no_keyboard' : 'scan.keyboard')}
          </Button>
        ) : null}
        <Camera onRead={(raw) => read(raw, 'camera')} />
      </Flex>
      <Held />
      <div aria-live="assertive">{said[0] ? <Answer key={said[0].reading.key} said={said[0]} /> : <p style={{ margin: 0 }}>{t('scan.begin')}</p>}</div>
      {said.length > 1 ? (
        <>
          <h2 className="h">{t('scan.last')}</h2>
          <Flex vertical gap="small" component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {said.slice(1).map((one) => (
              <Earlier key={one.reading.key} said={one} />
            ))}
          </Flex>
        </>
      ) : null}
    </Flex>
  );
}
