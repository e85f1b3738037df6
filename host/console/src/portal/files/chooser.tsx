import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Lets the customer choose pictures, films and papers; a telephone offers its camera. */
export function Chooser({ onChoose }: { onChoose: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*,video/*,application/pdf"
        aria-label={t('files.add')}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button size="large" block icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
        {t('files.add')}
      </Button>
    </>
  );
}
