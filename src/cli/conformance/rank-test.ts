/**
 * Mann–Whitney U by its normal approximation: how many standard deviations two samples are apart in rank. Above 4 in either direction, chance is out of the
 * question (1 in 16,000).
 */
export function rankDistance(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isFirst: true })), ...other.map((value) => ({ value, isFirst: false }))].sort(
    (a, b) => a.value - b.value,
  );
  let ranks = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    // Those that are equal share the mean of their ranks.
    const shared = (at + 1 + end) / 2;
    for (; at < end; at += 1) if (all[at]?.isFirst) ranks += shared;
  }
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
