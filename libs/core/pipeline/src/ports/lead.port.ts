/** The right to renew the answer: one holder in an installation at a time. */
export interface Lead {
  /**
   * Whether this is still the holder. Asked last thing before a commit, so that one who was cut off does not overwrite its successor.
   * False, within seconds, when the office cannot be asked: a lead that cannot be proven counts as lost.
   */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** Where leads are given out. */
export interface LeadOffice {
  /**
   * Null while another process holds it. A holder that dies loses it at once; one that vanishes without a word, with its node or its
   * network, within half a minute.
   */
  tryLead(): Promise<Lead | null>;
}
