import type { RouteName } from '../training/modes.ts';
import type { ApiAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { archived, cancelJob, confirm, create, deleteDocuments, pades, poll, probe, xades } from './calls.ts';

export type Route = {
  readonly name: RouteName;
  readonly method: string;
  readonly run: (call: Call) => ApiAnswer | Promise<ApiAnswer>;
};

const jobs = 'portal/signature-jobs';

type Shape = {
  readonly name: RouteName;
  readonly method: string;
  readonly path: RegExp;
  readonly run: (call: Call, first: string, second: string) => ApiAnswer | Promise<ApiAnswer>;
};

/** Paths below the sender's root. */
const shapes: readonly Shape[] = [
  { name: 'probe', method: 'GET', path: /^$/, run: probe },
  { name: 'create', method: 'POST', path: new RegExp(`^${jobs}$`), run: create },
  { name: 'poll', method: 'GET', path: new RegExp(`^${jobs}$`), run: poll },
  {
    name: 'confirm',
    method: 'POST',
    path: new RegExp(`^${jobs}/(\\d{1,15})/(?:status/)?complete$`),
    run: (call, job) => confirm(call, Number(job)),
  },
  {
    name: 'cancel',
    method: 'POST',
    path: new RegExp(`^${jobs}/(\\d{1,15})/cancel$`),
    run: (call, job) => cancelJob(call, Number(job)),
  },
  {
    name: 'pades',
    method: 'GET',
    path: new RegExp(`^${jobs}/(\\d{1,15})/pades$`),
    run: (call, job) => pades(call, Number(job)),
  },
  {
    name: 'xades',
    method: 'GET',
    path: new RegExp(`^${jobs}/(\\d{1,15})/xades/(\\d{1,15})$`),
    run: (call, job, signer) => xades(call, Number(job), Number(signer)),
  },
  {
    name: 'delete-documents',
    method: 'DELETE',
    path: new RegExp(`^${jobs}/(\\d{1,15})/delete-documents$`),
    run: (call, job) => deleteDocuments(call, Number(job)),
  },
  {
    name: 'archive',
    method: 'GET',
    path: /^archive\/documents\/([^/]+)\/pades$/,
    run: archived,
  },
];

/** The call at `path` below the sender's root; `method-not-allowed` when only another method is there. */
export function findRoute(method: string, path: string): Route | 'not-found' | 'method-not-allowed' {
  const here = shapes.filter((shape) => shape.path.test(path));
  const shape = here.find((candidate) => candidate.method === method);
  if (!shape) return here.length > 0 ? 'method-not-allowed' : 'not-found';
  const [, first = '', second = ''] = shape.path.exec(path) ?? [];
  return { name: shape.name, method, run: (call) => shape.run(call, first, second) };
}
