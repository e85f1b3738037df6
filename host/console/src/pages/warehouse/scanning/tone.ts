const PLACE = 'redress.scans.muted';

let sound: AudioContext | null = null;

/** Whether this device keeps quiet; kept over a reload. */
export const mute = {
  on: (): boolean => localStorage.getItem(PLACE) === 'true',
  set: (muted: boolean) => localStorage.setItem(PLACE, String(muted)),
};

/** A short high tone for a match, a long low one for a problem; where the device can, it shakes as well. */
export function tone(good: boolean): void {
  // Browsers are silent until somebody has pressed something, and complain about who tries.
  if (mute.on() || !navigator.userActivation?.hasBeenActive) return;
  sound ??= new AudioContext();
  void sound.resume();
  const source = sound.createOscillator();
  source.frequency.value = good ? 1320 : 220;
  source.connect(sound.destination);
  source.start();
  source.stop(sound.currentTime + (good ? 0.12 : 0.45));
  navigator.vibrate?.(good ? 60 : [160, 80, 160]);
}
