import { Alert, Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type AdminUnit, isUnitOpen, unitsUnder } from '../../../domain/access/admin-unit.ts';
import { isCalendarDate } from '../../../domain/calendar.ts';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { formatDate } from '../../../texts/format.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { useSend } from './use-send.ts';

type Open =
  | { readonly dialog: 'add'; readonly parent: AdminUnit }
  | { readonly dialog: 'change' | 'close' | 'history'; readonly unit: AdminUnit };
type Held = { readonly cases: number; readonly entries: number; readonly users: number };

/** The municipality's units as a tree; closed ones stay where they were. */
export function UnitsPart() {
  const t = useTexts(accessTexts);
  const { units } = useSession();
  const query = useAsk('access.read', {});
  const [open, setOpen] = useState<Open>();
  const top = units.find((unit) => unit.parentId === undefined);
  return (
    <QueryBoundary query={query}>
      {({ change, units: counts }) => {
        const heldBy = (unit: AdminUnit): Held =>
          counts.find(({ id }) => id === unit.id) ?? { cases: 0, entries: 0, users: 0 };
        return (
          <>
            <Paragraph className="access-intro">
              {t.unitsIntro} {change.may ? null : t.onlyOwner}
            </Paragraph>
            {change.may && top ? (
              <Button variant="secondary" onClick={() => setOpen({ dialog: 'add', parent: top })}>
                {t.addUnit}
              </Button>
            ) : null}
            {top ? (
              <ul className="access-tree">
                <Branch unit={top} heldBy={heldBy} may={change.may} onOpen={setOpen} />
              </ul>
            ) : null}
            {open?.dialog === 'add' ? (
              <UnitDialog parent={open.parent} onClose={() => setOpen(undefined)} />
            ) : null}
            {open?.dialog === 'change' ? (
              <UnitDialog unit={open.unit} onClose={() => setOpen(undefined)} />
            ) : null}
            {open?.dialog === 'close' ? (
              <CloseDialog unit={open.unit} held={heldBy(open.unit)} onClose={() => setOpen(undefined)} />
            ) : null}
            {open?.dialog === 'history' ? (
              <HistoryDialog
                name={open.unit.name}
                subjectId={open.unit.id}
                onClose={() => setOpen(undefined)}
              />
            ) : null}
          </>
        );
      }}
    </QueryBoundary>
  );
}

type BranchProps = {
  readonly unit: AdminUnit;
  readonly heldBy: (unit: AdminUnit) => Held;
  readonly may: boolean;
  readonly onOpen: (open: Open) => void;
};

function Branch({ unit, heldBy, may, onOpen }: BranchProps) {
  const t = useTexts(accessTexts);
  const { units, today } = useSession();
  const reopen = useCommand('access.closeUnit');
  const { cases, entries, users } = heldBy(unit);
  const isOpen = isUnitOpen(unit, today);
  const below = units.filter((other) => other.parentId === unit.id);
  const changes = [
    ...(isOpen ? [{ text: t.addBelow, run: () => onOpen({ dialog: 'add', parent: unit }) }] : []),
    { text: t.renameOrMove, run: () => onOpen({ dialog: 'change', unit }) },
    ...(unit.parentId === undefined
      ? []
      : unit.closedOn === undefined
        ? [{ text: t.close, run: () => onOpen({ dialog: 'close', unit }) }]
        : [{ text: t.reopen, run: () => void reopen.mutateAsync({ unitId: unit.id }) }]),
  ];
  return (
    <li>
      <div className="access-unit">
        <span>
          <b>{unit.name}</b>
          <span className="access-more">
            {unit.closedOn === undefined
              ? null
              : `${isOpen ? t.closesOn(formatDate(unit.closedOn)) : t.closedOn(formatDate(unit.closedOn))} · `}
            {t.openIn(t.borneBy(cases, entries))} · {t.users(users)}
          </span>
        </span>
        <RowMenu
          name={unit.name}
          actions={[
            ...(may ? changes : []),
            { text: t.history, run: () => onOpen({ dialog: 'history', unit }) },
          ]}
        />
      </div>
      {below.length > 0 ? (
        <ul className="access-tree">
          {below.map((child) => (
            <Branch key={child.id} unit={child} heldBy={heldBy} may={may} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type UnitDialogProps = {
  readonly unit?: AdminUnit;
  readonly parent?: AdminUnit;
  readonly onClose: () => void;
};

function UnitDialog({ unit, parent, onClose }: UnitDialogProps) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const { units, today } = useSession();
  const add = useCommand('access.addUnit');
  const change = useCommand('access.changeUnit');
  const [name, setName] = useState(unit?.name ?? '');
  const [parentId, setParent] = useState<string>(unit?.parentId ?? parent?.id ?? unit?.id ?? '');
  const { send, ...sending } = useSend(t.saved, onClose);
  // What lies below itself is not offered.
  const own = unit ? unitsUnder(units, unit.id) : [];
  const offered = units.filter(
    (one) => one.id === parentId || (isUnitOpen(one, today) && !own.includes(one.id)),
  );
  const isTop = unit !== undefined && unit.parentId === undefined;
  return (
    <FormDialog
      title={unit ? t.changeUnit(unit.name) : t.addUnit}
      submit={save}
      {...sending}
      onSubmit={() =>
        send(
          unit
            ? change.mutateAsync({ unitId: unit.id, name, parentId })
            : add.mutateAsync({ name, parentId }),
        )
      }
      onClose={onClose}
    >
      <Textfield
        label={t.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {isTop ? null : (
        <Field>
          <Label>{t.parent}</Label>
          <Select value={parentId} onChange={(event) => setParent(event.target.value)}>
            {offered.map((one) => (
              <Select.Option key={one.id} value={one.id}>
                {one.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  );
}

type CloseProps = { readonly unit: AdminUnit; readonly held: Held; readonly onClose: () => void };

function CloseDialog({ unit, held, onClose }: CloseProps) {
  const t = useTexts(accessTexts);
  const { today } = useSession();
  const close = useCommand('access.closeUnit');
  const [lastDay, setLastDay] = useState<string>(today);
  const { send, ...sending } = useSend(t.saved, onClose);
  return (
    <FormDialog
      title={t.closeUnit(unit.name)}
      submit={t.close}
      {...sending}
      onSubmit={() => {
        if (isCalendarDate(lastDay)) send(close.mutateAsync({ unitId: unit.id, lastDay }));
      }}
      onClose={onClose}
    >
      {held.cases + held.entries + held.users > 0 ? (
        <Alert data-color="warning" data-size="sm">
          {t.stillHas(unit.name, t.borneBy(held.cases, held.entries), t.users(held.users))}
        </Alert>
      ) : null}
      <Textfield
        type="date"
        label={t.lastDay}
        value={lastDay}
        onChange={(event) => setLastDay(event.target.value)}
      />
    </FormDialog>
  );
}
