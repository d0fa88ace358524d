/**
 * SHA-256 as lower-case hex over bytes, or over the UTF-8 form of a string (FIPS 180-4). Core has no crypto of its own: the app passes
 * the platform's implementation, so core stays free of `node:*` and runs in a browser too.
 */
export type Sha256 = (data: string | Uint8Array) => string;
