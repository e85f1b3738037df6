import { InboxOutlined } from '@ant-design/icons';
import { Collapse, Flex, Form, Input, Typography, Upload as Drop } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/me';
import { Outcome } from './outcome';
import { useUpload } from './use_upload';

/** Takes a plugin by dragging or choosing its file; the server checks it before it keeps it. */
export function Upload() {
  const { t } = useTranslation('rules');
  const { requires_signature: signed } = useMe().tenant;
  const [signature, setSignature] = useState('');
  const { upload, start, cancel } = useUpload();
  const busy = upload?.phase === 'sending' || upload?.phase === 'checking';
  return (
    <section aria-label={t('plugins.upload')}>
      <Flex vertical gap="small">
        <h2 className="h">{t('plugins.upload')}</h2>
        <Drop.Dragger accept=".wasm,application/wasm" showUploadList={false} disabled={busy} beforeUpload={(file) => (void start(file, signature), false)} aria-label={t('plugins.drop')}>
          <Flex vertical align="center" gap={4}>
            <InboxOutlined style={{ fontSize: 32 }} />
            <Typography.Text strong>{t('plugins.drop')}</Typography.Text>
            <Typography.Text type="secondary">{t('plugins.drop_hint')}</Typography.Text>
          </Flex>
        </Drop.Dragger>
        <Collapse
          size="small"
          defaultActiveKey={signed ? 'signature' : undefined}
          items={[
            {
              key: 'signature',
              label: t(signed ? 'plugins.signature_required' : 'plugins.signature_optional'),
              children: (
                <Form.Item label={t('plugins.signature')} htmlFor="plugin-signature" extra={t('plugins.signature_hint')} layout="vertical" style={{ margin: 0 }}>
                  <Input id="plugin-signature" value={signature} onChange={({ target }) => setSignature(target.value)} spellCheck={false} autoComplete="off" />
                </Form.Item>
              ),
            },
          ]}
        />
        {upload ? <Outcome upload={upload} onCancel={cancel} onAgain={() => void start(upload.file, signature)} /> : null}
      </Flex>
    </section>
  );
}
