import { FilePdfOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../api/client';
import { useMe } from '../../../app/me';
import { handOver } from '../../../parts/download';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { hereZone } from '../../../parts/zone';
import { useLanguage } from '../../../words/use';
import { shelves } from './shelves';

type Shelf = { location: string; quantity: number };

/** Makes a walk through a warehouse: somebody says where the goods lie, the server orders the stops, and a paper is printed. */
export function Walk({ list, close }: { list: Schemas['Picking']; close: () => void }) {
  const { t } = useTranslation('warehouse');
  const [form] = Form.useForm<{ shelf: Shelf[] }>();
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of list.needs) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  const goods = [...wanted];
  const known = shelves.all();
  const make = api.useMutation('post', '/api/v1/pick-lists');
  const submit = ({ shelf }: { shelf: Shelf[] }) => {
    const stock = goods.map(([sku], at) => ({ sku, location: shelf[at]?.location.trim() ?? '', quantity: shelf[at]?.quantity ?? 0 }));
    shelves.keep(Object.fromEntries(stock.map(({ sku, location }) => [sku, location])));
    make.mutate({ body: { warehouse: list.warehouse, stock } });
  };
  return (
    <Modal open width={640} title={t('pick.make')} onCancel={close} footer={null}>
      <Flex vertical gap="middle">
        {make.data ? (
          <Stops walk={make.data} warehouse={list.warehouse ?? null} back={() => make.reset()} />
        ) : (
          <>
            <span>{t('pick.where')}</span>
            <Form form={form} layout="vertical" initialValues={{ shelf: goods.map(([sku, quantity]) => ({ location: known[sku] ?? '', quantity })) }} onFinish={submit}>
              {goods.map(([sku, quantity], at) => (
                <Flex key={sku} gap="small" wrap role="group" aria-label={sku}>
                  <Form.Item name={['shelf', at, 'location']} label={t('pick.shelf', { sku, quantity })} rules={[{ required: true, whitespace: true, message: t('pick.shelf_empty') }]} style={{ flex: '1 1 200px', marginBottom: 8 }}>
                    <Input autoFocus={at === 0} placeholder="A-02-10" />
                  </Form.Item>
                  <Form.Item name={['shelf', at, 'quantity']} label={t('pick.stock')} style={{ marginBottom: 8 }}>
                    <InputNumber min={0} max={1_000_000} precision={0} />
                  </Form.Item>
                </Flex>
              ))}
              {make.error ? <ProblemAlert error={make.error} /> : null}
              <Button type="primary" htmlType="submit" block loading={make.isPending}>
                {t('pick.order')}
              </Button>
            </Form>
          </>
        )}
      </Flex>
    </Modal>
  );
}

/** The walk, stop by stop, to be read from the screen or printed. */
function Stops({ walk, warehouse, back }: { walk: Schemas['PickList']; warehouse: string | null; back: () => void }) {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const { user } = useMe();
  const language = useLanguage();
  const { failed } = useTell();
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    const number = `PL-${new Date().toISOString().slice(0, 16).replaceAll(/[-:T]/g, '')}`;
    try {
      const { data, error } = await fetcher.POST('/api/v1/print/pick-list', {
        body: { list: walk, number, picker: user.name, warehouse, locale: language, titles: {}, template: null, time_zone: hereZone() },
        parseAs: 'blob',
      });
      if (data) handOver(data, `${number}.pdf`);
      else failed(error);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ol style={{ margin: 0, paddingInlineStart: 24 }}>
        {walk.stops.map(({ location, sku, quantity, shares }) => (
          <li key={`${location} ${sku}`} style={{ marginBottom: 8 }}>
            <b>{location}</b> {t('goods', { sku, quantity })}
            <div>{shares.map((share) => t('pick.share', { number: share.number, count: share.quantity })).join(' · ')}</div>
          </li>
        ))}
      </ol>
      {walk.stops.length === 0 ? <span>{t('pick.no_stop')}</span> : null}
      {walk.short.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('pick.short')}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {walk.short.map(({ ticket, sku, quantity, number }) => (
                <li key={`${ticket} ${sku}`}>
                  {t('goods', { sku, quantity })} · {number}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <Flex gap="small" wrap>
        <Button type="primary" icon={<FilePdfOutlined />} loading={busy} disabled={walk.stops.length === 0} onClick={() => void print()}>
          {t('pick.print')}
        </Button>
        <Button onClick={back}>{common('actions.back')}</Button>
      </Flex>
    </>
  );
}
