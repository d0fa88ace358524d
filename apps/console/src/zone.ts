import { createContext, useContext } from 'react';

/** Fixed offset of shown times from UTC, in minutes. Everything on a page uses the same. */
export const ZoneContext = createContext(0);

export const useOffsetMinutes = (): number => useContext(ZoneContext);
