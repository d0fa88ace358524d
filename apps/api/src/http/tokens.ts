/** Names under which Nest hands out what the composition root made; classes of core and services carry no decorator. */
export const PIPELINE = 'PIPELINE';
export const SETTINGS = 'SETTINGS';
export const LOGGER = 'LOGGER';

/** What controllers need of the configuration. */
export interface Settings {
  readonly bodyBytesMax: number;
}
