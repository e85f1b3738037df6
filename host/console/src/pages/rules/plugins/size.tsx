/** How big a program is. */
export function Size({ bytes }: { bytes: number }) {
  const kibi = Math.ceil(bytes / 1024);
  return <span className="number">{kibi < 1024 ? `${kibi} KiB` : `${(kibi / 1024).toFixed(1)} MiB`}</span>;
}
