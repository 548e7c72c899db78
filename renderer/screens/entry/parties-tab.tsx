import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { Buildings3Icon, PencilIcon, PersonIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PartyInput } from '../../../domain/party-input.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { PartyView } from '../../../preload/contract/views.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { screeningTexts } from '../../../texts/screening.ts';
import { namedIn, refresh } from '../../api/affected.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { moveItem } from '../../components/move-item.ts';
import { hidesWhich, ScreenOne } from '../../components/screen-one.tsx';
import { toast } from '../../components/toasts.tsx';
import { useAnnouncement } from '../../components/use-announcement.tsx';
import { WithheldTag } from '../../components/withheld-note.tsx';
import { IdentityCell } from './identity-cell.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { emptyParty, keepParty, type PartyForm, partyToForm } from './party-form.ts';

type Asked =
  | { readonly what: 'edit'; readonly party: PartyView | undefined }
  | { readonly what: 'remove'; readonly party: PartyView };

/** Senders and recipients, in the order they stand on the letter. */
export function PartiesTab({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(entryTexts).parties;
  const s = useTexts(screeningTexts);
  const client = useQueryClient();
  const run = useCommand('entries.setParties');
  const [say, region] = useAnnouncement();
  const [asked, setAsked] = useState<Asked>();
  const frozen = !entry.change.may || entry.frozen.includes('parties');
  const screen = useCommand('entries.screenParty');
  const mayScreen = entry.change.may && !entry.frozen.includes('screening');
  const entryHides = hidesWhich(entry.screening, 'hidesParties');
  const refusal = refusalOf(run.data);

  const send = async (parties: readonly PartyInput[]) => {
    const reply = await run.mutateAsync({
      entryId: entry.id,
      revision: entry.revision,
      parties: [...parties],
    });
    // Someone else was first: what stands now is read, and saving again then builds upon it.
    if (!reply.ok && reply.refusal.code === 'changed-meanwhile')
      await refresh(client, namedIn(client, { entryId: entry.id }));
    return reply.ok;
  };
  const save = async (form: PartyForm) => {
    const others = entry.parties.map((party) => (party.id === form.id ? form : keepParty(party)));
    if (!(await send(form.id ? others : [...others, form]))) return;
    toast('success', t.saved);
    setAsked(undefined);
  };
  const move = async (from: number, to: number) => {
    const moved = moveItem(entry.parties, from, to);
    const name = entry.parties[from]?.name;
    if (moved === entry.parties || name === undefined || run.isPending) return;
    if (await send(moved.map(keepParty))) say(t.moved(name, to + 1));
  };
  const remove = async (party: PartyView) => {
    if (await send(entry.parties.filter(({ id }) => id !== party.id).map(keepParty))) setAsked(undefined);
  };
  const open = (next: Asked) => {
    run.reset();
    setAsked(next);
  };

  return (
    <section aria-label={t.heading}>
      {entry.parties.length === 0 ? (
        <EmptyState title={t.none} text={frozen ? t.frozen : t.identityHelp} />
      ) : (
        <div className="entry-scroll">
          <Table data-size="sm" data-color="neutral">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t.kind}</Table.HeaderCell>
                <Table.HeaderCell>{t.name}</Table.HeaderCell>
                <Table.HeaderCell>{t.address}</Table.HeaderCell>
                <Table.HeaderCell>{t.contact}</Table.HeaderCell>
                <Table.HeaderCell>{t.identity}</Table.HeaderCell>
                {!frozen && <Table.HeaderCell>{t.actions}</Table.HeaderCell>}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {entry.parties.map((party, position) => (
                <Table.Row key={party.id}>
                  <PartyCells party={party}>
                    {party.withheld ? (
                      <WithheldTag />
                    ) : (
                      <ScreenOne
                        name={party.name}
                        isScreened={party.isScreened ?? false}
                        entryHides={entryHides}
                        mayChange={mayScreen}
                        busy={screen.isPending && screen.variables?.partyId === party.id}
                        refusal={refusalOf(screen.data)}
                        onChange={async (isScreened) =>
                          (await screen.mutateAsync({ entryId: entry.id, partyId: party.id, isScreened })).ok
                        }
                      />
                    )}
                  </PartyCells>
                  <Table.Cell>
                    {party.withheld ? null : <IdentityCell entryId={entry.id} party={party} say={say} />}
                  </Table.Cell>
                  {!frozen && (
                    <Table.Cell>
                      <span className="entry-row-actions">
                        <Button
                          icon
                          variant="tertiary"
                          data-size="sm"
                          aria-label={t.edit(party.name)}
                          onClick={() => open({ what: 'edit', party })}
                        >
                          <PencilIcon aria-hidden />
                        </Button>
                        <MoveButtons
                          name={party.name}
                          position={position}
                          count={entry.parties.length}
                          onMove={(to) => void move(position, to)}
                        />
                        <Button
                          icon
                          variant="tertiary"
                          data-size="sm"
                          data-color="danger"
                          aria-label={t.remove(party.name)}
                          onClick={() => open({ what: 'remove', party })}
                        >
                          <TrashIcon aria-hidden />
                        </Button>
                      </span>
                    </Table.Cell>
                  )}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      {refusal && !asked && <ErrorNotice refusal={refusal} />}
      {frozen ? (
        entry.change.may &&
        entry.parties.length > 0 && <Paragraph className="entry-subtle">{t.frozen}</Paragraph>
      ) : (
        <Button
          variant="secondary"
          className="entry-below"
          onClick={() => open({ what: 'edit', party: undefined })}
        >
          <PlusIcon aria-hidden />
          {t.add}
        </Button>
      )}
      {entryHides === 'none' && entry.parties.some((party) => party.isScreened) && (
        <Paragraph className="entry-subtle">{s.marksNeedScreening}</Paragraph>
      )}
      {region}
      {asked?.what === 'edit' && (
        <PartyDialog
          initial={asked.party ? partyToForm(asked.party) : emptyParty(entry.type === 'I' ? 'EA' : 'EM')}
          known={asked.party}
          busy={run.isPending}
          refusal={refusal}
          onSave={(form) => void save(form)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={t.removeHeading(asked.party.name)}
          text={t.removeBody}
          confirm={t.removeDo}
          tone="danger"
          busy={run.isPending}
          refusal={refusal}
          onConfirm={() => void remove(asked.party)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function PartyCells({ party, children }: { readonly party: PartyView; readonly children: ReactNode }) {
  const t = useTexts(entryTexts).parties;
  const c = useTexts(codes);
  const Icon = party.isFirm ? Buildings3Icon : PersonIcon;
  const place = [party.postalCode, party.postalPlace].filter(Boolean).join(' ');
  return (
    <>
      <Table.Cell>{c.partyKind[party.kind]}</Table.Cell>
      <Table.Cell>
        <span className="entry-party">
          <Icon aria-hidden={false} title={party.isFirm ? t.firm : t.person} />
          <span>
            {party.name}
            {party.organisationNumber && (
              <span className="entry-subtle">
                {' '}
                {party.organisationNumber.replace(/(\d{3})(?=\d)/g, '$1 ')}
              </span>
            )}
            {children}
          </span>
        </span>
      </Table.Cell>
      <Table.Cell>{[party.address, place].filter(Boolean).join(', ')}</Table.Cell>
      <Table.Cell>
        {[party.contactPerson, party.email, party.phone].filter(Boolean).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Table.Cell>
    </>
  );
}
