import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The whole of something as JSON, for what the panel has no input for; the server's findings tell what does not fit. */
export function JsonEditor<T extends object>({ value, onChange }: { value: T; onChange: (value: T) => void }) {
  const { t } = useTranslation('drawing');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = () => {
    try {
      onChange(JSON.parse(typed ?? '') as T);
      setTyped(null);
      setWrong(null);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Flex vertical gap="small">
      <Input.TextArea
        aria-label={t('json.title')}
        autoSize={{ minRows: 6, maxRows: 24 }}
        style={{ fontFamily: 'monospace' }}
        value={typed ?? JSON.stringify(value, null, 2)}
        onChange={({ target }) => setTyped(target.value)}
      />
      {wrong ? <Alert type="error" title={t('json.wrong', { why: wrong })} /> : null}
      <Button disabled={typed === null} onClick={take}>
        {t('json.take')}
      </Button>
    </Flex>
  );
}
