import { useSession } from './session.ts';

/** Whether who sits here keeps the journal somewhere, and looks after what is screened there. */
export const useKeepsJournal = (): boolean => useSession().accessParts.includes('looking');
