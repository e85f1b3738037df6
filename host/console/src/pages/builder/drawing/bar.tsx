import { HistoryOutlined, RedoOutlined, SaveOutlined, SendOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Space, Tooltip, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useDrawing } from './use_drawing';

/** Undo, redo, save, publish and editions of a designer. */
export function Bar({ drawing: { history, unsaved, busy, canPublish, onSave, onPublish }, errors, onEditions }: {
  drawing: Pick<ReturnType<typeof useDrawing>, 'unsaved' | 'busy' | 'canPublish' | 'onSave' | 'onPublish'> & {
    history: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean };
  };
  /** How many findings forbid publishing. */
  errors: number;
  onEditions: () => void;
}) {
  const { t } = useTranslation('drawing');
  return (
    <>
      <Typography.Text type="secondary" style={{ alignSelf: 'center' }}>{unsaved ? t('bar.unsaved') : t('bar.saved')}</Typography.Text>
      <Space.Compact role="group" aria-label={t('bar.history')}>
        <Tooltip title={t('bar.undo')}>
          <Button aria-label={t('bar.undo')} icon={<UndoOutlined />} disabled={!history.canUndo} onClick={history.undo} />
        </Tooltip>
        <Tooltip title={t('bar.redo')}>
          <Button aria-label={t('bar.redo')} icon={<RedoOutlined />} disabled={!history.canRedo} onClick={history.redo} />
        </Tooltip>
      </Space.Compact>
      <Button icon={<HistoryOutlined />} onClick={onEditions}>
        {t('bar.editions')}
      </Button>
      <Button icon={<SaveOutlined />} disabled={!unsaved} loading={busy} onClick={onSave}>
        {t('bar.save')}
      </Button>
      <Tooltip title={errors > 0 ? t('bar.fix_first', { count: errors }) : ''}>
        <Popconfirm title={t('bar.publish_ask')} description={t('bar.publish_help')} onConfirm={onPublish} disabled={!canPublish || errors > 0}>
          <Button type="primary" icon={<SendOutlined />} disabled={!canPublish || errors > 0} loading={busy}>
            {t('bar.publish')}
          </Button>
        </Popconfirm>
      </Tooltip>
    </>
  );
}
