import { Alert, Button, Flex, Progress, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../../app/me';
import { Findings } from './findings';
import type { Upload } from './use_upload';
import { useStockText } from '../../../../parts/form/stock';

/** How far an upload is, and what came of it. */
export function Outcome({ upload, onCancel, onAgain }: { upload: Upload; onCancel: () => void; onAgain: () => void }) {
  const { t } = useTranslation('rules');
  const stock = useStockText();
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { file } = upload;
  if (upload.phase === 'refused') {
    return (
      <Findings
        file={file.name}
        error={upload.error}
        actions={
          <Flex gap="small">
            <Button onClick={onAgain}>{common('actions.retry')}</Button>
            <Button onClick={onCancel}>{common('actions.close')}</Button>
          </Flex>
        }
      />
    );
  }
  if (upload.phase === 'stored') {
    const { id, name, version, description } = upload.plugin;
    return (
      <Alert
        type={upload.known ? 'info' : 'success'}
        showIcon
        role="status"
        title={t(upload.known ? 'plugins.known' : 'plugins.stored', { name, version })}
        description={
          <Flex vertical gap="small" align="start">
            <span>{stock(description)}</span>
            <Flex gap="small" wrap>
              {may ? (
                <Link to={`/rules/bindings/new?plugin=${id}`}>
                  <Button type="primary">{t('plugins.put_to_work')}</Button>
                </Link>
              ) : null}
              <Link to={`/rules/plugins/${id}`}>
                <Button>{common('actions.details')}</Button>
              </Link>
              <Button onClick={onCancel}>{common('actions.close')}</Button>
            </Flex>
          </Flex>
        }
      />
    );
  }
  const checking = upload.phase === 'checking';
  return (
    <Flex vertical gap={4} role="status">
      <Typography.Text>{t(checking ? 'plugins.checking' : 'plugins.sending', { file: file.name })}</Typography.Text>
      <Flex gap="small" align="center">
        <Progress aria-label={file.name} percent={upload.percent} status="active" />
        <Button size="small" onClick={onCancel}>
          {common('actions.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
