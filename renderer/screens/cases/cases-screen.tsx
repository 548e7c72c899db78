import { Button, Checkbox, Field, Label, Search, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseStatuses } from '../../../domain/code-lists.ts';
import { codesOf, isCode } from '../../../domain/codes.ts';
import type { InputOf } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { codes } from '../../../texts/codes.ts';
import { common } from '../../../texts/common.ts';
import { useTexts } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { CaseTable } from '../../components/case-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import './cases.css';

type Query = Omit<InputOf<'cases.search'>, 'offset' | 'limit'>;
const everything: Query = { text: '', statuses: [], mine: false, orderBy: 'changed' };
const openOnes: Query['statuses'] = ['R', 'B', 'F'];
const orders = ['changed', 'number', 'title'] as const;

/** All cases, found by word, status and owner. */
export function CasesScreen() {
  const t = useTexts(cases);
  const [query, setQuery] = useState(everything);
  const set = (part: Partial<Query>) => setQuery({ ...query, ...part });
  const text = useDebounced(query.text.trim());
  const pages = usePages('cases.search', (page) => ({ ...query, text, ...page }));
  const unfiltered = query.text.trim() === '' && query.statuses.length === 0 && !query.mine;
  return (
    <>
      <PageHeading title={t.title} where={t.title} />
      <search className="cases-search">
        <SearchField value={query.text} onChange={(typed) => set({ text: typed })} />
        <StatusChoice value={query.statuses} onChange={(statuses) => set({ statuses })} />
        <Field>
          <Label>{t.order}</Label>
          <Select
            value={query.orderBy}
            onChange={(event) =>
              set({ orderBy: orders.find((order) => order === event.target.value) ?? 'changed' })
            }
          >
            {orders.map((order) => (
              <Select.Option key={order} value={order}>
                {t.orders[order]}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={t.mine}
          checked={query.mine}
          onChange={(event) => set({ mine: event.target.checked })}
        />
      </search>
      <p role="status" className="list-count">
        {pages.pending ? '' : t.found(pages.total)}
      </p>
      <CaseTable
        label={t.list}
        pages={pages}
        empty={
          unfiltered ? (
            <EmptyState title={t.emptyTitle} text={t.emptyText} />
          ) : (
            <EmptyState title={t.noneTitle} text={t.noneText}>
              <Button variant="secondary" onClick={() => setQuery(everything)}>
                {t.clear}
              </Button>
            </EmptyState>
          )
        }
      />
    </>
  );
}

function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useTexts(cases);
  const { clearField } = useTexts(common);
  return (
    <Field className="cases-search-field">
      <Label>{t.search}</Label>
      <Search>
        <Search.Input
          aria-label={t.search}
          placeholder={t.searchHint}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <Search.Clear aria-label={clearField} onClick={() => onChange('')} />
      </Search>
    </Field>
  );
}

type StatusProps = {
  readonly value: Query['statuses'];
  readonly onChange: (statuses: Query['statuses']) => void;
};

function StatusChoice({ value, onChange }: StatusProps) {
  const t = useTexts(cases);
  const names = useTexts(codes).caseStatus;
  const chosen = value.length === 0 ? 'any' : value.length > 1 ? 'open' : value[0];
  return (
    <Field>
      <Label>{t.status}</Label>
      <Select
        value={chosen}
        onChange={(event) => {
          const one = isCode(codesOf(caseStatuses), event.target.value) ? event.target.value : undefined;
          onChange(one ? [one] : event.target.value === 'open' ? openOnes : []);
        }}
      >
        <Select.Option value="any">{t.anyStatus}</Select.Option>
        <Select.Option value="open">{t.openStatuses}</Select.Option>
        {codesOf(caseStatuses).map((code) => (
          <Select.Option key={code} value={code}>
            {names[code]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
