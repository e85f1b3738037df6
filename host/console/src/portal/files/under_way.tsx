import { Button, Flex, Progress as Bar } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../refused';
import type { useSending } from './use_sending';

/** Files on their way, and those that were not taken with why. */
export function UnderWay({ sending }: { sending: ReturnType<typeof useSending> }) {
  const { t } = useTranslation();
  return sending.all.map((one) => (
    <Flex key={one.id} vertical gap={4}>
      <span className="wrap">{one.file.name}</span>
      {one.error ? (
        <>
          <Refused error={one.error} />
          <Flex gap="small">
            <Button onClick={() => void sending.again(one)}>{t('again')}</Button>
            <Button onClick={() => sending.drop(one.id)}>{t('files.drop')}</Button>
          </Flex>
        </>
      ) : (
        <Bar percent={Math.round(one.percent)} aria-label={t('files.sending', { name: one.file.name })} />
      )}
    </Flex>
  ));
}
