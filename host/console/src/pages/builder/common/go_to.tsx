import { theme } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link within a page, in a colour that can be read on both grounds. */
export function GoTo({ to, children }: { to: string; children: ReactNode }) {
  const { token } = theme.useToken();
  return (
    <Link to={to} style={{ color: token.colorLink, textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}
