/** A short tone: high for a match, low for a problem. */
export function tone(good: boolean) {
  const sound = new AudioContext();
  const source = sound.createOscillator();
  source.frequency.value = good ? 1320 : 220;
  source.connect(sound.destination);
  source.start();
  source.stop(sound.currentTime + (good ? 0.12 : 0.45));
  source.onended = () => void sound.close();
}
