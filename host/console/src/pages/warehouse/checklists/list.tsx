import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { useMay } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { paging } from '../../../parts/list';
import { Money } from '../../../parts/money';
import { Cards } from '../cards';
import { Editor } from './editor';

type Checklist = Schemas['Checklist'];

const NAMES = ['sku'] as const;
const FRESH: Checklist = { sku: '', version: 0, parts: [] };

/** The list of one article, in the shape of a page of lists. */
function useOne(sku: string) {
  const found = api.useQuery('get', '/api/v1/checklists/{sku}', { params: { path: { sku } } }, { enabled: sku !== '' });
  const none = isProblem(found.error) && found.error.status === 404;
  return { ...found, data: found.data ? { pages: [{ items: [found.data] }] } : none ? { pages: [] } : undefined, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined };
}

/** What belongs to each article, and what it costs when a part does not come back (D7). */
export function Checklists() {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const may = useMay()('order:write');
  const [{ sku = '' }, set] = useFilters(NAMES);
  const [edited, setEdited] = useState<Checklist | null>(null);
  const all = api.useInfiniteQuery('get', '/api/v1/checklists', { params: { query: { limit: 50 } } }, { ...paging, enabled: sku === '' });
  const one = useOne(sku);
  return (
    <Flex vertical gap="middle">
      <span>{t(may ? 'checklist.about' : 'checklist.read_only')}</span>
      <Flex justify="space-between" gap="small" wrap>
        <Input.Search
          key={sku}
          allowClear
          defaultValue={sku}
          style={{ maxWidth: 420 }}
          enterButton={common('actions.search')}
          aria-label={t('checklist.find')}
          placeholder={t('checklist.find')}
          onSearch={(text) => set({ sku: text.trim() })}
        />
        {may ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited({ ...FRESH, sku })}>
            {t('checklist.new')}
          </Button>
        ) : null}
      </Flex>
      <Cards query={sku ? one : all} keyOf={(list) => list.sku} nameOf={(list) => list.sku} empty={sku ? t('checklist.none', { sku }) : t('empty.checklists')}>
        {(list) => (
          <>
            <Flex vertical gap={4}>
              <b className="wrap">{list.sku}</b>
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {list.parts.map(({ code, name, quantity, price }) => (
                  <li key={code}>
                    {t('goods', { sku: name, quantity })} <Money of={price} />
                  </li>
                ))}
              </ul>
              {list.parts.length === 0 ? <span>{t('checklist.nothing')}</span> : null}
            </Flex>
            {may ? <Button onClick={() => setEdited(list)}>{common('actions.edit')}</Button> : null}
          </>
        )}
      </Cards>
      {edited ? <Editor list={edited} close={() => setEdited(null)} saved={(name) => set({ sku: name })} /> : null}
    </Flex>
  );
}
