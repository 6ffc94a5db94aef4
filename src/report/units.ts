/** Figures for people; a report keeps the exact ones. */

/** `0.4 s`, `12 s`, `3 min 5 s`; below a tenth of a second `42 ms`. */
export function durationText(ms: number): string {
  if (ms < 100) return `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Binary units, as a download shows them: `512 B`, `1.5 KiB`, `64 MiB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const isLarge = bytes >= 1_048_576;
  const amount = bytes / (isLarge ? 1_048_576 : 1_024);
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${isLarge ? 'MiB' : 'KiB'}`;
}
