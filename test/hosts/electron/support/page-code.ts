/** Code that tests run in the page of a window, by what the bridge puts on `segl`. */
export type FetchedFile = { readonly status: number; readonly size: number };
/** Runs in the page: the first hundred bytes of some document of the archive. */
export const fetchByRange = `(async () => {
  const ask = async (name, input) => {
    const reply = await segl.ask(name, input);
    if (!reply.ok) throw new Error(name + ' ' + reply.refusal.code);
    return reply.value;
  };
  const { recentCases } = await ask('desk.baskets', {});
  for (const { id } of recentCases) {
    const entries = await ask('cases.entries', { caseId: id, text: '', offset: 0, limit: 50 });
    for (const entry of entries.rows) {
      const { documents } = await ask('entries.open', { entryId: entry.id });
      const current = documents.find(({ current }) => current?.mime === 'application/pdf')?.current;
      if (!current) continue;
      const reply = await fetch(current.url, { headers: { range: 'bytes=0-99' } });
      const bytes = new Uint8Array(await reply.arrayBuffer());
      return { status: reply.status, range: reply.headers.get('content-range'), bytes: bytes.length,
        start: String.fromCharCode(...bytes.slice(0, 5)), size: current.size };
    }
  }
})()`;
/** Runs in the page: opens a case, and gives the event that tells of it. */
export const openCaseAndListen = `new Promise((resolve, reject) => {
  let caseId;
  const events = [];
  const look = () => {
    const event = events.find(({ kind, caseIds }) => kind === 'archive.changed' && caseIds.includes(caseId));
    if (event) resolve({ ...event, caseId });
  };
  segl.onEvent((event) => { events.push(event); look(); });
  (async () => {
    const { value: { user } } = await segl.ask('session.open', {});
    const { value: { classes } } = await segl.ask('cases.classes', {});
    const reply = await segl.ask('cases.create', { title: 'Åpnet fra siden', classId: classes.find(({ selectable }) => selectable).id,
      ownerId: user.id, adminUnit: user.adminUnit });
    caseId = reply.value.caseId;
    look();
  })().catch(reject);
})`;

/** Runs in the page: sets up a production archive. */
export const setUp = `segl.ask('archive.create', {
  recordCreator: { name: 'Prøvedal kommune', organisationNumber: '310000019' },
  title: 'Sakarkivet',
  user: { name: 'Ingrid Testvik', initials: 'IT', adminUnit: 'Arkiv' },
  classes: '613 Skatt',
})`;
