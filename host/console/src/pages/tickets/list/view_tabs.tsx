import { DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Modal, Popconfirm, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS, type Filters, same, save, saved, standard, type View } from './views';

/** The views: those that everybody has, and one's own. */
export function ViewTabs({ me, filters, onChange }: { me: string; filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('tickets');
  const { t: common } = useTranslation();
  const [own, setOwn] = useState(() => saved(me));
  const [naming, setNaming] = useState<string | null>(null);
  const shipped = standard(me);
  const here = [...own, ...shipped].find((view) => same(view.filters, filters));
  const mine = own.find((view) => view.key === here?.key);
  const keep = (views: View[]) => {
    save(me, views);
    setOwn(views);
  };
  const choose = (key: string) => {
    const view = [...own, ...shipped].find((one) => one.key === key);
    onChange(Object.fromEntries(FILTERS.map((name) => [name, view?.filters[name] ?? ''])));
  };
  const name = naming?.trim() ?? '';
  const add = () => {
    if (!name) return;
    keep([...own.filter((view) => view.key !== name), { key: name, filters }]);
    setNaming(null);
  };
  return (
    <Flex gap="small" wrap align="center">
      <Segmented
        aria-label={t('view.label')}
        value={here?.key ?? ''}
        options={[
          ...shipped.map(({ key }) => ({ value: key, label: t(`view.${key}`) })),
          ...own.map(({ key }) => ({ value: key, label: key })),
          ...(here ? [] : [{ value: '', label: t('view.unsaved') }]),
        ]}
        onChange={choose}
      />
      {here ? null : (
        <Button icon={<SaveOutlined />} onClick={() => setNaming('')}>
          {t('view.save')}
        </Button>
      )}
      {mine ? (
        <Popconfirm title={common('ask_delete', { name: mine.key })} onConfirm={() => keep(own.filter((view) => view !== mine))}>
          <Button icon={<DeleteOutlined />} aria-label={t('view.delete')} />
        </Popconfirm>
      ) : null}
      <Modal title={t('view.save')} open={naming != null} onCancel={() => setNaming(null)} onOk={add} okButtonProps={{ disabled: !name }}>
        <Input
          autoFocus
          maxLength={40}
          aria-label={t('view.name')}
          placeholder={t('view.name')}
          value={naming ?? ''}
          onChange={({ target }) => setNaming(target.value)}
          onPressEnter={add}
        />
      </Modal>
    </Flex>
  );
}
