import type { User } from '../../../domain/roles.ts';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { InputOf } from '../../../preload/contract/contract.ts';
import {
  type ScreeningForm,
  screeningFromForm,
  screeningToForm,
  unscreened,
} from '../../components/screening-form.ts';

/** What the clerk types about a case. */
export type CaseForm = {
  readonly title: string;
  readonly publicTitle: string;
  readonly classId: string;
  readonly ownerId: string;
  readonly adminUnit: string;
  readonly screening: ScreeningForm;
};

export const caseToForm = (file: CaseView): CaseForm => ({
  title: file.title,
  publicTitle: file.publicTitle ?? '',
  classId: file.classId,
  ownerId: file.ownerId,
  adminUnit: file.adminUnit,
  screening: screeningToForm(file.screening),
});

export const newCaseForm = (user: User): CaseForm => ({
  title: '',
  publicTitle: '',
  classId: '',
  ownerId: user.id,
  adminUnit: user.adminUnit,
  screening: unscreened,
});

export type CaseFault = 'title' | 'class' | 'unit' | 'basis';
/** What is missing before the archive need be asked. */
export const caseFaults = (form: CaseForm): ReadonlySet<CaseFault> => {
  const faults = new Set<CaseFault>();
  if (form.title.trim() === '') faults.add('title');
  if (form.classId === '') faults.add('class');
  if (form.adminUnit === '') faults.add('unit');
  if (form.screening.accessCode !== '' && form.screening.legalBasis.trim() === '') faults.add('basis');
  return faults;
};

export const formToInput = (form: CaseForm): InputOf<'cases.create'> => {
  const screening = screeningFromForm(form.screening);
  return {
    title: form.title.trim(),
    classId: form.classId,
    ownerId: form.ownerId,
    adminUnit: form.adminUnit,
    ...(form.publicTitle.trim() ? { publicTitle: form.publicTitle.trim() } : undefined),
    ...(screening ? { screening } : undefined),
  };
};
