const digestName = /^[a-z0-9]+:[0-9a-f]{32,128}$/;

/** The parts of a package URL (purl-spec) that builds and deployments are joined by. */
export interface PackageUrl {
  /** As given, percent-decoded. */
  readonly text: string;
  readonly name: string;
  /** `sha256:…` from the version, as images have it, or from the qualifier `checksum`. */
  readonly digest: string | null;
}

/** Reads a package URL; a text that is none is its own name, so that an artefact named otherwise is still one artefact. */
export function readPackageUrl(url: string): PackageUrl {
  const text = percentDecoded(url);
  const [beforeFragment = ''] = text.split('#', 1);
  const [path = ''] = beforeFragment.split('?', 1);
  const at = path.lastIndexOf('@');
  const name = at > 0 ? path.slice(0, at) : path;
  const version = at > 0 ? path.slice(at + 1) : '';
  return {
    text,
    name: text.startsWith('pkg:') ? name.slice(name.lastIndexOf('/') + 1) : name,
    digest: asDigest(version) ?? asDigest(checksumOf(beforeFragment.slice(path.length + 1))),
  };
}

/** `checksum` lists digests of several algorithms; the first is enough to join by. */
function checksumOf(qualifiers: string): string {
  const found = qualifiers.split('&').find((qualifier) => qualifier.startsWith('checksum='));
  return found?.slice('checksum='.length).split(',', 1)[0] ?? '';
}

/** A digest `algorithm:hex` in lower case; null when the text is none. */
export function asDigest(text: string): string | null {
  const lower = text.toLowerCase();
  return digestName.test(lower) ? lower : null;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: senders that encode nothing write it so.
    return text;
  }
}
