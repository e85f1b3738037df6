import { Tooltip } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import relativeTime from 'dayjs/plugin/relativeTime';
import { useEffect, useState } from 'react';
import { useLanguage } from '../words/use';

dayjs.extend(relativeTime);

/** A moment in the reader's time zone; hovering says how long ago. */
export function Moment({ at, relative = false }: { at: string | null | undefined; relative?: boolean }) {
  const language = useLanguage();
  if (!at) return null;
  const moment = dayjs(at).locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  const [exact, ago] = [moment.format('YYYY-MM-DD HH:mm'), moment.fromNow()];
  return (
    <Tooltip title={relative ? exact : ago}>
      <time dateTime={at} className="number">
        {relative ? ago : exact}
      </time>
    </Tooltip>
  );
}

/** The present moment in milliseconds, anew every so many milliseconds. */
export function useNow(every = 1_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
