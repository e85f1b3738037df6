import { CameraOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Reads barcodes out of pictures (Shape Detection API); not every browser has it. */
interface Detector {
  detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = new () => Detector;

const detectorClass = (): DetectorClass | undefined => (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Pause between two looks at the picture, in milliseconds. */
const LOOK = 200;

/** Reads a label with the camera; nothing where the browser cannot. */
export function Camera({ onRead }: { onRead: (raw: string) => void }) {
  const { t } = useTranslation('warehouse');
  const [open, setOpen] = useState(false);
  // Browsers hand out the camera only where nobody can listen in: `mediaDevices` is absent elsewhere.
  if (!detectorClass() || !('mediaDevices' in navigator)) return null;
  return (
    <>
      <Button icon={<CameraOutlined />} onClick={() => setOpen(true)}>
        {t('camera.open')}
      </Button>
      {open ? (
        <Viewfinder
          close={() => setOpen(false)}
          onRead={(raw) => {
            setOpen(false);
            onRead(raw);
          }}
        />
      ) : null}
    </>
  );
}

function Viewfinder({ onRead, close }: { onRead: (raw: string) => void; close: () => void }) {
  const { t } = useTranslation('warehouse');
  const [failed, setFailed] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => {
    const Class = detectorClass();
    if (!Class) return undefined;
    const detector = new Class();
    let stream: MediaStream | null = null;
    let over = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (over) return stop();
      const picture = video.current;
      if (!picture) return;
      picture.srcObject = stream;
      await picture.play();
      while (!over) {
        const [found] = await detector.detect(picture);
        if (found?.rawValue && !over) return read.current(found.rawValue);
        await new Promise((wake) => setTimeout(wake, LOOK));
      }
    };
    look().catch((error: unknown) => {
      if (!over) setFailed(error instanceof Error ? error.message : String(error));
    });
    return () => {
      over = true;
      stop();
    };
  }, []);
  return (
    <Modal open title={t('camera.title')} footer={null} onCancel={close} focusable={{ focusTriggerAfterClose: false }}>
      {failed ? <Alert type="error" showIcon role="alert" title={t('camera.failed')} description={failed} /> : null}
      <video ref={video} muted playsInline aria-label={t('camera.title')} style={{ width: '100%' }} />
    </Modal>
  );
}
