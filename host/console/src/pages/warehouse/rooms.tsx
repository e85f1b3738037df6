import { Flex, theme } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Room {
  key: string;
  to: string;
  label: string;
  /** How much waits there. */
  count: number;
}

/**
 * The tabs of the warehouse: links with targets for thumbs, in a row that scrolls on a narrow screen. The component set's tabs hide what
 * does not fit in a menu that screen readers take for a tab.
 */
export function Rooms({ rooms, here }: { rooms: Room[]; here: string }) {
  const { t } = useTranslation('warehouse');
  const { token } = theme.useToken();
  const present = useRef<HTMLAnchorElement>(null);
  const counts = rooms.map(({ count }) => count).join();
  // The counts come later and push the present room aside.
  useEffect(() => {
    present.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here, counts]);
  return (
    <nav aria-label={t('title')} style={{ overflowX: 'auto', borderBottom: `1px solid ${token.colorSplit}` }}>
      <Flex component="ul" gap={4} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {rooms.map(({ key, to, label, count }) => (
          <li key={key}>
            <Link
              ref={key === here ? present : null}
              to={to}
              aria-current={key === here ? 'page' : undefined}
              style={{
                display: 'flex',
                alignItems: 'center',
                gap: 6,
                minHeight: 48,
                padding: '0 12px',
                whiteSpace: 'nowrap',
                fontSize: token.fontSizeLG,
                fontWeight: key === here ? token.fontWeightStrong : undefined,
                color: key === here ? token.colorLink : token.colorText,
                borderBottom: `3px solid ${key === here ? token.colorLink : 'transparent'}`,
              }}
            >
              {label}
              {count > 0 ? (
                <span
                  role="img"
                  aria-label={t('open', { count })}
                  style={{ minWidth: 24, padding: '0 6px', textAlign: 'center', borderRadius: 12, fontSize: token.fontSizeSM, lineHeight: '22px', color: token.colorText, background: token.colorFillSecondary }}
                >
                  {count > 99 ? '99+' : count}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </Flex>
    </nav>
  );
}
