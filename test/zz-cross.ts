import { mkdtempSync } from 'node:fs';
import { crossCheck } from './interop/cross-check.ts';

console.log(await crossCheck(mkdtempSync('/tmp/vf/cross-')));
