import { reportOf, check, type VerificationReport } from './verification-report.js';
import { verifyAnalysis } from './verify-analysis.js';
import { verifyCertificate, type VerifyOptions } from './verify-certificate.js';

/** Checks an analysis or a certificate, whichever the document's `schema` names. Takes anything, throws never. */
export function verifyDocument(document: unknown, options: VerifyOptions = {}): VerificationReport {
  const schema = schemaOf(document);
  if (schema === 'faultline.analysis/1') return verifyAnalysis(document, options);
  if (schema === 'faultline.certificate/1') return verifyCertificate(document, options);
  return reportOf([check('schema', 'neither `faultline.analysis/1` nor `faultline.certificate/1`', '')]);
}

function schemaOf(document: unknown): unknown {
  try {
    return typeof document === 'object' && document !== null && 'schema' in document ? document.schema : null;
  } catch {
    return null;
  }
}
