import { App as AntApp, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../words/use';
import { nonce } from './nonce';

const PLACE = 'redress.dark';

/** Who asked their machine for less movement gets none (WCAG 2.2 SC 2.3.3). */
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const Dark = createContext<{ dark: boolean; turn: () => void }>({ dark: false, turn: () => undefined });

/** Whether the console is dark, and how to turn it. */
export const useDark = () => use(Dark);

function first(): boolean {
  const kept = localStorage.getItem(PLACE);
  return kept == null ? window.matchMedia('(prefers-color-scheme: dark)').matches : kept === 'true';
}

/** Colours, language and messages of the component set. */
export function Look({ children }: { children: ReactNode }) {
  const [dark, setDark] = useState(first);
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  const value = useMemo(
    () => ({
      dark,
      turn: () => {
        localStorage.setItem(PLACE, String(!dark));
        setDark(!dark);
      },
    }),
    [dark],
  );
  return (
    <Dark value={value}>
      <ConfigProvider
        csp={{ nonce }}
        // A word of two characters is read as one word.
        button={{ autoInsertSpace: false }}
        locale={language === 'zh-CN' ? zhCN : enUS}
        theme={{
          algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
          // Links and secondary text on both backgrounds reach 4.5:1 (WCAG 2.2 SC 1.4.3).
          token: {
            motion: !STILL,
            ...(dark
            ? { colorPrimary: '#3c89e8', colorLink: '#8cc4ff', colorTextTertiary: 'rgba(255,255,255,0.65)', colorTextQuaternary: 'rgba(255,255,255,0.55)', colorError: '#ff7875', colorErrorText: '#ff7875' }
            : {
                colorPrimary: '#1668dc',
                colorLink: '#1668dc',
                colorTextTertiary: 'rgba(0,0,0,0.62)',
                colorTextQuaternary: 'rgba(0,0,0,0.58)',
                colorTextPlaceholder: 'rgba(0,0,0,0.58)',
                colorError: '#cf1322',
                colorErrorText: '#cf1322',
                colorWarningText: '#ad4e00',
              }),
          },
          components: {
            Menu: { itemSelectedColor: dark ? '#8cc4ff' : '#0958d9', horizontalItemSelectedColor: dark ? '#8cc4ff' : '#0958d9', horizontalItemHoverColor: dark ? '#8cc4ff' : '#0958d9' },
            // Red is light on a dark ground, so what stands on red is dark there; a count stays white on a deeper red.
            ...(dark ? { Badge: { colorError: '#cf1322' } } : {}),
            // What the pointer is over is read as well.
            Button: { ...(dark ? { dangerColor: '#1f1f1f' } : {}), colorPrimaryHover: dark ? '#1554ad' : '#0958d9', colorPrimaryActive: dark ? '#15417e' : '#003eb3', defaultHoverColor: dark ? '#8cc4ff' : '#0958d9', defaultHoverBorderColor: dark ? '#8cc4ff' : '#0958d9' },
            Tabs: { itemSelectedColor: dark ? '#8cc4ff' : '#0958d9', itemHoverColor: dark ? '#8cc4ff' : '#0958d9' },
          },
        }}
      >
        <AntApp>{children}</AntApp>
      </ConfigProvider>
    </Dark>
  );
}
