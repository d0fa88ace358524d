import type { TokenView } from '@faultline/model';

/** The token's own claim of when it was made, or its first use where it claims nothing believable. */
export function claimedUs(view: TokenView): number {
  const iat = view.token.iatUs;
  return iat === null || iat > view.firstSeenUs + 300_000_000 || iat < view.firstSeenUs - 90 * 86_400_000_000
    ? view.firstSeenUs
    : iat;
}
