import { Button, Drawer, Flex, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faults } from '../../../api/problem';
import { ProblemAlert } from '../../../parts/problem';
import { FaultsOf } from './faults';

/** A drawer in which one thing is written; what the server refuses stands at the fields and above them, and nothing typed is lost. */
export function Editor({
  title,
  error,
  saving,
  wide = false,
  readOnly = false,
  onClose,
  onSave,
  more,
  children,
}: {
  title: string;
  error: unknown;
  saving: boolean;
  wide?: boolean;
  readOnly?: boolean;
  onClose: () => void;
  onSave: () => void;
  more?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Drawer
      open
      title={title}
      size={wide ? 900 : 560}
      onClose={onClose}
      mask={{ closable: readOnly }}
      footer={
        <Flex gap="small" justify="end" wrap>
          {more}
          <Button onClick={onClose}>{readOnly ? t('actions.close') : t('actions.cancel')}</Button>
          {readOnly ? null : (
            <Button type="primary" loading={saving} onClick={onSave}>
              {t('actions.save')}
            </Button>
          )}
        </Flex>
      }
    >
      <FaultsOf value={faults(error)}>
        <Form layout="vertical" disabled={readOnly} onFinish={onSave}>
          {error ? (
            <Form.Item>
              <ProblemAlert error={error} />
            </Form.Item>
          ) : null}
          {children}
        </Form>
      </FaultsOf>
    </Drawer>
  );
}
