import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';

function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What differs, place by place: before and after. */
export function Changes({ of }: { of: Schemas['RevisionChange'][] }) {
  const { t } = useTranslation();
  return of.map(({ path, from, to }) => (
    <div key={path} className="wrap" style={{ maxWidth: 520 }}>
      <code>{path}</code> <del>{from === undefined ? t('none') : said(from)}</del> → <ins>{to === undefined ? t('none') : said(to)}</ins>
    </div>
  ));
}
