import type { PartyId, UnitId, UserId } from '../../domain/basics.ts';
import type { EntryType, PartyKind } from '../../domain/code-lists.ts';
import type { Party } from '../../domain/documents.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import type { User } from '../../domain/roles.ts';
import type { Digest } from '../ports/clock.ts';
import type { Ingredients, TrainingUser } from './ingredients.ts';
import { stableId } from './stable-id.ts';

/** Whom a party's key stands for; `identityNumber` is that of the person, or of who signs for the firm. */
export type CastMember = {
  readonly name: string;
  readonly address: string;
  readonly organisationNumber: string;
  /** The person who signs: the actor, or someone for the firm. */
  readonly signer: string;
  readonly isFirm: boolean;
  readonly identityNumber?: IdentityNumber;
};

/** Everybody who appears in the training archive, found by key or initials. */
export type Cast = {
  readonly users: readonly User[];
  user(initials: string): User & Pick<TrainingUser, 'title'> & { readonly unitName: string };
  /** The leader of the unit, else the first leader there is. */
  leaderOf(adminUnit: UnitId): User;
  actor(key: string): CastMember;
  party(id: PartyId, kind: PartyKind, key: string): Party;
};

export async function gatherCast(
  { users, persons, firms }: Pick<Ingredients, 'users' | 'persons' | 'firms'>,
  digest: Digest,
): Promise<Cast> {
  const members = await Promise.all(
    users.map(async ({ initials, name, adminUnit, roles, title }) => {
      const id: UserId = await stableId(digest, 'user', initials);
      return {
        id,
        name,
        initials,
        adminUnit: await unitId(digest, adminUnit),
        roles,
        title,
        unitName: adminUnit,
      };
    }),
  );
  const leaders = members.filter((user) => user.roles.includes('leader'));
  const user = (initials: string) => {
    const found = members.find((member) => member.initials === initials);
    if (!found) throw new Error(`training archive: no user ${initials}`);
    return found;
  };
  const actor = (key: string): CastMember => {
    const person = persons[key];
    if (person)
      return {
        name: person.name,
        address: `${person.address}, ${person.postalCode} ${person.postalPlace}`,
        organisationNumber: '',
        signer: person.name,
        isFirm: false,
        identityNumber: person.number,
      };
    const firm = firms[key];
    if (!firm) {
      const member = user(key);
      return {
        name: member.name,
        address: member.unitName,
        organisationNumber: '',
        signer: member.name,
        isFirm: false,
      };
    }
    const signer = firm.signedBy === undefined ? undefined : persons[firm.signedBy];
    return {
      name: firm.name,
      address: `${firm.address}, ${firm.postalCode} ${firm.postalPlace}`,
      organisationNumber: firm.organisationNumber,
      signer: signer?.name ?? 'etter fullmakt',
      isFirm: true,
      ...(signer && { identityNumber: signer.number }),
    };
  };
  return {
    users: members.map(({ title: _, unitName: __, ...rest }) => rest),
    user,
    leaderOf: (adminUnit) => {
      const leader = leaders.find((member) => member.adminUnit === adminUnit) ?? leaders[0];
      if (!leader) throw new Error('training archive: no leader among the users');
      return leader;
    },
    actor,
    party: (id, kind, key) => {
      const { name, isFirm, signer } = actor(key);
      const contact = persons[key] ?? firms[key];
      return {
        id,
        kind,
        name,
        isFirm,
        ...(contact && {
          address: contact.address,
          postalCode: contact.postalCode,
          postalPlace: contact.postalPlace,
        }),
        ...(contact?.email !== undefined && { email: contact.email }),
        ...(firms[key] && { organisationNumber: firms[key].organisationNumber }),
        ...(firms[key]?.signedBy !== undefined && { contactPerson: signer }),
      };
    },
  };
}

export const unitId = (digest: Digest, name: string): Promise<UnitId> => stableId(digest, 'unit', name);

/** `EK:ingrid` names its kind; otherwise it follows from the entry's type. */
export function readPartyKey(
  key: string,
  type: EntryType,
): { readonly kind: PartyKind; readonly key: string } {
  if (key.startsWith('EK:')) return { kind: 'EK', key: key.slice(3) };
  if (key.startsWith('IK:')) return { kind: 'IK', key: key.slice(3) };
  return { kind: type === 'I' ? 'EA' : type === 'U' ? 'EM' : 'IM', key };
}
