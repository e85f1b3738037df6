import { DeleteOutlined, EditOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Modal, Popconfirm, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS, type Filters } from '../filters/filters';
import { added, renamed, same, save, saved, standard, type View } from './views';

/** The views: those that everybody has, and one's own, which can be saved, renamed and deleted. On a narrow window they are a list to choose from. */
export function ViewTabs({ me, filters, narrow, onChange }: { me: string; filters: Filters; narrow: boolean; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('tickets');
  const { t: common } = useTranslation();
  const [own, setOwn] = useState(() => saved(me));
  const [naming, setNaming] = useState<{ from: string | null; name: string } | null>(null);
  const shipped = standard(me);
  const here = [...own, ...shipped].find((view) => same(view.filters, filters));
  const mine = own.find((view) => view.key === here?.key);
  const keep = (views: View[]) => {
    save(me, views);
    setOwn(views);
  };
  const choose = (key: string) => {
    const view = [...own, ...shipped].find((one) => one.key === key);
    if (view) onChange(Object.fromEntries(FILTERS.map((name) => [name, view.filters[name] ?? ''])));
  };
  const name = naming?.name.trim() ?? '';
  const done = () => {
    if (!name || !naming) return;
    keep(naming.from == null ? added(own, { key: name, filters }) : renamed(own, naming.from, name));
    setNaming(null);
  };
  const options = [
    ...shipped.map(({ key }) => ({ value: key, label: t(`view.${key}`) })),
    ...own.map(({ key }) => ({ value: key, label: key })),
    ...(here ? [] : [{ value: '', label: t('view.unsaved') }]),
  ];
  return (
    <Flex gap="small" wrap align="center">
      {narrow ? (
        <Select aria-label={t('view.label')} style={{ minWidth: 160 }} value={here?.key ?? ''} options={options} onChange={choose} />
      ) : (
        <Segmented aria-label={t('view.label')} value={here?.key ?? ''} options={options} onChange={choose} />
      )}
      {here ? null : (
        <Button icon={<SaveOutlined />} onClick={() => setNaming({ from: null, name: '' })}>
          {t('view.save')}
        </Button>
      )}
      {mine ? (
        <>
          <Button icon={<EditOutlined />} aria-label={t('view.rename')} onClick={() => setNaming({ from: mine.key, name: mine.key })} />
          <Popconfirm title={common('ask_delete', { name: mine.key })} onConfirm={() => keep(own.filter((view) => view !== mine))}>
            <Button icon={<DeleteOutlined />} aria-label={t('view.delete')} />
          </Popconfirm>
        </>
      ) : null}
      <Modal
        title={naming?.from == null ? t('view.save') : t('view.rename')}
        open={naming != null}
        onCancel={() => setNaming(null)}
        onOk={done}
        okText={common('actions.save')}
        cancelText={common('actions.cancel')}
        okButtonProps={{ disabled: !name }}
      >
        <Input
          autoFocus
          maxLength={40}
          aria-label={t('view.name')}
          placeholder={t('view.name')}
          value={naming?.name ?? ''}
          onChange={({ target }) => setNaming((before) => before && { ...before, name: target.value })}
          onPressEnter={(event) => {
            // The focus goes back to the button that opened this, which would take the same key.
            event.preventDefault();
            done();
          }}
        />
      </Modal>
    </Flex>
  );
}
