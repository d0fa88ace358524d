import type { Certificate } from '@faultline/model';

const live = new WeakMap<Certificate, string>();

/** Address of the certificate as a file, made in the page: what is downloaded is what is shown. Kept as long as the certificate itself. */
export function certificateUrl(certificate: Certificate): string {
  const known = live.get(certificate);
  if (known !== undefined) return known;
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(certificate, null, 2)}\n`], { type: 'application/json' }),
  );
  live.set(certificate, url);
  return url;
}
