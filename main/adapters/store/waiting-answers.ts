import { sql } from 'kysely';

/**
 * An answer that is to be filed. That of a job which was cancelled to be followed by another is none, as `isFollowed` in
 * `domain/succession.ts` has it.
 */
export const isWaiting = sql<boolean>`(answer.filed_as IS NULL AND NOT EXISTS (
  SELECT 1 FROM signing_job AS successor
  WHERE successor.succeeds = answer.job_id AND successor.state <> 'sendFailed'))`;
